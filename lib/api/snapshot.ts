import "server-only";
import { isAway } from "../db/errors.ts";
import { readElsewhere } from "../db/replica.ts";
import { type FrameworkView } from "../frameworks/framework.ts";
import { getCatalogue, getFramework } from "../frameworks/queries.ts";
import type { CatalogueRow } from "../frameworks/row.ts";
import { getSources } from "../sources/queries.ts";
import { today } from "../text/dates.ts";
import { sortById } from "./pagination.ts";
import { getSourceLicences } from "./queries.ts";
import { type Claim, presentClaim } from "./resources/claim.ts";
import { presentSource, type Source } from "./resources/source.ts";

/** The catalogue as the API tells it, all of one moment. */
export interface Snapshot {
  day: string;
  /** By slug, and sorted by it. */
  frameworks: Map<string, { row: CatalogueRow; framework: FrameworkView }>;
  rows: CatalogueRow[];
  claims: Claim[];
  sources: Source[];
}

/**
 * Milliseconds that a snapshot serves. What it is made of is in the cache, so this is for speed only; from a replica all of it
 * is read, and an answer is said to be fresh for a minute.
 */
const life = process.env.DATABASE_REPLICA_URL ? 30_000 : 10_000;

/** How many frameworks are read at a time: a cold start must not use up the pool of connections. */
const atATime = 4;

let kept: { at: number; snapshot: Promise<Snapshot> } | null = null;

/** The present snapshot; all who ask at the same time wait for the same one. */
export function getSnapshot(): Promise<Snapshot> {
  if (kept && Date.now() - kept.at < life) return kept.snapshot;
  const made = { at: Date.now(), snapshot: renew() };
  kept = made;
  // A failure is told to who asked, and the next one tries again.
  made.snapshot.catch(() => {
    if (kept === made) kept = null;
  });
  return made.snapshot;
}

let last: Snapshot | null = null;

/** A new snapshot; while the database is away the one before, so that reading goes on. */
async function renew(): Promise<Snapshot> {
  try {
    last = await readElsewhere(take);
    return last;
  } catch (error) {
    if (last && isAway(error)) return last;
    throw error;
  }
}

async function take(): Promise<Snapshot> {
  const day = today();
  const found = sortById((await getCatalogue()).map((row) => ({ id: row.slug, row })));
  const frameworks: Snapshot["frameworks"] = new Map();
  for (let from = 0; from < found.length; from += atATime) {
    const some = found.slice(from, from + atATime);
    const read = await Promise.all(some.map(({ id }) => getFramework(id)));
    for (const [index, framework] of read.entries()) {
      const row = some[index]?.row;
      if (row && framework) frameworks.set(row.slug, { row, framework });
    }
  }
  const [sources, licences] = [await getSources(), await getSourceLicences()];
  return {
    day,
    frameworks,
    rows: [...frameworks.values()].map(({ row }) => row),
    claims: sortById(
      [...frameworks.values()].flatMap(({ framework }) =>
        framework.claims.map((claim) => presentClaim(claim, framework.slug)),
      ),
    ),
    sources: sortById(sources.map((source) => presentSource(source, licences[source.slug] ?? null))),
  };
}
