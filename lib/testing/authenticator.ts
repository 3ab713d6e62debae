import crypto from "node:crypto";
import { isoCBOR } from "@simplewebauthn/server/helpers";

const sha256 = (data: crypto.BinaryLike) => crypto.createHash("sha256").update(data).digest();
const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

/** What a test may let it say that isn't so. */
interface Lies {
  origin?: string;
  rpId?: string;
  /** A format of attestation that nobody asked for, with a certificate. */
  vouching?: boolean;
}

/** A security key in memory (ES256), which answers as a browser hands it on: in JSON. */
export function newAuthenticator(origin: string) {
  const { publicKey, privateKey } = crypto.generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = crypto.randomBytes(32);
  const key = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, Uint8Array.from(Buffer.from(x, "base64url"))],
    [-3, Uint8Array.from(Buffer.from(y, "base64url"))],
  ]);
  const dataOf = (rpId: string, flags: number, counter: number) => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count]);
  };
  const clientOf = (type: string, challenge: string, lies: Lies) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: lies.origin ?? origin, crossOrigin: false }));
  const answer = (response: Record<string, unknown>) =>
    JSON.stringify({
      id: base64url(id),
      rawId: base64url(id),
      type: "public-key",
      clientExtensionResults: {},
      response,
    });
  const { hostname } = new URL(origin);

  return {
    id: base64url(id),
    make(challenge: string, counter = 0, lies: Lies = {}): string {
      const client = clientOf("webauthn.create", challenge, lies);
      const attested = [Buffer.alloc(16), Buffer.from([0, id.length]), id, isoCBOR.encode(key)];
      const authData = Buffer.concat([dataOf(lies.rpId ?? hostname, 0x41, counter), ...attested]);
      const statement: [string, unknown][] = lies.vouching
        ? [
            ["alg", -7],
            ["sig", crypto.sign("sha256", Buffer.concat([authData, sha256(client)]), privateKey)],
            ["x5c", [Uint8Array.of(1)]],
          ]
        : [];
      const attestationObject = isoCBOR.encode(
        new Map<string, unknown>([
          ["fmt", lies.vouching ? "packed" : "none"],
          ["attStmt", new Map(statement)],
          ["authData", Uint8Array.from(authData)],
        ]) as Map<string, Uint8Array>,
      );
      return answer({
        clientDataJSON: base64url(client),
        attestationObject: base64url(attestationObject),
        transports: ["usb"],
      });
    },
    sign(challenge: string, counter = 0, lies: Lies = {}): string {
      const client = clientOf("webauthn.get", challenge, lies);
      const data = dataOf(lies.rpId ?? hostname, 0x01, counter);
      const signature = crypto.sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
      return answer({
        clientDataJSON: base64url(client),
        authenticatorData: base64url(data),
        signature: base64url(signature),
      });
    },
  };
}
