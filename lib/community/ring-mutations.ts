import "server-only";
import { touched } from "../cache/refresh.ts";
import { Prisma } from "../db/generated/client.ts";
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
 * Accounts that one transaction decides on. More would be slower than all of them by parts: within one, PostgreSQL keeps
 * every former version of a tally that all of them voted on.
 */
const atOnce = 100;

/**
 * Discounts every account of a ring that is held back, or clears them, of all rules that found them so far: one act with
 * one entry in the log, which `takeBack` takes back. Accounts that were discounted by hand stay so. What is cut off in
 * the middle has decided on the accounts that its entry counts, and the others wait as before. Returns how many. For
 * moderators; anybody else, or a ring that isn't there, is a `Refusal` (404).
 */
export async function decideRing(
  viewer: Viewer,
  ringId: string,
  decision: RingDecision,
  reason: string,
): Promise<number> {
  const decided = await inParts(viewer, ringId, {
    action: ringDecisions[decision],
    reason,
    whom: Prisma.sql`m.state = 'held' AND (p.role = 'member' OR ${decision} = 'cleared')`,
    // Whatever else found them was on the page too: one look at an account is one decision.
    decide: async (tx, people, entry) => {
      const data = { state: decision, decisionId: entry };
      await tx.ringMember.updateMany({ where: { personId: { in: people }, state: "held" }, data });
    },
  });
  if (decided === 0)
    throw new Refusal("Nobody in this ring waits for a decision any more: look at it again.", { status: 409 });
  return decided;
}

/** Takes a decision on a ring back: everybody whom it decided on is held back again. Returns how many. */
export async function takeBack(viewer: Viewer, ringId: string, decisionId: bigint, reason: string): Promise<number> {
  const decided = await inParts(viewer, ringId, {
    action: "ring-reopen",
    reason,
    whom: Prisma.sql`m.decision_id = ${decisionId}`,
    decide: async (tx, people) => {
      const data = { state: "held", decisionId: null };
      await tx.ringMember.updateMany({ where: { personId: { in: people }, decisionId }, data });
    },
  });
  if (decided === 0) throw new Refusal("This decision was taken back already.", { status: 409 });
  return decided;
}

interface Act {
  action: string;
  reason: string;
  /** Which members (`m`) and people (`p`) it is about; those that it has changed are no more among them. */
  whom: Prisma.Sql;
  decide: (tx: Transaction, people: string[], entry: bigint) => Promise<void>;
}

async function inParts(viewer: Viewer, ringId: string, act: Act): Promise<number> {
  if (!can(viewer, "claims.moderate")) throw new Refusal("There is no such page.", { status: 404 });
  let entry: bigint | null = null;
  let total = 0;
  for (;;) {
    const part: Part | null = await transact((tx) => decidePart(tx, viewer, ringId, act, entry), 30_000);
    if (part === null) return total;
    entry = part.entry;
    total += part.people.length;
    for (const slug of await spokenOf(part.people)) touched(slug);
  }
}

interface Part {
  entry: bigint | null;
  people: string[];
}

/** Decides on the next accounts, and whether they count, with everything held that it depends on. Null: none is left. */
async function decidePart(
  tx: Transaction,
  viewer: Viewer,
  ringId: string,
  { action, reason, whom, decide }: Act,
  entry: bigint | null,
): Promise<Part | null> {
  await holdRings(tx);
  const ring = await tx.ring.findUnique({ where: { id: ringId }, select: { rule: true } });
  if (!ring) throw new Refusal("There is no such ring.", { status: 404 });
  // Who was discounted by hand (by no ring) is none of them.
  const find = async (among: Prisma.Sql) =>
    (
      await tx.$queryRaw<{ id: string }[]>`
        SELECT p.id FROM ring_member m JOIN person p ON p.id = m.person_id
        WHERE m.ring_id = ${ringId}::uuid AND ${whom} AND ${among} AND (p.standing <> 'discounted'
          OR EXISTS (SELECT FROM ring_member o WHERE o.person_id = p.id AND o.state = 'discounted'))
        ORDER BY p.id LIMIT ${atOnce}`
    ).map(({ id }) => id);
  const next = await find(Prisma.sql`true`);
  if (next.length === 0) return null;
  await tx.$executeRaw`SET LOCAL statement_timeout = '25s'`;
  await tx.$executeRaw`SELECT hold_people(${next}::uuid[])`;
  const people = await find(Prisma.sql`p.id = ANY(${next}::uuid[])`);
  if (people.length === 0) return { entry, people };
  const id = await log(tx, entry, {
    actorId: viewer.personId,
    action,
    subjectId: ringId,
    detail: { rule: ring.rule, accounts: people.length, reason },
  });
  await decide(tx, people, id);
  await settle(tx, people);
  return { entry: id, people };
}

interface Entry {
  actorId: string;
  action: string;
  subjectId: string;
  detail: { rule: string; accounts: number; reason: string };
}

/** The act's one entry: made with its first accounts, and counting those that follow. */
async function log(tx: Transaction, id: bigint | null, data: Entry): Promise<bigint> {
  if (id === null) return (await tx.auditEntry.create({ data, select: { id: true } })).id;
  await tx.$executeRaw`
    UPDATE audit_entry SET detail = jsonb_set(detail, '{accounts}', to_jsonb((detail->>'accounts')::int + ${data.detail.accounts}))
    WHERE id = ${id}`;
  return id;
}
