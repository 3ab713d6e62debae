import { domainToASCII } from "node:url";
import { z } from "zod";
import { providerIds } from "../providers/providers.mjs";
import { safeReturn } from "../request/return-path.ts";
import { atMost, label } from "../request/schema.ts";
import { isToken } from "../secrets/tokens.ts";
import { roles } from "../session/permissions.ts";
import { longestPassword } from "./rules.ts";

export { id, name } from "../request/schema.ts";

const address = z
  .string()
  .min(1, "Enter your e-mail address.")
  .max(254, "This address is too long to be one.")
  .pipe(
    z.email({
      // zod's own, whose last part may be of another script as well.
      pattern: /^(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@(?:[a-z0-9][a-z0-9-]*\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/i,
      error: "This doesn't look like an e-mail address: it needs a name, an @ and a domain.",
    }),
  );

/**
 * An address in the one form that it is kept in: lower case, and a domain of any script as its ASCII form, in which none
 * looks like another. Browsers differ in which of the two they send.
 */
export function mailbox(text: string): string {
  const plain = text.trim().toLowerCase();
  const at = plain.lastIndexOf("@") + 1;
  const domain = plain.slice(at);
  if (at === 0 || !/[^ -~]/.test(domain)) return plain;
  return plain.slice(0, at) + (domainToASCII(domain) || domain);
}

export const email = z.string({ error: "Enter your e-mail address." }).transform(mailbox).pipe(address);

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

export const passkeyName = label(60, "Give the passkey a name.");

/** What a browser answered for a passkey, in JSON; lib/auth/passkeys.ts reads it. */
export const passkeyAnswer = z.string({ error: "The passkey’s answer is missing." }).max(40_000);

export const provider = z.enum(providerIds);
export const role = z.enum(roles);
