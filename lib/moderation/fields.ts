import { z } from "zod";
import { atMost } from "../request/schema.ts";
import { hasBegun, isPartialDate } from "../text/dates.ts";
import { type WayIn, waysIn } from "./ways-in.ts";

/** The address of a public page. */
export const https = z
  .string({ error: "Give the address of a source." })
  .trim()
  .max(1_000, "This address is too long.")
  .refine(
    (text) => URL.canParse(text) && new URL(text).protocol === "https:",
    "Give an address that begins with https://",
  )
  .refine(
    (text) => URL.canParse(text) && new URL(text).hostname.includes(".") && !new URL(text).username,
    "This is not the address of a public page.",
  )
  // As browsers understand it: with blanks and line breaks encoded, or gone.
  .transform((text) => new URL(text).href)
  .pipe(z.string().max(1_000, "This address is too long."));
/** A text of `least` to `most` characters. */
export const line = (least: number, most: number, what: string) =>
  z
    .string({ error: what })
    .trim()
    .min(least, what)
    .max(...atMost(most));

const isDate = (text: string) => /^(19|20)/.test(text) && isPartialDate(text);

/** What a suggestion rests on. */
export const source = {
  url: https,
  sourceTitle: line(3, 200, "What is the page called?"),
  publisher: line(2, 100, "Who publishes it?"),
  date: z
    .string({ error: "When was it published?" })
    .trim()
    .refine(isDate, "A year, a month or a day that there is, such as 2026-11.")
    .refine((text) => !isDate(text) || hasBegun(text), "This is in the future: when was it published?"),
};

/** How those are called where a suggestion is read. */
export const sourceShows = { url: "Address", sourceTitle: "Title", publisher: "Publisher", date: "Date" } as const;

export const claimId = z.coerce
  .number({ error: "Which claim is it about?" })
  .int()
  .min(1, "Which claim is it about?")
  .max(2_147_483_647);

/** What a corrected row rests on, what stands beside it, and why it isn't as it was. */
export const corrected = {
  url: https,
  date: source.date,
  note: line(0, 200, "").default(""),
  why: line(0, 500, "").default(""),
  way: z.enum(waysIn.map(({ id }) => id)).default("improve"),
};

/** Who disputes what stands there says why; so does who makes it unknown. */
export const saysWhy = ({ way, why }: { way: WayIn; why: string }, isKnown: boolean): boolean =>
  (way === "improve" && isKnown) || typeof why !== "string" || why.length >= 5;

/**
 * For rules over several fields: what they say is said together with what is wrong with each, so that nobody is refused
 * twice. Then some of the fields may be missing, or anything.
 */
export const together = {
  when: ({ value }: { value: unknown }) => typeof value === "object" && value !== null,
};

/** Most of it is in the lines of the difference. */
export const correctedShows = {
  url: null,
  date: null,
  note: null,
  why: "Why",
  way: { label: "Way in", words: waysIn },
} as const;
