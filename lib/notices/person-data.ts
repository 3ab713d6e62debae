import "server-only";
import { db } from "../db/index.ts";

/** What a person watches, for them to take along. */
export async function watchData(personId: string) {
  return db().watch.findMany({
    where: { personId },
    orderBy: { since: "asc" },
    select: { since: true, framework: { select: { slug: true, name: true } } },
  });
}
