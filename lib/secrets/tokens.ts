import crypto from "node:crypto";

/** A secret for a cookie or a link: 256 random bits, 43 characters. */
export function newToken(): string {
  return crypto.randomBytes(32).toString("base64url");
}

/** A secret for an address that is given away, such as a shared list's: 128 random bits, 22 characters. */
export function newShareToken(): string {
  return crypto.randomBytes(16).toString("base64url");
}

/** Whether a text can be such a secret at all. */
export function isShareToken(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}

/** What the database keeps of a token. It has no more than a token's own entropy to guard, so no salt and no stretching. */
export function hashToken(token: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(crypto.createHash("sha256").update(token).digest());
}

/** Whether a text can be a token of ours at all. */
export function isToken(text: unknown): text is string {
  return typeof text === "string" && /^[\w-]{43}$/.test(text);
}

/** A key for one purpose, derived from the installation's secret. Throws when `NEXTAUTH_SECRET` is not set. */
export function keyFor(purpose: string): Buffer {
  const secret = process.env.NEXTAUTH_SECRET;
  if (!secret) throw new Error("NEXTAUTH_SECRET is not set");
  return deriveKey(secret, purpose);
}

/** 32 bytes for one purpose: they tell nothing of the secret that they come from, nor of another purpose's. */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(crypto.hkdfSync("sha256", secret, "framewise", purpose, 32));
}
