import "server-only";
import { claimSelect } from "../claims/select.ts";
import { db } from "../db/index.ts";

/** What changes are looked for in. */
export function loadLooked() {
  return db().framework.findMany({
    where: { retiredAt: null },
    select: {
      id: true,
      slug: true,
      releases: { orderBy: { position: "asc" } },
      claims: { where: { retiredAt: null }, select: { ...claimSelect, suggestionId: true, wordingId: true } },
    },
  });
}

export type Looked = Awaited<ReturnType<typeof loadLooked>>[number];
