import { cached } from "../cache/cached.ts";
import "server-only";
import { catalogueTag, communityTag, frameworkTag } from "../cache/tags.ts";
import { toEvidence } from "../claims/as-of.ts";
import type { CriterionId } from "../claims/criteria.ts";
import type { ClaimKind, Level, Stance } from "../claims/kinds.ts";
import { noVotes, type Verdict, type Votes, verdictOf } from "../claims/rules.ts";
import { type CriterionScore, levelsOf, roundedScore, scoresOf, useCasesOf } from "../claims/score.ts";
import { db } from "../db/index.ts";
import type { Body } from "../moderation/schema.ts";
import {
  type Distribution,
  distributionOf,
  experiences,
  fewest,
  meanOf,
  type RatingTallyView,
} from "../ratings/rules.ts";
import { type Cycle, supportOf, versionEnd } from "../releases/support.ts";
import type { SourceKind } from "../sources/kinds.ts";
import { today } from "../text/dates.ts";
import type { FeatureId, FeatureSupport } from "./features.ts";
import type { CatalogueRow } from "./row.ts";
import type { FrameworkContent } from "./schema.ts";

const dayOf = (at: Date | null) => at?.toISOString().slice(0, 10) ?? today();

export interface FactView<T = unknown> {
  value: T | null;
  source: string | null;
  asOf: string | null;
  note: string | null;
  editorial: boolean;
}

/** Facts by key, as the seed's schema lets them in. */
export type Facts = {
  [K in keyof FrameworkContent["facts"]]?: FactView<NonNullable<FrameworkContent["facts"][K]["value"]>>;
};

export interface AssertionView {
  stance: Stance;
  locator: string;
  url: string | null;
  note: string | null;
  since: string | null;
  source: { slug: string; title: string; publisher: string; kind: SourceKind; date: string; url: string | null };
  /** End of life of the version that was current when the source was written. */
  versionEnded: string | null;
}

export interface ClaimView {
  id: number;
  slug: string;
  kind: ClaimKind;
  criterion: CriterionId;
  text: string;
  level: Level | null;
  useCases: string[];
  assertions: AssertionView[];
  verdict: Verdict;
  /** The votes that count. */
  votes: Votes;
  /** What it said before a suggestion gave it better words; null when it says what it always did, or isn't asked for. */
  reworded: { before: string; why: string; day: string } | null;
}

interface FeatureView {
  id: FeatureId;
  support: FeatureSupport;
  source: string | null;
  asOf: string | null;
  note: string | null;
}

const assertionSelect = {
  stance: true,
  locator: true,
  url: true,
  note: true,
  since: true,
  source: { select: { slug: true, title: true, publisher: true, kind: true, date: true, url: true } },
} as const;

export const claimSelect = {
  id: true,
  slug: true,
  kind: true,
  criterion: true,
  text: true,
  level: true,
  useCases: true,
  assertions: { select: assertionSelect, orderBy: { position: "asc" } },
  tally: { select: { yes: true, no: true } },
} as const;

/** With what became of its words: for the pages that show the claim itself. */
export const wordedClaimSelect = {
  ...claimSelect,
  wordedBefore: true,
  wording: { select: { body: true, decidedAt: true } },
} as const;

/** Rows of the claim table carry their vocabularies as text; the database's checks and the seed's schema vouch for them. */
interface ClaimRow {
  id: number;
  slug: string;
  kind: string;
  criterion: string;
  text: string;
  level: string | null;
  useCases: string[];
  assertions: (Omit<AssertionView, "stance" | "source" | "versionEnded"> & {
    stance: string;
    source: Omit<AssertionView["source"], "kind"> & { kind: string };
  })[];
  tally: Votes | null;
  wordedBefore?: string | null;
  wording?: { body: unknown; decidedAt: Date | null } | null;
}

const tallySelect = {
  criterion: true,
  experience: true,
  n1: true,
  n2: true,
  n3: true,
  n4: true,
  n5: true,
  everyone: true,
} as const;

interface TallyRow {
  criterion: string;
  experience: string;
  n1: number;
  n2: number;
  n3: number;
  n4: number;
  n5: number;
  everyone: number;
}

/** Tallies of ratings as the rules take them, those that nobody gave left out. */
function toRatings(rows: readonly TallyRow[]): RatingTallyView[] {
  return rows.flatMap(({ criterion, experience, n1, n2, n3, n4, n5, everyone }) => {
    const known = experiences.find(({ id }) => id === experience);
    if (!known || everyone === 0) return [];
    const distribution: Distribution = [n1, n2, n3, n4, n5];
    return [{ criterion: criterion as RatingTallyView["criterion"], experience: known.id, distribution, everyone }];
  });
}

export function toClaim(
  { tally, wording, wordedBefore, ...row }: ClaimRow,
  cycles: readonly Cycle[],
  day: string,
): ClaimView {
  const assertions = row.assertions.map(
    (assertion) => ({ ...assertion, versionEnded: versionEnd(cycles, assertion.source.date) }) as AssertionView,
  );
  const votes = tally ?? noVotes;
  const reworded =
    wording && wordedBefore
      ? { before: wordedBefore, why: (wording.body as Body<"wording">).why, day: dayOf(wording.decidedAt) }
      : null;
  return {
    ...row,
    assertions,
    votes,
    verdict: verdictOf(assertions.map(toEvidence), day, votes),
    reworded,
  } as ClaimView;
}

/** Slugs of the whole catalogue, in alphabetical order. */
export const getSlugs = cached("slugs", async () => {
  const rows = await db().framework.findMany({
    where: { retiredAt: null },
    select: { slug: true, name: true },
    orderBy: { name: "asc" },
  });
  return rows;
}, [catalogueTag]);

/** One row for every framework: what the table, the facets and the exports need, and no more. */
export const getCatalogue = cached("catalogue", loadCatalogue, [catalogueTag, communityTag]);

/** The same rows with what each score is made of: for decisions. */
export const getScoredCatalogue = cached("scored", loadScored, [catalogueTag, communityTag]);

/**
 * The same rows for what needs a framework's neighbours rather than their numbers: it isn't rendered anew with every
 * vote on any of them.
 */
export const getNeighbours = cached("neighbours", loadCatalogue, [catalogueTag]);

async function loadCatalogue(): Promise<CatalogueRow[]> {
  return (await loadScored()).map(({ row }) => row);
}

async function loadScored(): Promise<{ row: CatalogueRow; scores: CriterionScore[] }[]> {
  const day = today();
  const rows = await db().framework.findMany({
    where: { retiredAt: null },
    orderBy: { name: "asc" },
    select: {
      slug: true,
      name: true,
      tagline: true,
      aliases: true,
      icon: true,
      facts: { select: { key: true, value: true, asOf: true } },
      features: { select: { key: true, support: true } },
      releases: { orderBy: { position: "asc" } },
      claims: { where: { retiredAt: null }, select: claimSelect, orderBy: { position: "asc" } },
      ratingTallies: { select: tallySelect },
    },
  });
  return rows.map((row) => {
    const claims = row.claims.map((claim) => toClaim(claim, row.releases, day));
    const fact = <T>(key: string) => (row.facts.find((item) => item.key === key)?.value ?? null) as T | null;
    const ratings = toRatings(row.ratingTallies);
    const overall = meanOf(distributionOf(ratings, "overall"));
    const support = supportOf(row.releases, day);
    const latest = fact<{ version: string; released: string | null }>("latest");
    const has = row.features.filter(
      (feature) => feature.support === "builtin" || feature.support === "official-package",
    );
    const scores = scoresOf(claims, ratings);
    const plain: CatalogueRow = {
      slug: row.slug,
      name: row.name,
      tagline: row.tagline,
      aliases: row.aliases,
      icon: row.icon,
      languages: fact<string[]>("languages") ?? [],
      platform: fact<string>("platform"),
      kind: fact<string>("kind"),
      licence: fact<string>("licence"),
      levels: levelsOf(claims),
      useCases: useCasesOf(claims),
      features: Object.fromEntries(
        row.features.map((feature) => [feature.key, feature.support]),
      ) as CatalogueRow["features"],
      has: has.map((feature) => feature.key as FeatureId),
      support: support.state,
      supportedUntil: support.until,
      latest: latest?.version ?? null,
      latestReleased: latest?.released ?? null,
      firstRelease: fact<string>("firstRelease"),
      stars: fact<number>("stars"),
      starsAsOf: row.facts.find((item) => item.key === "stars")?.asOf ?? null,
      pros: claims.filter((claim) => claim.kind === "pro").length,
      cons: claims.filter((claim) => claim.kind === "con").length,
      claims: claims.length,
      confirmed: claims.filter((claim) => claim.verdict === "still-true").length,
      contested: claims.filter((claim) => claim.verdict !== "still-true" && claim.verdict !== "unverified").length,
      scores: scores.map(roundedScore),
      rating: overall && overall.n >= fewest ? Math.round(overall.mean * 100) / 100 : null,
      ratings: overall?.n ?? 0,
      votes: claims.reduce((sum, claim) => sum + claim.votes.yes + claim.votes.no, 0),
    };
    return { row: plain, scores };
  });
}

/** One framework with all that is known of it; null when there is none of that slug. */
export const getFramework = cached("framework", loadFramework, (slug) => [catalogueTag, frameworkTag(slug)]);

export type FrameworkView = NonNullable<Awaited<ReturnType<typeof loadFramework>>>;

async function loadFramework(slug: string) {
  const day = today();
  const row = await db().framework.findFirst({
    where: { slug, retiredAt: null },
    select: {
      slug: true,
      name: true,
      tagline: true,
      aliases: true,
      icon: true,
      policyUrl: true,
      supportSource: true,
      supportAsOf: true,
      supportNote: true,
      suggestionId: true,
      facts: { select: { key: true, value: true, source: true, asOf: true, note: true, editorial: true } },
      features: { select: { key: true, support: true, source: true, asOf: true, note: true } },
      releases: { orderBy: { position: "asc" } },
      stars: { select: { date: true, stars: true, source: true }, orderBy: { date: "asc" } },
      claims: { where: { retiredAt: null }, select: wordedClaimSelect, orderBy: { position: "asc" } },
      ratingTallies: { select: tallySelect },
      resources: {
        orderBy: { position: "asc" },
        select: {
          title: true,
          url: true,
          cost: true,
          format: true,
          state: true,
          note: true,
          recommendations: { select: { source: { select: { slug: true, title: true, date: true } } } },
        },
      },
      lineage: {
        orderBy: { position: "asc" },
        select: { relation: true, name: true, relatedSlug: true, source: true, note: true },
      },
      benchmarks: {
        orderBy: [{ run: { date: "desc" } }, { test: "asc" }],
        select: {
          label: true,
          test: true,
          version: true,
          rps: true,
          p50: true,
          p99: true,
          note: true,
          suspect: true,
          run: {
            select: {
              slug: true,
              suite: true,
              title: true,
              date: true,
              hardware: true,
              loadTool: true,
              method: true,
              caveat: true,
              url: true,
              licence: true,
              entrants: true,
              preferred: true,
            },
          },
        },
      },
      usage: {
        orderBy: [{ survey: "asc" }, { year: "desc" }, { measure: "asc" }],
        select: {
          survey: true,
          year: true,
          measure: true,
          percent: true,
          respondents: true,
          question: true,
          url: true,
          asOf: true,
          note: true,
        },
      },
    },
  });
  if (!row) return null;
  const descendants = await db().lineage.findMany({
    where: { relatedSlug: slug, framework: { retiredAt: null } },
    select: { relation: true, framework: { select: { slug: true, name: true } } },
    orderBy: { framework: { name: "asc" } },
  });
  const reviews = await db().rating.findMany({
    where: {
      framework: { slug },
      review: { not: null },
      person: { standing: "counted", hiddenReviews: { none: { framework: { slug } } } },
    },
    orderBy: { updatedAt: "desc" },
    take: 10,
    select: {
      reviewId: true,
      review: true,
      experience: true,
      years: true,
      stillUsing: true,
      updatedAt: true,
      scores: { where: { criterion: "overall" }, select: { value: true } },
    },
  });
  const corrections = await db().suggestion.findMany({
    where: { kind: "correction", status: "approved", framework: { slug } },
    orderBy: { decidedAt: "desc" },
    select: { body: true, decidedAt: true },
  });
  const { facts, features, claims, ratingTallies, suggestionId, ...rest } = row;
  return {
    ...rest,
    /** Whether somebody suggested it, and nothing is known of it but its site. */
    suggested: suggestionId !== null,
    corrections: corrections.map(({ body, decidedAt }) => {
      const { text, url } = body as Body<"correction">;
      return { text, url, day: dayOf(decidedAt) };
    }),
    facts: Object.fromEntries(facts.map(({ key, ...fact }) => [key, fact])) as Facts,
    features: features.map(({ key, ...feature }) => ({ id: key, ...feature }) as FeatureView),
    claims: claims.map((claim) => toClaim(claim, row.releases, day)),
    ratings: toRatings(ratingTallies),
    reviews: reviews.map(({ scores, reviewId, review, updatedAt, ...said }) => ({
      ...said,
      id: reviewId,
      text: review ?? "",
      overall: scores[0]?.value ?? null,
      at: updatedAt.toISOString(),
    })),
    descendants: descendants.map(({ relation, framework }) => ({ relation, ...framework })),
  };
}
