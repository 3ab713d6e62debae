import "server-only";
import { notFound, permanentRedirect } from "next/navigation";
import { getSlugs } from "../frameworks/queries.ts";
import { routes } from "../site/routes.ts";
import { type Compared, getCompared } from "./queries.ts";
import { type CompareView, compareSearch, minCompared, parsePair } from "./search-params.ts";

/**
 * The comparison that an address names. Sends other orders and spellings to the one canonical address, a single
 * framework to the picker, and what doesn't exist to "not found".
 */
export async function loadPair(pair: string, view: CompareView): Promise<Compared[]> {
  const slugs = parsePair(pair) ?? notFound();
  const compared = (await getCompared(slugs, view.asOf)) ?? notFound();
  if (slugs.length < minCompared) permanentRedirect(`${routes.compare}?f=${slugs[0]}`);
  const canonical = routes.compareOf(slugs);
  if (canonical !== `/compare/${pair}`) permanentRedirect(`${canonical}${compareSearch(view)}`);
  return compared;
}

/** Of what an address names: the frameworks that there are, and the names of those that there aren't. Null: no names. */
export async function namesIn(pair: string): Promise<{ known: string[]; unknown: string[] } | null> {
  const slugs = parsePair(pair);
  if (!slugs) return null;
  const all = new Set((await getSlugs()).map(({ slug }) => slug));
  return { known: slugs.filter((slug) => all.has(slug)), unknown: slugs.filter((slug) => !all.has(slug)) };
}
