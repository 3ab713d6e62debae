/** Additive weighing: totals, intervals for what is missing, and the leader. Pure; scores are 1 to 5, shares sum to 1. */

/** What stands in for a score without evidence: the middle of the scale, as in the prior's rule. */
export const middle = 3;
export const lowest = 1;
export const highest = 5;

/** Under this lead there is no clear winner (see `leadOf`). */
export const clearLead = 0.1;

/** Totals closer than this are level: the noise of adding fractions lies far below. */
export const level = 1e-9;

/** One score per criterion, in one order for all; null without evidence. */
export type Scores = readonly (number | null)[];

export interface Weighed {
  scores: Scores;
}

export interface Ranked<T extends Weighed> {
  option: T;
  /** 1 to 5. */
  total: number;
  /** The total if everything that is missing were as bad, or as good, as can be. */
  low: number;
  high: number;
  /** From 1; options that are level share a rank. */
  rank: number;
}

/** Weights of any size, none negative, as shares of 1. When all are 0 they count the same. */
export function sharesOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (sum > 0 ? weight / sum : 1 / weights.length));
}

/** Σ w·s, with `missing` in place of a score that is not known. */
export function totalOf(scores: Scores, shares: readonly number[], missing = middle): number {
  let total = 0;
  for (let index = 0; index < shares.length; index += 1) total += (shares[index] ?? 0) * (scores[index] ?? missing);
  return total;
}

/** Best first; what is level stays in the order given, so that the same input always gives the same ranking. */
export function rank<T extends Weighed>(options: readonly T[], shares: readonly number[]): Ranked<T>[] {
  const ranked = options.map((option) => ({
    option,
    total: totalOf(option.scores, shares),
    low: totalOf(option.scores, shares, lowest),
    high: totalOf(option.scores, shares, highest),
    rank: 1,
  }));
  ranked.sort((a, b) => b.total - a.total);
  ranked.forEach((one, index) => {
    const before = ranked[index - 1];
    one.rank = before && before.total - one.total <= level ? before.rank : index + 1;
  });
  // Within a rank the noise of adding fractions decides nothing.
  const place = new Map(options.map((option, index) => [option, index]));
  return ranked.sort((a, b) => a.rank - b.rank || (place.get(a.option) ?? 0) - (place.get(b.option) ?? 0));
}

/**
 * How far `behind` lies behind `leader`, as a part of what the leader has above the scale's lowest, 1:
 * (A − B) / (A − 1), 0 to 1. Worked: 4.0 before 3.7 → 0.1. With the leader at 1, everything is level: 0.
 */
export function leadOf(leader: number, behind: number): number {
  return leader - lowest < level ? 0 : Math.max(0, (leader - behind) / (leader - lowest));
}

/** Whoever is less than 10 % behind the first, the first among them: more than one means no clear winner. */
export function leadingGroup<T extends Weighed>(ranked: readonly Ranked<T>[]): Ranked<T>[] {
  const first = ranked[0];
  return first ? ranked.filter((one) => one === first || leadOf(first.total, one.total) < clearLead - level) : [];
}

/**
 * What a rival's missing scores would have to be on average, by their shares, for it to be first: 3 + (A − B) / m, where m
 * is the share of what is missing. Over 5, missing evidence alone can't do it; null when nothing that counts is missing.
 */
export function neededOnMissing<T extends Weighed>(
  first: Ranked<T>,
  rival: Ranked<T>,
  shares: readonly number[],
): number | null {
  const missing = shares.reduce((sum, share, k) => sum + ((rival.option.scores[k] ?? null) === null ? share : 0), 0);
  return missing < level ? null : middle + (first.total - rival.total) / missing;
}

/** Those that could be ahead of the first, if what is missing turned out their way. */
export function rivalsByMissing<T extends Weighed>(ranked: readonly Ranked<T>[]): Ranked<T>[] {
  const first = ranked[0];
  if (!first) return [];
  return ranked.filter(
    (one) =>
      one !== first &&
      one.high > first.low + level &&
      (one.high - one.total > level || first.total - first.low > level),
  );
}
