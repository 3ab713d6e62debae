import "server-only";
import { dbPool } from "./index.ts";

/**
 * A verb that is one function of the database. Its first argument is the person, and for nobody it does nothing; `values`
 * are the others.
 */
export interface Verb {
  name: string;
  values: readonly unknown[];
}

/** Does it in a statement of its own, and returns the rows that it gave: objects, or plain values where a row has one. */
export async function run(personId: string, { name, values }: Verb): Promise<unknown[]> {
  const places = [personId, ...values].map((_, index) => `$${index + 1}`).join(", ");
  const { rows } = await dbPool().query<{ done: unknown }>({
    name,
    text: `SELECT to_jsonb(v) AS done FROM ${name}(${places}) AS v`,
    values: [personId, ...values],
  });
  return rows.map(({ done }) => done);
}
