import { z } from "zod";
import { isStacked, looksLikeAddress, oneLine } from "../text/written.ts";

/** What somebody calls something of theirs: one line that can be seen. @param most characters */
export const label = (most: number, missing = "Enter a name.") =>
  z
    .string({ error: missing })
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(most, `A name has ${most} characters at most.`)
        .refine((text) => !isStacked(text), "A name can’t have so many marks above one another."),
    );

/** What somebody calls themselves. It stands where the site speaks, so it can't send readers elsewhere. */
export const name = label(80).refine(
  (text) => !looksLikeAddress(text),
  "A name can’t be, or look like, the address of a page or a mailbox. Put a space after a dot.",
);

export const id = z.uuid();
