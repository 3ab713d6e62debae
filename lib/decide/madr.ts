import { criterionOf } from "../claims/criteria.ts";
import { direction, verdicts } from "../claims/rules.ts";
import { routes } from "../site/routes.ts";
import { listWithAnd } from "../text/lists.ts";
import { escapeLines, escapeMarkdown, markdownLink } from "../text/markdown.ts";
import { exactPercent } from "./percent.ts";
import type { RecordData, RecordOption } from "./record.ts";
import type { RecordClaim } from "./record-claims.ts";
import { revisitWhen } from "./revisit.ts";

/**
 * A record in the form of MADR 4.0 (adr.github.io/madr): its headings, in its order, and nothing beside them. Every
 * statement links to where it comes from.
 */
export function madrOf(record: RecordData, id: string, site: string): string {
  const { words, options } = record;
  const link = (text: string, path: string) => markdownLink(text, `${site}${path}`);
  const decision = `${routes.decide}${record.search}`;
  const chosen = options.find(({ slug }) => slug === words.chosen);
  const nameOf = (slug: string) => options.find((option) => option.slug === slug)?.name ?? slug;
  const title = words.title || "Choose a backend framework";

  const drivers = [
    ...record.demands.map((demand) => `* Constraint: ${escapeMarkdown(demand)} (${link("the decision", decision)})`),
    ...record.shares
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share)
      .map(({ criterion, share }) => {
        const { name, question } = criterionOf(criterion);
        return `* ${name}, ${exactPercent(share)}: ${question} (${link("how it is scored", `${routes.method}#score`)})`;
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
    `${escapeLines(words.context || `Which backend framework fits what is asked below?`)} (${link("the decision", decision)})`,
    "## Decision Drivers",
    drivers.join("\n"),
    "## Considered Options",
    considered.join("\n"),
    "## Decision Outcome",
    chosen ? outcomeText(record, chosen, link, decision) : "",
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
              `* Neutral, because its total is ${option.total.toFixed(2)} of 5 (rank ${option.rank})${intervalText(option)} (${link("its scores", `${routes.framework(option.slug)}#pros-and-cons`)})`,
              ...option.unknown.map(
                (text) =>
                  `* Neutral, because this is not known: ${escapeMarkdown(text)} (${link("facts", routes.framework(option.slug))})`,
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
          below && `under ${exactPercent(below.at)} ${nameOf(below.slug)} would lead`,
          above && `over ${exactPercent(above.at)} ${nameOf(above.slug)} would lead`,
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

const intervalText = ({ low, high }: RecordOption) =>
  high - low < 0.005 ? "" : `, between ${low.toFixed(2)} and ${high.toFixed(2)} with what is not known`;

type Link = (text: string, path: string) => string;

function outcomeText(record: RecordData, chosen: RecordOption, link: Link, decision: string): string {
  const { words, lead, options } = record;
  const next = options.find((option) => option !== chosen);
  const ahead =
    !next || lead === null
      ? ""
      : next.rank === 1
        ? `, level with ${escapeMarkdown(next.name)}`
        : `, ${exactPercent(lead)} ahead of ${escapeMarkdown(next.name)}`;
  const reason =
    chosen.rank === 1
      ? `it comes first with ${chosen.total.toFixed(2)} of 5${ahead}`
      : `its authors prefer it; by the weights it is number ${chosen.rank} with ${chosen.total.toFixed(2)} of 5`;
  const doubt = doubtText(record);
  const own = words.because ? `\n\n${escapeLines(words.because)} (${link("the decision", decision)})` : "";
  return `Chosen option: "${link(chosen.name, routes.framework(chosen.slug))}", because ${reason} (${link("ranking", decision)}).${doubt ? ` ${escapeMarkdown(doubt)}` : ""}${own}`;
}

/** That it is too close to call, and between whom; "" when there is a clear winner. */
export function doubtText({ group, options }: Pick<RecordData, "group" | "options">): string {
  const named = group.flatMap((slug) => options.find((option) => option.slug === slug)?.name ?? []);
  return named.length < 2 ? "" : `It is too close to call between ${listWithAnd(named)}.`;
}

const nothingKnown = (option: RecordOption, link: Link) =>
  `* Neutral, because no claim on ${escapeMarkdown(option.name)} is known (${link("its page", routes.framework(option.slug))})`;

function claimText(claim: RecordClaim, option: RecordOption, link: Link): string {
  const verdict = verdicts.find(({ id }) => id === claim.verdict)?.name.toLowerCase();
  const sources = claim.sources.map(({ publisher, date, stance, slug, url }) => {
    const name = `${publisher} ${date.slice(0, 4)}${stance === "disputes" ? " (disputes)" : ""}`;
    return url ? markdownLink(name, url) : link(name, routes.source(slug));
  });
  const votes = claim.yes + claim.no > 0 ? `, ${claim.yes} say it holds and ${claim.no} that it doesn’t` : "";
  const evidence = link(`${verdict}${votes}`, `${routes.framework(option.slug)}#claim-${claim.slug}`);
  return `“${escapeMarkdown(claim.text)}” (${[evidence, ...new Set(sources)].join("; ")})`;
}
