import type { CriterionId } from "../claims/criteria.ts";
import { type BenchItem, bench } from "./bench.ts";
import { type Answer, type CheckId, worthOfAnswer } from "./checks.ts";
import { type MeasureId, measures } from "./measures.ts";

/** What is known of a framework. An absent check or measure is unknown. */
export interface BenchEvidence {
  answers: Partial<Record<CheckId, Answer>>;
  /** Values in their unit; `low` and `high` where the value itself is uncertain. */
  measures: Partial<Record<MeasureId, { value: number; low?: number | null; high?: number | null }>>;
}

/** One line of a score: what it is worth and how much it weighs. `null`: unknown. */
export interface Part {
  item: BenchItem;
  worth: number | null;
  low: number;
  high: number;
}

export interface BenchScore {
  criterion: CriterionId;
  /** 1 to 5; null under half coverage: then there is no single score, only the interval. */
  value: number | null;
  /** 1 to 5: with everything unknown at its worst and at its best. */
  low: number;
  high: number;
  /** 0 to 1: the part of the weight that is known. */
  coverage: number;
  /** What the known part alone would give, 1 to 5; null when nothing is known. Too little to be shown as the score. */
  known: number | null;
}

const mapOf = new Map<MeasureId, (value: number) => number>(measures.map(({ id, map }) => [id, map]));

/** Under this part of the weight known, no single score is given. */
export const leastCoverage = 0.5;

/** Every part of a criterion's score, in the bench's order. Worth is 0 to 1. */
export function partsOf(criterion: CriterionId, { answers, measures: measured }: BenchEvidence): Part[] {
  return bench[criterion].map((item) => {
    if ("check" in item) {
      const answer = answers[item.check];
      const worth = answer === undefined ? null : worthOfAnswer[answer];
      return { item, worth, low: worth ?? 0, high: worth ?? 1 };
    }
    const measure = measured[item.measure];
    const map = mapOf.get(item.measure);
    if (!measure || !map) return { item, worth: null, low: 0, high: 1 };
    const worth = map(measure.value);
    const ends = [worth, map(measure.low ?? measure.value), map(measure.high ?? measure.value)];
    return { item, worth, low: Math.min(...ends), high: Math.max(...ends) };
  });
}

/**
 * b = weighted mean of what is known (0 to 1), the score 1 + 4·b. Low and high: the same over everything, with what is
 * unknown at 0 and at 1. Unknown is never counted as the middle: it widens the interval.
 * Worked: weights 60 and 40, the first worth 1, the second unknown → value 5, interval 3.4 to 5, coverage 0.6.
 */
export function benchScoreOf(criterion: CriterionId, evidence: BenchEvidence): BenchScore {
  const parts = partsOf(criterion, evidence);
  const sum = (valueOf: (part: Part) => number) =>
    parts.reduce((total, part) => total + part.item.weight * valueOf(part), 0);
  const coverage = sum(({ worth }) => (worth === null ? 0 : 1));
  const known = sum(({ worth }) => worth ?? 0);
  return {
    criterion,
    value: coverage < leastCoverage ? null : 1 + (4 * known) / coverage,
    low: 1 + 4 * sum(({ low }) => low),
    high: 1 + 4 * sum(({ high }) => high),
    coverage,
    known: coverage === 0 ? null : 1 + (4 * known) / coverage,
  };
}
