import "server-only";
import { db } from "../db/index.ts";
import { memberStates } from "./rings.ts";

/** When somebody was seen in a network, of which only a hash is kept: it is no use to anyone, so it is left out. */
export async function networkData(personId: string) {
  return db().personNetwork.findMany({
    where: { personId },
    orderBy: { seenAt: "asc" },
    select: { seenAt: true, expiresAt: true },
  });
}

/** By which rules of the page on integrity what they say was held back, and what became of it. Names nobody else. */
export async function ringData(personId: string) {
  const rows = await db().ringMember.findMany({
    where: { personId },
    orderBy: { at: "asc" },
    select: { at: true, state: true, wasCounted: true, ring: { select: { rule: true } } },
  });
  return rows.map(({ ring, state, ...row }) => ({
    ...row,
    rule: ring.rule,
    state: memberStates[state as keyof typeof memberStates],
  }));
}
