import crypto from "node:crypto";
import { keyFor } from "../secrets/tokens.ts";
import type { Letter } from "./letter.ts";

/** A letter holds links that open accounts: in the database it is encrypted (AES-256-GCM), so that a copy of it opens none. */
export function seal(letter: Letter): Uint8Array<ArrayBuffer> {
  const nonce = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv("aes-256-gcm", keyFor("mail"), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(letter), "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), text]));
}

/** The letter, or null when it was sealed with another installation's secret. */
export function unseal(sealed: Uint8Array): Letter | null {
  try {
    const bytes = Buffer.from(sealed);
    const decipher = crypto.createDecipheriv("aes-256-gcm", keyFor("mail"), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return JSON.parse(
      Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8"),
    ) as Letter;
  } catch {
    return null;
  }
}
