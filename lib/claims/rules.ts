import type { SourceKind } from "../sources/kinds.ts";
import { isInterested, isPrimary } from "../sources/kinds.ts";
import type { ClaimKind, Level, Stance } from "./kinds.ts";

/** What the rules need to know of an assertion. Dates are ISO and may be partial ("2024"). */
export interface Evidence {
  stance: Stance;
  sourceKind: SourceKind;
  /** When the source was published, or the state of it that was read. */
  date: string;
  /** A dispute's "no longer since". */
  since: string | null;
  /** End of support of the version that was current when the source was written; null when none is known. */
  versionEnded: string | null;
}

export interface Votes {
  yes: number;
  no: number;
}

export const verdicts = [
  {
    id: "still-true",
    name: "Still true",
    meaning:
      "Confirmed by primary evidence on a version that is still supported; nobody disputes it. Praise needs evidence that isn’t the project’s own.",
  },
  { id: "partly", name: "Partly", meaning: "Confirmed by primary evidence, and disputed by another source." },
  { id: "disputed", name: "Disputed", meaning: "A source disputes it, and no primary evidence confirms it." },
  {
    id: "outdated",
    name: "Outdated",
    meaning: "It was true: a source says since when it no longer is, or most voters say so.",
  },
  {
    id: "says-project",
    name: "Says the project",
    meaning: "Praise that only the project itself confirms: no measure, check, survey or independent source does.",
  },
  {
    id: "unverified",
    name: "Unverified",
    meaning: "Nobody disputes it, but only opinion or ended versions support it.",
  },
] as const;

export type Verdict = (typeof verdicts)[number]["id"];

export const noVotes: Votes = { yes: 0, no: 0 };

/** Votes speak from this many on. */
export const minimumVotes = 10;

/** z of the one-sided 90 % Wilson bound that orders claims. */
export const wilsonZ = 1.2816;

/**
 * Lower bound of the Wilson score interval for `hits` of `n` at `z`; 0 when n is 0. Range 0 to 1.
 * Wilson 1927. Worked: 9 of 10 → 0.7175; 90 of 100 → 0.8549; 1 of 1 → 0.3784.
 */
export function wilsonLower(hits: number, n: number, z = wilsonZ): number {
  if (n === 0 || hits === 0) return 0;
  const share = hits / n;
  const square = z * z;
  const centre = share + square / (2 * n);
  const spread = z * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n));
  return Math.max(0, (centre - spread) / (1 + square / n));
}

/** Whether a claim is praise: a pro that is no plain fact. Of praise, a project is no witness in its own cause. */
export const isPraise = ({ kind, factual }: { kind: string; factual: boolean }): boolean => kind === "pro" && !factual;

/**
 * The verdict on a claim as of an ISO day: evidence dated later is not yet known then. The first rule that fits holds:
 *  1. outdated          most voters say no (n ≥ 10, Wilson lower bound of "no" over ½)
 *  2. outdated          a dispute says since when it no longer holds, and nothing confirms it
 *  3. partly            it is confirmed and disputed
 *  4. disputed          it is disputed
 *  5. still true        it is confirmed
 *  6. says the project  it is praise, and only its own project confirms it
 *  7. unverified        otherwise
 * Confirmed: primary evidence supports it on a version still supported that day (of praise: evidence that isn't the
 * project's own), or most voters say yes.
 */
export function verdictOf(
  evidence: readonly Evidence[],
  asOf: string,
  votes: Votes = noVotes,
  praise = false,
): Verdict {
  const known = evidence.filter((item) => item.date <= asOf);
  const cast = votes.yes + votes.no;
  const mostly = (hits: number) => cast >= minimumVotes && wilsonLower(hits, cast) > 0.5;
  if (mostly(votes.no)) return "outdated";
  const live = (item: Evidence) => item.versionEnded === null || item.versionEnded >= asOf;
  const primary = known.filter((item) => item.stance === "supports" && isPrimary(item.sourceKind) && live(item));
  const confirmed = mostly(votes.yes) || primary.some((item) => !praise || !isInterested(item.sourceKind));
  const disputes = known.filter((item) => item.stance === "disputes");
  if (!confirmed && disputes.some((item) => item.since !== null && item.since <= asOf)) return "outdated";
  if (disputes.length > 0) return confirmed ? "partly" : "disputed";
  if (confirmed) return "still-true";
  return primary.length > 0 ? "says-project" : "unverified";
}

/** How much a claim counts in a score, by its verdict. */
export const verdictWeight: Record<Verdict, number> = {
  "still-true": 1,
  partly: 0.5,
  "says-project": 0.5,
  unverified: 0.5,
  disputed: 0.25,
  outdated: 0,
};

/** Whether something speaks against a claim of this verdict: the one meaning of *contested*. */
const contests: Record<Verdict, boolean> = {
  "still-true": false,
  "says-project": false,
  unverified: false,
  partly: true,
  disputed: true,
  outdated: true,
};

/** How many of the claims are contested: in the catalogue, a comparison, the API and a framework's warning. */
export const contestedOf = (claims: readonly { verdict: Verdict }[]): number =>
  claims.filter(({ verdict }) => contests[verdict]).length;

export interface ScoredClaim {
  kind: ClaimKind;
  level: Level | null;
  verdict: Verdict;
}

/** +1 raises its criterion, −1 lowers it, 0 says nothing of good or bad (features, use cases, history). */
export function direction(claim: { kind: ClaimKind; level: Level | null }): -1 | 0 | 1 {
  if (claim.kind === "pro" || claim.level === "beginner") return 1;
  if (claim.kind === "con" || claim.level === "advanced") return -1;
  return 0;
}

/** How many ratings a score without ratings is worth. */
export const priorWeight = 5;

/**
 * Bayesian mean of ratings (1 to 5) around what evidence alone gives: (C·m + Σ) / (C + n) with C = 5.
 * Worked: m = 3.67 and no rating → 3.67; m = 3 and ten ratings of 5 → 4.33.
 */
export function scoreOf(prior: number, ratingSum: number, ratingCount: number): number {
  return (priorWeight * prior + ratingSum) / (priorWeight + ratingCount);
}
