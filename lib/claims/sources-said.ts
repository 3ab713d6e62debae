import type { Stance } from "./kinds.ts";

interface Said {
  assertions: readonly { stance: Stance; source: { slug: string; kind: string; date: string } }[];
  judged: Stance | null;
}

/** How a source is named in short: an article by its year, other kinds with a word. */
export function shortName({ kind, date }: { kind: string; date: string }): string {
  const year = date.slice(0, 4);
  if (kind === "article") return year;
  return kind === "official" ? `docs ${year}` : `${kind} ${year}`;
}

/** How many sources speak of a claim, the bench among them where it decides, and the short names of those against it. */
export function sourcesSaid({ assertions, judged }: Said): { count: number; against: string[] } {
  const disputes = assertions.filter(({ stance }) => stance === "disputes");
  const byDate = disputes.toSorted((a, b) => a.source.date.localeCompare(b.source.date));
  const against = byDate.map(({ source }) => shortName(source));
  return {
    count: new Set(assertions.map(({ source }) => source.slug)).size + (judged ? 1 : 0),
    against: [...new Set(judged === "disputes" ? [...against, "the bench"] : against)],
  };
}
