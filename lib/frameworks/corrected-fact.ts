import type { z } from "zod";
import { factNames } from "./facts.ts";
import { factsSchema } from "./schema.ts";

/** What others than people read, from registries and repositories: a correction of it would be overtaken at once. */
const readByUs = ["latest", "package", "stars"] as const;

type NamedFact = (typeof factNames)[number]["key"];
export type CorrectableFact = Exclude<NamedFact, (typeof readByUs)[number]>;

/** The facts that readers can correct, in the order of the page. */
export const correctableFacts = factNames.filter(
  (fact): fact is Extract<(typeof factNames)[number], { key: CorrectableFact }> =>
    !(readByUs as readonly string[]).includes(fact.key),
);

const lists: readonly string[] = ["languages", "architecture"] satisfies CorrectableFact[];

/** A value as somebody types it, in the form that the content's has; lists are separated by commas. Null when it doesn't fit. */
export function parseFact(key: CorrectableFact, text: string): string | string[] | null {
  const value = lists.includes(key)
    ? text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean)
    : text.trim();
  const schema: z.ZodType = factsSchema.shape[key].shape.value;
  return schema.safeParse(value).success ? value : null;
}

/** What a row of a fact says: all that a correction replaces. */
export interface FactRow {
  value: unknown;
  source: string | null;
  asOf: string | null;
  note: string | null;
  editorial: boolean;
}

export const factRow = ({ value, source, asOf, note, editorial }: FactRow): FactRow => ({
  value: value ?? null,
  source,
  asOf,
  note,
  editorial,
});

/** Whether two rows say the same of the fact itself: its value and where it was read. */
export const sameFact = (a: FactRow, b: FactRow): boolean => JSON.stringify(factRow(a)) === JSON.stringify(factRow(b));
