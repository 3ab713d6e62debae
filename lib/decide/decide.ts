import { criteria, criterionIds } from "../claims/criteria.ts";
import { type Demand, demandsOf } from "./constraints.ts";
import { type Flips, flipsOf } from "./flip-points.ts";
import type { DecideOption } from "./option.ts";
import { leadingGroup, leadOf, type Ranked, rank, rivalsByMissing, sharesOf } from "./ranking.ts";
import type { Decision } from "./search-params.ts";
import { winShares } from "./weightings.ts";

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
export interface Field {
  demands: Demand[];
  allowed: DecideOption[];
  /** By slug, of those that are allowed: what is not known of a demand. */
  unknown: Map<string, Finding[]>;
  /** The nearest to being allowed first. */
  excluded: Excluded[];
  /** Those that weren't named and of which nothing is known: scores of nothing but the middle would rank them. */
  blank: DecideOption[];
  /** The part of all weightings that each allowed one wins, 0 to 1, in their order. */
  winShares: number[];
}

/** Takes out what the constraints exclude. It doesn't look at the weights: moving one asks nothing of it. */
export function fieldOf(
  decision: Pick<Decision, "frameworks" | "constraints" | "strict">,
  all: readonly DecideOption[],
): Field {
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
  return { demands, allowed, unknown, excluded, blank, winShares: winShares(allowed, criteria.length) };
}

export interface Outcome {
  /** Of 1, in the criteria's order. */
  shares: number[];
  ranked: Ranked<DecideOption>[];
  /** The first and whoever is less than 10 % behind: more than one means no clear winner. */
  group: Ranked<DecideOption>[];
  /** How far the second lies behind the first (see `leadOf`); null with fewer than two. */
  lead: number | null;
  /** Those that missing evidence could put first. */
  rivalsByMissing: Ranked<DecideOption>[];
}

/** The ranking of what the constraints leave. Quick enough for every move of a slider. */
export function outcomeOf(weights: Decision["weights"], allowed: readonly DecideOption[]): Outcome {
  const shares = sharesOf(criterionIds.map((id) => weights[id]));
  const ranked = rank(allowed, shares);
  const [first, second] = ranked;
  return {
    shares,
    ranked,
    group: leadingGroup(ranked),
    lead: first && second ? leadOf(first.total, second.total) : null,
    rivalsByMissing: rivalsByMissing(ranked),
  };
}

/** What would change the winner, in the criteria's order; `rival` counts in `allowed`. Empty when nothing is left. */
export function flipsFor({ ranked, shares }: Outcome, allowed: readonly DecideOption[]): Flips[] {
  const leader = ranked[0] ? allowed.indexOf(ranked[0].option) : -1;
  return leader < 0 ? [] : criteria.map((_, index) => flipsOf(allowed, shares, leader, index));
}
