import crypto from "node:crypto";

/**
 * The id for what a form makes. A form says which sending it is by a random key that it keeps until it has an answer:
 * the same person, key and fields give the same id, so a sending that comes again finds what it made. Other words are
 * another wish, also where a browser brings an old page back; without a key every sending is one of its own. Nobody
 * can choose an id, nor find somebody else's.
 */
export function idOf(key: string | undefined, personId: string | null, fields: Record<string, string>): string {
  if (!key || !/^[\w-]{20,64}$/.test(key)) return crypto.randomUUID();
  const said = Object.entries(fields)
    .filter(([name]) => !name.startsWith("$"))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const bytes = crypto
    .createHash("sha256")
    .update(JSON.stringify(["sending", personId, key, said]))
    .digest()
    .subarray(0, 16);
  // A UUID of version 8: made by a rule of one's own (RFC 9562).
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
