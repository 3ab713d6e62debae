import { type CriterionId, criteria } from "../claims/criteria.ts";
import { direction, type ScoredClaim, scoreOf, verdictWeight } from "../claims/rules.ts";
import { countOf, distributionOf, type RatingTallyView, sumOf } from "../ratings/rules.ts";
import { type BenchEvidence, benchScoreOf } from "./bench-score.ts";
import { judgementOf } from "./judge.ts";

export interface CriterionScore {
  criterion: CriterionId;
  /** 1 to 5; null when too little is known for a single number. */
  value: number | null;
  /** 1 to 5: where it lies with everything unknown at its worst and at its best. */
  low: number;
  high: number;
  /** 0 to 1: the part of the bench's weight that is known. */
  coverage: number;
  /** The bench alone, 1 to 5; null under half coverage. */
  bench: number | null;
  /** What the known part of the bench alone would give; null when nothing is known. */
  known: number | null;
  /** By how much claims move it: −0.5 to 0.5. */
  shift: number;
  /** Claims that move it: those with a direction that the bench doesn't already decide. */
  claims: number;
  raising: number;
  lowering: number;
  /** Ratings that count. */
  ratings: number;
}

/** Claims move a score by less than this, however many they are. */
const mostShift = 0.5;

const inScale = (value: number) => Math.min(5, Math.max(1, value));

/**
 * How far claims move a score: 0.5·(P − N)/(P + N + 2), where P and N are the summed weights of raising and lowering
 * claims by their verdicts. Worked: one pro still true → 0.17; three of them and a con that is unverified → 0.23.
 */
export function shiftOf(
  claims: readonly ScoredClaim[],
): Pick<CriterionScore, "shift" | "claims" | "raising" | "lowering"> {
  let raising = 0;
  let lowering = 0;
  let count = 0;
  for (const claim of claims) {
    const sign = direction(claim);
    if (sign === 0) continue;
    count += 1;
    if (sign > 0) raising += verdictWeight[claim.verdict];
    else lowering += verdictWeight[claim.verdict];
  }
  return { shift: (mostShift * (raising - lowering)) / (raising + lowering + 2), claims: count, raising, lowering };
}

type Claim = ScoredClaim & { criterion: CriterionId; decidedBy: string | null };

/** Whether a claim moves a score: what a check or measure already says of it is not counted again. */
export const moves = (claim: Claim, evidence: BenchEvidence): boolean =>
  direction(claim) !== 0 && judgementOf(claim, evidence) === null;

/** The score on each criterion, in the registry's order: the bench, moved by claims, then by the ratings that count. */
export function scoresOf(
  evidence: BenchEvidence,
  claims: readonly Claim[],
  ratings: readonly RatingTallyView[] = [],
): CriterionScore[] {
  return criteria.map(({ id }) => {
    const { value: bench, low, high, coverage, known } = benchScoreOf(id, evidence);
    const moved = shiftOf(claims.filter((claim) => claim.criterion === id && moves(claim, evidence)));
    const rated = distributionOf(ratings, id);
    const n = countOf(rated);
    const whole = (prior: number) => scoreOf(inScale(prior + moved.shift), sumOf(rated), n);
    return {
      criterion: id,
      value: bench === null ? null : whole(bench),
      low: whole(low),
      high: whole(high),
      coverage,
      bench,
      known,
      ...moved,
      ratings: n,
    };
  });
}

/** For tables and charts, to two places; null where there is no single score. */
export function roundedScore({ value }: Pick<CriterionScore, "value">): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}
