import { z } from "zod";
import { criterionIds } from "../claims/criteria.ts";
import { recordId } from "../decide/schema.ts";
import { flagReasons, reportReasons } from "./rules.ts";

const https = z
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
const line = (least: number, most: number, what: string) =>
  z
    .string({ error: what })
    .trim()
    .min(least, what)
    .max(most, `${most.toLocaleString("en")} characters at most.`);

/** What a suggestion rests on. */
const source = {
  url: https,
  sourceTitle: line(3, 200, "What is the page called?"),
  publisher: line(2, 100, "Who publishes it?"),
  date: z
    .string({ error: "When was it published?" })
    .trim()
    .regex(/^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, "A year, a month or a day, such as 2026-11."),
};

const claimId = z.coerce
  .number({ error: "Which claim is it about?" })
  .int()
  .min(1, "Which claim is it about?")
  .max(2_147_483_647);

const report = {
  flag: z.enum(
    reportReasons.map(({ id }) => id),
    { error: "What is it?" },
  ),
  text: line(5, 1_000, "Say why, in a sentence."),
};

/** The body of a suggestion, by its kind. */
export const bodies = {
  claim: z.object({
    side: z.enum(["pro", "con"], { error: "Is it for it or against it?" }),
    criterion: z.enum(criterionIds, { error: "Which criterion is it about?" }),
    text: line(10, 300, "Say it in a sentence of your own."),
    ...source,
  }),
  assertion: z.object({
    claim: claimId,
    stance: z.enum(["supports", "disputes"], { error: "Does the source support it or dispute it?" }),
    locator: line(2, 200, "Where on the page does it say so?"),
    note: line(0, 500, "").default(""),
    ...source,
  }),
  wording: z.object({
    claim: claimId,
    text: line(10, 300, "Say it in a sentence of your own."),
    why: line(5, 500, "Say what was wrong with the old words."),
  }),
  correction: z.object({ text: line(10, 2_000, "Say what is wrong, and what is right."), url: https }),
  resource: z.object({
    title: line(3, 200, "What is it called?"),
    url: https,
    cost: z.enum(["official", "free", "paid"], { error: "What does it cost?" }),
    format: line(2, 40, "Course, book, video …?"),
  }),
  flag: z.object({
    claim: claimId,
    flag: z.enum(
      flagReasons.map(({ id }) => id),
      { error: "What is it?" },
    ),
    text: line(5, 1_000, "Say why, in a sentence."),
  }),
  framework: z.object({
    name: line(1, 80, "What is it called?"),
    url: https,
    text: line(10, 200, "Say in a sentence what it is."),
  }),
  report: z.discriminatedUnion(
    "what",
    [
      z.object({ what: z.literal("review"), of: z.uuid({ error: "There is no such review." }), ...report }),
      z.object({ what: z.literal("record"), of: recordId, ...report }),
    ],
    { error: "Nothing of this kind can be reported." },
  ),
} as const;

export type Body<K extends keyof typeof bodies> = z.output<(typeof bodies)[K]>;
