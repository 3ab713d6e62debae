import "server-only";
import { can } from "../auth/permissions.ts";
import type { Viewer } from "../auth/sessions.ts";
import { db } from "../db/index.ts";
import { Refusal } from "../request/refusal.ts";
import { touched } from "./refresh.ts";
import { maturity, type Standing } from "./rules.ts";

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

/**
 * Discounts what accounts said, or restores it: it is kept all along, it only stops or begins to count. One entry in
 * the log for each. Returns how many changed. For moderators; anybody else is a `Refusal` (404).
 */
export async function setStanding(
  viewer: Viewer,
  emails: readonly string[],
  standing: Exclude<Standing, "counted">,
  reason: string,
): Promise<number> {
  if (!can(viewer, "claims.moderate")) throw new Refusal("There is no such page.", { status: 404 });
  let changed = 0;
  for (const email of [...new Set(emails)].sort()) {
    const id = await db().$transaction(async (tx) => {
      const person = await tx.person.findUnique({ where: { email }, select: { id: true, standing: true, role: true } });
      if (!person || person.standing === standing || (standing === "new" && person.standing !== "discounted"))
        return null;
      if (person.role !== "member" && standing === "discounted")
        throw new Refusal("Moderators and administrators can't be discounted. Take their role first.", { status: 409 });
      await tx.person.update({ where: { id: person.id }, data: { standing } });
      await tx.auditEntry.create({
        data: {
          actorId: viewer.personId,
          action: standing === "discounted" ? "discount" : "restore",
          subjectId: person.id,
          detail: { from: person.standing, to: standing, reason },
        },
      });
      return person.id;
    });
    if (!id) continue;
    changed += 1;
    if (standing === "new") await matureIfDue(id);
    for (const slug of await spokenOf(id)) touched(slug);
  }
  return changed;
}
