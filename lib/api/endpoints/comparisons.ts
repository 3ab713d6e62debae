import { z } from "zod";
import { getCompared } from "../../compare/queries.ts";
import { asOfChoices, maxCompared, minCompared } from "../../compare/search-params.ts";
import { endpoint } from "../endpoint.ts";
import { invalid, notFound } from "../problem.ts";
import { comparisonSchema, presentComparison } from "../resources/comparison.ts";
import * as schema from "../schema.ts";

export const comparisonEndpoints = [
  endpoint({
    id: "getComparison",
    path: "/comparisons",
    tag: "Comparisons",
    summary: "Compare frameworks",
    description: `From ${minCompared} to ${maxCompared} frameworks side by side, in the order asked for: facts, features, scores, pros and cons, a benchmark.`,
    params: z.object({}),
    query: z.object({
      f: z
        .array(schema.frameworkId)
        .min(minCompared)
        .max(maxCompared)
        .describe("The frameworks' ids.")
        .meta({ examples: [["django", "rails"]] }),
      asof: z
        .enum(asOfChoices)
        .default("now")
        .describe("As far as was known at the end of that year: claims, verdicts, support, versions, stars of then."),
    }),
    response: comparisonSchema,
    example: "/comparisons?f=django,rails",
    run: async (_params, { f, asof }) => {
      const slugs = [...new Set(f)];
      if (slugs.length < minCompared)
        throw invalid([{ name: "f", detail: `At least ${minCompared} different frameworks.` }]);
      const compared = await getCompared(slugs, asof);
      if (!compared) throw notFound("framework of one of these ids");
      return presentComparison(compared, asof);
    },
  }),
];
