import "server-only";
import { db } from "../db/index.ts";

/** What a person suggested and what became of it, for them to take along. */
export async function suggestionData(personId: string) {
  return db().suggestion.findMany({
    where: { personId },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      kind: true,
      framework: { select: { slug: true } },
      body: true,
      status: true,
      reason: true,
      createdAt: true,
      decidedAt: true,
    },
  });
}
