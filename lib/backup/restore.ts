import { once } from "node:events";
import { pipeline } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { knownMigrations, migrate } from "../db/migrate.ts";
import { UtcClient } from "../db/pool.ts";
import { query } from "../process/postgres.ts";
import { Problem } from "../process/problem.ts";
import type { Manifest, Table } from "./manifest.ts";
import { readBackup } from "./read.ts";

/**
 * Brings a backup into an empty database: the tables as they were then, their rows, and what was added to the tables since.
 * The file is read whole before anything is written; the rows come in one transaction.
 * @throws a `Problem` when the file is damaged or of a newer version, or the database isn't empty
 */
export async function restoreBackup(url: string, file: string): Promise<Manifest> {
  const manifest = await readBackup(file);
  const known = new Set(knownMigrations());
  const unknown = manifest.migrations.find((name) => !known.has(name));
  if (unknown)
    throw new Problem(`${file} was taken by a newer version of Framewise (${unknown} is unknown here). Update first.`);
  await refuseUnlessEmpty(url);
  try {
    await migrate(url, manifest.migrations);
    await fill(url, file, manifest);
    await migrate(url);
  } catch (error) {
    // Empty again, as it was: else the next try would be refused.
    await query(url, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    throw error;
  }
  return manifest;
}

async function fill(url: string, file: string, manifest: Manifest): Promise<void> {
  const client = new UtcClient({ connectionString: url, application_name: "framewise restore" });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("BEGIN");
    await client.query("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
    const putBack = await setRulesAside(client, manifest.tables);
    await readBackup(file, (rows, table) => load(client, rows, table));
    for (const statement of putBack) await client.query(statement);
    for (const { name, value } of manifest.sequences)
      await client.query("SELECT setval($1::regclass, $2::bigint)", [`public.${name}`, value]);
    await client.query("COMMIT");
    await client.query("ANALYZE");
  } finally {
    await client.end().catch(() => {});
  }
}

async function refuseUnlessEmpty(url: string): Promise<void> {
  const there = await query(url, "SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace LIMIT 1");
  if (there.length > 0)
    throw new Problem(
      "The database isn't empty, and nothing was changed: a backup is restored into an empty one only.",
    );
}

/**
 * Empties the tables of what migrations wrote, and takes foreign keys and triggers off them: rows come in any order, and what
 * triggers count is in the backup already. Returns the statements that put them back, which check every row.
 */
async function setRulesAside(client: pg.Client, tables: Table[]): Promise<string[]> {
  const names = tables.map(({ name }) => `"${name}"`);
  await client.query(`TRUNCATE ${names.join(", ")}`);
  const { rows: keys } = await client.query<{ drop: string; add: string }>(`
    SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
      format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`);
  for (const { drop } of keys) await client.query(drop);
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  return [...names.map((name) => `ALTER TABLE ${name} ENABLE TRIGGER USER`), ...keys.map(({ add }) => add)];
}

async function load(client: pg.Client, rows: NodeJS.ReadableStream, { name, columns }: Table): Promise<void> {
  const list = columns.map((column) => `"${column}"`).join(", ");
  const free = once(client, "drain");
  await pipeline(rows, client.query(copyFrom(`COPY "${name}" (${list}) FROM STDIN`)));
  await free;
}
