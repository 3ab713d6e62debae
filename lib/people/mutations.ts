import "server-only";
import { Prisma } from "../db/generated/client.ts";
import { db, type Transaction } from "../db/index.ts";
import { logFailure } from "../db/outage.ts";
import { lookForRings } from "./flags.ts";
import { maturity } from "./standing.ts";

/** Accounts that are old, active and talkative enough, and don't count yet. */
const due = Prisma.sql`standing = 'new' AND active_days >= ${maturity.activeDays}
  AND created_at <= now() - make_interval(secs => ${maturity.age / 1000})
  AND (SELECT count(*) FROM vote WHERE person_id = person.id AND value <> 0)
    + (SELECT count(*) FROM rating WHERE person_id = person.id) >= ${maturity.contributions}`;

/** Lets those of these accounts count that are due. One statement; nothing happens to others. */
export async function countDue(tx: Pick<Transaction, "$executeRaw">, people: readonly string[]): Promise<number> {
  return tx.$executeRaw`UPDATE person SET standing = 'counted' WHERE id = ANY(${[...people]}::uuid[]) AND ${due}`;
}

const dueOf = async (condition: Prisma.Sql) =>
  (await db().$queryRaw<{ id: string }[]>`SELECT id FROM person WHERE ${due} AND ${condition}`).map(({ id }) => id);

/**
 * Lets an account count once it is due, unless a rule takes it and others for one hand: that is looked for first, so that
 * no ring counts even for a moment. What it said before counts from then on. True when it began to count just now.
 */
export async function matureIfDue(personId: string): Promise<boolean> {
  if ((await dueOf(Prisma.sql`id = ${personId}::uuid`)).length === 0) return false;
  try {
    await look();
  } catch (error) {
    // What was said is kept; whether it counts is looked at again within the hour (lib/jobs).
    logFailure(error, "Rings could not be looked for");
    return false;
  }
  return (await countDue(db(), [personId])) === 1;
}

/** Lets every account count that is due, also of people who have said all they wanted to. Returns how many began to. */
export async function matureAllDue(): Promise<number> {
  const people = await dueOf(Prisma.sql`true`);
  if (people.length === 0) return 0;
  await look();
  let changed = 0;
  for (const id of people) changed += await countDue(db(), [id]);
  return changed;
}

let running: Promise<number> | null = null;
let next: Promise<number> | null = null;

/** Looks for rings once more, beginning no earlier than now; whoever asks meanwhile shares the next look. */
function look(): Promise<number> {
  next ??= (running ?? Promise.resolve(0))
    .catch(() => 0)
    .then(() => {
      next = null;
      running = lookForRings().finally(() => (running = null));
      return running;
    });
  return next;
}

/** Whether these accounts count, from what was decided on the rings that they are in. */
export async function settle(tx: Transaction, people: readonly string[]): Promise<void> {
  const inState = (state: string) =>
    Prisma.sql`EXISTS (SELECT FROM ring_member m WHERE m.person_id = person.id AND m.state = ${state})`;
  await tx.$executeRaw`
    UPDATE person SET standing = CASE
      WHEN ${inState("discounted")} THEN 'discounted'
      WHEN ${inState("held")} THEN 'held'
      WHEN EXISTS (SELECT FROM ring_member m WHERE m.person_id = person.id AND m.was_counted) THEN 'counted'
      ELSE 'new' END
    WHERE id = ANY(${[...people]}::uuid[])`;
  await countDue(tx, people);
}
