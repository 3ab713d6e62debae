// oxlint-disable-next-line no-restricted-imports -- what the others get: the server's own zone.
import pg from "pg";
import { afterEach, beforeAll, expect, it } from "vitest";
import { connect } from "../db/client.ts";
import { db, dbPool } from "../db/index.ts";
import { query } from "../process/postgres.ts";
import { freshDatabase } from "../testing/database.ts";
import { createLink, peekLink, redeemLink } from "./links.ts";

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
});
afterEach(() => {
  delete process.env.PGOPTIONS;
  delete process.env.PGTZ;
});

const zoneOf = "SELECT current_setting('TimeZone') AS zone, split_part(current_setting('DateStyle'), ',', 1) AS style";
const utc = { zone: "UTC", style: "ISO" };

it("these tests run elsewhere than in UTC: their process, and the server by default", async () => {
  expect(new Date("2026-01-01T00:00:00Z").getTimezoneOffset()).not.toBe(0);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(zoneOf);
  await client.end();
  expect(rows[0]).toMatchObject({ zone: process.env.SERVER_ZONE });
});

it("runs every session in UTC, whatever database, role, address or environment say", async () => {
  const other = await freshDatabase();
  const name = new URL(other).pathname.slice(1);
  await query(other, `ALTER DATABASE "${name}" SET timezone = 'Asia/Kathmandu'`);
  await query(other, `ALTER DATABASE "${name}" SET datestyle = 'German'`);
  const withOptions = `${other}?options=${encodeURIComponent("-c timezone=Asia/Tokyo -c datestyle=German")}`;
  for (const address of [other, withOptions]) {
    for (const options of [undefined, "-c timezone=Asia/Tokyo"]) {
      if (options) Object.assign(process.env, { PGOPTIONS: options, PGTZ: "Asia/Tokyo" });
      expect(await query(address, zoneOf)).toEqual([utc]);
      const client = connect(address);
      expect(await client.$queryRawUnsafe(zoneOf)).toEqual([utc]);
      await client.$disconnect();
    }
  }
  expect((await dbPool().query(zoneOf)).rows).toEqual([utc]);
});

it("keeps one time for what is written by the application and what is written by SQL", async () => {
  const before = Date.now();
  const { id, createdAt } = await db().person.create({ data: { name: "A", email: "a@example.org" } });
  expect(createdAt.getTime()).toBeGreaterThanOrEqual(before);
  const [row] = await db().$queryRaw<{ at: Date; ago: number; today: boolean }[]>`
    SELECT now() AS at, abs(extract(epoch FROM now() - created_at))::float8 AS ago,
      last_active_on = (now() AT TIME ZONE 'UTC')::date AS today FROM person WHERE id = ${id}::uuid`;
  expect(Math.abs((row?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  expect(row?.ago).toBeLessThan(60);
  expect(row?.today).toBe(true);
});

it("opens a link from its making until ten minutes later, by both clocks", async () => {
  const token = await createLink(db(), { kind: "sign-in", email: "b@example.org", personId: null });
  const [left] = await query<{ seconds: string }>(
    url,
    "SELECT extract(epoch FROM expires_at - now()) AS seconds FROM link WHERE email = 'b@example.org'",
  );
  expect(Number(left?.seconds)).toBeGreaterThan(540);
  expect(Number(left?.seconds)).toBeLessThanOrEqual(600);
  expect(await peekLink(token, "sign-in")).not.toBeNull();
  expect(await redeemLink(db(), token, "sign-in")).toMatchObject({ email: "b@example.org" });
});

it("makes and starts the embedded server in UTC, its log too, whatever the machine's zone", async () => {
  const made = await query(
    url,
    "SELECT setting FROM pg_file_settings WHERE lower(name) IN ('timezone', 'log_timezone')",
  );
  expect(made).toEqual([{ setting: "UTC" }, { setting: "UTC" }]);
  const runs = "SELECT setting, source FROM pg_settings WHERE name = 'log_timezone'";
  expect(await query(url, runs)).toEqual([{ setting: "UTC", source: "command line" }]);
});
