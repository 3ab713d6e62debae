import "server-only";
import { type ClaimView, toClaim } from "../claims/view.ts";
import { db } from "../db/index.ts";
import { getReviews, type Review } from "../ratings/queries.ts";
import type { RatingTallyView } from "../ratings/rules.ts";
import { toRatings } from "../ratings/tallies.ts";
import type { Cycle } from "../releases/support.ts";
import { today } from "../text/dates.ts";
import type { Facts } from "./facts.ts";
import type { FeatureView } from "./features.ts";
import type { BenchmarkResult, Lineage, Resource, StarCount, UsageFigure } from "./figures.ts";
import { frameworkSelect } from "./select.ts";

/** What a reader corrected, once a moderator agreed. */
export interface Correction {
  text: string;
  url: string;
  day: string;
}

/** One framework with all that its pages show. Plain values only. */
export interface FrameworkView {
  slug: string;
  name: string;
  tagline: string;
  aliases: string[];
  /** Slug in simple-icons. */
  icon: string | null;
  policyUrl: string | null;
  supportSource: string | null;
  supportAsOf: string | null;
  supportNote: string | null;
  /** Whether somebody suggested it, and nothing is known of it but its site. */
  suggested: boolean;
  facts: Facts;
  features: FeatureView[];
  releases: Cycle[];
  stars: StarCount[];
  claims: ClaimView[];
  ratings: RatingTallyView[];
  reviews: Review[];
  resources: Resource[];
  corrections: Correction[];
  lineage: Lineage[];
  /** What came of it, or was written after it. */
  descendants: { relation: string; slug: string; name: string }[];
  benchmarks: BenchmarkResult[];
  usage: UsageFigure[];
}

/** One framework as its pages show it, as of today; null when there is none of that slug. */
export async function loadFramework(slug: string): Promise<FrameworkView | null> {
  const [row, descendants, reviews, corrections] = await Promise.all([
    db().framework.findFirst({ where: { slug, retiredAt: null }, select: frameworkSelect }),
    getDescendants(slug),
    getReviews(slug),
    getCorrections(slug),
  ]);
  if (!row) return null;
  const day = today();
  const { facts, features, claims, ratingTallies, suggestionId, ...rest } = row;
  return {
    ...rest,
    suggested: suggestionId !== null,
    corrections,
    facts: Object.fromEntries(facts.map(({ key, ...fact }) => [key, fact])) as Facts,
    features: features.map(({ key, ...feature }) => ({ id: key, ...feature }) as FeatureView),
    claims: claims.map((claim) => toClaim(claim, row.releases, day)),
    ratings: toRatings(ratingTallies),
    reviews,
    descendants,
  };
}

async function getDescendants(slug: string): Promise<FrameworkView["descendants"]> {
  const rows = await db().lineage.findMany({
    where: { relatedSlug: slug, framework: { retiredAt: null } },
    select: { relation: true, framework: { select: { slug: true, name: true } } },
    orderBy: { framework: { name: "asc" } },
  });
  return rows.map(({ relation, framework }) => ({ relation, ...framework }));
}

async function getCorrections(slug: string): Promise<Correction[]> {
  const rows = await db().suggestion.findMany({
    where: { kind: "correction", status: "approved", framework: { slug } },
    orderBy: { decidedAt: "desc" },
    select: { body: true, decidedAt: true },
  });
  return rows.map(({ body, decidedAt }) => {
    const { text, url } = body as { text: string; url: string };
    return { text, url, day: decidedAt?.toISOString().slice(0, 10) ?? today() };
  });
}
