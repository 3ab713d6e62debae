import "server-only";
import { cached } from "../cache/cached.ts";
import { catalogueTag } from "../cache/tags.ts";
import { db } from "../db/index.ts";

/** The licences of sources that say one, by slug. */
export const getSourceLicences = cached("source-licences", async (): Promise<Record<string, string | null>> => {
  const rows = await db().source.findMany({
    where: { licence: { not: null } },
    select: { slug: true, licence: true },
  });
  return Object.fromEntries(rows.map(({ slug, licence }) => [slug, licence]));
}, [catalogueTag]);
