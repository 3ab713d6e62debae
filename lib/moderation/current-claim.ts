import "server-only";
import type { Transaction } from "../db/index.ts";
import { Refusal } from "../request/refusal.ts";

/** Of two moderators who change one claim, the second sees what the first did. Votes go on meanwhile. */
export async function holdClaim(tx: Transaction, id: number): Promise<void> {
  await tx.$executeRaw`SELECT 1 FROM claim WHERE id = ${id} FOR NO KEY UPDATE`;
}

/** The claim that a suggestion is about, held. Throws a `Refusal` (409) when it is gone. */
export async function currentClaim(tx: Transaction, id: number) {
  await holdClaim(tx, id);
  const claim = await tx.claim.findFirst({ where: { id, retiredAt: null } });
  if (!claim) throw new Refusal("The claim is gone by now: decline it instead.", { status: 409 });
  return claim;
}
