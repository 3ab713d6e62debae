import { z } from "zod";
import { providerIds } from "../providers/providers.mjs";
import { safeReturn } from "../request/return-path.ts";
import { atMost } from "../request/schema.ts";
import { isToken } from "../secrets/tokens.ts";
import { roles } from "../session/permissions.ts";
import { longestPassword } from "./rules.ts";

export { id, name } from "../request/schema.ts";

export const email = z
  .string({ error: "Enter your e-mail address." })
  .trim()
  .toLowerCase()
  .min(1, "Enter your e-mail address.")
  .max(254, "This address is too long to be one.")
  .pipe(z.email("This doesn't look like an e-mail address: it needs a name, an @ and a domain."));

/** A password that is being tried, as it was typed. What a new one must be like is lib/auth/passwords.ts. */
export const typedPassword = z
  .string({ error: "Enter your password." })
  .min(1, "Enter your password.")
  .max(longestPassword);
export const newPassword = z.string({ error: "Choose a password." }).max(...atMost(longestPassword, "A password has"));

export const next = z
  .unknown()
  .transform((value) => safeReturn(value))
  .optional();

export const token = z.string({ error: "The link is not complete." }).refine(isToken, "The link is not complete.");

export const provider = z.enum(providerIds);
export const role = z.enum(roles);
