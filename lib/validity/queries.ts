import "server-only";
import { figuresOf } from "../bench/runs.ts";
import { cached } from "../cache/cached.ts";
import { catalogueTag } from "../cache/tags.ts";
import { db } from "../db/index.ts";
import { getOptions } from "../decide/queries.ts";
import { validityOf } from "./rules.ts";

/** How far the bench can be believed, from what the database holds today. */
export const getValidity = cached("validity", loadValidity, [catalogueTag]);

async function loadValidity() {
  const [options, runs, usage] = await Promise.all([getOptions(), getRuns(), getUsage()]);
  const used = new Map(usage.map(({ framework, percent }) => [framework.slug, percent]));
  return validityOf({ options, figures: figuresOf(runs), used });
}

async function getRuns() {
  const runs = await db().benchmarkRun.findMany({
    select: {
      slug: true,
      suite: true,
      date: true,
      results: { select: { test: true, rps: true, suspect: true, framework: { select: { slug: true } } } },
    },
  });
  return runs.map((run) => ({
    ...run,
    results: run.results.map(({ framework, ...result }) => ({ ...result, framework: framework.slug })),
  }));
}

/** Of every framework the newest figure. */
const getUsage = () =>
  db().usageFigure.findMany({
    where: { survey: "Stack Overflow Developer Survey", measure: "used" },
    orderBy: { year: "asc" },
    select: { percent: true, framework: { select: { slug: true } } },
  });
