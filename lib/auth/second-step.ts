import crypto from "node:crypto";
import { generateURI, verify } from "otplib";
import { sealText, unsealText } from "../secrets/seal.ts";
import { keyFor } from "../secrets/tokens.ts";
import { siteName, siteUrl } from "../site/identity.ts";

// Codes of an app by RFC 6238 (TOTP): six digits, SHA-1, 30 seconds, which is what apps know. A code of the span before or after is
// taken too, because clocks differ; none is taken twice.

/** Seconds that a clock may be off. */
const tolerance = 30;
const purpose = "second step";
const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export interface SetUp {
  /** In base32, as apps take it when it is typed. */
  secret: string;
  /** What the picture says to the app. */
  uri: string;
  /** Each is good once, when the app is lost. */
  codes: string[];
}

/**
 * What somebody is offered to set up. It follows from who, in which session and how often before: so a page that is loaded anew, or sent
 * without scripts, shows the same, and nothing is written before a code proves that the app has it.
 */
export function offerOf(whose: { personId: string; email: string; sessionId: string }, before: number): SetUp {
  const label = `${purpose} ${whose.personId} ${whose.sessionId} ${before}`;
  const bytes = (what: string, length: number) =>
    Buffer.from(crypto.hkdfSync("sha256", keyFor(purpose), label, what, length));
  const secret = letters(bytes("secret", 32));
  return {
    secret,
    uri: generateURI({ issuer: `${siteName} (${new URL(siteUrl()).hostname})`, label: whose.email, secret }),
    codes: Array.from({ length: 10 }, (_, index) => {
      const code = letters(bytes(`code ${index}`, 28)).toLowerCase();
      return code.replaceAll(/.{7}(?=.)/g, "$&-");
    }),
  };
}

/** One letter of base32 for each byte. */
const letters = (bytes: Buffer): string => [...bytes].map((byte) => base32[byte & 31]).join("");

/**
 * The span of time that a code of the app is of; null when it is none of this secret's, or not newer than `after`.
 * @param after the span whose code was taken last
 */
export async function spanOf(secret: string, code: string, after: bigint | null): Promise<bigint | null> {
  const token = code.replaceAll(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return null;
  const result = await verify({
    secret,
    token,
    epochTolerance: tolerance,
    ...(after === null ? {} : { afterTimeStep: Number(after) }),
  });
  return result.valid && "timeStep" in result ? BigInt(result.timeStep) : null;
}

export const sealSecret = (secret: string) => sealText(purpose, secret);
export const unsealSecret = (sealed: Uint8Array) => unsealText(purpose, sealed);

/** What is kept of a code on paper: its 140 bits are those of a key, so it needs no salt and no stretching. */
export const hashCode = (code: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(
    crypto
      .createHash("sha256")
      .update(code.toLowerCase().replaceAll(/[^a-z2-7]/g, ""))
      .digest(),
  );
