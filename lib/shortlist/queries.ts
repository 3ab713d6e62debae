import "server-only";
import { db } from "../db/index.ts";

/** The slugs that a person has saved, the first saved first. */
export async function getSavedSlugs(personId: string): Promise<string[]> {
  const rows = await db().shortlistEntry.findMany({
    where: { shortlist: { personId }, framework: { retiredAt: null } },
    orderBy: [{ addedAt: "asc" }, { frameworkId: "asc" }],
    select: { framework: { select: { slug: true } } },
  });
  return rows.map((row) => row.framework.slug);
}
