import "server-only";
import { dbPool } from "../db/index.ts";
import type { Verb } from "../db/verb.ts";
import { generalLimits } from "../request/limits.ts";
import { hashToken, isToken } from "../secrets/tokens.ts";
import { sessionLife, touchAfter } from "./rules.ts";
import { type FoundSession, type Viewer, viewerOf } from "./sessions.ts";

export interface Admission {
  viewer: Viewer | null;
  /** Seconds until they may try again, where a general limit was reached; nothing was done then. */
  tooOften: number | null;
  /** The rows that the verb gave. */
  rows: unknown[];
}

type Row = { [Field in keyof FoundSession]: FoundSession[Field] | null } & {
  refused_for: number | null;
  done: unknown;
};

/**
 * Who writes, and whether they may by the general limits, in one statement; a verb that is given is done in the same one.
 * Where a person is needed and none is there, nothing is counted.
 */
export async function admit(
  { token, address, needsPerson }: { token: unknown; address: string; needsPerson: boolean },
  verb: Verb | null = null,
): Promise<Admission> {
  const values: unknown[] = [
    isToken(token) ? hashToken(token) : null,
    sessionLife.idle / 1_000,
    touchAfter / 1_000,
    needsPerson,
    Date.now(),
    ...generalLimits(address),
  ];
  const own = places(values.length);
  const done = verb && `${verb.name}(a.admitted${places(verb.values.length, values.length, ", ")})`;
  const { rows } = await dbPool().query<Row>({
    name: `admit ${verb?.name ?? ""}`,
    text: verb
      ? `SELECT a.*, to_jsonb(v) AS done FROM admit(${own}) AS a LEFT JOIN LATERAL ${done} AS v ON true`
      : `SELECT a.* FROM admit(${own}) AS a`,
    values: [...values, ...(verb?.values ?? [])],
  });
  const [row] = rows;
  if (!row) throw new Error("A write was neither let in nor refused");
  return {
    viewer: row.person_id === null ? null : viewerOf(row as FoundSession),
    tooOften: row.refused_for === null ? null : Math.max(1, Math.ceil(row.refused_for / 1_000)),
    rows: rows.flatMap(({ done: one }) => one ?? []),
  };
}

const places = (count: number, after = 0, before = "") =>
  before.repeat(Math.min(count, 1)) + Array.from({ length: count }, (_, index) => `$${after + index + 1}`).join(", ");
