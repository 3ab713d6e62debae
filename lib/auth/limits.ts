import "server-only";
import { forget, type Limit, spend } from "../request/limits.ts";

// Whose tries count against whom. A browser that signed in to the account before has counts of its own, so that nobody
// elsewhere can use them up; and letters are counted apart from passwords, so that who is kept from one has the other.

/** Who tries: from which network address, and the id of the browser if it signed in to this account before. */
interface Try {
  email: string;
  address: string;
  known: string | null;
}

export const passwordLimits = ({ email, address, known }: Try): Limit[] =>
  known
    ? [{ name: "sign-in of an account from a browser that it knows", key: `${email} ${known}` }]
    : [
        { name: "sign-in from an address", key: address },
        { name: "sign-in of an account from an address", key: `${email} ${address}` },
        { name: "sign-in of an account", key: email },
      ];

/** Who has proved who they are, starts anew. What was tried from an address on many accounts stays counted. */
export async function forgetPasswordTries(tried: Try): Promise<void> {
  for (const limit of passwordLimits(tried)) if (limit.name !== "sign-in from an address") await forget(limit);
}

export const letterLimits = ({ email, address, known }: Try): Limit[] =>
  known
    ? [{ name: "mail to an account from a browser that it knows", key: `${email} ${known}` }]
    : [
        { name: "mail from an address", key: address },
        { name: "mail to an account from an address", key: `${email} ${address}` },
      ];

/**
 * Whether one more letter goes to this account. After some of them at most one in five minutes does, so that nobody's
 * mailbox is flooded; and nobody is kept out by it, because the link in the latest one still works for as long again.
 */
export async function mayMail({ email, known }: Try): Promise<boolean> {
  if (known) return true;
  if ((await spend({ name: "mail to an account", key: email })).allowed) return true;
  return (await spend({ name: "mail to an account that had many", key: email })).allowed;
}
