export const suggestionKinds = [
  { id: "claim", name: "A new claim" },
  { id: "assertion", name: "A source for or against a claim" },
  { id: "correction", name: "A correction" },
  { id: "resource", name: "A place to learn it" },
  { id: "flag", name: "A claim that is wrong here" },
  { id: "framework", name: "A framework that is missing" },
] as const;
export type SuggestionKind = (typeof suggestionKinds)[number]["id"];

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

/** Where assertions of suggestions begin, behind those of the content. */
export const suggestedPosition = 10_000;

/** What the slug of a source begins with that came with a suggestion. */
export const suggestedSource = "link-";
