import crypto from "node:crypto";
import { isId } from "../request/schema.ts";
import { keyFor } from "../secrets/tokens.ts";

const signatureOf = (personId: string) =>
  crypto.createHmac("sha256", keyFor("unsubscribe")).update(personId).digest("base64url");

/** What ends somebody's letters without signing in. It opens nothing else, and never runs out: old letters keep their promise. */
export const unsubscribeToken = (personId: string): string => personId + signatureOf(personId);

/** Whose letters a token ends; null for one that isn't ours. */
export function personOfToken(token: string): string | null {
  const [personId, signature] = [token.slice(0, 36), Buffer.from(token.slice(36))];
  if (!isId(personId)) return null;
  const ours = Buffer.from(signatureOf(personId));
  return signature.length === ours.length && crypto.timingSafeEqual(signature, ours) ? personId : null;
}
