import { z } from "zod";
import { roles } from "./permissions.ts";
import { providerIds } from "./providers.mjs";
import { safeReturn } from "./rules.ts";
import { isToken } from "./tokens.ts";

/** Characters that can't be seen, or that turn the direction of what follows: never part of a name. */
// oxlint-disable-next-line no-control-regex
const invisible = /[\u0000-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g;

export const email = z
  .string({ error: "Enter your e-mail address." })
  .trim()
  .toLowerCase()
  .min(1, "Enter your e-mail address.")
  .max(254, "This address is too long to be one.")
  .pipe(z.email("This doesn't look like an e-mail address: it needs a name, an @ and a domain."));

export const name = z
  .string({ error: "Enter a name." })
  .transform((text) => text.normalize("NFC").replace(invisible, "").trim().replaceAll(/\s+/g, " "))
  .pipe(z.string().min(1, "Enter a name.").max(80, "A name has 80 characters at most."));

/** A password that is being tried, as it was typed. What a new one must be like is lib/auth/passwords.ts. */
export const typedPassword = z.string({ error: "Enter your password." }).min(1, "Enter your password.").max(1_024);
export const newPassword = z
  .string({ error: "Choose a password." })
  .max(1_024, "A password has 1,024 characters at most.");

export const next = z
  .unknown()
  .transform((value) => safeReturn(value))
  .optional();

export const token = z.string({ error: "The link is not complete." }).refine(isToken, "The link is not complete.");

export const provider = z.enum(providerIds);
export const role = z.enum(roles);
export const id = z.uuid();
