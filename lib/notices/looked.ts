import "server-only";
import { claimSelect } from "../claims/select.ts";
import { db } from "../db/index.ts";

const assertions = {
  ...claimSelect.assertions,
  select: { ...claimSelect.assertions.select, suggestionId: true },
} as const;

/** What changes are looked for in. */
export function loadLooked() {
  return db().framework.findMany({
    where: { retiredAt: null },
    select: {
      id: true,
      slug: true,
      name: true,
      suggestionId: true,
      supportSource: true,
      supportNote: true,
      standing: true,
      standingSource: true,
      standingAsOf: true,
      standingNote: true,
      correctedRows: { select: { spot: true } },
      facts: true,
      releases: { orderBy: { position: "asc" } },
      claims: {
        where: { retiredAt: null },
        orderBy: { position: "asc" },
        select: { ...claimSelect, assertions, suggestionId: true, wordingId: true },
      },
    },
  });
}

export type Looked = Awaited<ReturnType<typeof loadLooked>>[number];
