import { clearLead, leadOf, level } from "./ranking.ts";
import type { RecordData } from "./record.ts";

/** Those that only what is unknown could put first: too close to call, and not by the margin. */
function rivalsByUnknown({ rivalsByMissing, group, options }: RecordData): string[] {
  const first = options.find(({ slug }) => slug === group[0]);
  return (
    rivalsByMissing ??
    options.flatMap(({ slug, total }) =>
      first && group.includes(slug) && leadOf(first.total, total) >= clearLead - level ? [slug] : [],
    )
  );
}

/** When to look at a decision again, each a sentence with the page that it comes from (a path of this site). */
export function revisitWhen(record: RecordData): { text: string; path: string }[] {
  const nameOf = (slug: string) => record.options.find((option) => option.slug === slug)?.name ?? slug;
  const chosen = record.options.find(({ slug }) => slug === record.words.chosen);
  const when: { text: string; path: string }[] = [];
  if (chosen) {
    const until = chosen.supportedUntil;
    const path = `/frameworks/${chosen.slug}#support`;
    if (chosen.support === "ended") when.push({ text: `Now: support of ${chosen.name} has ended`, path });
    else if (until === "open")
      when.push({ text: `An end of support is announced for ${chosen.name}; today none is`, path });
    else if (until) when.push({ text: `Support of ${chosen.name}’s last supported line ends on ${until}`, path });
    else when.push({ text: `${chosen.name} publishes until when it is supported; today it doesn’t`, path });
  }
  for (const { framework, claim, text, turns, instead } of record.decisive)
    when.push({
      text: `“${text}” ${turns === "outdated" ? "no longer holds" : "is confirmed"} for ${nameOf(framework)}: ${nameOf(instead)} would come first`,
      path: `/frameworks/${framework}#claim-${claim}`,
    });
  for (const slug of rivalsByUnknown(record).slice(0, 3))
    when.push({
      text: `More is known of ${nameOf(slug)}: what is unknown could put it first`,
      path: `/frameworks/${slug}`,
    });
  return when;
}
