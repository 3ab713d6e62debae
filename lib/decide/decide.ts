import { criteria, criterionIds } from "../claims/criteria.ts";
import { type Demand, demandsOf } from "./constraints.ts";
import { type Flips, flipsOf } from "./flip-points.ts";
import type { DecideOption } from "./option.ts";
import { withOwnScores } from "./own-scores.ts";
import { knownOf, leadingGroup, leadOf, leastKnown, type Ranked, rank, sharesOf } from "./ranking.ts";
import type { Decision } from "./search-params.ts";
import { nearbyWins } from "./weightings.ts";

/** A demand that an option fails, or of which it is not known. */
export interface Finding {
  demand: Demand;
  why: string;
}

export interface Excluded {
  option: DecideOption;
  /** Why: one or more. */
  because: Finding[];
}

/** What the constraints leave, and what they take out. */
export interface Narrowed {
  demands: Demand[];
  allowed: DecideOption[];
  /** By slug, of those that are allowed: what is not known of a demand. */
  unknown: Map<string, Finding[]>;
  /** The nearest to being allowed first. */
  excluded: Excluded[];
  /** Those that weren't named and of which nothing is known. */
  blank: DecideOption[];
}

/** Takes out what the constraints exclude. It doesn't look at the weights: moving one asks nothing of it. */
export function narrow(
  decision: Pick<Decision, "frameworks" | "constraints" | "strict"> & Partial<Pick<Decision, "own">>,
  all: readonly DecideOption[],
): Narrowed {
  const chosen = decision.frameworks.length > 0 ? new Set(decision.frameworks) : null;
  const demands = demandsOf(decision.constraints);
  const unknown = new Map<string, Finding[]>();
  const allowed: DecideOption[] = [];
  const excluded: Excluded[] = [];
  const blank: DecideOption[] = [];
  for (const option of all) {
    if (chosen && !chosen.has(option.slug)) continue;
    if (!chosen && option.scores.every((score) => score === null)) {
      blank.push(option);
      continue;
    }
    const asked = demands.map((demand) => ({ demand, ...demand.ask(option) }));
    const because = asked.filter(({ answer }) => answer === "fails" || (answer === "unknown" && decision.strict));
    if (because.length > 0) {
      excluded.push({ option, because });
      continue;
    }
    allowed.push(option);
    const open = asked.filter(({ answer }) => answer === "unknown");
    if (open.length > 0) unknown.set(option.slug, open);
  }
  excluded.sort((a, b) => a.because.length - b.because.length);
  return { demands, allowed: withOwnScores(allowed, decision.own ?? []), unknown, excluded, blank };
}

export interface Outcome {
  /** Of 1, in the criteria's order. */
  shares: number[];
  /** Those of which enough is known for these weights, best first. */
  ranked: Ranked<DecideOption>[];
  /** Those of which too little is known: they stand apart, in the order given. */
  apart: DecideOption[];
  /** The first and whoever is too close to call with it: more than one means no clear winner. */
  group: Ranked<DecideOption>[];
  /** How far the second lies behind the first (see `leadOf`); null with fewer than two. */
  lead: number | null;
}

/** The ranking of what the constraints leave. Quick enough for every move of a slider. */
export const outcomeOf = (weights: Decision["weights"], allowed: readonly DecideOption[]): Outcome =>
  outcomeWith(sharesOf(criterionIds.map((id) => weights[id])), allowed);

/** The same by shares of 1, in the criteria's order. */
export function outcomeWith(shares: number[], allowed: readonly DecideOption[]): Outcome {
  const known: DecideOption[] = [];
  const apart: DecideOption[] = [];
  for (const option of allowed) (knownOf(option, shares) >= leastKnown ? known : apart).push(option);
  const ranked = rank(known, shares);
  const [first, second] = ranked;
  return {
    shares,
    ranked,
    apart,
    group: leadingGroup(ranked),
    lead: first && second ? leadOf(first.total, second.total) : null,
  };
}

/** What would change the winner, in the criteria's order; `rival` counts in `ranked`. Empty when nothing is ranked. */
export function flipsFor({ ranked, shares }: Outcome): Flips[] {
  const options = ranked.map(({ option }) => option);
  return options.length === 0 ? [] : criteria.map((_, index) => flipsOf(options, shares, 0, index));
}

/** By slug: the part of the weightings around the reader's own in which an option comes first, 0 to 1. */
export function nearbyWinsOf({ ranked, shares }: Outcome): Map<string, number> {
  const wins = nearbyWins(
    ranked.map(({ option }) => option),
    shares,
  );
  return new Map(ranked.map(({ option }, index) => [option.slug, wins[index] ?? 0]));
}
