import "server-only";
import crypto from "node:crypto";
import { keyFor } from "../secrets/tokens.ts";

// A browser that signed in to an account before keeps a cookie that says so: a random id, and for each account a tag that
// only this installation can make. It opens nothing; but what strangers try doesn't count against it, nor the other way.

const mostAccounts = 5;

const tag = (id: string, email: string) =>
  crypto.createHmac("sha256", keyFor("known browser")).update(`${id} ${email}`).digest("base64url").slice(0, 22);

function read(cookie: string | undefined): { id: string; tags: string[] } | null {
  const parts = cookie?.split(".") ?? [];
  const [id, ...tags] = parts;
  return id && tags.length <= mostAccounts && parts.every((part) => /^[\w-]{22}$/.test(part)) ? { id, tags } : null;
}

/** The id of a browser that signed in to the account with this address before; null for any other. */
export function knownBrowser(cookie: string | undefined, email: string): string | null {
  const found = read(cookie);
  return found?.tags.includes(tag(found.id, email)) ? found.id : null;
}

/** The cookie of a browser that has signed in to the account with this address, of its latest five. */
export function withAccount(cookie: string | undefined, email: string): string {
  const { id, tags } = read(cookie) ?? { id: crypto.randomBytes(16).toString("base64url"), tags: [] };
  const own = tag(id, email);
  return [id, ...[...tags.filter((one) => one !== own), own].slice(-mostAccounts)].join(".");
}
