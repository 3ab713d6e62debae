import { z } from "zod";
import type { FrameworkView } from "../../frameworks/framework.ts";
import * as schema from "../schema.ts";

const run = schema.named(
  "BenchmarkRun",
  z
    .object({
      id: schema.slug,
      suite: z.string(),
      title: z.string(),
      date: schema.day,
      hardware: z.string().nullable(),
      loadTool: z.string().nullable(),
      method: z.string(),
      caveat: z.string(),
      url: schema.address,
      licence: z.string(),
      entrants: z.int().nullable(),
      preferred: z.boolean().describe("The one run that charts are drawn from."),
    })
    .describe("One run of a benchmark suite."),
);

const figure = schema.named(
  "BenchmarkFigure",
  z.object({
    label: z.string().describe("What the suite calls the entry."),
    test: z.string(),
    version: z.string().nullable(),
    rps: z.number().describe("Requests per second."),
    p50: z.number().nullable().describe("Milliseconds."),
    p99: z.number().nullable().describe("Milliseconds."),
    note: schema.note,
    suspect: z.boolean(),
  }),
);

export const benchmarkSchema = schema.named("Benchmark", z.object({ run, figures: z.array(figure) }));

type Result = FrameworkView["benchmarks"][number];

/** Results by run, in the order of the results. */
export function presentBenchmarks(results: readonly Result[]): z.output<typeof benchmarkSchema>[] {
  const runs = new Map<string, z.output<typeof benchmarkSchema>>();
  for (const { run: ran, ...result } of results) {
    const { slug, ...about } = ran;
    const found = runs.get(slug) ?? { run: { id: slug, ...about }, figures: [] };
    runs.set(slug, found);
    found.figures.push(result);
  }
  return [...runs.values()];
}
