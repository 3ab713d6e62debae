import { benchVersion } from "../bench/bench.ts";
import { type CriterionId, criteria, criterionIds } from "../claims/criteria.ts";
import { flipsFor, type Narrowed, narrow, nearbyWinsOf, type Outcome, outcomeOf, outcomeWith } from "./decide.ts";
import { type DecisiveClaim, decisiveClaims } from "./decisive.ts";
import type { Joint } from "./joint.ts";
import type { DecideOption } from "./option.ts";
import { type OwnCell, ownScoresText } from "./own-scores.ts";
import { exactWeight, mostWeight } from "./presets.ts";
import type { RecordClaim } from "./record-claims.ts";
import { type Decision, decideSearch, parseDecision } from "./search-params.ts";
import type { Spread, TeamCell, TeamOutcome } from "./team.ts";

/** What its author says of a decision. */
export interface RecordWords {
  title: string;
  context: string;
  /** Slug of what was chosen. */
  chosen: string;
  /** Why, where it isn't the first of the ranking or more is to be said. */
  because: string;
  deciders: string;
}

export interface RecordOption extends DecideOption {
  rank: number;
  total: number;
  low: number;
  high: number;
  /** The part of the weightings around the author's own in which it comes first; in version 1 of all weightings. */
  wins: number;
  /** What is not known of a constraint. */
  unknown: string[];
  /** What speaks for and against it; null where the record has no room for it. */
  claims: RecordClaim[] | null;
}

interface RecordFlip {
  at: number;
  slug: string;
}

/** A decision as it stood on a day, with the evidence of that day. Plain values only: it is kept as JSON. */
export interface RecordData {
  /** 1: scores came from counting claims. 2: from the bench. 3: a team's joint decision, which has `team`. */
  version: 1 | 2 | 3;
  /** The bench that made its scores; absent in version 1. */
  bench?: number;
  day: string;
  words: RecordWords;
  search: string;
  /** As conditions. */
  demands: string[];
  shares: { criterion: CriterionId; share: number }[];
  /** Best first. */
  options: RecordOption[];
  excluded: { slug: string; name: string; because: string[] }[];
  lead: number | null;
  /** Slugs of the first and whoever is less than 10 % behind. */
  group: string[];
  flips: { criterion: CriterionId; below: RecordFlip | null; above: RecordFlip | null }[];
  /** Slugs of those that missing evidence could put first; in version 1 only. */
  rivalsByMissing?: string[];
  /** Of these too little is known for the weights; absent in version 1. */
  apart?: { slug: string; name: string }[];
  /** Claims that the outcome hangs on. */
  decisive: DecisiveClaim[];
  /** Where a team agreed and differed; in version 3 only. */
  team?: RecordTeam;
}

/** What a record keeps of a team: no name and nobody's ballot, but what they come to together. */
export interface RecordTeam {
  people: number;
  round: number;
  /** The day on which the ballots were opened. */
  opened: string;
  weights: TeamOutcome["weights"];
  totals: { slug: string; total: Spread; firsts: number }[];
  /** Scores that they entered, as they are weighed: with the shares, all that the joint totals need beside the evidence. */
  entered: OwnCell[];
  /** Every score that somebody entered; in records of before 2026-11-27, where at least two did. */
  cells: Omit<TeamCell, "by">[];
}

/** With so many options at most, a record has room for the claims on each; of more, for those on the first five. */
const roomForAll = 10;
const roomForFirst = 5;

/** What a record is made from: a decision, worked out once. */
export interface WorkedOut {
  decision: Decision;
  narrowed: Narrowed;
  outcome: Outcome;
}

/** The same of what a team weighed together. */
export function workOutJoint(decision: Decision, joint: Joint, options: readonly DecideOption[]): WorkedOut {
  const narrowed = narrow({ ...decision, own: joint.cells }, options);
  return { decision, narrowed, outcome: outcomeWith(joint.shares, narrowed.allowed) };
}

/** A team's decision as one person's, with the same totals: shares as weights, of which the largest is 100, and scores. */
export function jointDecision(decision: Decision, { shares, cells }: Joint): Decision {
  const largest = Math.max(...shares);
  const weight = (index: number) => exactWeight(((shares[index] ?? 0) / largest) * mostWeight);
  return {
    ...decision,
    answers: [],
    own: cells,
    weights: Object.fromEntries(criterionIds.map((id, index) => [id, weight(index)])) as Decision["weights"],
  };
}

/**
 * The address of a record's decision, which comes to the same totals. Of a team's it is written from what the record keeps:
 * its `search` has, in those of before 2026-11-27, only the nearest whole weights.
 */
export function openingSearch({ search, shares, team }: RecordData): string {
  if (!team) return search;
  const joint = { shares: sharesIn(shares), cells: team.entered };
  return decideSearch(jointDecision(parseDecision(new URLSearchParams(search)), joint), true);
}

/** So many scores that a team entered are said in a line; all are in the appendix, and in the decision. */
const mostEntered = 6;

/** What of its scores a team entered, in words; "" where all are the evidence's. */
export const enteredText = ({ team, search, options }: RecordData): string =>
  ownScoresText(team?.entered ?? parseDecision(new URLSearchParams(search)).own, options, mostEntered);

/** The shares that a record was made with; a criterion that came later counted nothing. */
export const sharesIn = (shares: RecordData["shares"]): number[] =>
  criterionIds.map((id) => shares.find(({ criterion }) => criterion === id)?.share ?? 0);

export function workOut(decision: Decision, options: readonly DecideOption[]): WorkedOut {
  const narrowed = narrow(decision, options);
  return { decision, narrowed, outcome: outcomeOf(decision.weights, narrowed.allowed) };
}

/** The slugs whose claims a record holds: the first ones, and what was chosen. */
export function detailedOf({ outcome: { ranked } }: WorkedOut, chosen: string): string[] {
  const first = ranked.slice(0, ranked.length <= roomForAll ? roomForAll : roomForFirst).map((one) => one.option.slug);
  return [...new Set([...first, ...(ranked.some((one) => one.option.slug === chosen) ? [chosen] : [])])];
}

/** Figures of a record are kept to six places: what is computed again from them is the same. */
const kept = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * A decision with all that it rests on, as of a day.
 * @param claims those on every option
 * @param detailed whose claims the record holds; all are looked at for what the outcome hangs on
 * @param team of a joint decision
 */
export function recordOf(
  { decision, narrowed, outcome }: WorkedOut,
  words: RecordWords,
  claims: ReadonlyMap<string, RecordClaim[]>,
  detailed: readonly string[],
  day: string,
  team?: RecordTeam,
): RecordData {
  const slugAt = (index: number) => outcome.ranked[index]?.option.slug ?? "";
  const wins = nearbyWinsOf(outcome);
  return {
    version: team ? 3 : 2,
    bench: benchVersion,
    day,
    words,
    search: decideSearch(decision, true),
    demands: narrowed.demands.map(({ text }) => text),
    shares: criteria.map(({ id }, index) => ({ criterion: id, share: kept(outcome.shares[index] ?? 0) })),
    options: outcome.ranked.map(({ option, rank, total, low, high }) => ({
      ...option,
      rank,
      total: kept(total),
      low: kept(low),
      high: kept(high),
      wins: wins.get(option.slug) ?? 0,
      unknown: narrowed.unknown.get(option.slug)?.map(({ demand, why }) => `${demand.text} (${why})`) ?? [],
      claims: detailed.includes(option.slug) ? (claims.get(option.slug) ?? []) : null,
    })),
    excluded: narrowed.excluded.map(({ option, because }) => ({
      slug: option.slug,
      name: option.name,
      because: because.map(({ why }) => why),
    })),
    lead: outcome.lead === null ? null : kept(outcome.lead),
    group: outcome.group.map((one) => one.option.slug),
    flips: flipsFor(outcome).flatMap(({ below, above }, index) => {
      const criterion = criteria[index]?.id;
      const flip = (one: typeof below) => one && { at: kept(one.at), slug: slugAt(one.rival) };
      return criterion ? [{ criterion, below: flip(below), above: flip(above) }] : [];
    }),
    apart: outcome.apart.map(({ slug, name }) => ({ slug, name })),
    decisive: decisiveClaims(outcome, claims),
    ...(team && { team }),
  };
}
