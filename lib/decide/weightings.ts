/** How robust a winner is: how often each option comes first when the reader's weights are moved a little. */
import { filledScores, level, type Weighed } from "./ranking.ts";

/**
 * How many weightings are tried. They are spread evenly, so the estimates lie closer to the truth than random ones, of
 * which 95 % would be within 1.96·√(p(1 − p)/n) ≤ 2.2 points.
 */
export const trials = 2_000;

/** Every weight lies between its half and its double, each factor as likely as its inverse. */
export const reach = 2;

/**
 * The radical inverse of a whole number, 0 to 1: one coordinate of Halton's sequence (Numerische Mathematik 2, 1960), which
 * fills a cube evenly with one prime for each dimension. The same decision shows the same figures each time.
 */
function radicalInverse(number: number, prime: number): number {
  let inverse = 0;
  for (let rest = number, unit = 1 / prime; rest > 0; rest = Math.floor(rest / prime), unit /= prime)
    inverse += (rest % prime) * unit;
  return inverse;
}

function firstPrimes(count: number): number[] {
  const primes: number[] = [];
  for (let number = 2; primes.length < count; number += 1)
    if (primes.every((prime) => number % prime !== 0)) primes.push(number);
  return primes;
}

const kept = new Map<number, Float64Array>();

/** Factors for every criterion, one weighting after the other. */
function factors(criteria: number): Float64Array {
  let drawn = kept.get(criteria);
  if (!drawn) {
    const primes = firstPrimes(criteria);
    drawn = Float64Array.from({ length: criteria * trials }, (_, place) => {
      const part = radicalInverse(Math.floor(place / criteria) + 1, primes[place % criteria] ?? 2);
      return reach ** (2 * part - 1);
    });
    kept.set(criteria, drawn);
  }
  return drawn;
}

/**
 * For each option the part, 0 to 1, of the weightings around the reader's own in which it has the highest total; options
 * that are level share. A criterion that counts nothing goes on counting nothing.
 */
export function nearbyWins(options: readonly Weighed[], shares: readonly number[]): number[] {
  const wins = options.map(() => 0);
  if (options.length === 0) return wins;
  const criteria = shares.length;
  const scores = Float64Array.from(options.flatMap(filledScores));
  const drawn = factors(criteria);
  const weights = new Float64Array(criteria);
  const totals = new Float64Array(options.length);
  for (let trial = 0; trial < trials; trial += 1) {
    const start = trial * criteria;
    let sum = 0;
    for (let k = 0; k < criteria; k += 1) {
      weights[k] = (shares[k] ?? 0) * (drawn[start + k] as number);
      sum += weights[k] as number;
    }
    let best = -1;
    for (let option = 0; option < options.length; option += 1) {
      let total = 0;
      const row = option * criteria;
      for (let k = 0; k < criteria; k += 1) total += (weights[k] as number) * (scores[row + k] as number);
      totals[option] = total / sum;
      if (total / sum > best) best = total / sum;
    }
    let sharing = 0;
    for (const total of totals) if (best - total <= level) sharing += 1;
    for (let option = 0; option < options.length; option += 1)
      if (best - (totals[option] as number) <= level) wins[option] = (wins[option] as number) + 1 / sharing;
  }
  return wins.map((count) => count / trials);
}
