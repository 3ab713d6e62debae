import "server-only";
import { notFound, permanentRedirect, redirect } from "next/navigation";
import { routes } from "../site/routes.ts";
import { type Compared, getCompared } from "./queries.ts";
import { type CompareView, compareSearch, minCompared, parsePair } from "./search-params.ts";

/**
 * The comparison that an address names. Sends other orders and spellings to the one canonical address, a single
 * framework to the picker, and what isn't in the catalogue there too: the picker says so and keeps the others.
 */
export async function loadPair(pair: string, view: CompareView): Promise<Compared[]> {
  const slugs = parsePair(pair) ?? notFound();
  const picker = `${routes.compare}?${slugs.map((slug) => `f=${slug}`).join("&")}`;
  const compared = (await getCompared(slugs, view.asOf)) ?? redirect(picker);
  if (slugs.length < minCompared) permanentRedirect(picker);
  const canonical = routes.compareOf(slugs);
  if (canonical !== `/compare/${pair}`) permanentRedirect(`${canonical}${compareSearch(view)}`);
  return compared;
}
