import { z } from "zod";
import { criterionIds } from "../../claims/criteria.ts";
import { presets } from "../../decide/presets.ts";
import { getOptions } from "../../decide/queries.ts";
import { mostFrameworks, parseDecision, word } from "../../decide/search-params.ts";
import { endpoint } from "../endpoint.ts";
import { notFound } from "../problem.ts";
import { decisionSchema, presentDecision } from "../resources/decision.ts";
import { frameworkKind } from "../resources/summary.ts";
import * as schema from "../schema.ts";

const fact = z.string().regex(word);
const weight = z.string().regex(new RegExp(`^(${criterionIds.join("|")})\\.(100|[1-9]?\\d(\\.\\d{1,4})?)$`));
const own = z
  .string()
  .regex(new RegExp(`^[a-z0-9-]+_(${criterionIds.join("|")})_(1|0\\.\\d{1,6})_([1-5]|[1-4]\\.\\d{1,6})$`));

export const decisionEndpoints = [
  endpoint({
    id: "getDecision",
    path: "/decisions",
    tag: "Decisions",
    summary: "Decide",
    description:
      "Excludes what fails the constraints, weighs the rest, and says what would change the winner. Nothing is kept: the query is the decision, and the same as that of the page /decide.",
    params: z.object({}),
    query: z.object({
      f: schema
        .list(schema.frameworkId, mostFrameworks)
        .describe("The frameworks to decide between; left out: all.")
        .meta({ examples: [["django", "rails", "laravel"]] }),
      w: schema
        .list(weight)
        .describe("Weights of 0 to 100, each as criterion.weight; criteria that are not named don't count.")
        .meta({ examples: [["learning.80", "security.40"]] }),
      preset: z
        .enum(presets.map(({ id }) => id))
        .optional()
        .describe("Weights by name, where `w` is left out."),
      language: schema.list(fact).describe("It must be written in one of these."),
      knows: schema.list(fact).describe("Languages that the team knows: one of them must do."),
      kind: schema.list(frameworkKind),
      licence: schema.list(fact),
      level: schema.level.optional().describe("The knowledge that it may need at most."),
      until: schema.day.optional().describe("It must be supported until this day at least."),
      line: z
        .enum(["1"])
        .optional()
        .describe("With 1, one release line must be supported that long: moving to newer ones won't do."),
      closed: z
        .enum(["1"])
        .optional()
        .describe("With 1, frameworks in maintenance, ended or archived are let in as well."),
      has: schema.list(schema.featureId).describe("It must come with all of these."),
      strict: z.enum(["1"]).optional().describe("With 1, what is unknown excludes too."),
      own: schema
        .list(own, 200)
        .describe(
          "Scores that a team entered in its joint decision: framework_criterion_part_score, where the part of 1 counts their score and the rest the evidence's.",
        ),
    }),
    response: decisionSchema,
    example: "/decisions?f=django,laravel,rails&w=learning.80,security.40&until=2027-01-01",
    run: async (_params, query) => {
      const search = new URLSearchParams();
      for (const [name, value] of Object.entries(query))
        if (value !== undefined) search.set(name, Array.isArray(value) ? value.join(",") : value);
      const decision = parseDecision(search);
      const options = await getOptions();
      if (decision.frameworks.some((slug) => !options.some((option) => option.slug === slug)))
        throw notFound("framework of one of these ids");
      return presentDecision(decision, options);
    },
  }),
];
