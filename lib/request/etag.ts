import crypto from "node:crypto";

/** Names a content: the same text has the same tag. */
export const etagOf = (text: string) => `"${crypto.createHash("sha256").update(text).digest("base64url")}"`;

/** Whether the asker has this content already. Compressing makes a tag weak on its way, so both kinds are taken. */
export function isKnown(header: string | null, etag: string): boolean {
  if (header === null) return false;
  return header.trim() === "*" || [...header.matchAll(/"[^"]*"/g)].some(([tag]) => tag === etag);
}
