import { type CriterionId, criteria } from "../claims/criteria.ts";
import type { Level } from "../claims/kinds.ts";
import { direction, priorOf, type ScoredClaim, scoreOf, type Verdict } from "../claims/rules.ts";
import { countOf, distributionOf, type RatingTallyView, sumOf } from "../ratings/rules.ts";

/** Every level that a source supports: more than one when sources disagree. */
export function levelsOf(
  claims: readonly { level: Level | null; assertions: readonly { stance: "supports" | "disputes" }[] }[],
): Level[] {
  const found = new Set<Level>();
  for (const claim of claims) {
    const supported = claim.assertions.some((assertion) => assertion.stance === "supports");
    if (claim.level && supported) found.add(claim.level);
  }
  return [...found];
}

export interface CriterionScore {
  criterion: CriterionId;
  /** 1 to 5. */
  value: number;
  prior: number;
  /** Claims with a direction on this criterion; with 0 there is no evidence. */
  claims: number;
  raising: number;
  lowering: number;
  ratings: number;
}

/** Kinds of work that a claim recommends it for, unless that claim is disputed or outdated. */
export function useCasesOf(claims: readonly { useCases: string[]; verdict: Verdict }[]): string[] {
  const standing = claims.filter((claim) => claim.verdict !== "disputed" && claim.verdict !== "outdated");
  return [...new Set(standing.flatMap((claim) => claim.useCases))];
}

/** The score on each criterion, in the registry's order: the prior from the claims, moved by the ratings that count. */
export function scoresOf(
  claims: readonly (ScoredClaim & { criterion: CriterionId })[],
  ratings: readonly RatingTallyView[] = [],
): CriterionScore[] {
  return criteria.map(({ id }) => {
    const rated = distributionOf(ratings, id);
    const prior = priorOf(claims.filter((claim) => claim.criterion === id && direction(claim) !== 0));
    return {
      criterion: id,
      value: scoreOf(prior.value, sumOf(rated), countOf(rated)),
      prior: prior.value,
      claims: prior.claims,
      raising: prior.raising,
      lowering: prior.lowering,
      ratings: countOf(rated),
    };
  });
}

/** A score for tables and charts, to two places; null when neither claim nor rating says anything. */
export function roundedScore(score: CriterionScore): number | null {
  return score.claims === 0 && score.ratings === 0 ? null : Math.round(score.value * 100) / 100;
}
