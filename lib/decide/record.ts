import { type CriterionId, criteria } from "../claims/criteria.ts";
import { fieldOf, flipsFor, outcomeOf } from "./decide.ts";
import { type DecisiveClaim, decisiveClaims } from "./decisive.ts";
import type { DecideOption } from "./option.ts";
import type { RecordClaim } from "./record-claims.ts";
import { type Decision, decideSearch } from "./search-params.ts";

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
  /** The part of all weightings in which it wins. */
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
  version: 1;
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
  /** Slugs of those that missing evidence could put first. */
  rivalsByMissing: string[];
  /** Claims that the outcome hangs on. */
  decisive: DecisiveClaim[];
}

/** With so many options at most, a record has room for the claims on each; of more, for those on the first five. */
const roomForAll = 10;
const roomForFirst = 5;

/** The slugs whose claims a record holds: the first ones, and what was chosen. */
export function detailedOf(decision: Decision, options: readonly DecideOption[], chosen: string): string[] {
  const { ranked } = outcomeOf(decision.weights, fieldOf(decision, options).allowed);
  const first = ranked.slice(0, ranked.length <= roomForAll ? roomForAll : roomForFirst).map((one) => one.option.slug);
  return [...new Set([...first, ...(ranked.some((one) => one.option.slug === chosen) ? [chosen] : [])])];
}

/** Figures of a record are kept to six places: what is computed again from them is the same. */
const kept = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * A decision with all that it rests on, as of a day.
 * @param claims those on every option
 * @param detailed whose claims the record holds; all are looked at for what the outcome hangs on
 */
export function recordOf(
  decision: Decision,
  words: RecordWords,
  options: readonly DecideOption[],
  claims: ReadonlyMap<string, RecordClaim[]>,
  detailed: readonly string[],
  day: string,
): RecordData {
  const field = fieldOf(decision, options);
  const outcome = outcomeOf(decision.weights, field.allowed);
  const slugAt = (index: number) => field.allowed[index]?.slug ?? "";
  return {
    version: 1,
    day,
    words,
    search: decideSearch(decision, true),
    demands: field.demands.map(({ text }) => text),
    shares: criteria.map(({ id }, index) => ({ criterion: id, share: kept(outcome.shares[index] ?? 0) })),
    options: outcome.ranked.map(({ option, rank, total, low, high }) => ({
      ...option,
      rank,
      total: kept(total),
      low: kept(low),
      high: kept(high),
      wins: field.winShares[field.allowed.indexOf(option)] ?? 0,
      unknown: field.unknown.get(option.slug)?.map(({ demand, why }) => `${demand.text} (${why})`) ?? [],
      claims: detailed.includes(option.slug) ? (claims.get(option.slug) ?? []) : null,
    })),
    excluded: field.excluded.map(({ option, because }) => ({
      slug: option.slug,
      name: option.name,
      because: because.map(({ why }) => why),
    })),
    lead: outcome.lead === null ? null : kept(outcome.lead),
    group: outcome.group.map((one) => one.option.slug),
    flips: flipsFor(outcome, field.allowed).flatMap(({ below, above }, index) => {
      const criterion = criteria[index]?.id;
      const flip = (one: typeof below) => one && { at: kept(one.at), slug: slugAt(one.rival) };
      return criterion ? [{ criterion, below: flip(below), above: flip(above) }] : [];
    }),
    rivalsByMissing: outcome.rivalsByMissing.map((one) => one.option.slug),
    decisive: decisiveClaims(outcome, claims),
  };
}
