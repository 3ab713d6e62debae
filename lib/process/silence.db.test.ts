import { afterAll, beforeAll, expect, it } from "vitest";
import { isAway } from "../db/errors.ts";
import { db, dbPool } from "../db/index.ts";
import { freshDatabase } from "../testing/database.ts";
import { type Proxy, startProxy } from "../testing/proxy.ts";

let proxy: Proxy;
beforeAll(async () => {
  proxy = await startProxy(await freshDatabase());
  process.env.DATABASE_URL = proxy.url;
});
afterAll(async () => {
  await dbPool().end();
  proxy.shut();
});

const one = () => db().$queryRaw`SELECT 1 AS one`;
const sleepy = () => db().$queryRaw`SELECT pg_sleep(0.2)::text, 1 AS one`;
const times = <T>(count: number, work: () => Promise<T>) =>
  Promise.all(
    Array.from({ length: count }, () =>
      work().then(
        () => "done",
        (error: unknown) => (isAway(error) ? "away" : String(error)),
      ),
    ),
  );
const all = (count: number, what: string) => Array.from({ length: count }, () => what);

it("a network that swallows what goes over open connections costs what is under way, and new ones take their place", async () => {
  expect(await times(10, sleepy)).toEqual(all(10, "done"));
  expect(dbPool().totalCount).toBe(10);
  proxy.swallow();
  expect(await times(10, one)).toEqual(all(10, "away"));
  expect(await times(20, one)).toEqual(all(20, "done"));
});

it("a transaction whose connection falls silent ends, and doesn't give its connection to the next one", async () => {
  const stuck = () =>
    db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1`;
      proxy.swallow();
      await tx.$queryRaw`SELECT 2`;
    });
  expect(await times(10, stuck)).toEqual(all(10, "away"));
  expect(await times(20, one)).toEqual(all(20, "done"));
});

it("while the database is frozen every request ends, and all goes on afterwards", async () => {
  await times(10, sleepy);
  proxy.freeze();
  expect(await times(48, one)).toEqual(all(48, "away"));
  proxy.thaw();
  expect(await times(20, one)).toEqual(all(20, "done"));
});
