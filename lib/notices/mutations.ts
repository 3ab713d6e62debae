import "server-only";
import crypto from "node:crypto";
import { db } from "../db/index.ts";
import { Refusal } from "../request/refusal.ts";
import { hashToken } from "../secrets/tokens.ts";
import { type Rhythm, rhythms } from "./digest.ts";
import { personOfToken } from "./unsubscribe.ts";

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

/** From now on a person is told of changes on a framework. Doing it again changes nothing. Throws a `Refusal` (404). */
export async function watch(personId: string, slug: string): Promise<void> {
  const framework = await db().framework.findFirst({ where: { slug, retiredAt: null }, select: { id: true } });
  if (!framework) throw new Refusal("There is no such framework.", { status: 404 });
  await db().watch.createMany({ data: [{ personId, frameworkId: framework.id }], skipDuplicates: true });
}

/** Has letters written to a person, or none. Doing it again changes nothing, and puts off no letter. */
export async function setDigest(personId: string, every: Rhythm | "off"): Promise<void> {
  if (every === "off") {
    await db().digest.deleteMany({ where: { personId } });
    return;
  }
  await db().$executeRaw`
    INSERT INTO digest (person_id, every, due_at)
    VALUES (${personId}::uuid, ${every}, now() + make_interval(secs => ${rhythms[every].seconds}))
    ON CONFLICT (person_id) DO UPDATE SET every = EXCLUDED.every, due_at = EXCLUDED.due_at
    WHERE digest.every <> EXCLUDED.every`;
}

/** Ends the letters of whoever a token is of; false for one that isn't ours. Doing it again is no error. */
export async function unsubscribe(token: string): Promise<boolean> {
  const personId = personOfToken(token);
  if (personId === null) return false;
  await setDigest(personId, "off");
  return true;
}

/** A framework that isn't watched is no error. */
export async function unwatch(personId: string, slug: string): Promise<void> {
  await db().watch.deleteMany({ where: { personId, framework: { slug } } });
}
