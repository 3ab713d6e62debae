import type { CriterionId } from "../claims/criteria.ts";

export const experiences = [
  { id: "tried", name: "Tried it" },
  { id: "side-project", name: "Side project" },
  { id: "production", name: "In production" },
] as const;
export type Experience = (typeof experiences)[number]["id"];

/** Under this many ratings there is no mean of a part, and no rank of a whole. */
export const fewestRatings = 5;

/** How many gave each number, from 1 to 5. */
export type Distribution = readonly [number, number, number, number, number];

export const countOf = (distribution: Distribution): number => distribution.reduce((sum, n) => sum + n, 0);
export const sumOf = (distribution: Distribution): number =>
  distribution.reduce((sum, n, index) => sum + n * (index + 1), 0);

/** How people of one experience rated a framework on a criterion. */
export interface RatingTallyView {
  criterion: CriterionId | "overall";
  experience: Experience;
  /** Those that count. */
  distribution: Distribution;
  /** All, with those that don't count yet. */
  everyone: number;
}

/** The distribution on one criterion, of people of every experience. */
export function distributionOf(
  ratings: readonly RatingTallyView[],
  criterion: RatingTallyView["criterion"],
): Distribution {
  return addDistributions(ratings.filter((one) => one.criterion === criterion).map((one) => one.distribution));
}

/** The distribution of several taken together. */
export function addDistributions(distributions: readonly Distribution[]): Distribution {
  const total: [number, number, number, number, number] = [0, 0, 0, 0, 0];
  for (const distribution of distributions)
    for (const index of [0, 1, 2, 3, 4] as const) total[index] += distribution[index];
  return total;
}

/**
 * Mean of ratings with its 90 % interval by the normal approximation, mean ± 1.645·s/√n, kept within 1 to 5; null
 * without ratings. With fewer than two, or all alike, the spread is taken as 1, so that few ratings never look certain.
 * Worked: 4 × 5 and 1 × 3 → 4.6, 3.94 to 5.
 */
export function meanOf(distribution: Distribution): { mean: number; low: number; high: number; n: number } | null {
  const n = countOf(distribution);
  if (n === 0) return null;
  const mean = sumOf(distribution) / n;
  const squares = distribution.reduce((sum, count, index) => sum + count * (index + 1 - mean) ** 2, 0);
  const spread = n > 1 && squares > 0 ? Math.sqrt(squares / (n - 1)) : 1;
  const half = (1.645 * spread) / Math.sqrt(n);
  return { mean, low: Math.max(1, mean - half), high: Math.min(5, mean + half), n };
}

/** A mean with how many it is of: "4.7 (15)". A slash would read as "of 15". */
export const ratingText = (mean: number, n: number): string => `${mean.toFixed(1)} (${n})`;
