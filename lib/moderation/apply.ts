import "server-only";
import type { Transaction } from "../db/index.ts";
import { seedLock } from "../frameworks/seed-lock.ts";
import { keepTold } from "../frameworks/taken-back.ts";
import { Refusal } from "../request/refusal.ts";
import { type Look, ownPage } from "./kind.ts";
import { isKind, kinds } from "./kinds.ts";

// What an approved suggestion does to the catalogue, and what taking it back undoes: each kind says it in its own file.
// Both run in the transaction of the decision. The seed leaves alone what came this way.

/** Enters what a suggestion says. */
export async function apply(tx: Transaction, id: string, look: Look): Promise<void> {
  await waitForNoSeed(tx);
  const row = await load(tx, id);
  if (row.framework?.retiredAt) throw new Refusal("Its framework is gone by now: decline it instead.", { status: 409 });
  const kind = kindOf(row.kind);
  const known = await kind.known(tx, row);
  if (known) throw new Refusal(`${known} Decline it instead.`, { status: 409 });
  await kind.apply(tx, row, look);
}

/** Undoes what `apply` did. */
export async function takeBack(tx: Transaction, id: string): Promise<void> {
  await waitForNoSeed(tx);
  const row = await load(tx, id);
  const undo = () => kindOf(row.kind).takeBack(tx, row);
  await (row.frameworkId === null ? undo() : keepTold(tx, row.frameworkId, undo));
}

/** Whose pages a suggestion changes: a framework's slug, everything, or nothing that is kept. */
export async function affectedBy(tx: Transaction, id: string): Promise<string | null> {
  const row = await load(tx, id);
  // Whatever it is, it can be declined.
  return isKind(row.kind) ? kinds[row.kind].touches(tx, row) : ownPage(tx, row);
}

function load(tx: Transaction, id: string) {
  return tx.suggestion.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      kind: true,
      body: true,
      before: true,
      reason: true,
      frameworkId: true,
      framework: { select: { slug: true, retiredAt: true } },
    },
  });
}

function kindOf(kind: string) {
  if (!isKind(kind)) throw new Refusal("Nothing of this kind is taken any more: decline it instead.", { status: 409 });
  return kinds[kind];
}

/** A seed writes what it read some time ago: nothing is decided meanwhile. */
async function waitForNoSeed(tx: Transaction): Promise<void> {
  const [row] = await tx.$queryRaw<{ free: boolean }[]>`SELECT pg_try_advisory_xact_lock_shared(${seedLock}) AS free`;
  if (!row?.free)
    throw new Refusal("The catalogue is being brought up to date. Try again in a minute.", {
      status: 503,
      retryAfter: 30,
    });
}
