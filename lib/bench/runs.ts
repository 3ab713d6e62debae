import type { MeasureId } from "./measures.ts";
import { fitThroughput, type Throughput } from "./throughput.ts";

/** A benchmark run as the content has it. */
export interface Run {
  slug: string;
  suite: string;
  date: string;
  results: readonly { framework: string; test: string; rps: number; suspect?: boolean | undefined }[];
}

interface Measured {
  framework: string;
  measure: MeasureId;
  value: number;
  low: number;
  high: number;
  asOf: string;
  note: string;
}

/** The figures of all runs, without those that a note calls suspect. */
export function figuresOf(runs: readonly Run[]): Throughput[] {
  return runs.flatMap(({ slug, suite, results }) =>
    results
      .filter(({ suspect }) => suspect !== true)
      .map(({ framework, test, rps }) => ({ framework, run: slug, suite, test, rps })),
  );
}

/** Measures that are worked out from the benchmark runs: throughput, and what is kept of it under load. */
export function measuresFromRuns(runs: readonly Run[]): Measured[] {
  const dates = new Map(runs.map(({ slug, date }) => [slug, date]));
  const newest = (slugs: readonly string[]) =>
    slugs
      .map((slug) => dates.get(slug) ?? "")
      .sort()
      .at(-1) ?? "";
  const throughput = fitThroughput(figuresOf(runs)).map(({ framework, log, low, high, runs: of }) => ({
    framework,
    measure: "throughput" as const,
    value: Math.exp(log),
    low: Math.exp(low),
    high: Math.exp(high),
    asOf: newest(of),
    note: of.length === 1 ? "From one run" : `Joined from ${of.length} runs`,
  }));
  return [...throughput, ...loadKept(runs, newest)];
}

/** From so many connections to so many, in the same run. */
const few = "64 connections";
const many = "512 connections";

function loadKept(runs: readonly Run[], newest: (slugs: readonly string[]) => string): Measured[] {
  const ratios = new Map<string, { run: string; ratio: number }[]>();
  for (const run of runs) {
    const sound = run.results.filter(({ suspect }) => suspect !== true);
    const best = (framework: string, test: string) =>
      Math.max(...sound.filter((r) => r.framework === framework && r.test === test).map((r) => r.rps));
    for (const framework of new Set(sound.map((result) => result.framework))) {
      const ratio = best(framework, many) / best(framework, few);
      if (!Number.isFinite(ratio)) continue;
      ratios.set(framework, [...(ratios.get(framework) ?? []), { run: run.slug, ratio }]);
    }
  }
  return [...ratios].map(([framework, of]) => {
    const sorted = of.map(({ ratio }) => ratio).sort((a, b) => a - b);
    const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
    return {
      framework,
      measure: "load-kept" as const,
      value: at(0.5),
      low: at(0.25),
      high: at(0.75),
      asOf: newest(of.map(({ run }) => run)),
      note: of.length === 1 ? "From one run" : `Median of ${of.length} runs`,
    };
  });
}
