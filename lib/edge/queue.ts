import "server-only";
import { dbPool } from "../db/index.ts";

// Which tags are still to be purged stands in the database, once each: a purge survives the instance that asked for it,
// and what several instances ask for within a moment is one.

/**
 * Seconds from asking to sending: by then every instance that hears of the change has marked its pages, so that the cache
 * is given none of the old ones again.
 */
export const settle = 1;
/** Seconds until what was taken is tried again, doubled each time; longer than a request may take. */
const firstPause = 15;
const longestPause = 900;

export interface Waiting {
  tag: string;
  asked: number;
  tries: number;
}

/** Asks for tags to be purged. In one order, so that two who ask at once never wait for each other in a circle. */
export async function askForTags(tags: readonly string[]): Promise<void> {
  await dbPool().query(
    `INSERT INTO purge (tag, due_at) SELECT tag, now() + $2 * interval '1 second' FROM unnest($1::text[]) AS tag ORDER BY tag
     ON CONFLICT (tag) DO UPDATE SET asked = purge.asked + 1`,
    [tags, settle],
  );
}

/**
 * Takes what is due, and puts off its next try in the same statement: a taker that dies leaves it to the next one.
 * Nothing is taken while a request is under way or the cache can't be reached, so that it all goes at once afterwards.
 */
export async function takeDue(limit: number): Promise<Waiting[]> {
  const { rows } = await dbPool().query<Waiting>(
    `UPDATE purge SET tries = tries + 1, due_at = now() + least($2 * power(2, least(tries, 10)), $3) * interval '1 second'
     WHERE tag IN (
       SELECT tag FROM purge
       WHERE due_at <= now() AND NOT EXISTS (SELECT FROM purge WHERE tries > 0 AND due_at > now())
       ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
     RETURNING tag, asked, tries`,
    [limit, firstPause, longestPause],
  );
  return rows;
}

/** Seconds until the next is due; null when nothing waits, or all of it for a cache that can't be reached. */
export async function nextDue(): Promise<number | null> {
  const { rows } = await dbPool().query<{ seconds: number }>(
    "SELECT extract(epoch FROM min(due_at) - now())::float8 AS seconds FROM purge HAVING NOT bool_or(tries > 0)",
  );
  return rows[0]?.seconds ?? null;
}

/** Notes that these were purged. What was asked for again meanwhile stays, and is sent again. */
export async function markPurged(done: readonly Waiting[]): Promise<void> {
  const values = [done.map(({ tag }) => tag), done.map(({ asked }) => asked)];
  await dbPool().query(
    `WITH done AS (SELECT * FROM unnest($1::text[], $2::int[]) AS one (tag, asked)),
       gone AS (DELETE FROM purge USING done WHERE purge.tag = done.tag AND purge.asked = done.asked)
     UPDATE purge SET tries = 0, due_at = now() + $3 * interval '1 second'
     FROM done WHERE purge.tag = done.tag AND purge.asked <> done.asked`,
    [...values, settle],
  );
}

/** Puts off the next try, where the cache said for how long. */
export async function putOff(tags: readonly string[], seconds: number): Promise<void> {
  await dbPool().query(
    "UPDATE purge SET due_at = greatest(due_at, now() + $2 * interval '1 second') WHERE tag = ANY ($1)",
    [tags, Math.min(seconds, longestPause)],
  );
}

/** How many tags wait, and how often the most stubborn one was tried. */
export async function waitingPurges(): Promise<{ tags: number; tries: number }> {
  const { rows } = await dbPool().query<{ tags: number; tries: number }>(
    "SELECT count(*)::int AS tags, coalesce(max(tries), 0)::int AS tries FROM purge",
  );
  return rows[0] ?? { tags: 0, tries: 0 };
}
