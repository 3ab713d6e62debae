import { z } from "zod";
import { isSlug } from "../text/slug.ts";

/** The limit of a text, with its sentence: for `max`. @param what such as "A note has" */
export const atMost = (most: number, what?: string): [number, string] => {
  const limit = `${most.toLocaleString("en")} characters at most.`;
  return [most, what ? `${what} ${limit}` : limit];
};

/** Characters that can't be seen, or that turn the direction of what follows: never part of a name. */
// oxlint-disable-next-line no-control-regex
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

export const name = z
  .string({ error: "Enter a name." })
  .transform((text) => text.normalize("NFC").replace(invisible, "").trim().replaceAll(/\s+/g, " "))
  .pipe(
    z
      .string()
      .min(1, "Enter a name.")
      .max(...atMost(80, "A name has")),
  );

export const id = z.uuid();
export const isId = (text: string): boolean => id.safeParse(text).success;

/** The slug of a framework. */
export const frameworkSlug = (error = "There is no such framework.") => z.string().refine(isSlug, error);
