import "server-only";
import { db } from "../db/index.ts";

/** Whether letters are written to a person on what they watch, for them to take along. */
export async function digestData(personId: string) {
  return db().digest.findUnique({ where: { personId }, select: { every: true, toldUpTo: true, dueAt: true } });
}

/** What a person watches, for them to take along. */
export async function watchData(personId: string) {
  return db().watch.findMany({
    where: { personId },
    orderBy: { since: "asc" },
    select: { since: true, framework: { select: { slug: true, name: true } } },
  });
}
