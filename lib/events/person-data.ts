import "server-only";
import { db } from "../db/index.ts";

/** What was tried and refused on somebody's account, by whomever. Of the network only a hash is kept, so it is left out. */
export async function eventData(personId: string) {
  return db().securityEvent.findMany({
    where: { personId },
    orderBy: { id: "asc" },
    select: { kind: true, what: true, hour: true, count: true, lastAt: true },
  });
}
