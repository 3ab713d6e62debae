import { z } from "zod";
import { isPartialDate } from "../text/dates.ts";
import { answerValues, type Check, checks } from "./checks.ts";
import { type MeasureId, measureIds } from "./measures.ts";

/**
 * What may come in from `prisma/content/checks`: one file per framework with an answer to every check. `unknown` needs no
 * source; any other answer has the official page that gives it and the day of the state that was read.
 */
const address = z.url({ protocol: /^https$/, error: "an https address" });
const partialDate = z.string().refine(isPartialDate, "a date such as 2026, 2026-08 or 2026-08-22");

const answerSchema = ({ scale }: Check) =>
  z
    .strictObject({
      answer: z.enum([...(Object.keys(answerValues[scale]) as [string, ...string[]]), "unknown"]),
      source: address.nullable(),
      asOf: partialDate.nullable(),
      /** In our words: the name of the part, and what qualifies the answer. */
      note: z.string().trim().min(2).max(200).optional(),
    })
    .refine(
      ({ answer, source, asOf }) => (answer === "unknown" ? source === null : (source === null) === (asOf === null)),
      {
        error: "a source has the day that it was read, and unknown has neither",
      },
    )
    .refine(({ answer, note }) => answer !== "third-party" || note !== undefined, {
      path: ["note"],
      error: "a third party is named",
    });

export const checksSchema = z
  .strictObject({
    framework: z.string(),
    checks: z.strictObject(Object.fromEntries(checks.map((check) => [check.id, answerSchema(check)]))),
  })
  .transform(({ framework, ...rest }) => ({ slug: framework, ...rest }));

export const measuresSchema = z.array(
  z.strictObject({
    framework: z.string(),
    measure: z.enum(measureIds as [MeasureId, ...MeasureId[]]),
    value: z.number().nonnegative(),
    source: address,
    asOf: partialDate,
    licence: z.string().optional(),
    note: z.string().trim().min(2).max(200).optional(),
  }),
);

export type ChecksContent = z.infer<typeof checksSchema>;
export type MeasuresContent = z.infer<typeof measuresSchema>[number];
