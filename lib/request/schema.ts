import { z } from "zod";
import { isSlug } from "../text/slug.ts";
import { isStacked, looksLikeAddress, oneLine } from "../text/written.ts";

/** The limit of a text, with its sentence: for `max`. @param what such as "A note has" */
export const atMost = (most: number, what?: string): [number, string] => {
  const limit = `${most.toLocaleString("en")} characters at most.`;
  return [most, what ? `${what} ${limit}` : limit];
};

/** What somebody calls something of theirs: one line that can be seen. @param most characters */
export const label = (most: number, missing = "Enter a name.") =>
  z
    .string({ error: missing })
    .transform(oneLine)
    .pipe(
      z
        .string()
        .min(1, missing)
        .max(...atMost(most, "A name has"))
        .refine((text) => !isStacked(text), "A name can’t have so many marks above one another."),
    );

/** What somebody calls themselves. It stands where the site speaks, so it can't send readers elsewhere. */
export const name = label(80).refine(
  (text) => !looksLikeAddress(text),
  "A name can’t be, or look like, the address of a page or a mailbox. Put a space after a dot.",
);

export const id = z.uuid();
export const isId = (text: string): boolean => id.safeParse(text).success;

/** The slug of a framework. */
export const frameworkSlug = (error = "There is no such framework.") => z.string().refine(isSlug, error);
