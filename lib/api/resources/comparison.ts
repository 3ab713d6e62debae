import { z } from "zod";
import { asOfDay, type Compared } from "../../compare/queries.ts";
import { alignClaims, attributeRows, type ComparedRow, featureRows } from "../../compare/rules.ts";
import { type CompareView, compareSearch } from "../../compare/search-params.ts";
import { routes } from "../../site/routes.ts";
import { pageUrl } from "../addresses.ts";
import * as schema from "../schema.ts";
import { benchmarkSchema, presentBenchmarks } from "./benchmark.ts";
import { claimSchema, presentClaim } from "./claim.ts";
import { presentSummary, summarySchema } from "./summary.ts";

const row = schema.named(
  "ComparedRow",
  z
    .object({
      id: z.string(),
      name: z.string(),
      values: z
        .array(z.string().nullable())
        .describe("As a reader sees them, one per framework in the order asked for; null is unknown."),
      differs: z.boolean(),
    })
    .describe("One row of the comparison."),
);

export const comparisonSchema = schema.named(
  "Comparison",
  z
    .object({
      asOf: schema.day.describe("The last day that it knows of. Features are known for today only."),
      frameworks: z.array(summarySchema),
      attributes: z.array(row),
      features: z.array(row),
      claims: z
        .array(
          z.object({
            criterion: schema.criterionId,
            sides: z.array(
              z.object({ framework: schema.frameworkId, pros: z.array(claimSchema), cons: z.array(claimSchema) }),
            ),
          }),
        )
        .describe("Pros and cons by criterion; a criterion that nobody speaks of is left out."),
      benchmarks: z
        .array(z.object({ framework: schema.frameworkId, benchmark: benchmarkSchema.nullable() }))
        .describe("Figures of the one run that charts are drawn from."),
      page: schema.page,
    })
    .describe("Frameworks side by side."),
);

const presentRow = ({ id, name, values, differs }: ComparedRow) => ({
  id,
  name,
  values: values.map((value) => (value === "" ? null : value)),
  differs,
});

export function presentComparison(
  compared: readonly Compared[],
  asOf: CompareView["asOf"],
): z.output<typeof comparisonSchema> {
  const view: CompareView = { rows: null, onlyDifferences: false, asOf, first: [] };
  const rows = compared.map((one) => one.row);
  const slugs = rows.map(({ slug }) => slug);
  const claimsOf = (index: number) => (claim: Parameters<typeof presentClaim>[0]) =>
    presentClaim(claim, slugs[index] ?? "");
  return {
    asOf: asOfDay(asOf),
    frameworks: rows.map(presentSummary),
    attributes: attributeRows(rows, view).map(presentRow),
    features: featureRows(rows).map(presentRow),
    claims: alignClaims(compared.map(({ framework }) => framework)).map(({ criterion, sides }) => ({
      criterion: criterion.id,
      sides: sides.map(({ pros, cons }, index) => ({
        framework: slugs[index] ?? "",
        pros: pros.map(claimsOf(index)),
        cons: cons.map(claimsOf(index)),
      })),
    })),
    benchmarks: compared.map(({ framework }) => ({
      framework: framework.slug,
      benchmark: presentBenchmarks(framework.benchmarks.filter(({ run }) => run.preferred))[0] ?? null,
    })),
    page: pageUrl(`${routes.compareOf(slugs)}${compareSearch(view)}`),
  };
}
