/** Additive weighing: totals, intervals for what is missing, and the leader. Pure; scores are 1 to 5, shares sum to 1. */

export const lowest = 1;
export const highest = 5;

/** Under this lead there is no clear winner (see `leadOf`). */
export const clearLead = 0.1;

/** Totals closer than this are level: the noise of adding fractions lies far below. */
export const level = 1e-9;

/** Under this part of a decision's weights known, a framework stands apart: too little is known of it. */
export const leastKnown = 0.6;

/** One score per criterion, in one order for all; null where too little is known for a single number. */
export type Scores = readonly (number | null)[];

export interface Weighed {
  scores: Scores;
  /** Where each score lies with what is unknown at its worst and best; absent: the score itself, or the whole scale. */
  lows?: readonly number[] | undefined;
  highs?: readonly number[] | undefined;
  /** The part of each criterion's evidence that is known, 0 to 1; absent: all of a score, nothing of none. */
  coverage?: readonly number[] | undefined;
  /** What the known part of a score that is missing would give by itself; absent or null: nothing of it is known. */
  known?: readonly (number | null)[] | undefined;
  /** What stands in for scores that are missing, where that isn't worked out from the option's own others. */
  standIns?: readonly number[] | undefined;
}

export interface Ranked<T extends Weighed> {
  option: T;
  /** 1 to 5. */
  total: number;
  /** The total if everything that is unknown were as bad, or as good, as can be. */
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

/** From this coverage on a score stands alone; see `leastCoverage` of the bench. */
const enough = 0.5;

/**
 * The scores that are added up. One that is missing is stood in for by what is known of it and, for the part that isn't,
 * by the mean of the option's own scores, never by the middle of the scale; the interval keeps what that doesn't know.
 * Worked: own mean 4, of the missing one a quarter known that gives 2 → 3.
 */
export function filledScores({ scores, known, coverage, standIns }: Weighed): number[] {
  const whole = scores.filter((score) => score !== null);
  const own = whole.length > 0 ? whole.reduce((sum, score) => sum + score, 0) / whole.length : lowest;
  return scores.map((score, index) => {
    if (score !== null) return score;
    const given = standIns?.[index];
    if (given !== undefined) return given;
    const part = known?.[index] ?? null;
    const weight = part === null ? 0 : Math.min(1, (coverage?.[index] ?? 0) / enough);
    return weight * (part ?? 0) + (1 - weight) * own;
  });
}

/** Σ w·s of numbers, one for each criterion. */
export function totalOf(values: readonly number[], shares: readonly number[]): number {
  let total = 0;
  for (let index = 0; index < shares.length; index += 1) total += (shares[index] ?? 0) * (values[index] ?? lowest);
  return total;
}

/** What weights are put to: of each criterion the number that is added up, its worst and best, and the part known. */
interface Basis {
  filled: number[];
  lows: number[];
  highs: number[];
  coverage: number[];
}

const bases = new WeakMap<Weighed, Basis>();

/** No weight changes it: of an option it is worked out once, however often a slider moves. */
function basisOf(option: Weighed): Basis {
  let basis = bases.get(option);
  if (!basis) {
    const { scores, lows, highs, coverage } = option;
    basis = {
      filled: filledScores(option),
      lows: scores.map((score, index) => lows?.[index] ?? score ?? lowest),
      highs: scores.map((score, index) => highs?.[index] ?? score ?? highest),
      coverage: scores.map((score, index) => coverage?.[index] ?? (score === null ? 0 : 1)),
    };
    bases.set(option, basis);
  }
  return basis;
}

/** The part of a decision's weights that is known of an option, 0 to 1. */
export const knownOf = (option: Weighed, shares: readonly number[]): number =>
  totalOf(basisOf(option).coverage, shares);

/** Best first; what is level stays in the order given, so that the same input always gives the same ranking. */
export function rank<T extends Weighed>(options: readonly T[], shares: readonly number[]): Ranked<T>[] {
  const ranked = options.map((option) => {
    const { filled, lows, highs } = basisOf(option);
    return {
      option,
      total: totalOf(filled, shares),
      low: totalOf(lows, shares),
      high: totalOf(highs, shares),
      rank: 1,
    };
  });
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

/**
 * The first and everybody who is too close to call with it: less than 10 % behind, or ahead of it if what is unknown of
 * both turned out that way. More than one means no clear winner.
 */
export function leadingGroup<T extends Weighed>(ranked: readonly Ranked<T>[]): Ranked<T>[] {
  const first = ranked[0];
  if (!first) return [];
  const close = (one: Ranked<T>) => leadOf(first.total, one.total) < clearLead - level || one.high > first.low + level;
  return ranked.filter((one) => one === first || close(one));
}
