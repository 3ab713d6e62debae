import crypto from "node:crypto";
import { once } from "node:events";
import fs from "node:fs";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import zlib from "node:zlib";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import tar from "tar-stream";
import { UtcClient } from "../db/pool.ts";
import { entryOf, type Manifest, manifestEntry, type Table } from "./manifest.ts";

/**
 * Writes everything that the database holds at one moment to a file, while people go on writing: one snapshot, a COPY for each
 * table. The file appears under its name when it is whole and on the disk; only its owner can read it.
 * @param url PostgreSQL itself, not a pooler
 */
export async function takeBackup(url: string, file: string): Promise<Manifest> {
  const scratch = fs.mkdtempSync(`${file}.`);
  const client = new UtcClient({ connectionString: url, application_name: "framewise backup" });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    // A backup takes as long as it takes, whatever the role's own limits are.
    await client.query("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
    const tables: Table[] = [];
    for (const table of await describeTables(client)) tables.push(await spool(client, table, scratch));
    const manifest = { ...(await describe(client)), tables, sequences: await readSequences(client) };
    await client.query("COMMIT");
    await pack(manifest, scratch, path.join(scratch, "archive"));
    fs.renameSync(path.join(scratch, "archive"), file);
    return manifest;
  } finally {
    await client.end().catch(() => {});
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

async function describe(client: pg.Client): Promise<Omit<Manifest, "tables" | "sequences">> {
  const { rows } = await client.query<{ now: Date; version: string }>(
    "SELECT now(), current_setting('server_version') AS version",
  );
  const { rows: migrations } = await client.query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  return {
    product: "framewise",
    format: 1,
    takenAt: (rows[0]?.now ?? new Date()).toISOString(),
    postgres: rows[0]?.version ?? "",
    migrations: migrations.map(({ name }) => name),
  };
}

/** All tables but the record of migrations, which a restored database writes itself. */
async function describeTables(client: pg.Client): Promise<Pick<Table, "name" | "columns">[]> {
  const { rows } = await client.query<Pick<Table, "name" | "columns">>(`
    SELECT relname AS name, array_agg(attname::text ORDER BY attnum) AS columns
    FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'
      AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
    GROUP BY relname ORDER BY relname`);
  return rows;
}

/** Read after the tables: a number that was given out since is never given out again. */
async function readSequences(client: pg.Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    "SELECT sequencename AS name, last_value::text AS value FROM pg_sequences WHERE schemaname = 'public' AND last_value IS NOT NULL ORDER BY 1",
  );
  return rows;
}

async function spool(client: pg.Client, table: Pick<Table, "name" | "columns">, folder: string): Promise<Table> {
  const columns = table.columns.map((column) => `"${column}"`).join(", ");
  const copy = copyTo(`COPY "${table.name}" (${columns}) TO STDOUT`);
  const { measured, measure } = measurer();
  // The stream ends a moment before the connection is free again.
  const free = once(client, "drain");
  await pipeline(client.query(copy), measure, fs.createWriteStream(path.join(folder, entryOf(table)), { mode: 0o600 }));
  await free;
  return { ...table, rows: copy.rowCount, ...measured() };
}

/** Passes bytes on, and says how many they were and their hash. */
export function measurer() {
  const hash = crypto.createHash("sha256");
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  return { measure, measured: () => ({ bytes, sha256: hash.digest("hex") }) };
}

async function pack(manifest: Manifest, folder: string, file: string): Promise<void> {
  const archive = tar.pack();
  const output = fs.createWriteStream(file, { mode: 0o600, flush: true });
  const written = pipeline(archive, zlib.createGzip(), output);
  const mtime = new Date(manifest.takenAt);
  archive.entry({ name: manifestEntry, mode: 0o600, mtime }, JSON.stringify(manifest, null, 2));
  for (const table of manifest.tables) {
    const entry = archive.entry({ name: entryOf(table), size: table.bytes, mode: 0o600, mtime });
    await pipeline(fs.createReadStream(path.join(folder, entryOf(table))), entry);
  }
  archive.finalize();
  await written;
}
