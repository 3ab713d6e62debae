import "server-only";
import { db } from "../db/index.ts";

/** How a person voted on claims, for them to take along. */
export async function voteData(personId: string) {
  return db().vote.findMany({
    where: { personId },
    orderBy: { at: "asc" },
    select: {
      value: true,
      counted: true,
      at: true,
      claim: { select: { slug: true, text: true, framework: { select: { slug: true } } } },
    },
  });
}
