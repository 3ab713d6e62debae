import "server-only";
import type { Transaction } from "../db/index.ts";
import { today } from "../text/dates.ts";
import { loadLooked } from "./looked.ts";
import { goneSubject, type ToldEntry, toldOf } from "./told.ts";

/** Takes something of a framework back, and notes the entries of its history that go with it: they were told. */
export async function keepTold(tx: Transaction, frameworkId: number, undo: () => Promise<void>): Promise<void> {
  const before = await told(tx, frameworkId);
  await undo();
  const after = await told(tx, frameworkId);
  // Without the framework there is no history.
  if (!before || !after) return;
  const stands = new Set(after.map(keyOf));
  const at = new Date();
  await tx.change.createMany({
    data: before
      .filter((one) => !stands.has(keyOf(one)))
      .map((one) => ({
        frameworkId,
        kind: "history",
        subject: goneSubject(one.entry, at),
        detail: { ...one, takenBack: true },
      })),
    skipDuplicates: true,
  });
}

/** The same entry of another day is another one. */
const keyOf = ({ entry, day }: ToldEntry) => `${entry} ${day}`;

async function told(tx: Transaction, id: number): Promise<ToldEntry[] | null> {
  const [framework] = await loadLooked(tx, id);
  return framework ? toldOf(framework, today()) : null;
}
