import "server-only";
import { db } from "../db/index.ts";
import { maturity } from "./standing.ts";

/**
 * Lets an account count once it is old, active and talkative enough. One statement; nothing happens to others. What it
 * said before counts from then on. True when it began to count just now.
 */
export async function matureIfDue(personId: string): Promise<boolean> {
  const changed = await db().$executeRaw`
    UPDATE person SET standing = 'counted'
    WHERE id = ${personId}::uuid AND standing = 'new' AND active_days >= ${maturity.activeDays}
      AND created_at <= now() - make_interval(secs => ${maturity.age / 1000})
      AND (SELECT count(*) FROM vote WHERE person_id = person.id AND value <> 0)
        + (SELECT count(*) FROM rating WHERE person_id = person.id) >= ${maturity.contributions}`;
  return changed === 1;
}

/** Lets every account count that is due, also of people who have said all they wanted to. Returns how many began to. */
export async function matureAllDue(): Promise<number> {
  const due = await db().person.findMany({
    where: {
      standing: "new",
      activeDays: { gte: maturity.activeDays },
      createdAt: { lte: new Date(Date.now() - maturity.age) },
    },
    select: { id: true },
  });
  let changed = 0;
  for (const { id } of due) if (await matureIfDue(id)) changed += 1;
  return changed;
}

/** The frameworks whose numbers a person's votes and ratings are part of. */
export async function spokenOf(personId: string): Promise<string[]> {
  const rows = await db().framework.findMany({
    where: { OR: [{ ratings: { some: { personId } } }, { claims: { some: { votes: { some: { personId } } } } }] },
    select: { slug: true },
  });
  return rows.map(({ slug }) => slug);
}
