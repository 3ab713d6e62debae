import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isAway } from "../db/errors.ts";
import { db, dbPool } from "../db/index.ts";
import { spend } from "../request/limits.ts";
import { freshDatabase } from "../testing/database.ts";
import { startPgbouncer, withoutPgbouncer } from "../testing/pgbouncer.ts";
import { checkAddresses } from "./check-server.ts";
import { openDatabase } from "./database.ts";
import { query } from "./postgres.ts";

const limits = `SELECT current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock,
  current_setting('idle_in_transaction_session_timeout') AS idle, current_setting('TimeZone') AS zone`;
const set = { statement: "5s", lock: "2s", idle: "10s", zone: "UTC" };
const unset = { statement: "0", lock: "0", idle: "0", zone: "UTC" };

/** `npm run db:migrate` with these addresses. */
function migrate(env: Record<string, string>): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["lib/cli/framewise.mjs", "migrate"], { env: { ...process.env, ...env } });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += chunk));
    child.once("close", (code) => resolve({ code, said }));
  });
}

describe.skipIf(withoutPgbouncer())("through PgBouncer in transaction mode", () => {
  let direct = "";
  let strict: Awaited<ReturnType<typeof startPgbouncer>>;
  let lenient: Awaited<ReturnType<typeof startPgbouncer>>;
  beforeAll(async () => {
    direct = await freshDatabase();
    strict = await startPgbouncer(direct);
    const ignored = "ignore_startup_parameters = statement_timeout, lock_timeout, idle_in_transaction_session_timeout";
    lenient = await startPgbouncer(direct, [ignored]);
    process.env.DATABASE_URL = strict.url;
    process.env.DATABASE_DIRECT_URL = direct;
  });
  afterAll(async () => {
    delete process.env.DATABASE_DIRECT_URL;
    await dbPool().end();
    await strict.stop();
    await lenient.stop();
  });

  it("the start says what is missing when the only address leads to a pooler, whether it refuses limits or ignores them", async () => {
    for (const { url } of [strict, lenient])
      await expect(checkAddresses(url, url, false)).rejects.toThrow(
        /leads to a connection pooler.*DATABASE_DIRECT_URL/,
      );
    expect(await checkAddresses(direct, direct, false)).toMatch(/^\d+/);
  });

  it("the direct address must lead to PostgreSQL itself, and to the same database", async () => {
    await expect(checkAddresses(strict.url, lenient.url, true)).rejects.toThrow(/DATABASE_DIRECT_URL .* pooler too/);
    const other = await freshDatabase();
    await expect(checkAddresses(strict.url, other, true)).rejects.toThrow(/different databases/);
    expect(await checkAddresses(strict.url, direct, true)).toMatch(/^\d+/);
  });

  it("commands use PostgreSQL itself, and the application gets both addresses", async () => {
    const { url, env } = await openDatabase();
    expect([url, env]).toEqual([direct, { DATABASE_URL: strict.url, DATABASE_DIRECT_URL: direct }]);
    vi.stubEnv("DATABASE_URL", "");
    await expect(openDatabase()).rejects.toThrow("DATABASE_DIRECT_URL is set without DATABASE_URL");
    vi.unstubAllEnvs();
  });

  it("a migration without the direct address ends in one sentence; with it, it goes past the pooler and leaves no lock", async () => {
    const refused = await migrate({ DATABASE_URL: strict.url, DATABASE_DIRECT_URL: "" });
    expect(refused.code).toBe(1);
    expect(refused.said).toContain("Set DATABASE_DIRECT_URL");
    expect(refused.said).not.toMatch(/^\s+at /m);
    const done = await migrate({ DATABASE_URL: strict.url, DATABASE_DIRECT_URL: direct });
    expect([done.code, done.said]).toEqual([0, expect.stringContaining("Nothing to apply.")]);
    expect(
      await query(
        direct,
        "SELECT pid FROM pg_locks JOIN pg_database d ON d.oid = database AND datname = current_database() WHERE locktype = 'advisory'",
      ),
    ).toEqual([]);
  });

  it("each transaction has its limits, in UTC, and leaves none behind for whoever gets the connection next", async () => {
    const one = () => db().$transaction(async (tx) => tx.$queryRawUnsafe(limits));
    for (const found of await Promise.all(Array.from({ length: 20 }, one))) expect(found).toEqual([set]);
    const alone = await Promise.all(Array.from({ length: 20 }, () => dbPool().query(limits)));
    for (const { rows } of alone) expect(rows).toEqual([unset]);
    const both = [db().$queryRawUnsafe(limits), db().$queryRawUnsafe(limits)];
    expect(await db().$transaction(both)).toEqual([[set], [set]]);
  });

  it("a transaction that fails is rolled back, and its connection serves on", async () => {
    const fail = db().$transaction(async (tx) => {
      await tx.person.create({ data: { name: "A", email: "a@example.org" } });
      await tx.$queryRaw`SELECT 1 / 0`;
    });
    await expect(fail).rejects.toThrow(/division by zero/);
    expect(await db().person.count({ where: { email: "a@example.org" } })).toBe(0);
  });

  it("limits on requests are counted, though a pooler forgets statements with a name", async () => {
    const name = "sign-in from an address";
    const seen = await Promise.all(Array.from({ length: 30 }, () => spend({ name, key: "10.0.0.1" })));
    expect(Math.min(...seen.map(({ remaining }) => remaining))).toBe(seen[0]!.limit - 30);
  });

  it("a statement alone that takes too long is cancelled on the server, and its connection serves on", async () => {
    const error: unknown = await db().$queryRaw`SELECT pg_sleep(300)::text`.catch((reason: unknown) => reason);
    expect(String(error)).toContain("canceling statement due to user request");
    expect(isAway(error)).toBe(true);
    const left = "SELECT query FROM pg_stat_activity WHERE query LIKE '%pg_sleep(300)%' AND state = 'active'";
    expect(await query(direct, `${left} AND pid <> pg_backend_pid()`)).toEqual([]);
    expect(await db().$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
  });
});
