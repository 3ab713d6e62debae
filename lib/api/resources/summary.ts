import { z } from "zod";
import { criterionIds } from "../../claims/criteria.ts";
import { attributeOf } from "../../frameworks/attributes.ts";
import { featureIds, featureOf, formerFeatureIds } from "../../frameworks/features.ts";
import type { CatalogueRow } from "../../frameworks/row.ts";
import { fewestRatings } from "../../ratings/rules.ts";
import { routes } from "../../site/routes.ts";
import { apiUrl, pageUrl } from "../addresses.ts";
import * as schema from "../schema.ts";

const kinds = attributeOf("kind")?.facet?.options?.map(({ id }) => id) ?? [];

export const score = z.number().min(1).max(5);

export const frameworkKind = schema.named(
  "FrameworkKind",
  z.enum(kinds).describe("What a framework brings, in our reading."),
);

export const summaryShape = {
  id: schema.frameworkId,
  name: z.string(),
  tagline: z.string(),
  aliases: z.array(z.string()).describe("Other names that people type."),
  languages: z.array(z.string()),
  platform: z.string().nullable(),
  kind: frameworkKind.nullable(),
  licence: z.string().nullable(),
  levels: z.array(schema.level).describe("Levels that sources name: several when they disagree, none when none says."),
  useCases: z.array(schema.useCase).describe("What claims recommend it for that are neither disputed nor outdated."),
  features: schema
    .keyed([...featureIds, ...formerFeatureIds], schema.featureSupport.nullable())
    .describe(
      "How it comes by each feature; null is unknown. auth, background_jobs, cli_scaffolding and testing are former names of accounts, queues, generator and test-client.",
    ),
  standing: schema.standing.nullable().describe("Whether its makers mean it for new work; null: nobody says."),
  support: z.object({
    state: schema.supportState,
    until: schema.endDate.describe('The latest end among supported lines: an ISO day, "open", or null.'),
  }),
  latest: z
    .object({ version: z.string(), released: schema.partialDate.nullable() })
    .nullable()
    .describe("The newest stable version that we know of."),
  firstRelease: schema.partialDate.nullable(),
  stars: z
    .object({ count: schema.whole, asOf: schema.partialDate.nullable() })
    .nullable()
    .describe("Stars on GitHub: attention, not quality."),
  claims: z.object({
    total: schema.whole,
    pros: schema.whole,
    cons: schema.whole,
    confirmed: schema.whole.describe("Their verdict is still-true."),
    contested: schema.whole.describe("Their verdict is partly, disputed or outdated."),
  }),
  votes: schema.whole.describe("Votes on its claims that count."),
  rating: z.object({
    mean: score.nullable().describe(`Mean of the overall ratings; null under ${fewestRatings}.`),
    n: schema.whole.describe("Overall ratings that count."),
  }),
  scores: schema
    .keyed(criterionIds, score.nullable())
    .describe("Score per criterion, from the bench, claims and ratings; null when too little is known."),
  self: schema.self,
  page: schema.page,
};

export const summarySchema = schema.named(
  "FrameworkSummary",
  z.object(summaryShape).describe("A framework in a line: what a table shows."),
);

export type Summary = z.output<typeof summarySchema>;

export function presentSummary(row: CatalogueRow): Summary {
  const { slug, name, tagline, aliases, languages, platform, kind, licence, levels, firstRelease, votes } = row;
  return {
    id: slug,
    name,
    tagline,
    aliases,
    languages,
    platform,
    kind,
    licence,
    levels,
    useCases: row.useCases as Summary["useCases"],
    features: Object.fromEntries(
      [...featureIds, ...formerFeatureIds].map((id) => [id, row.features[featureOf(id) ?? "orm"] ?? null]),
    ) as Summary["features"],
    standing: row.standing,
    support: { state: row.support, until: row.supportedUntil },
    latest: row.latest === null ? null : { version: row.latest, released: row.latestReleased },
    firstRelease,
    stars: row.stars === null ? null : { count: row.stars, asOf: row.starsAsOf },
    claims: {
      total: row.claims,
      pros: row.pros,
      cons: row.cons,
      confirmed: row.confirmed,
      contested: row.contested,
    },
    votes,
    rating: { mean: row.rating, n: row.ratings },
    scores: Object.fromEntries(criterionIds.map((id, index) => [id, row.scores[index] ?? null])) as Summary["scores"],
    self: apiUrl(`/frameworks/${slug}`),
    page: pageUrl(routes.framework(slug)),
  };
}
