import "server-only";
import { claimSelect } from "../claims/select.ts";
import { db, type Transaction } from "../db/index.ts";

const assertions = {
  ...claimSelect.assertions,
  select: { ...claimSelect.assertions.select, suggestionId: true },
} as const;

/** What changes are looked for in: every framework that is there, or one. */
export function loadLooked(client: Transaction = db(), id?: number) {
  return client.framework.findMany({
    where: { retiredAt: null, ...(id !== undefined && { id }) },
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
