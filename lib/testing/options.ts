import { type CriterionId, criterionIds } from "../claims/criteria.ts";
import type { DecideOption } from "../decide/option.ts";

/** An option of a decision for tests: the scores that matter given, each as if two claims raised it. */
export function testOption(
  slug: string,
  scores: Partial<Record<CriterionId, number>> = {},
  over: Partial<DecideOption> = {},
): DecideOption {
  return {
    slug,
    name: slug,
    icon: null,
    languages: [],
    licence: null,
    kind: null,
    levels: [],
    features: {},
    support: "unpublished",
    supportedUntil: null,
    scores: criterionIds.map((id) => scores[id] ?? null),
    parts: criterionIds.map((id) =>
      scores[id] === undefined ? null : { prior: scores[id], raising: 2, lowering: 0, claims: 2, ratings: 0 },
    ),
    ...over,
  };
}
