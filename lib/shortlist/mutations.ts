import "server-only";
import { db } from "../db/index.ts";

/** The list that a person gets with the first framework that they save. */
const firstList = "My shortlist";

/** Saves a framework to a person's list. Saving it again changes nothing. False when there is no such framework. */
export async function saveFramework(personId: string, slug: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    const framework = await tx.framework.findFirst({ where: { slug, retiredAt: null }, select: { id: true } });
    if (!framework) return false;
    // One statement each, so that two clicks at once neither fail nor save twice.
    await tx.$executeRaw`
      INSERT INTO shortlist (person_id, name) VALUES (${personId}::uuid, ${firstList}) ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      INSERT INTO shortlist_entry (shortlist_id, framework_id)
      SELECT id, ${framework.id} FROM shortlist WHERE person_id = ${personId}::uuid AND name = ${firstList}
      ON CONFLICT DO NOTHING`;
    return true;
  });
}

/** Takes a framework off a person's lists. One that isn't on any is no error. */
export async function removeFramework(personId: string, slug: string): Promise<void> {
  await db().shortlistEntry.deleteMany({ where: { shortlist: { personId }, framework: { slug } } });
}
