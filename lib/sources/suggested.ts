/** What the slug of a source begins with that came with a suggestion. */
export const suggestedSource = "link-";

/** A source that came with a suggestion goes when nothing that it was given for is left: taking one back takes it along. */
export const isSuggested = (slug: string) => slug.startsWith(suggestedSource);
