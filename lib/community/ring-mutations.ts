import "server-only";
import { touched } from "../cache/refresh.ts";
import type { Transaction } from "../db/index.ts";
import { transact } from "../db/transact.ts";
import { holdRings } from "../people/flags.ts";
import { settle } from "../people/mutations.ts";
import { spokenOf } from "../people/queries.ts";
import { Refusal } from "../request/refusal.ts";
import { can } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";

export const ringDecisions = { discounted: "ring-discount", cleared: "ring-clear" } as const;
export type RingDecision = keyof typeof ringDecisions;

/**
 * Discounts every account of a ring that is held back, or clears them, of all rules that found them so far: one
 * transaction, one entry in the log, which `takeBack` takes back. Accounts that were discounted by hand stay so. Returns how many it decided on. For moderators;
 * anybody else, or a ring that isn't there, is a `Refusal` (404).
 */
export async function decideRing(
  viewer: Viewer,
  ringId: string,
  decision: RingDecision,
  reason: string,
): Promise<number> {
  return change(viewer, ringId, { state: "held" }, async (tx, rule, decidable) => {
    const roles = decision === "discounted" ? ["member"] : ["member", "moderator", "admin"];
    const people = decidable.filter(({ role }) => roles.includes(role)).map(({ id }) => id);
    if (people.length === 0)
      throw new Refusal("Nobody in this ring waits for a decision any more: look at it again.", { status: 409 });
    const decisionId = await log(tx, viewer, ringId, ringDecisions[decision], {
      rule,
      accounts: people.length,
      reason,
    });
    // Whatever else found them was on the page too: one look at an account is one decision.
    await tx.ringMember.updateMany({
      where: { personId: { in: people }, state: "held" },
      data: { state: decision, decisionId },
    });
    return people;
  });
}

/** Takes a decision on a ring back: everybody whom it decided on is held back again. Returns how many. */
export async function takeBack(viewer: Viewer, ringId: string, decisionId: bigint, reason: string): Promise<number> {
  return change(viewer, ringId, { decisionId }, async (tx, rule, decidable) => {
    const people = decidable.map(({ id }) => id);
    if (people.length === 0) throw new Refusal("This decision was taken back already.", { status: 409 });
    await tx.ringMember.updateMany({
      where: { decisionId, personId: { in: people } },
      data: { state: "held", decisionId: null },
    });
    await log(tx, viewer, ringId, "ring-reopen", { rule, accounts: people.length, reason });
    return people;
  });
}

interface Decidable {
  id: string;
  role: string;
}

/**
 * Changes members of a ring, and whether they count, with everything held that it depends on. Who was discounted by hand
 * (by no ring) is none of them.
 */
async function change(
  viewer: Viewer,
  ringId: string,
  where: { state: string } | { decisionId: bigint },
  decide: (tx: Transaction, rule: string, decidable: Decidable[]) => Promise<string[]>,
): Promise<number> {
  if (!can(viewer, "claims.moderate")) throw new Refusal("There is no such page.", { status: 404 });
  const people = await transact(async (tx) => {
    await holdRings(tx);
    const ring = await tx.ring.findUnique({
      where: { id: ringId },
      select: { rule: true, members: { where, select: { personId: true } } },
    });
    if (!ring) throw new Refusal("There is no such ring.", { status: 404 });
    // A ring of many takes longer than a page may; votes of theirs wait, or are told to come again.
    await tx.$executeRaw`SET LOCAL statement_timeout = '25s'`;
    const ids = ring.members.map(({ personId }) => personId);
    await tx.$executeRaw`SELECT hold_people(${ids}::uuid[])`;
    const decidable = await tx.$queryRaw<Decidable[]>`
      SELECT id, role FROM person p WHERE id = ANY(${ids}::uuid[]) AND (standing <> 'discounted'
        OR EXISTS (SELECT FROM ring_member m WHERE m.person_id = p.id AND m.state = 'discounted'))`;
    const decided = await decide(tx, ring.rule, decidable);
    await settle(tx, decided);
    return decided;
  }, 30_000);
  for (const slug of await spokenOf(people)) touched(slug);
  return people.length;
}

async function log(
  tx: Transaction,
  viewer: Viewer,
  ringId: string,
  action: string,
  detail: { rule: string; accounts: number; reason: string },
): Promise<bigint> {
  const entry = { actorId: viewer.personId, action, subjectId: ringId, detail };
  return (await tx.auditEntry.create({ data: entry, select: { id: true } })).id;
}
