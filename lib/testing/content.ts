import type { Content } from "../frameworks/content.ts";

/** The content of some frameworks only, without benchmarks and surveys: quick to seed. */
export function contentOf(content: Content, keep: (slug: string) => boolean): Content {
  return {
    ...content,
    frameworks: content.frameworks.filter(({ slug }) => keep(slug)),
    checks: content.checks.filter(({ slug }) => keep(slug)),
    measures: content.measures.filter(({ framework }) => keep(framework)),
    quickStarts: content.quickStarts.filter(({ framework }) => keep(framework)),
    benchmarks: [],
    usage: [],
  };
}
