import "server-only";
import { db } from "../db/index.ts";

/** A person's lists, for them to take along. */
export async function shortlistData(personId: string) {
  return db().shortlist.findMany({
    where: { personId },
    orderBy: { createdAt: "asc" },
    select: {
      id: true,
      name: true,
      visibility: true,
      createdAt: true,
      entries: {
        orderBy: { position: "asc" },
        select: {
          status: true,
          note: true,
          reason: true,
          addedAt: true,
          framework: { select: { slug: true, name: true } },
        },
      },
    },
  });
}
