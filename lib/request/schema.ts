import { z } from "zod";

/** Characters that can't be seen, or that turn the direction of what follows: never part of a name. */
// oxlint-disable-next-line no-control-regex
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

export const name = z
  .string({ error: "Enter a name." })
  .transform((text) => text.normalize("NFC").replace(invisible, "").trim().replaceAll(/\s+/g, " "))
  .pipe(z.string().min(1, "Enter a name.").max(80, "A name has 80 characters at most."));

export const id = z.uuid();
