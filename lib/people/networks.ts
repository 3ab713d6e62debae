import "server-only";
import crypto from "node:crypto";
import net from "node:net";
import { db } from "../db/index.ts";
import { logFailure } from "../db/outage.ts";
import { keyFor } from "../secrets/tokens.ts";
import { day, hour } from "../text/durations.ts";

/** Milliseconds after an account was last seen in a network until that is forgotten. */
export const networkLife = 90 * day;

/** A house's networks, or the proxy's in front of us where nobody said that there is one: they say nothing of anybody. */
const notPublic = new net.BlockList();
/** Apart, because a list takes an IPv4 address for one of IPv6 as well. */
const notPublic6 = new net.BlockList();
for (const [from, bits] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.168.0.0", 16],
] as const)
  notPublic.addSubnet(from, bits);
notPublic6.addSubnet("::", 64, "ipv6");
notPublic6.addSubnet("fc00::", 7, "ipv6");
notPublic6.addSubnet("fe80::", 10, "ipv6");

/**
 * The network that an address of lib/server/client-address.mjs belongs to: its first 24 bits, or 48 of IPv6. Null for one
 * that tells nothing.
 */
export function networkOf(address: string): string | null {
  const [ip = ""] = address.split("/");
  if (net.isIPv4(ip)) return notPublic.check(ip) ? null : `${ip.split(".").slice(0, 3).join(".")}.0/24`;
  if (!net.isIPv6(ip) || notPublic6.check(ip, "ipv6")) return null;
  return `${ip.split(":").slice(0, 3).join(":")}::/48`;
}

/** What is kept of a network: nobody without the installation's secret can tell which it is. */
export const hashOfNetwork = (network: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(crypto.createHmac("sha256", keyFor("networks")).update(network).digest().subarray(0, 16));

/** Who was noted where by this process, and when: a storm of votes asks the database no more often than it must. */
const noted = new Map<string, number>();
const mostNoted = 10_000;

/** Notes that somebody was seen at an address, at most once a day. Never throws: nobody's vote may fail for it. */
export async function noteNetwork(personId: string, address: string): Promise<void> {
  const network = networkOf(address);
  if (network === null) return;
  const key = `${personId} ${network}`;
  if (Date.now() - (noted.get(key) ?? 0) < hour) return;
  try {
    const hash = hashOfNetwork(network);
    await db().$executeRaw`
      INSERT INTO person_network (person_id, network, expires_at)
      SELECT id, ${hash}, now() + make_interval(secs => ${networkLife / 1000}) FROM person
      WHERE id = ${personId}::uuid AND NOT EXISTS (
        SELECT FROM person_network WHERE person_id = ${personId}::uuid AND network = ${hash} AND seen_at > now() - interval '1 day')
      ON CONFLICT (person_id, network) DO UPDATE SET seen_at = now(), expires_at = EXCLUDED.expires_at`;
    noted.set(key, Date.now());
    if (noted.size > mostNoted) noted.delete(noted.keys().next().value ?? "");
  } catch (error) {
    logFailure(error, "A network could not be noted");
  }
}

/** Forgets networks whose time is over. */
export async function removeOldNetworks(): Promise<void> {
  await db().personNetwork.deleteMany({ where: { expiresAt: { lt: new Date() } } });
}
