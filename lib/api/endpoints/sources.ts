import { z } from "zod";
import { criteria } from "../../claims/criteria.ts";
import { getSource } from "../../claims/source.ts";
import { endpoint } from "../endpoint.ts";
import { paginate } from "../pagination.ts";
import { notFound } from "../problem.ts";
import { criterionSchema, presentCriterion } from "../resources/criterion.ts";
import { presentSourceDetail, sourceDetailSchema, sourceSchema } from "../resources/source.ts";
import * as schema from "../schema.ts";
import { getSnapshot } from "../snapshot.ts";

export const sourceEndpoints = [
  endpoint({
    id: "listCriteria",
    path: "/criteria",
    tag: "Vocabulary and sources",
    summary: "List the criteria",
    description: "The fixed vocabulary by which claims are grouped and ratings given, whole, in reading order.",
    params: z.object({}),
    query: z.object({}),
    response: schema.listOf("CriterionList", criterionSchema),
    example: "/criteria",
    run: async () => schema.wholeList(criteria.map(presentCriterion)),
  }),
  endpoint({
    id: "listSources",
    path: "/sources",
    tag: "Vocabulary and sources",
    summary: "List sources",
    description: "Publications that claims rest on, with how much each supports and disputes, by id.",
    params: z.object({}),
    query: z.object({
      kind: schema
        .list(schema.sourceKind)
        .describe("Of any of these kinds.")
        .meta({ examples: [["article"]] }),
      ...schema.paging,
    }),
    response: schema.listOf("SourceList", sourceSchema),
    example: "/sources?kind=article&limit=1",
    run: async (_params, asked) => {
      const { sources } = await getSnapshot();
      const chosen = sources.filter(({ kind }) => !asked.kind?.length || asked.kind.includes(kind));
      return paginate(chosen, asked, { idOf: ({ id }) => id, scope: "sources" });
    },
  }),
  endpoint({
    id: "getSource",
    path: "/sources/{slug}",
    tag: "Vocabulary and sources",
    summary: "Get a source",
    description: "One source with every claim that it speaks of, and how those have aged since.",
    params: z.object({ slug: schema.sourceId.meta({ examples: ["article-2020"] }) }),
    query: z.object({}),
    response: sourceDetailSchema,
    example: "/sources/article-2020",
    run: async ({ slug }) => {
      const { sources } = await getSnapshot();
      const source = sources.find(({ id }) => id === slug);
      const view = source && (await getSource(slug));
      if (!view) throw notFound(`source ${slug}`);
      return presentSourceDetail(source, view);
    },
  }),
];
