import { suggestedSource } from "../sources/suggested.ts";

export const suggestionKinds = [
  { id: "claim", name: "A new claim" },
  { id: "assertion", name: "A source for or against a claim" },
  { id: "wording", name: "Better words for a claim" },
  { id: "correction", name: "A correction" },
  { id: "resource", name: "A place to learn it" },
  { id: "flag", name: "A claim that is wrong here" },
  { id: "framework", name: "A framework that is missing" },
  { id: "report", name: "Words that break the rules" },
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number]["id"];

/** What one person alone, however trusted, doesn't change: what others said or voted on. */
export const needsModerator: readonly SuggestionKind[] = ["wording", "flag", "report"];

export const suggestionStatuses = {
  open: "waiting",
  approved: "approved",
  declined: "declined",
  reverted: "taken back",
  withdrawn: "withdrawn",
} as const;
export type SuggestionStatus = keyof typeof suggestionStatuses;

export const flagReasons = [
  { id: "outdated", name: "Outdated" },
  { id: "wrong", name: "Wrong" },
  { id: "duplicate", name: "Says the same as another" },
  { id: "spam", name: "Spam" },
] as const;

/** Why words of people can be reported: a review, or what the author of a record wrote. */
export const reportReasons = [
  { id: "spam", name: "Spam" },
  { id: "abuse", name: "Abuse" },
  { id: "personal", name: "Says who somebody is" },
  { id: "law", name: "Against the law" },
  { id: "other", name: "Something else" },
] as const;

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
  const slug = words.join("-").slice(0, 60).replace(/-$/, "");
  // "a-vs-b" is a comparison.
  return slug === "" || takenSlugs.has(slug) || words.includes("vs") ? null : slug;
}

/** Where assertions of suggestions begin, behind those of the content. */
export const suggestedPosition = 10_000;

/** The source that reports are put under which a moderator upheld on a day: their dispute counts like an article's. */
export const reportSource = (day: string) => ({
  slug: `${suggestedSource}reports-${day}`,
  kind: "article" as const,
  title: `Reports of readers, upheld on ${day}`,
  publisher: "Framewise",
  url: null,
  date: day,
});
