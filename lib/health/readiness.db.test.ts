import { beforeAll, expect, it } from "vitest";
import { listenForChanges } from "../cache/listen.ts";
import { dbPool } from "../db/index.ts";
import { query } from "../process/postgres.ts";
import { freshDatabase } from "../testing/database.ts";
import { readiness } from "./readiness.ts";

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
});

it("an instance isn't ready before it hears what others change, and is from then on", async () => {
  expect(await readiness()).toEqual({ database: true, migrations: true, listener: false });
  listenForChanges();
  await expect
    .poll(() => readiness(), { timeout: 10_000 })
    .toEqual({ database: true, migrations: true, listener: true });
  expect(await readiness(Date.now() + 20_000)).toMatchObject({ listener: false });
});

it("a migration that is missing is one to wait for; one of a newer version is not", async () => {
  await query(
    url,
    "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('n', '', '2099_new', now())",
  );
  expect(await readiness()).toMatchObject({ migrations: true });
  await query(url, "UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name LIKE '%job_run'");
  expect(await readiness()).toMatchObject({ database: true, migrations: false });
});

it("a database that can't be asked is said to be away, not an error", async () => {
  await dbPool().end();
  expect(await readiness()).toMatchObject({ database: false, migrations: false });
});
