import type { z } from "zod";
import { kinds, type SuggestionKind } from "./kinds.ts";

type Bodies = { [K in SuggestionKind]: (typeof kinds)[K]["schema"] };

/** The body of a suggestion, by its kind. */
export const bodies = Object.fromEntries(Object.entries(kinds).map(([id, { schema }]) => [id, schema])) as Bodies;

export type Body<K extends SuggestionKind> = z.output<Bodies[K]>;
