import "server-only";
import { db } from "../db/index.ts";

/** What a person is or was a confirmed maintainer of, and what they replied to claims, for them to take along. */
export async function maintainerData(personId: string) {
  return db().maintainer.findMany({
    where: { personId },
    orderBy: { confirmedAt: "asc" },
    select: {
      framework: { select: { slug: true } },
      confirmedAt: true,
      revokedAt: true,
      replies: {
        orderBy: { createdAt: "asc" },
        select: {
          text: true,
          createdAt: true,
          updatedAt: true,
          deletedAt: true,
          hiddenBecause: true,
          claim: { select: { slug: true, text: true } },
        },
      },
    },
  });
}
