import { criterionOf } from "../claims/criteria.ts";
import { verdicts } from "../claims/rules.ts";
import { routes } from "../site/routes.ts";
import { listWithAnd } from "../text/lists.ts";
import { escapeLines, escapeMarkdown, markdownLink } from "../text/markdown.ts";
import { evidenceOf, type Numbered, risksOf, weightiest } from "./brief.ts";
import { exactPercent } from "./percent.ts";
import { enteredText, openingSearch, type RecordData, type RecordOption } from "./record.ts";
import { revisitWhen } from "./revisit.ts";

/** Bytes of a record at most, where it can: what fits into a pull request's page, and into a reader's patience. */
const roomy = 12_000;
/** So many claims for, and against, each option at most; fewer where there isn't room. */
const mostClaims = 5;

/**
 * A record in the form of MADR 4.0 (adr.github.io/madr): its headings, in its order, and nothing beside them. Every
 * statement links to where it comes from; claims by their number to the appendix of the record's page, where the rest is.
 */
export function madrOf(record: RecordData, id: string, site: string): string {
  for (let most = mostClaims; ; most -= 1) {
    const text = written(record, id, site, most);
    if (most === 1 || Buffer.byteLength(text) <= roomy) return text;
  }
}

function written(record: RecordData, id: string, site: string, most: number): string {
  const { words, options } = record;
  const link = (text: string, path: string) => markdownLink(text, `${site}${path}`);
  const decision = `${routes.decide}${openingSearch(record)}`;
  const chosen = options.find(({ slug }) => slug === words.chosen);
  const title = words.title || "Choose a backend framework";
  const evidence = evidenceOf(record);
  const entered = enteredText(record);
  const numbered = ({ n }: Numbered) => link(String(n), `${routes.records(id)}#evidence-${n}`);
  const named = (option: RecordOption, sign: 1 | -1) => weightiest(record, evidence, option.slug, sign).slice(0, most);
  const claims = (option: RecordOption, sign: 1 | -1) =>
    named(option, sign).map(
      (one) => `* ${sign > 0 ? "Good" : "Bad"}, because “${escapeMarkdown(one.claim.text)}” (${numbered(one)})`,
    );
  const cited = options.flatMap((option) => [...named(option, 1), ...named(option, -1)]).sort((a, b) => a.n - b.n);

  const drivers = [
    ...record.demands.map((demand) => `* Constraint: ${escapeMarkdown(demand)} (${link("the decision", decision)})`),
    ...record.shares
      .filter(({ share }) => share > 0)
      .sort((a, b) => b.share - a.share)
      .map(({ criterion, share }) => {
        const { name, question } = criterionOf(criterion);
        return `* ${link(name, `${routes.method}#score`)}, ${exactPercent(share)}: ${question}`;
      }),
  ];
  const considered = options.map((option) => `* ${link(option.name, routes.framework(option.slug))}`);
  const parts = [
    `---\nstatus: accepted\ndate: ${record.day}${words.deciders ? `\ndecision-makers: ${JSON.stringify(words.deciders)}` : ""}\n---`,
    `# ${escapeMarkdown(title)}`,
    "## Context and Problem Statement",
    `${escapeLines(words.context || `Which backend framework meets the requirements below?`)} (${link("the decision", decision)})`,
    "## Decision Drivers",
    drivers.join("\n"),
    "## Considered Options",
    considered.join("\n"),
    "## Decision Outcome",
    chosen ? outcomeText(record, chosen, link, decision) : "",
    "### Consequences",
    chosen ? consequences(record, chosen, evidence, numbered, link).join("\n") : "",
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
      ...flipsText(record, link, decision),
      ...teamText(record, id, link),
      ...(entered
        ? [
            `* Scores entered by the team, in place of the evidence’s: ${escapeMarkdown(entered)} (${link("the decision", decision)})`,
          ]
        : []),
      ...revisitWhen(record)
        .slice(0, mostListed)
        .map(({ text, path }) => `* Revisit when: ${escapeMarkdown(text)} (${link("evidence", path)})`),
      ...excludedText(record, id, link),
      ...(options.some((option) => option.claims === null)
        ? [
            `* Ranked lower, without their claims here: ${options
              .filter((option) => option.claims === null)
              .map((option) => `${link(option.name, routes.framework(option.slug))} ${option.total.toFixed(2)}`)
              .join(", ")}`,
          ]
        : []),
      ...cited.map((one) => `* Evidence ${numbered(one)}: ${sourcesText(one, link)}`),
      `* All ${evidence.length} claims with their sources: ${link(`record ${id}`, `${routes.records(id)}#evidence`)}, made on ${record.day}; the rules: ${link("method", `${routes.method}#decide`)}`,
    ].join("\n"),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

/** So many reasons to look again, and of those excluded, are listed. */
const mostListed = 6;

type Link = (text: string, path: string) => string;

/** What follows from the choice: the deciding claims on it, and its risks. */
function consequences(
  record: RecordData,
  chosen: RecordOption,
  evidence: Numbered[],
  numbered: (one: Numbered) => string,
  link: Link,
): string[] {
  const good = weightiest(record, evidence, chosen.slug, 1)
    .slice(0, 3)
    .map((one) => `* Good, because “${escapeMarkdown(one.claim.text)}” (${numbered(one)})`);
  const bad = risksOf(record, evidence)
    .slice(0, 4)
    .map(({ text, path }) => `* Bad, because ${escapeMarkdown(uncapitalised(text))} (${link("why", path)})`);
  return (chosen.claims ?? []).length > 0 ? [...good, ...bad] : [nothingKnown(chosen, link), ...bad];
}

const uncapitalised = (text: string) => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`.replace(/\.$/, "");

/** What would change the first place: the nearest first. */
function flipsText({ flips, shares, options }: RecordData, link: Link, decision: string): string[] {
  const nameOf = (slug: string) => options.find((option) => option.slug === slug)?.name ?? slug;
  return flips
    .flatMap(({ criterion, below, above }) => {
      const share = shares.find((one) => one.criterion === criterion)?.share ?? 0;
      const said = [
        below && `under ${exactPercent(below.at)} ${nameOf(below.slug)} would lead`,
        above && `over ${exactPercent(above.at)} ${nameOf(above.slug)} would lead`,
      ].filter(Boolean);
      const near = Math.min(...[below, above].map((flip) => (flip ? Math.abs(flip.at - share) : 1)));
      return said.length > 0 ? [{ near, text: `${criterionOf(criterion).name}, ${said.join(", ")}` }] : [];
    })
    .sort((a, b) => a.near - b.near)
    .slice(0, mostListed)
    .map(
      ({ text }) => `* What would change the first place: ${escapeMarkdown(text)} (${link("flip points", decision)})`,
    );
}

/** Where a team differed most; nobody is named. */
function teamText({ team }: RecordData, id: string, link: Link): string[] {
  if (!team) return [];
  const apart = team.weights.toSorted((a, b) => b.share.spread - a.share.spread).slice(0, 3);
  const said = apart.map(
    ({ criterion, share }) =>
      `${criterionOf(criterion).name.toLowerCase()} ${exactPercent(share.low)} to ${exactPercent(share.high)}`,
  );
  return [
    `* Decided by ${team.people} together, round ${team.round}, opened on ${team.opened}; they differ most on ${said.join(", ")} (${link("where the team differs", `${routes.records(id)}#apart`)})`,
  ];
}

function excludedText({ excluded }: RecordData, id: string, link: Link): string[] {
  const named = excluded
    .slice(0, mostListed)
    .map(
      ({ slug, name, because }) =>
        `* Excluded: ${link(name, routes.framework(slug))}, because ${escapeMarkdown(because.join("; "))}`,
    );
  const more = excluded.length - named.length;
  return more > 0 ? [...named, `* Excluded: ${link(`${more} more`, `${routes.records(id)}#ranking`)}`] : named;
}

/** What a claim rests on: its verdict, its sources and the votes. */
function sourcesText({ claim, option }: Numbered, link: Link): string {
  const verdict = verdicts.find(({ id }) => id === claim.verdict)?.name.toLowerCase() ?? claim.verdict;
  const sources = claim.sources.map(({ publisher, date, stance, slug, url }) => {
    const name = `${publisher} ${date.slice(0, 4)}${stance === "disputes" ? " (disputes)" : ""}`;
    return url ? markdownLink(name, url) : link(name, routes.source(slug));
  });
  const votes = claim.yes + claim.no > 0 ? `${claim.yes} say it holds and ${claim.no} that it doesn’t` : "";
  return [`${escapeMarkdown(option.name)}, ${verdict}`, ...new Set(sources), votes].filter(Boolean).join("; ");
}

const intervalText = ({ low, high }: RecordOption) =>
  high - low < 0.005 ? "" : `, between ${low.toFixed(2)} and ${high.toFixed(2)} with what is not known`;

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
