import "server-only";
import type { Transaction } from "../db/index.ts";
import { judgeClaims } from "../frameworks/judge-claims.ts";
import { Refusal } from "../request/refusal.ts";
import { today } from "../text/dates.ts";

/** What stands in a row, with the correction that it came by and what the content has in its place. */
export type Standing<Row> = Row & { suggestionId: string | null; replaced: Row | null };

/** The row alone, without how it came there. */
export const rowIn = <Row extends object>({ suggestionId: _id, replaced: _replaced, ...row }: Standing<Row>) => row;

/** A row of the catalogue that readers correct: the seed writes it too, and leaves it alone while it is corrected. */
export interface Spot<Row> {
  frameworkId: number;
  /** Which row of the framework it is, such as "fact licence". */
  name: string;
  read: () => Promise<Standing<Row>>;
  /** @param by the correction that it stands there by; null for what the content says */
  write: (row: Row, by: { suggestionId: string; replaced: Row } | null) => Promise<void>;
}

/** Puts a row where another stood, which goes into the suggestion, and so into the log. */
export async function correctRow<Row>(tx: Transaction, id: string, spot: Spot<Row>, row: Row): Promise<void> {
  await hold(tx, spot);
  const was = await spot.read();
  const { suggestionId, replaced, ...stood } = was;
  // What the content has stays known through several corrections.
  await spot.write(row, {
    suggestionId: id,
    replaced: suggestionId && replaced ? replaced : (stood as unknown as Row),
  });
  await tx.suggestion.update({ where: { id }, data: { before: JSON.stringify(was) } });
  await judgeClaims(tx, today(), spot.frameworkId);
}

/** Puts back what stood there. A later correction is taken back first; what the content has put there since stays. */
export async function restoreRow<Row>(
  tx: Transaction,
  id: string,
  spot: Spot<Row>,
  before: string | null,
): Promise<void> {
  await hold(tx, spot);
  const now = await spot.read();
  if (before === null || now.suggestionId === null) return;
  if (now.suggestionId !== id)
    throw new Refusal("It was corrected anew after that: take back the later correction first.", { status: 409 });
  const { suggestionId, replaced, ...was } = JSON.parse(before) as Standing<Row>;
  await spot.write(was as unknown as Row, suggestionId && replaced ? { suggestionId, replaced } : null);
  await judgeClaims(tx, today(), spot.frameworkId);
}

/** Of two who change one row, the second sees what the first did. */
const hold = (tx: Transaction, { frameworkId, name }: { frameworkId: number; name: string }) =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${frameworkId} ${name}`}, 0))`;

/**
 * A spot whose corrections are kept beside it, by its name, for rows that have no place for that themselves.
 * @param row the row as the catalogue has it
 */
export function markedSpot<Row extends object>(
  tx: Transaction,
  frameworkId: number,
  name: string,
  row: { read: () => Promise<Row>; write: (row: Row) => Promise<void> },
): Spot<Row> {
  const key = { frameworkId, spot: name };
  const where = { frameworkId_spot: key };
  return {
    frameworkId,
    name,
    read: async () => {
      const by = await tx.rowCorrection.findUnique({ where });
      const replaced = (by?.replaced ?? null) as Row | null;
      return { ...(await row.read()), suggestionId: by?.suggestionId ?? null, replaced };
    },
    write: async (stands, by) => {
      await row.write(stands);
      if (by === null) await tx.rowCorrection.deleteMany({ where: key });
      else {
        const data = { suggestionId: by.suggestionId, replaced: { ...by.replaced } };
        await tx.rowCorrection.upsert({ where, create: { ...key, ...data }, update: data });
      }
    },
  };
}
