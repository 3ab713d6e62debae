import type { EntryView } from "@/lib/shortlist/queries";

/** An entry as hidden fields, whole: what is left out here would be lost by removing and undoing. */
export const entryFields = ({ slug, ...rest }: EntryView): Record<string, string> => ({
  framework: slug,
  ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)])),
});
