import "server-only";
import type { CriterionScore } from "../claims/score.ts";
import { getScoredCatalogue } from "../frameworks/queries.ts";
import type { CatalogueRow } from "../frameworks/row.ts";
import type { DecideOption } from "./option.ts";

/** Every framework as decisions see it, in alphabetical order. */
export async function getOptions(): Promise<DecideOption[]> {
  return (await getScoredCatalogue()).map(({ row, scores }) => toOption(row, scores));
}

export function toOption(row: CatalogueRow, scores: readonly CriterionScore[]): DecideOption {
  return {
    slug: row.slug,
    name: row.name,
    icon: row.icon,
    languages: row.languages,
    licence: row.licence,
    kind: row.kind,
    levels: row.levels,
    features: row.features,
    support: row.support,
    supportedUntil: row.supportedUntil,
    scores: row.scores,
    parts: scores.map(({ prior, raising, lowering, claims, ratings }) =>
      claims + ratings === 0
        ? null
        : { prior: hundredths(prior), raising: hundredths(raising), lowering: hundredths(lowering), claims, ratings },
    ),
  };
}

const hundredths = (value: number) => Math.round(value * 100) / 100;
