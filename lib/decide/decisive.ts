import { shiftOf } from "../bench/score.ts";
import { criteria } from "../claims/criteria.ts";
import { direction, priorWeight, type Verdict } from "../claims/rules.ts";
import type { Outcome } from "./decide.ts";
import type { DecideOption } from "./option.ts";
import { level, type Ranked } from "./ranking.ts";
import type { RecordClaim } from "./record-claims.ts";

/** A claim that the outcome hangs on: with another verdict, another option would come first. */
export interface DecisiveClaim {
  framework: string;
  claim: string;
  text: string;
  /** What would have to become of it. */
  turns: Extract<Verdict, "outdated" | "still-true">;
  /** Slug of who would be first instead. */
  instead: string;
}

type One = Ranked<DecideOption>;

/** An option's total if one of its claims had another verdict: see `shiftOf` and `scoreOf`, which it follows. */
function totalWith(
  { option, total }: One,
  claims: readonly RecordClaim[],
  claim: RecordClaim,
  verdict: Verdict,
  shares: readonly number[],
): number {
  const index = criteria.findIndex(({ id }) => id === claim.criterion);
  const score = option.scores[index] ?? null;
  if (score === null || claim.decided) return total;
  const own = claims.filter((one) => one.criterion === claim.criterion && !one.decided);
  const before = shiftOf(own).shift;
  const after = shiftOf(own.map((one) => (one === claim ? { ...one, verdict } : one))).shift;
  const { ratings = 0, own: entered = 0 } = option.parts[index] ?? {};
  const moved = ((1 - entered) * (priorWeight * (after - before))) / (priorWeight + ratings);
  // Scores are shown, and weighed, to two places.
  return total + (shares[index] ?? 0) * (Math.round((score + moved) * 100) / 100 - score);
}

/**
 * Every claim that alone would change the first place if it were outdated (what raises the first, or lowers another) or
 * confirmed (what lowers the first, or raises another). Worked out for each, with the very rules of the scores.
 */
export function decisiveClaims(
  { ranked, shares }: Pick<Outcome, "ranked" | "shares">,
  claimsOf: ReadonlyMap<string, readonly RecordClaim[]>,
): DecisiveClaim[] {
  const [first, second] = ranked;
  if (!first || !second) return [];
  const found: DecisiveClaim[] = [];
  for (const one of ranked) {
    const claims = claimsOf.get(one.option.slug) ?? [];
    for (const claim of claims) {
      // For the first place it must sink, for any other it must rise.
      const turns = direction(claim) * (one === first ? 1 : -1) > 0 ? "outdated" : "still-true";
      if (claim.verdict === turns) continue;
      const total = totalWith(one, claims, claim, turns, shares);
      const flips = one === first ? second.total > total + level : total > first.total + level;
      if (flips)
        found.push({
          framework: one.option.slug,
          claim: claim.slug,
          text: claim.text,
          turns,
          instead: (one === first ? second : one).option.slug,
        });
    }
  }
  return found;
}
