/** How robust a winner is: the part of all possible weightings in which each option wins. */
import { level, middle, type Weighed } from "./ranking.ts";

/** How many weightings are tried. 95 % of such estimates lie within 1.96·√(p(1 − p)/n) ≤ 1 point of the truth. */
export const trials = 10_000;

/** Random numbers between 0 and 1 that are the same each time (mulberry32): the same decision shows the same figures. */
function steadyRandom(): () => number {
  let state = 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const kept = new Map<number, Float64Array>();

/**
 * Weightings drawn evenly from all that exist (−ln u per criterion: the flat Dirichlet distribution, Devroye 1986,
 * chapter 11), one after the other. They needn't sum to 1: the winner is the same.
 */
function weightings(criteria: number): Float64Array {
  let drawn = kept.get(criteria);
  if (!drawn) {
    const random = steadyRandom();
    drawn = Float64Array.from({ length: criteria * trials }, () => -Math.log(1 - random()));
    kept.set(criteria, drawn);
  }
  return drawn;
}

/**
 * For each option the part, 0 to 1, of all weightings of the criteria in which it has the highest total; options that
 * are level share. Missing scores count as the middle.
 */
export function winShares(options: readonly Weighed[], criteria: number): number[] {
  const wins = options.map(() => 0);
  if (options.length === 0) return wins;
  const scores = Float64Array.from(options.flatMap((option) => option.scores.map((score) => score ?? middle)));
  const drawn = weightings(criteria);
  const totals = new Float64Array(options.length);
  for (let trial = 0; trial < trials; trial += 1) {
    const start = trial * criteria;
    let best = -1;
    for (let option = 0; option < options.length; option += 1) {
      let total = 0;
      const row = option * criteria;
      for (let k = 0; k < criteria; k += 1) total += (drawn[start + k] as number) * (scores[row + k] as number);
      totals[option] = total;
      if (total > best) best = total;
    }
    let sharing = 0;
    for (const total of totals) if (best - total <= level) sharing += 1;
    for (let option = 0; option < options.length; option += 1)
      if (best - (totals[option] as number) <= level) wins[option] = (wins[option] as number) + 1 / sharing;
  }
  return wins.map((count) => count / trials);
}
