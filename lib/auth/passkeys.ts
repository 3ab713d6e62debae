import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { z } from "zod";
import { siteName, siteUrl } from "../site/identity.ts";
import { minute } from "../text/durations.ts";

// Passkeys by WebAuthn, as a second step: the first one proved a secret or a mailbox, so that having the key is enough here.
// Whoever holds it is asked for where the key can ask (user verification "preferred"), and a plain security key is taken too.

/** Milliseconds that a challenge is good for. */
export const challengeLife = 5 * minute;

/** What browsers tie a key to, from configuration only: a key for another address signs nothing here. */
function place(): { rpID: string; origin: string } {
  const { hostname, origin } = new URL(siteUrl());
  return { rpID: hostname, origin };
}

/** Only with the first passkey: it takes half a second and some megabytes. */
const library = () => import("@simplewebauthn/server");

export interface KnownKey {
  credential: Uint8Array;
  transports: string[];
}

const named = (keys: KnownKey[]) =>
  keys.map(({ credential, transports }) => ({ id: Buffer.from(credential).toString("base64url"), transports }));

/** What a browser is asked to make a key by. None that the person has already is made twice in one place. */
export async function askToMake(
  whose: { personId: string; email: string; name: string },
  known: KnownKey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { generateRegistrationOptions } = await library();
  return generateRegistrationOptions({
    rpName: siteName,
    rpID: place().rpID,
    userID: Uint8Array.from(Buffer.from(whose.personId.replaceAll("-", ""), "hex")),
    userName: whose.email,
    userDisplayName: whose.name,
    attestationType: "none",
    timeout: challengeLife,
    excludeCredentials: named(known),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
}

/** What a browser is asked to sign with one of these keys. */
export async function askToSign(known: KnownKey[]): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { generateAuthenticationOptions } = await library();
  return generateAuthenticationOptions({
    rpID: place().rpID,
    timeout: challengeLife,
    allowCredentials: named(known),
    userVerification: "preferred",
  });
}

const base64url = z
  .string()
  .max(16_000)
  .regex(/^[\w-]+$/);
const answer = { id: base64url, rawId: base64url, type: z.literal("public-key") };
const made = z.object({
  ...answer,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(20)).max(10).default([]),
  }),
});
const clientData = z.object({ challenge: base64url });
const signed = z.object({
  ...answer,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
});

/** What a browser answered, with the challenge that it says it answers; null when it isn't even of that form. */
export const readMade = (text: string) => read(made, text);
export const readSigned = (text: string) => read(signed, text);

function read<Answer extends { response: { clientDataJSON: string } }>(schema: z.ZodType<Answer>, text: string) {
  try {
    const response = schema.parse(JSON.parse(text));
    const { challenge } = clientData.parse(
      JSON.parse(Buffer.from(response.response.clientDataJSON, "base64url").toString()),
    );
    return { ...response, challenge };
  } catch {
    return null;
  }
}

type Made = NonNullable<ReturnType<typeof readMade>>;
type Signed = NonNullable<ReturnType<typeof readSigned>>;

/** The key that was made; null when it wasn't made at this site. Whether the challenge was ours is asked before. */
export async function checkMade(
  response: Made,
): Promise<{ credential: Uint8Array<ArrayBuffer>; publicKey: Uint8Array<ArrayBuffer>; counter: number } | null> {
  try {
    // What vouches for a make of key wasn't asked for. Its certificates may name addresses, which the library would ask.
    if (await vouches(response.response.attestationObject)) return null;
    const { verifyRegistrationResponse } = await library();
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: response.challenge,
      expectedOrigin: place().origin,
      expectedRPID: place().rpID,
      requireUserVerification: false,
    });
    if (!verified) return null;
    const { id, publicKey, counter } = registrationInfo.credential;
    return { credential: bytesOf(id), publicKey: Uint8Array.from(publicKey), counter };
  } catch {
    return null;
  }
}

/** Whether an answer comes with a certificate, or anything else by which somebody vouches for the key. */
export async function vouches(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await import("@simplewebauthn/server/helpers");
  const decoded = decodeAttestationObject(bytesOf(attestationObject));
  const format = decoded.get("fmt");
  return format !== "none" && (format !== "packed" || decoded.get("attStmt").get("x5c") !== undefined);
}

/** How often the key has signed by now, as it says; null when the signature isn't its own, at this site. */
export async function checkSigned(response: Signed, key: { publicKey: Uint8Array }): Promise<number | null> {
  try {
    const { verifyAuthenticationResponse } = await library();
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: { ...response, clientExtensionResults: {} },
      expectedChallenge: response.challenge,
      expectedOrigin: place().origin,
      expectedRPID: place().rpID,
      // The count is looked at apart (`isCopy`), so that it can be said.
      credential: { id: response.id, publicKey: Uint8Array.from(key.publicKey), counter: 0 },
      requireUserVerification: false,
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}

/** Whether a count shows that there are two of a key: one that counts must have counted on. Many never count, and say 0. */
export const isCopy = (before: bigint, now: number): boolean => (before > 0n || now > 0) && BigInt(now) <= before;

export const bytesOf = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text, "base64url"));
