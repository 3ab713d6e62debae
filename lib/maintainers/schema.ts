import { z } from "zod";
import { atMost } from "../request/schema.ts";
import { isStacked, oneLine } from "../text/written.ts";

/** Characters of a reply. */
export const longestReply = 1_000;
const missing = "Say it in a sentence or two.";

/** What a maintainer says to a claim: plain text of some lines that can be seen. */
export const replyText = z
  .string({ error: missing })
  .transform((text) =>
    text
      .replaceAll(/\r\n?/g, "\n")
      .replaceAll(/\n{3,}/g, "\n\n")
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(10, missing)
      .max(...atMost(longestReply, "A reply has"))
      .refine((text) => oneLine(text).length >= 10, missing)
      .refine((text) => !isStacked(text), "A reply can’t have so many marks above one another."),
  );

export const claimId = z.coerce
  .number({ error: "There is no such claim." })
  .int("There is no such claim.")
  .min(1, "There is no such claim.")
  .max(2_147_483_647, "There is no such claim.");
