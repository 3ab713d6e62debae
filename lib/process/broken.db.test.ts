import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { dbPool } from "../db/index.ts";
import { log } from "../log/log.mjs";
import { freshDatabase } from "../testing/database.ts";
import { query } from "./postgres.ts";

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
});
afterAll(() => dbPool().end());

it("idle connections that break together are one line without a stack, and new ones take their place", async () => {
  const warned = vi.spyOn(log, "warn").mockImplementation(() => {});
  await Promise.all(Array.from({ length: 6 }, () => dbPool().query("SELECT pg_sleep(0.1)")));
  expect(dbPool().idleCount).toBe(6);
  const others = "datname = current_database() AND pid <> pg_backend_pid()";
  await query(url, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${others}`);
  await expect.poll(() => dbPool().totalCount).toBe(0);
  expect(warned.mock.calls).toEqual([
    [{ reason: { type: "error", code: "57P01", message: expect.any(String) } }, "A database connection broke"],
  ]);
  expect((await dbPool().query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
});
