import { isSlug } from "../text/slug.ts";

export const statuses = [
  { id: "considering", name: "Considering" },
  { id: "trial", name: "On trial" },
  { id: "chosen", name: "Chosen" },
  { id: "rejected", name: "Rejected" },
] as const;
export type EntryStatus = (typeof statuses)[number]["id"];

export const visibilities = [
  { id: "private", name: "Only you" },
  { id: "link", name: "Whoever has the link" },
  { id: "public", name: "Everybody" },
] as const;
export type Visibility = (typeof visibilities)[number]["id"];

/** The list that a person gets with the first framework that they save. */
export const firstList = "My shortlist";

export const mostLists = 50;
export const mostEntries = 100;

/** The cookie that keeps what a visitor saves before they have an account: slugs, joined by dots. */
export const visitorCookie = "framewise-saved";

/** The slugs in a visitor's cookie, whatever else stands in it. At most fifty. */
export function readSaved(text: string | null | undefined): string[] {
  const slugs = (text ?? "").split(".").filter((slug) => isSlug(slug));
  return [...new Set(slugs)].slice(0, 50);
}

export const writeSaved = (slugs: readonly string[]): string => readSaved(slugs.join(".")).join(".");

/** The position between two neighbours; null stands for the end of the list on that side. */
export function positionBetween(before: number | null, after: number | null): number {
  if (before !== null && after !== null) return (before + after) / 2;
  if (before !== null) return before + 1;
  return after === null ? 0 : after - 1;
}
