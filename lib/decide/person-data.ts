import "server-only";
import { db } from "../db/index.ts";

/** The decisions that a person keeps, for them to take along. */
export async function decisionData(personId: string) {
  return db().decision.findMany({
    where: { personId },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      title: true,
      search: true,
      revealedAt: true,
      createdAt: true,
      shortlist: { select: { name: true } },
    },
  });
}

/** The records that they made. */
export async function recordData(personId: string) {
  return db().recordKeeper.findMany({
    where: { personId },
    orderBy: { keptAt: "asc" },
    select: { recordId: true, keptAt: true, record: { select: { data: true } } },
  });
}

/** How they weighed in teams. */
export async function ballotData(personId: string) {
  return db().ballot.findMany({
    where: { personId },
    orderBy: { joinedAt: "asc" },
    select: {
      decision: { select: { id: true, title: true } },
      weights: true,
      scores: true,
      joinedAt: true,
      givenAt: true,
    },
  });
}
