import { z } from "zod";
import type { SourceView } from "../../claims/source.ts";
import { frameworkSchema as content } from "../../frameworks/schema.ts";
import { routes } from "../../site/routes.ts";
import type { SourceSummary } from "../../sources/queries.ts";
import { apiUrl, claimIdOf, pageUrl } from "../addresses.ts";
import * as schema from "../schema.ts";

const resourceContent = content.shape.resources.element.shape;

const shape = {
  id: schema.sourceId,
  kind: schema.sourceKind,
  title: z.string(),
  publisher: z.string(),
  url: schema.address.nullable(),
  date: schema.partialDate.describe("When it was published, or for living documentation the state that was read."),
  licence: z.string().nullable().describe("The licence of its data, where it says one."),
  note: schema.note,
  framework: schema.frameworkId.nullable().describe("Whose own documentation it is."),
  supports: schema.whole.describe("Assertions of it that support a claim."),
  disputes: schema.whole.describe("Assertions of it that dispute a claim."),
  self: schema.self,
  page: schema.page,
};

export const sourceSchema = schema.named("Source", z.object(shape).describe("A publication with a date."));

export const sourceDetailSchema = schema.named(
  "SourceDetail",
  z
    .object({
      ...shape,
      claims: z.array(
        z.object({
          claim: schema.claimId,
          framework: schema.frameworkId,
          text: z.string(),
          stance: schema.stance,
          verdict: schema.verdict,
          version: z
            .object({
              cycle: z.string(),
              end: schema.endDate,
              over: z.boolean().describe("Whether that end has passed."),
            })
            .nullable()
            .describe("The release line that was current when the source was written."),
        }),
      ),
      recommendations: z
        .array(
          z.object({
            framework: schema.frameworkId,
            title: z.string(),
            url: schema.address,
            cost: resourceContent.cost,
            state: resourceContent.state,
            note: schema.note,
          }),
        )
        .describe("What it recommends to learn from."),
    })
    .describe("A source with every claim that it speaks of."),
);

export type Source = z.output<typeof sourceSchema>;
type SourceDetail = z.output<typeof sourceDetailSchema>;

export function presentSource(source: SourceSummary, licence: string | null): Source {
  const { slug, kind, title, publisher, url, date, note, framework, supports, disputes } = source;
  return {
    id: slug,
    kind,
    title,
    publisher,
    url,
    date,
    licence,
    note,
    framework: framework?.slug ?? null,
    supports,
    disputes,
    self: apiUrl(`/sources/${slug}`),
    page: pageUrl(routes.source(slug)),
  };
}

export function presentSourceDetail(source: Source, view: SourceView): SourceDetail {
  return {
    ...source,
    claims: view.claims.map(({ framework, slug, text, stance, verdict, staleness }) => ({
      claim: claimIdOf(framework.slug, slug),
      framework: framework.slug,
      text,
      stance,
      verdict,
      version: staleness && { cycle: staleness.cycle, end: staleness.end, over: staleness.stale },
    })),
    recommendations: view.recommendations.map(({ framework, ...resource }) => ({
      framework: framework.slug,
      ...(resource as Omit<SourceDetail["recommendations"][number], "framework">),
    })),
  };
}
