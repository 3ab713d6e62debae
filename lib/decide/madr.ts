import { criterionOf } from "../claims/criteria.ts";
import { direction, verdicts } from "../claims/rules.ts";
import { escapeMarkdown } from "../compare/markdown.ts";
import { routes } from "../site.ts";
import type { RecordClaim, RecordData, RecordOption } from "./record.ts";
import { revisitWhen } from "./revisit.ts";

/**
 * A record in the form of MADR 4.0 (adr.github.io/madr): its headings, in its order, and nothing beside them. Every
 * statement links to where it comes from.
 */
export function madrOf(record: RecordData, id: string, site: string): string {
  const { words, options } = record;
  const link = (text: string, path: string) => `[${escapeMarkdown(text)}](${site}${path})`;
  const decision = `${routes.decide}${record.search}`;
  const chosen = options.find(({ slug }) => slug === words.chosen);
  const nameOf = (slug: string) => options.find((option) => option.slug === slug)?.name ?? slug;
  const percent = (part: number) => `${(Math.round(part * 1000) / 10).toFixed(1)} %`;
  const title = words.title || "Choose a backend framework";

  const drivers = [
    ...record.demands.map((demand) => `* Must be: ${escapeMarkdown(demand)} (${link("constraint", decision)})`),
    ...record.shares
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share)
      .map(({ criterion, share }) => {
        const { name, question } = criterionOf(criterion);
        return `* ${name}, ${percent(share)}: ${question} (${link("how it is scored", `${routes.method}#score`)})`;
      }),
  ];
  const considered = options.map((option) => `* ${link(option.name, routes.framework(option.slug))}`);
  const claims = (option: RecordOption, sign: 1 | -1) =>
    (option.claims ?? [])
      .filter((claim) => direction(claim) === sign)
      .map((claim) => `* ${sign > 0 ? "Good" : "Bad"}, because ${claimText(claim, option, link)}`);

  const parts = [
    `---\nstatus: accepted\ndate: ${record.day}${words.deciders ? `\ndecision-makers: ${JSON.stringify(words.deciders)}` : ""}\n---`,
    `# ${escapeMarkdown(title)}`,
    "## Context and Problem Statement",
    `${escapeMarkdown(words.context || `Which backend framework fits what is asked below?`)} (${link("the decision", decision)})`,
    "## Decision Drivers",
    drivers.join("\n"),
    "## Considered Options",
    considered.join("\n"),
    "## Decision Outcome",
    chosen ? outcomeText(record, chosen, link, decision, nameOf) : "",
    "### Consequences",
    chosen
      ? [...claims(chosen, 1).slice(0, 8), ...claims(chosen, -1).slice(0, 8)].join("\n") || nothingKnown(chosen, link)
      : "",
    "### Confirmation",
    `What has changed since this record was made is shown beside it: ${link(`record ${id}`, routes.records(id))}.`,
    "## Pros and Cons of the Options",
    ...options.flatMap((option) =>
      option.claims === null
        ? []
        : [
            `### ${escapeMarkdown(option.name)}`,
            [
              `* Neutral, because its total is ${option.total.toFixed(2)} of 5 (rank ${option.rank}), between ${option.low.toFixed(2)} and ${option.high.toFixed(2)} with what is not known (${link("its scores", `${routes.framework(option.slug)}#pros-and-cons`)})`,
              ...option.unknown.map(
                (text) =>
                  `* Neutral, because it is not known whether it is ${escapeMarkdown(text)} (${link("facts", routes.framework(option.slug))})`,
              ),
              ...claims(option, 1),
              ...claims(option, -1),
            ].join("\n"),
          ],
    ),
    "## More Information",
    [
      ...record.flips.flatMap(({ criterion, below, above }) => {
        const said = [
          below && `under ${percent(below.at)} ${nameOf(below.slug)} would lead`,
          above && `over ${percent(above.at)} ${nameOf(above.slug)} would lead`,
        ].filter(Boolean);
        return said.length > 0
          ? [
              `* What would change the first place: ${criterionOf(criterion).name}, ${said.join(", ")} (${link("flip points", decision)})`,
            ]
          : [];
      }),
      ...revisitWhen(record).map(
        ({ text, path }) => `* Revisit when: ${escapeMarkdown(text)} (${link("evidence", path)})`,
      ),
      ...record.excluded.map(
        ({ slug, name, because }) =>
          `* Excluded: ${link(name, routes.framework(slug))}, because ${escapeMarkdown(because.join("; "))}`,
      ),
      ...(options.some((option) => option.claims === null)
        ? [
            `* Ranked lower, without their claims here: ${options
              .filter((option) => option.claims === null)
              .map((option) => `${link(option.name, routes.framework(option.slug))} ${option.total.toFixed(2)}`)
              .join(", ")}`,
          ]
        : []),
      `* Snapshot: ${link(id, routes.records(id))}, made on ${record.day}; the rules are printed at ${link("method", `${routes.method}#decide`)}`,
    ].join("\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

type Link = (text: string, path: string) => string;

function outcomeText(
  { words, lead, options, group }: RecordData,
  chosen: RecordOption,
  link: Link,
  decision: string,
  nameOf: (slug: string) => string,
): string {
  const others = group.filter((slug) => slug !== chosen.slug).map(nameOf);
  const second = options[1];
  const reason =
    chosen.rank === 1
      ? `it comes first with ${chosen.total.toFixed(2)} of 5${second && lead !== null ? `, ${Math.round(lead * 100)} % ahead of ${escapeMarkdown(second.name)}` : ""}`
      : `its authors prefer it; by the weights it is number ${chosen.rank} with ${chosen.total.toFixed(2)} of 5`;
  const doubt =
    group.length > 1
      ? ` There is no clear winner: ${escapeMarkdown(others.join(", "))} ${others.length === 1 ? "is" : "are"} less than 10 % behind the first.`
      : "";
  const own = words.because ? ` ${escapeMarkdown(words.because)}` : "";
  return `Chosen option: "${link(chosen.name, routes.framework(chosen.slug))}", because ${reason} (${link("ranking", decision)}).${doubt}${own}`;
}

const nothingKnown = (option: RecordOption, link: Link) =>
  `* Neutral, because no claim on ${escapeMarkdown(option.name)} is known (${link("its page", routes.framework(option.slug))})`;

function claimText(claim: RecordClaim, option: RecordOption, link: Link): string {
  const verdict = verdicts.find(({ id }) => id === claim.verdict)?.name.toLowerCase();
  const sources = claim.sources.map(({ publisher, date, stance, slug, url }) => {
    const name = `${publisher} ${date.slice(0, 4)}${stance === "disputes" ? " (disputes)" : ""}`;
    return url ? `[${escapeMarkdown(name)}](${url})` : link(name, routes.source(slug));
  });
  const votes = claim.yes + claim.no > 0 ? `, ${claim.yes} say it holds and ${claim.no} that it doesn’t` : "";
  const evidence = link(`${verdict}${votes}`, `${routes.framework(option.slug)}#claim-${claim.slug}`);
  return `“${escapeMarkdown(claim.text)}” (${[evidence, ...new Set(sources)].join("; ")})`;
}
