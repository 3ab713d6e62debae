import "server-only";
import { db, type Transaction } from "../db/index.ts";
import { transact } from "../db/transact.ts";
import { log } from "../log/log.mjs";
import { post } from "../mail/queue.ts";
import { mailMode } from "../mail/transport.ts";
import { wakeMail } from "../mail/worker.ts";
import { type Changed, digestLetter, isRhythm, mostChanges, mostOfOne, rhythms } from "./digest.ts";
import { changeKinds } from "./kinds.ts";
import { unsubscribeToken } from "./unsubscribe.ts";

interface Due {
  every: string;
  email: string;
  since: Date;
  until: Date;
}

/**
 * Writes to everybody whose letter is due, where something changed. Any number of instances may do so at once: a person's
 * row is held by one of them, and what was told is moved with the letter. Returns how many letters there are.
 */
export async function mailDigests(): Promise<number> {
  if (mailMode() === "none") return 0;
  const due = await db().digest.findMany({
    where: { dueAt: { lte: new Date() } },
    orderBy: { dueAt: "asc" },
    take: 1_000,
    select: { personId: true },
  });
  let letters = 0;
  for (const { personId } of due)
    try {
      if (await transact((tx) => mailTo(tx, personId))) letters += 1;
    } catch (error) {
      // One that fails keeps nobody else waiting; it is due again next time.
      log.error({ err: error }, "A digest could not be written");
    }
  if (letters > 0) {
    log.info({ letters }, "Digests were written");
    wakeMail();
  }
  return letters;
}

/** The letter of one person, unless another instance has it, or nothing changed. */
async function mailTo(tx: Transaction, personId: string): Promise<boolean> {
  // What was noted within the last minute may not be committed yet; it is told next time.
  const [due] = await tx.$queryRaw<Due[]>`
    SELECT d.every, p.email, d.told_up_to AS since, greatest(d.told_up_to, now() - interval '1 minute') AS until
    FROM digest d JOIN person p ON p.id = d.person_id
    WHERE d.person_id = ${personId}::uuid AND d.due_at <= now() FOR UPDATE OF d SKIP LOCKED`;
  if (!due || !isRhythm(due.every)) return false;
  const { every } = due;
  const letter = digestLetter({ ...due, every }, await changesFor(tx, personId), unsubscribeToken(personId));
  const { seconds } = rhythms[every];
  // At the same time of day as ever, also after a while without a clock.
  await tx.$executeRaw`
    UPDATE digest SET told_up_to = greatest(told_up_to, now() - interval '1 minute'),
      due_at = due_at + make_interval(secs => ${seconds} * (floor(extract(epoch FROM now() - due_at) / ${seconds}) + 1))
    WHERE person_id = ${personId}::uuid`;
  if (letter) await post(tx, letter);
  return letter !== null;
}

/**
 * What changed since the last letter, the newest of each framework; the bounds stay in the database, whose moments are finer
 * than ours.
 */
function changesFor(tx: Transaction, personId: string): Promise<Changed[]> {
  return tx.$queryRaw<Changed[]>`
    SELECT * FROM (
      SELECT c.id, c.at, c.kind, c.detail, f.slug, f.name, f.suggestion_id IS NOT NULL AS suggested,
        row_number() OVER (PARTITION BY f.id ORDER BY c.at DESC, c.id DESC) AS nth,
        (count(*) OVER (PARTITION BY f.id))::int AS own, (count(*) OVER ())::int AS "all"
      FROM digest d JOIN watch w ON w.person_id = d.person_id
      JOIN framework f ON f.id = w.framework_id JOIN change c ON c.framework_id = f.id
      WHERE d.person_id = ${personId}::uuid AND f.retired_at IS NULL AND c.kind = ANY(${Object.keys(changeKinds)})
        AND c.at > d.told_up_to AND c.at <= now() - interval '1 minute' AND c.at >= w.since) AS told
    WHERE nth <= ${mostOfOne} ORDER BY name, slug, at, id LIMIT ${mostChanges}`;
}
