import { criteria } from "../claims/criteria.ts";
import type { CatalogueRow } from "../frameworks/row.ts";

/** A catalogue row for tests, with what matters to the test given and all else plain. */
export function testRow(over: Partial<CatalogueRow> & { slug: string }): CatalogueRow {
  return {
    name: over.slug,
    tagline: "",
    aliases: [],
    icon: null,
    languages: [],
    platform: null,
    kind: null,
    licence: null,
    levels: [],
    useCases: [],
    topics: [],
    features: {},
    has: [],
    standing: "active",
    support: "unpublished",
    supportedUntil: null,
    supportPolicy: null,
    currentLine: null,
    latest: null,
    latestReleased: null,
    firstRelease: null,
    usage: null,
    stars: null,
    starsAsOf: null,
    pros: 0,
    cons: 0,
    claims: 0,
    confirmed: 0,
    contested: 0,
    rating: null,
    ratings: 0,
    votes: 0,
    scores: criteria.map(() => null),
    ...over,
  };
}
