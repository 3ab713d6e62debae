import { longestSlug } from "../text/slug.ts";

export const suggestionStatuses = {
  open: "waiting",
  approved: "approved",
  declined: "declined",
  reverted: "taken back",
  withdrawn: "withdrawn",
} as const;
export type SuggestionStatus = keyof typeof suggestionStatuses;

/** Addresses below /frameworks that are something else. */
const takenSlugs = new Set(["export"]);

/**
 * The slug of a framework that somebody names: its letters and digits, in lower case and joined by hyphens, without
 * accents. Null where none are left, or where the slug would mean something else in an address.
 * Worked: "ASP.NET Core" → "asp-net-core"; "Fat-Free" → "fat-free"; "???" → null.
 */
export function slugOf(name: string): string | null {
  const words = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const slug = words.join("-").slice(0, longestSlug).replace(/-$/, "");
  // "a-vs-b" is a comparison.
  return slug === "" || takenSlugs.has(slug) || words.includes("vs") ? null : slug;
}

/** Characters of what says in a sentence what a framework is. */
export const longestSummary = 200;

/** Where assertions of suggestions begin, behind those of the content. */
export const suggestedPosition = 10_000;
