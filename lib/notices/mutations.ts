import "server-only";
import crypto from "node:crypto";
import { db } from "../db/index.ts";
import { hashToken } from "../secrets/tokens.ts";

/** Notes that a person has seen their notices up to now. */
export async function markSeen(personId: string): Promise<void> {
  await db().person.updateMany({ where: { id: personId }, data: { noticesSeenAt: new Date() } });
}

/** A new secret (128 bits) for the address of a person's feed, shown once. The one before is dead. */
export async function renewFeed(personId: string): Promise<string> {
  const key = crypto.randomBytes(16).toString("base64url");
  await db().person.update({ where: { id: personId }, data: { feedHash: hashToken(key) } });
  return key;
}
