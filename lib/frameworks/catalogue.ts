import "server-only";
import { type CriterionScore, roundedScore, scoresOf } from "../bench/score.ts";
import { contestedOf } from "../claims/rules.ts";
import { claimSelect } from "../claims/select.ts";
import { levelsOf, useCasesOf } from "../claims/summary.ts";
import { topicsOf } from "../claims/topics.ts";
import { toClaim } from "../claims/view.ts";
import { db } from "../db/index.ts";
import { distributionOf, fewestRatings, meanOf } from "../ratings/rules.ts";
import { tallySelect, toRatings } from "../ratings/tallies.ts";
import { supportOf } from "../releases/support.ts";
import { today } from "../text/dates.ts";
import { evidenceOf } from "./evidence.ts";
import { featuresOf } from "./features.ts";
import type { CatalogueRow } from "./row.ts";
import type { Standing } from "./standing.ts";

/** A framework's row with what each of its scores is made of. */
export interface ScoredRow {
  row: CatalogueRow;
  scores: CriterionScore[];
}

export async function loadCatalogue(): Promise<CatalogueRow[]> {
  return (await loadScored()).map(({ row }) => row);
}

export async function loadScored(): Promise<ScoredRow[]> {
  const day = today();
  const rows = await findRows();
  return rows.map((row) => toScoredRow(row, day));
}

function findRows() {
  return db().framework.findMany({
    where: { retiredAt: null },
    orderBy: { name: "asc" },
    select: {
      slug: true,
      name: true,
      tagline: true,
      aliases: true,
      icon: true,
      facts: { select: { key: true, value: true, source: true, asOf: true, note: true } },
      standing: true,
      answers: { select: { check: true, answer: true } },
      measures: {
        select: {
          measure: true,
          value: true,
          low: true,
          high: true,
          source: true,
          asOf: true,
          licence: true,
          note: true,
        },
      },
      usage: { select: { survey: true, year: true, measure: true, percent: true, url: true, asOf: true } },
      releases: { orderBy: { position: "asc" } },
      claims: { where: { retiredAt: null }, select: claimSelect, orderBy: { position: "asc" } },
      ratingTallies: { select: tallySelect },
    },
  });
}

const policies = { yes: "dated", partly: "partly", no: "none" } as const;

/** By the check on a published support policy. */
function supportPolicyOf(answers: readonly { check: string; answer: string }[]): CatalogueRow["supportPolicy"] {
  const answer = answers.find(({ check }) => check === "support-policy")?.answer;
  return answer === undefined ? null : (policies[answer as keyof typeof policies] ?? null);
}

function toScoredRow(row: Awaited<ReturnType<typeof findRows>>[number], day: string): ScoredRow {
  const claims = row.claims.map((claim) => toClaim(claim, row.releases, day));
  const fact = <T>(key: string) => (row.facts.find((item) => item.key === key)?.value ?? null) as T | null;
  const ratings = toRatings(row.ratingTallies);
  const overall = meanOf(distributionOf(ratings, "overall"));
  const support = supportOf(row.releases, day);
  const latest = fact<{ version: string; released: string | null }>("latest");
  const features = featuresOf(row.answers);
  const has = features.filter(({ support: by }) => by === "builtin" || by === "official-package");
  const evidence = evidenceOf(row, day);
  const scores = scoresOf(evidence, claims, ratings);
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
    topics: topicsOf(claims),
    features: Object.fromEntries(features.map((feature) => [feature.id, feature.support])),
    has: has.map((feature) => feature.id),
    standing: row.standing as Standing | null,
    support: support.state,
    supportedUntil: support.until,
    supportPolicy: supportPolicyOf(row.answers),
    currentLine: support.current && { cycle: support.current.cycle, until: support.current.endOfLife },
    latest: latest?.version ?? null,
    latestReleased: latest?.released ?? null,
    firstRelease: fact<string>("firstRelease"),
    usage: evidence.measures["survey-use"]?.value ?? null,
    stars: fact<number>("stars"),
    starsAsOf: row.facts.find((item) => item.key === "stars")?.asOf ?? null,
    pros: claims.filter((claim) => claim.kind === "pro").length,
    cons: claims.filter((claim) => claim.kind === "con").length,
    claims: claims.length,
    confirmed: claims.filter((claim) => claim.verdict === "still-true").length,
    contested: contestedOf(claims),
    scores: scores.map(roundedScore),
    rating: overall && overall.n >= fewestRatings ? Math.round(overall.mean * 100) / 100 : null,
    ratings: overall?.n ?? 0,
    votes: claims.reduce((sum, claim) => sum + claim.votes.yes + claim.votes.no, 0),
  };
  return { row: plain, scores };
}
