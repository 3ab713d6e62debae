import type { CriterionScore } from "../bench/score.ts";
import { criteria } from "../claims/criteria.ts";

export interface ScoreCell extends Pick<CriterionScore, "value" | "low" | "high" | "coverage"> {
  best: boolean;
}

export interface ScoreRow {
  /** Of the criterion, in the registry's order. */
  index: number;
  /** One per framework. */
  cells: ScoreCell[];
  differs: boolean;
}

/** Scores that differ by less are level: shown to one place they may read alike. */
const level = 0.1;
/** From this many points on, scores differ. */
const apart = 0.5;

const nothing = { value: null, low: 1, high: 5, coverage: 0 };

/** A row for each criterion on which anything is known; the best are those level with the highest, unless all are. */
export function scoreRows(frameworks: readonly { scores: readonly CriterionScore[] }[]): ScoreRow[] {
  return criteria.flatMap((_, index) => {
    const scores = frameworks.map((framework) => framework.scores[index] ?? nothing);
    if (scores.every(({ coverage }) => coverage === 0)) return [];
    const known = scores.flatMap(({ value }) => value ?? []);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const tells = known.length > 1 && most - least >= level;
    return [
      {
        index,
        cells: scores.map(({ value, low, high, coverage }) => ({
          value,
          low,
          high,
          coverage,
          best: tells && value !== null && most - value < level,
        })),
        differs: known.length > 1 && most - least >= apart,
      },
    ];
  });
}
