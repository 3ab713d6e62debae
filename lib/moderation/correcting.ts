import "server-only";
import type { Transaction } from "../db/index.ts";
import { correctRow, restoreRow, type Spot, type Standing } from "./corrected-row.ts";
import { always, ownPage, type Row, said } from "./kind.ts";
import { type Read, rowLines } from "./row-lines.ts";

interface Corrects<Body, Stands extends Read> {
  /** Where it stands. */
  spot: (tx: Transaction, frameworkId: number, body: Body) => Spot<Stands>;
  /** The row that it puts there. */
  rowOf: (body: Body) => Stands;
  /** Whether what stands there says the same. */
  same: (stands: Standing<Stands>, row: Stands) => boolean;
  /** What it is called, and its value in words. */
  name: (body: Body) => string;
  textOf: (row: Stands, body: Body) => string;
}

/** The parts that are the same in every kind that puts a row of the catalogue in the place of another. */
export function correcting<Body, Stands extends Read>({ spot, rowOf, same, name, textOf }: Corrects<Body, Stands>) {
  return {
    place: "framework",
    confidential: false,
    hasSource: false,
    replacesWords: false,
    replaces: {
      stands: async (tx: Transaction, body: Body, frameworkId: number) =>
        JSON.stringify(await spot(tx, frameworkId, body).read()),
      lines: (body: Body, before: string | null) =>
        rowLines(
          name(body),
          (row) => textOf(row, body),
          before === null ? null : (JSON.parse(before) as Stands),
          rowOf(body),
        ),
    },
    check: always,
    known: async (tx: Transaction, body: Body, { frameworkId }: { frameworkId: number | null }) =>
      frameworkId !== null && same(await spot(tx, frameworkId, body).read(), rowOf(body))
        ? "The page says so already."
        : null,
    apply: async (tx: Transaction, row: Row<Body>) => {
      const body = said(row);
      if (row.frameworkId !== null) await correctRow(tx, row.id, spot(tx, row.frameworkId, body), rowOf(body));
    },
    takeBack: async (tx: Transaction, row: Row<Body>) => {
      const body = said(row);
      if (row.frameworkId !== null) await restoreRow(tx, row.id, spot(tx, row.frameworkId, body), row.before);
    },
    touches: ownPage,
  } as const;
}
