import { isSlug } from "../text/slug.ts";

/** What the picker, the catalogue's tray or an address asks to compare: `f` and `pick`, repeated or with commas. */
export function pickedIn(
  params: URLSearchParams,
  isKnown: (slug: string) => boolean,
): { chosen: string[]; unknown: string[] } {
  const asked = [...params.getAll("f"), ...params.getAll("pick")].flatMap((value) => value.slice(0, 1_000).split(","));
  const slugs = [...new Set(asked.map((value) => value.trim().toLowerCase()))].filter(isSlug);
  return { chosen: slugs.filter(isKnown), unknown: slugs.filter((slug) => !isKnown(slug)) };
}
