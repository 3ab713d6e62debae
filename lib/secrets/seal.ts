import crypto from "node:crypto";
import { keyFor } from "./tokens.ts";

/** A text as only this installation can read it (AES-256-GCM, with a key for one purpose): a copy of the database can't. */
export function sealText(purpose: string, text: string): Uint8Array<ArrayBuffer> {
  const nonce = crypto.randomBytes(12);
  const cipher = crypto.createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Uint8Array.from(Buffer.concat([nonce, cipher.getAuthTag(), sealed]));
}

/** The text, or null when it was sealed with another installation's secret, or isn't whole. */
export function unsealText(purpose: string, sealed: Uint8Array): string | null {
  try {
    const bytes = Buffer.from(sealed);
    const decipher = crypto.createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12));
    decipher.setAuthTag(bytes.subarray(12, 28));
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
