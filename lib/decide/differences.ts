import { type Criterion, criteria } from "../claims/criteria.ts";
import type { Scores } from "./ranking.ts";

interface Named {
  name: string;
  scores: Scores;
}

export interface Difference {
  criterion: Criterion;
  best: { name: string; score: number };
  worst: { name: string; score: number };
}

/** Scores nearer than this, of 1 to 5, tell nobody apart. */
const leastGap = 0.5;

/** The two criteria of those that count in which the known scores lie furthest apart, the widest first. */
export function differencesOf(group: readonly Named[], shares: readonly number[]): Difference[] {
  return criteria
    .flatMap((criterion, index) => {
      const known = group
        .flatMap(({ name, scores }) => {
          const score = scores[index] ?? null;
          return score === null ? [] : [{ name, score }];
        })
        .toSorted((a, b) => b.score - a.score);
      const [best, worst] = [known[0], known.at(-1)];
      return best && worst && (shares[index] ?? 0) > 0 ? [{ criterion, best, worst }] : [];
    })
    .map((one) => ({ ...one, gap: one.best.score - one.worst.score }))
    .filter(({ gap }) => gap >= leastGap)
    .toSorted((a, b) => b.gap - a.gap)
    .slice(0, 2)
    .map(({ criterion, best, worst }) => ({ criterion, best, worst }));
}
