import { criterionIds } from "../claims/criteria.ts";
import type { Content } from "../frameworks/content.ts";

/**
 * A generated catalogue for benchmarks only: copies of the real content under other names, each with the given number
 * of claims. Never seeded by anything but the benchmark, and into a database of its own.
 */
export function largeContent(content: Content, frameworks: number, claims: number): Content {
  const generated = Array.from({ length: frameworks }, (_, index) => {
    const model = content.frameworks[index % content.frameworks.length];
    if (!model) throw new Error("No content to copy");
    const slug = `generated-${index}`;
    return {
      ...model,
      slug,
      name: `Generated ${index}`,
      lineage: [],
      resources: [],
      sources: [
        {
          id: `${slug}-docs`,
          kind: "official" as const,
          title: `Generated documentation ${index}`,
          publisher: "Benchmark",
          url: null,
          date: "2026-08-01",
        },
      ],
      claims: Array.from({ length: claims }, (_unused, place) => ({
        id: `claim-${place}`,
        kind: place % 3 === 0 ? ("con" as const) : ("pro" as const),
        criterion: criterionIds[place % criterionIds.length] ?? "learning",
        text: `Generated claim ${place} on framework ${index}, about as long as a real one is`,
        assertions: [
          { source: "article-2020", stance: "supports" as const, locator: "benchmark" },
          {
            source: `${slug}-docs`,
            stance: place % 5 === 0 ? ("disputes" as const) : ("supports" as const),
            locator: "benchmark",
            note: "Generated.",
          },
        ],
      })),
    };
  });
  const checks = generated.flatMap(({ slug }, index) => {
    const model = content.checks[index % content.checks.length];
    return model ? [{ ...model, slug }] : [];
  });
  return {
    sources: content.sources,
    frameworks: generated,
    benchmarks: [],
    usage: [],
    checks,
    measures: [],
    quickStarts: [],
  };
}
