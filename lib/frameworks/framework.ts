import { isoDay } from "../text/dates.ts";
import "server-only";
import { type Answer, type CheckId, checkIds } from "../bench/checks.ts";
import { type CriterionScore, scoresOf } from "../bench/score.ts";
import { type ClaimView, toClaim } from "../claims/view.ts";
import { db, type Transaction } from "../db/index.ts";
import { getReviews, type Review } from "../ratings/queries.ts";
import type { RatingTallyView } from "../ratings/rules.ts";
import { toRatings } from "../ratings/tallies.ts";
import type { Cycle } from "../releases/support.ts";
import { today } from "../text/dates.ts";
import { evidenceOf, type Measured, measuresOf } from "./evidence.ts";
import type { Facts } from "./facts.ts";
import { type FeatureView, featuresOf } from "./features.ts";
import type { BenchmarkResult, Lineage, Resource, StarCount, UsageFigure } from "./figures.ts";
import { frameworkSelect } from "./select.ts";
import type { Standing } from "./standing.ts";

/** What a reader corrected, once a moderator agreed. */
export interface Correction {
  text: string;
  url: string;
  day: string;
}

/** How a framework answers one of the bench's checks, and who says so. */
export interface AnswerView {
  check: CheckId;
  answer: Answer;
  source: string | null;
  asOf: string | null;
  note: string | null;
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
  standing: { value: Standing | null; source: string | null; asOf: string | null; note: string | null };
  /** Every answer to the bench's checks that is known, and every measure. */
  answers: AnswerView[];
  measures: Measured[];
  features: FeatureView[];
  /** On each criterion, in the registry's order. */
  scores: CriterionScore[];
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

type FrameworkRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;

const findRow = (from: Transaction, slug: string) =>
  from.framework.findFirst({ where: { slug, retiredAt: null }, select: frameworkSelect });

const factsOf = ({ facts }: FrameworkRow): Facts =>
  Object.fromEntries(facts.map(({ key, ...fact }) => [key, fact])) as Facts;

/** The verdicts and scores that follow from what is known on a day. */
function judge(row: FrameworkRow, day: string) {
  const claims = row.claims.map((claim) => toClaim(claim, row.releases, day));
  const ratings = toRatings(row.ratingTallies);
  return { claims, ratings, scores: scoresOf(evidenceOf(row, day), claims, ratings) };
}

const standingOf = ({ standing, standingSource, standingAsOf, standingNote }: FrameworkRow) => ({
  value: standing as Standing | null,
  source: standingSource,
  asOf: standingAsOf,
  note: standingNote,
});

/** In the order of the bench, whatever was written last. */
const answersOf = ({ answers }: FrameworkRow) =>
  (answers as AnswerView[]).toSorted((a, b) => checkIds.indexOf(a.check) - checkIds.indexOf(b.check));

/** What follows from what is known of a framework, as a transaction sees it now; null when there is no such framework. */
export async function loadJudged(
  tx: Transaction,
  slug: string,
): Promise<Pick<
  FrameworkView,
  "claims" | "scores" | "facts" | "answers" | "measures" | "releases" | "standing"
> | null> {
  const row = await findRow(tx, slug);
  if (!row) return null;
  const day = today();
  const known = { facts: factsOf(row), answers: answersOf(row), measures: measuresOf(row, day) };
  return { ...judge(row, day), ...known, releases: row.releases, standing: standingOf(row) };
}

/** One framework as its pages show it, as of today; null when there is none of that slug. */
export async function loadFramework(slug: string): Promise<FrameworkView | null> {
  const [row, descendants, reviews, corrections] = await Promise.all([
    findRow(db(), slug),
    getDescendants(slug),
    getReviews(slug),
    getCorrections(slug),
  ]);
  if (!row) return null;
  const day = today();
  const { facts: _facts, claims: _claims, ratingTallies: _tallies, suggestionId, answers: _answers, ...others } = row;
  const { standing: _s, standingSource: _so, standingAsOf: _a, standingNote: _n, measures: _m, ...rest } = others;
  const { claims, ratings, scores } = judge(row, day);
  return {
    ...rest,
    standing: standingOf(row),
    answers: answersOf(row),
    measures: measuresOf(row, day),
    scores,
    suggested: suggestionId !== null,
    corrections,
    facts: factsOf(row),
    features: featuresOf(row.answers),
    claims,
    ratings,
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
    return { text, url, day: decidedAt ? isoDay(decidedAt) : today() };
  });
}
