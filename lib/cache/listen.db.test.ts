import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { UtcClient } from "../db/pool.ts";
import { log } from "../log/log.mjs";
import { query } from "../process/postgres.ts";
import { freshDatabase } from "../testing/database.ts";
import { startPgbouncer, withoutPgbouncer } from "../testing/pgbouncer.ts";
import { type Proxy, startProxy } from "../testing/proxy.ts";
import { listenForChanges } from "./listen.ts";
import { channel, community, refreshKey, touched } from "./refresh.ts";

// Stands for our own server, which a listener tells what is old.
const asked: string[] = [];
const own = http.createServer((request, response) => {
  const { url = "", headers } = request;
  if (!url.startsWith("/api/") || headers["x-framewise-refresh"] === refreshKey()) asked.push(url);
  response.end();
});

let url = "";
let proxy: Proxy;
beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = "x".repeat(32);
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  const { port } = own.address() as AddressInfo;
  own.close();
  process.env.PORT = String(port);
  url = await freshDatabase();
  proxy = await startProxy(url);
  process.env.DATABASE_URL = proxy.url;
});
beforeEach(() => void (asked.length = 0));
afterAll(() => {
  own.close();
  proxy.shut();
});

const listener = "FROM pg_stat_activity WHERE application_name = 'framewise listener' AND datname = current_database()";
const heard = (path: string) => vi.waitFor(() => expect(asked).toContain(path), { timeout: 40_000 });

it("what was said before this process listened is taken for missed, and said to our server once it answers", async () => {
  listenForChanges();
  await vi.waitFor(async () => expect(await query(url, `SELECT 1 ${listener}`)).toHaveLength(1));
  own.listen(Number(process.env.PORT), "127.0.0.1");
  await heard("/api/refresh?missed=1");
});

it("what only many share is marked alone, and the page on integrity is rendered before anybody asks", async () => {
  touched(community);
  await heard("/integrity");
  expect(asked.slice(0, asked.indexOf("/integrity") + 1)).toEqual(["/api/refresh?shared=1", "/integrity"]);
});

it("a change is heard", async () => {
  touched("koa");
  await heard("/api/refresh?slug=koa");
});

it("a change while the listener's connection was gone marks all that is kept", async () => {
  await query(url, `SELECT pg_terminate_backend(pid) ${listener}`);
  await query(url, "SELECT pg_notify('framewise_changed', 'gin')");
  await heard("/api/refresh?missed=1");
  expect(asked).not.toContain("/api/refresh?slug=gin");
});

it("a listener whose connection fell silent notices it by itself", async () => {
  proxy.swallow();
  await query(url, "SELECT pg_notify('framewise_changed', 'gin')");
  await heard("/api/refresh?missed=1");
  touched("koa");
  await heard("/api/refresh?slug=koa");
});

it("a notice that could not be given is given later", async () => {
  // Another instance, whose own way to the database is whole: ours may hear again only after the notice was given.
  const other = new UtcClient({ connectionString: url });
  await other.connect();
  const told: (string | undefined)[] = [];
  other.on("notification", ({ payload }) => told.push(payload));
  await other.query(`LISTEN ${channel}`);
  proxy.shut();
  const logged = vi.spyOn(log, "warn").mockImplementation(() => {});
  touched("koa");
  const failed = expect.objectContaining({ what: "Pages could not be refreshed" }) as unknown;
  await vi.waitFor(() => expect(logged).toHaveBeenCalledWith(failed, "The database can't be reached"));
  expect(told).toEqual([]);
  await proxy.reopen();
  await vi.waitFor(() => expect(told).toEqual(["koa"]), { timeout: 40_000 });
  await heard("/api/refresh?missed=1");
  logged.mockRestore();
  await other.end();
});

it.skipIf(withoutPgbouncer())("through a pooler changes are heard by the direct address", async () => {
  vi.resetModules();
  const pooler = await startPgbouncer(url);
  process.env.DATABASE_URL = pooler.url;
  process.env.DATABASE_DIRECT_URL = url;
  for (const key of ["framewiseListens", "framewiseRefresh", "framewiseDb"]) Reflect.deleteProperty(globalThis, key);
  const [{ listenForChanges: listenAnew }, { touched: touchedAnew }, { dbPool }] = await Promise.all([
    import("./listen.ts"),
    import("./refresh.ts"),
    import("../db/index.ts"),
  ]);
  listenAnew();
  await heard("/api/refresh?missed=1");
  touchedAnew("gin");
  await heard("/api/refresh?slug=gin");
  expect((await query<{ n: number }>(url, `SELECT count(*)::int AS n ${listener}`))[0]?.n).toBeGreaterThan(0);
  await dbPool().end();
  await pooler.stop();
});
