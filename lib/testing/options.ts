import { type CriterionId, criterionIds } from "../claims/criteria.ts";
import type { DecideOption } from "../decide/option.ts";

/** An option of a decision for tests: the scores that matter given, each from the bench alone. */
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
    standing: "active",
    support: "unpublished",
    supportedUntil: null,
    supportPolicy: null,
    scores: criterionIds.map((id) => scores[id] ?? null),
    // Enough is known to be ranked, unless a test says otherwise.
    coverage: criterionIds.map(() => 1),
    parts: criterionIds.map((id) => ({ bench: scores[id] ?? null, shift: 0, claims: 0, ratings: 0 })),
    ...over,
  };
}
