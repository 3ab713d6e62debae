import { criteria } from "../claims/criteria.ts";
import { direction, priorOf, priorWeight } from "../claims/rules.ts";
import { level, middle } from "./ranking.ts";
import type { RecordClaim, RecordData, RecordOption } from "./record.ts";

export interface DecisiveClaim {
  option: RecordOption;
  claim: RecordClaim;
  /** Who would be first instead. */
  instead: RecordOption;
}

/** An option's total if one of its claims no longer counted, as one that is outdated: see `priorOf` and `scoreOf`. */
function totalWithout(option: RecordOption, claim: RecordClaim, shares: ReadonlyMap<string, number>): number {
  const index = criteria.findIndex(({ id }) => id === claim.criterion);
  const own = option.claims?.filter((one) => one.criterion === claim.criterion) ?? [];
  const before = priorOf(own).value;
  const after = priorOf(own.filter((one) => one !== claim)).value;
  const ratings = option.parts[index]?.ratings ?? 0;
  const score = option.scores[index] ?? middle;
  const bare = own.length === 1 && ratings === 0;
  const changed = bare ? middle : score + (priorWeight * (after - before)) / (priorWeight + ratings);
  return option.total + (shares.get(claim.criterion) ?? 0) * (changed - score);
}

/** Claims that the outcome hangs on: if one of them turned out wrong, another option would come first. */
export function decisiveClaims({ options, shares }: Pick<RecordData, "options" | "shares">): DecisiveClaim[] {
  const [first, ...others] = options;
  if (!first || others.length === 0) return [];
  const share = new Map(shares.map((one) => [one.criterion as string, one.share]));
  const found: DecisiveClaim[] = [];
  for (const claim of first.claims ?? []) {
    if (direction(claim) < 1 || claim.verdict === "outdated") continue;
    const total = totalWithout(first, claim, share);
    const instead = others[0];
    if (instead && instead.total > total + level) found.push({ option: first, claim, instead });
  }
  for (const option of others)
    for (const claim of option.claims ?? []) {
      if (direction(claim) > -1 || claim.verdict === "outdated") continue;
      if (totalWithout(option, claim, share) > first.total + level) found.push({ option, claim, instead: option });
    }
  return found;
}

/** When to look at a decision again, each a sentence with the page that it comes from (a path of this site). */
export function revisitWhen(record: RecordData): { text: string; path: string }[] {
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
  for (const { option, claim, instead } of decisiveClaims(record))
    when.push({
      text: `“${claim.text}” no longer holds for ${option.name}: ${instead.name} would come first`,
      path: `/frameworks/${option.slug}#claim-${claim.slug}`,
    });
  for (const slug of record.rivalsByMissing.slice(0, 3)) {
    const rival = record.options.find((option) => option.slug === slug);
    if (rival)
      when.push({
        text: `More is known of ${rival.name}: what is missing could put it first`,
        path: `/frameworks/${slug}`,
      });
  }
  return when;
}
