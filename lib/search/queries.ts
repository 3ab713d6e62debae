import "server-only";
import { cached } from "../cache/cached.ts";
import { catalogueTag, communityTag } from "../cache/tags.ts";
import { db } from "../db/index.ts";
import { getCatalogue } from "../frameworks/queries.ts";
import type { Texts } from "./entries.ts";
import { buildFinder, type Finder } from "./finder.ts";

const current = { retiredAt: null };

/** What is searched beside the rows of the catalogue. */
const getTexts = cached("search-texts", async (): Promise<Texts> => {
  const [claims, answers, lineage] = await Promise.all([
    db().claim.findMany({
      where: { ...current, framework: current },
      orderBy: { id: "asc" },
      select: { id: true, slug: true, text: true, criterion: true, framework: { select: { slug: true } } },
    }),
    db().checkAnswer.findMany({
      where: { framework: current },
      select: { check: true, answer: true, framework: { select: { slug: true } } },
    }),
    db().lineage.findMany({
      where: { framework: current, relatedSlug: null },
      select: { relation: true, name: true, framework: { select: { slug: true } } },
    }),
  ]);
  const flat = <T extends { framework: { slug: string } }>(rows: T[]) =>
    rows.map(({ framework, ...row }) => ({ ...row, framework: framework.slug }));
  return { claims: flat(claims), answers: flat(answers), lineage: flat(lineage) };
}, [catalogueTag, communityTag]);

/** Milliseconds for which what was built is asked without looking whether the catalogue has changed. */
const freshFor = 5_000;

let kept: { finder: Finder; of: string; at: number } | null = null;

/** Builds anew only when something has changed: an index takes some hundred times as long to build as to ask. */
export async function getFinder(): Promise<Finder> {
  if (kept && Date.now() - kept.at < freshFor) return kept.finder;
  const [rows, texts] = await Promise.all([getCatalogue(), getTexts()]);
  const of = JSON.stringify([rows, texts]);
  kept = { finder: kept?.of === of ? kept.finder : buildFinder(rows, texts), of, at: Date.now() };
  return kept.finder;
}
