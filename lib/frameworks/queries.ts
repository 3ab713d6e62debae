import "server-only";
import { cached } from "../cache/cached.ts";
import { catalogueTag, communityTag, frameworkTag } from "../cache/tags.ts";
import { db } from "../db/index.ts";
import { loadCatalogue, loadScored } from "./catalogue.ts";
import { loadFramework } from "./framework.ts";

/** Slugs of the whole catalogue, in alphabetical order. */
export const getSlugs = cached("slugs", async () => {
  const rows = await db().framework.findMany({
    where: { retiredAt: null },
    select: { slug: true, name: true },
    orderBy: { name: "asc" },
  });
  return rows;
}, [catalogueTag]);

/** One row for every framework: what the table, the facets and the exports need, and no more. */
export const getCatalogue = cached("catalogue", loadCatalogue, [catalogueTag, communityTag]);

/** The same rows with what each score is made of: for decisions. */
export const getScoredCatalogue = cached("scored", loadScored, [catalogueTag, communityTag]);

/**
 * The same rows for what needs a framework's neighbours rather than their numbers: it isn't rendered anew with every
 * vote on any of them.
 */
export const getNeighbours = cached("neighbours", loadCatalogue, [catalogueTag]);

/** One framework with all that is known of it; null when there is none of that slug. */
export const getFramework = cached("framework", loadFramework, (slug) => [catalogueTag, frameworkTag(slug)]);
