import { criterionOf } from "../claims/criteria.ts";
import { direction, verdicts, verdictWeight } from "../claims/rules.ts";
import { isClosed } from "../frameworks/standing.ts";
import { percent } from "./percent.ts";
import type { RecordData, RecordOption } from "./record.ts";
import type { RecordClaim } from "./record-claims.ts";

// What those who decide read of a record on one page, worked out from what it keeps: older records have it too.

/** A claim with its number in the appendix of a record. */
export interface Numbered {
  n: number;
  option: RecordOption;
  claim: RecordClaim;
}

/** Every claim that a record holds, numbered from 1: by option, what is for it first. */
export function evidenceOf({ options }: RecordData): Numbered[] {
  const sided = options.flatMap((option) =>
    ([1, -1] as const).flatMap((sign) =>
      (option.claims ?? []).flatMap((claim) => (direction(claim) === sign ? [{ option, claim }] : [])),
    ),
  );
  return sided.map((one, index) => ({ n: index + 1, ...one }));
}

/** Those of one option and one side, by how much their criterion counts times how much their verdict does. */
export function weightiest(record: RecordData, evidence: readonly Numbered[], slug: string, sign: 1 | -1): Numbered[] {
  return evidence
    .filter(({ option, claim }) => option.slug === slug && direction(claim) === sign)
    .sort((a, b) => weightIn(record, b.claim) - weightIn(record, a.claim) || a.n - b.n);
}

const shareIn = ({ shares }: RecordData, id: string) => shares.find(({ criterion }) => criterion === id)?.share ?? 0;
const weightIn = (record: RecordData, claim: RecordClaim) =>
  shareIn(record, claim.criterion) * verdictWeight[claim.verdict];

/** So many claims are read on the first page. */
export const mostDeciding = 5;

/**
 * The claims that decide: first those that alone would change the first place, then the weightiest for and against what
 * was chosen and for who comes closest to it, in turn.
 */
export function decidingClaims(record: RecordData, evidence: readonly Numbered[]): Numbered[] {
  const { chosen, rival } = rivalryOf(record);
  const turning = record.decisive.flatMap(
    ({ framework, claim: slug }) =>
      evidence.find(({ option, claim }) => option.slug === framework && claim.slug === slug) ?? [],
  );
  const counts = ({ claim }: Numbered) => weightIn(record, claim) > 0;
  const sides = (
    [
      [chosen, 1],
      [chosen, -1],
      [rival, 1],
    ] as const
  ).map(([option, sign]) => (option ? weightiest(record, evidence, option.slug, sign).filter(counts) : []));
  const inTurn = Array.from({ length: mostDeciding }, (_, place) => sides.flatMap((side) => side[place] ?? [])).flat();
  return [...new Set([...turning.slice(0, mostDeciding - 2), ...inTurn])].slice(0, mostDeciding);
}

/** What was chosen, and the first that wasn't. */
export function rivalryOf({ options, words }: RecordData) {
  const chosen = options.find(({ slug }) => slug === words.chosen) ?? null;
  return { chosen, rival: options.find((option) => option !== chosen) ?? null };
}

export interface Risk {
  text: string;
  /** A path of this site. */
  path: string;
}

/** So many risks are read on the first page. */
const mostRisks = 6;
/** A criterion counts much from this share on. */
const counting = 0.08;
/** A score that speaks neither for nor against. */
const ordinary = 3;

/**
 * What may go wrong with what was chosen: its support, what isn't known, where it is weak, what is said against it.
 * @param read claims that stand beside it already
 */
export function risksOf(
  record: RecordData,
  evidence: readonly Numbered[],
  read: readonly Pick<Numbered, "n">[] = [],
): Risk[] {
  const { chosen } = rivalryOf(record);
  if (!chosen) return [];
  const page = `/frameworks/${chosen.slug}`;
  const risks: Risk[] = [];
  if (isClosed(chosen.standing ?? null))
    risks.push({ text: "Its makers don’t mean it for new work.", path: `${page}#support` });
  if (chosen.support === "ended") risks.push({ text: "Its support has ended.", path: `${page}#support` });
  if (chosen.support === "ending")
    risks.push({ text: `Its support ends on ${chosen.supportedUntil}.`, path: `${page}#support` });
  if (chosen.support === "unpublished")
    risks.push({ text: "Until when it is supported isn’t published.", path: `${page}#support` });
  for (const text of chosen.unknown) risks.push({ text: `This is not known of it: ${text}.`, path: page });
  for (const { criterion, share } of record.shares.toSorted((a, b) => b.share - a.share)) {
    const score = chosen.scores[record.shares.findIndex((one) => one.criterion === criterion)] ?? null;
    const path = `${page}#score-${criterion}`;
    const name = criterionOf(criterion).name;
    if (share < counting) continue;
    if (score === null)
      risks.push({ text: `Too little is known of its ${name.toLowerCase()}, which counts ${percent(share)}.`, path });
    else if (score < ordinary)
      risks.push({
        text: `Its ${name.toLowerCase()} is weak, ${score.toFixed(1)} of 5, and counts ${percent(share)}.`,
        path,
      });
  }
  const against = weightiest(record, evidence, chosen.slug, -1).filter(
    ({ n, claim }) => weightIn(record, claim) > 0 && read.every((one) => one.n !== n),
  );
  for (const { claim } of against)
    risks.push({
      text: `“${claim.text}” (${verdicts.find(({ id }) => id === claim.verdict)?.name.toLowerCase()})`,
      path: `${page}#claim-${claim.slug}`,
    });
  return risks.slice(0, mostRisks);
}
