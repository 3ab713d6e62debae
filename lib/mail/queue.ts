import "server-only";
import { db, type Transaction } from "../db/index.ts";
import type { Letter } from "./letter.ts";
import { seal, unseal } from "./seal.ts";

/** Hours that a letter is kept: after a day every link in it is dead. */
const keptFor = 24;

/**
 * Puts a letter in the queue, in the transaction of what it tells of: both happen, or neither.
 * @param once the id of the wish that it answers: each is answered by one letter
 */
export async function post(tx: Transaction, letter: Letter, once: string | null = null): Promise<void> {
  await tx.mail.createMany({ data: [{ sealed: seal(letter), once }], skipDuplicates: true });
}

/** Whether a wish was answered by a letter already, within the day that it is remembered. */
export async function isPosted(tx: Transaction, once: string): Promise<boolean> {
  return (await tx.mail.count({ where: { once } })) > 0;
}

export interface QueuedLetter {
  id: bigint;
  attempts: number;
  letter: Letter | null;
}

/**
 * Takes letters that are due, each by one taker only, and puts off their next try in the same statement (30 s, then
 * twice as long each time): a sender that dies tries again later. One that died after sending sends twice: better than never.
 */
export async function takeDue(limit = 10): Promise<QueuedLetter[]> {
  const rows = await db().$queryRaw<{ id: bigint; attempts: number; sealed: Uint8Array }[]>`
    UPDATE mail SET attempts = attempts + 1, next_try_at = now() + interval '30 seconds' * power(2, least(attempts, 7))
    WHERE id IN (
      SELECT id FROM mail WHERE sealed IS NOT NULL AND sent_at IS NULL AND next_try_at <= now()
      ORDER BY id LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id, attempts, sealed`;
  return rows.map(({ sealed, ...row }) => ({ ...row, letter: unseal(sealed) }));
}

/** Notes that a letter was sent. Its text, with the links in it, goes. */
export async function markSent(id: bigint): Promise<void> {
  await db().mail.update({ where: { id }, data: { sentAt: new Date(), sealed: null, error: null } });
}

/** Notes that a letter will never be taken where it goes. Nobody tries again, so its text goes too. */
export async function markRefused(id: bigint, error: string): Promise<void> {
  await db().mail.update({ where: { id }, data: { sealed: null, error: error.slice(0, 500) } });
}

export async function markFailed(id: bigint, error: string): Promise<void> {
  await db().mail.update({ where: { id }, data: { error: error.slice(0, 500) } });
}

/** Removes what is a day old, sent or not. */
export async function removeOldMail(): Promise<void> {
  await db().$executeRaw`DELETE FROM mail WHERE created_at < now() - make_interval(hours => ${keptFor})`;
}

/** The newest letters of an installation that sends none, for the outbox. */
export async function getOutbox(limit = 50): Promise<{ id: string; createdAt: string; letter: Letter }[]> {
  const rows = await db().mail.findMany({
    where: { sentAt: null, sealed: { not: null } },
    orderBy: { id: "desc" },
    take: limit,
    select: { id: true, createdAt: true, sealed: true },
  });
  return rows.flatMap(({ id, createdAt, sealed }) => {
    const letter = sealed && unseal(sealed);
    return letter ? [{ id: String(id), createdAt: createdAt.toISOString(), letter }] : [];
  });
}
