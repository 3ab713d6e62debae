import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { dbPool } from "../db/index.ts";
import { log } from "../log/log.mjs";
import { query } from "../process/postgres.ts";
import { startCacheInFront } from "../testing/cache-in-front.ts";
import { freshDatabase } from "../testing/database.ts";
import { askForTags, takeDue, waitingPurges } from "./queue.ts";
import { askForPurge, purgeDue, purgesMade } from "./worker.ts";

let url = "";
let cache: Awaited<ReturnType<typeof startCacheInFront>>;
beforeAll(async () => {
  url = await freshDatabase();
  cache = await startCacheInFront();
  Object.assign(process.env, { DATABASE_URL: url, PURGE_STYLE: "varnish", PURGE_URL: cache.url });
});
beforeEach(async () => {
  cache.requests.length = 0;
  cache.accept();
  await query(url, "DELETE FROM purge");
});
afterAll(() => cache.stop());

/** As if so much time had gone by. */
const later = (seconds: number) => query(url, `UPDATE purge SET due_at = due_at - ${seconds} * interval '1 second'`);
const sorted = () => cache.tags().map((tags) => tags.toSorted());
const silent = () => vi.spyOn(log, "error").mockImplementation(() => {});

it("what is asked for again and again within a moment is sent once, in one request, by itself", async () => {
  for (let time = 0; time < 5; time += 1) askForPurge(["framework:koa", "community"]);
  expect(cache.requests).toEqual([]);
  await vi.waitFor(() => expect(sorted()).toEqual([["community", "framework:koa"]]), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await waitingPurges()).toEqual({ tags: 0, tries: 0 }));
});

it("what could not be noted is noted once the database can be asked again", async () => {
  const logged = silent();
  const pool = vi.spyOn(dbPool(), "query").mockRejectedValueOnce(new Error("The database is away."));
  askForPurge(["framework:gin"]);
  await vi.waitFor(() => expect(logged).toHaveBeenCalled());
  pool.mockRestore();
  await vi.waitFor(() => expect(sorted()).toEqual([["framework:gin"]]), { timeout: 10_000 });
  logged.mockRestore();
});

it("nothing is asked for where there is no cache in front", async () => {
  process.env.PURGE_URL = process.env.PURGE_STYLE = "";
  askForPurge(["framework:koa"]);
  await purgeDue();
  Object.assign(process.env, { PURGE_STYLE: "varnish", PURGE_URL: cache.url });
  expect(await waitingPurges()).toEqual({ tags: 0, tries: 0 });
});

it("of many takers each tag goes to one, and none to anybody while one sends", async () => {
  await askForTags(Array.from({ length: 40 }, (_, index) => `framework:f${index}`));
  await later(2);
  const taken = (await Promise.all(Array.from({ length: 10 }, () => takeDue(100)))).flat().map(({ tag }) => tag);
  expect([taken.length, new Set(taken).size]).toEqual([40, 40]);
  await askForTags(["framework:late"]);
  await query(url, "UPDATE purge SET due_at = now() WHERE tag = 'framework:late'");
  expect(await takeDue(100)).toEqual([]);
});

it("a taker that dies leaves what it took to the next", async () => {
  await askForTags(["framework:koa"]);
  await later(2);
  expect(await takeDue(100)).toHaveLength(1);
  await purgeDue();
  expect(cache.requests).toEqual([]);
  await later(20);
  await purgeDue();
  expect(sorted()).toEqual([["framework:koa"]]);
  expect(await waitingPurges()).toEqual({ tags: 0, tries: 0 });
});

it("what changes while it is being purged is purged again", async () => {
  await askForTags(["catalogue", "framework:koa"]);
  await later(2);
  cache.answer(async () => {
    cache.accept();
    await askForTags(["framework:koa"]);
  });
  await purgeDue();
  expect(await query(url, "SELECT tag, tries FROM purge")).toEqual([{ tag: "framework:koa", tries: 0 }]);
  await later(2);
  await purgeDue();
  expect(sorted()).toEqual([["catalogue", "framework:koa"], ["framework:koa"]]);
});

it("what a cache doesn't take is tried again after growing pauses, with all that came meanwhile, and is seen in log and figures", async () => {
  const logged = silent();
  const before = purgesMade();
  process.env.PURGE_TOKEN = "s3cret";
  cache.answer(() => ({ status: 503 }));
  await askForTags(["framework:koa"]);
  await later(2);
  const pauses: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    await purgeDue();
    const [row] = await query<{ pause: number }>(
      url,
      "SELECT round(extract(epoch FROM due_at - now()))::int AS pause FROM purge WHERE tries > 0",
    );
    pauses.push(row?.pause ?? 0);
    await later(1_000);
  }
  expect(pauses).toEqual([15, 30, 60]);
  expect(await waitingPurges()).toEqual({ tags: 1, tries: 3 });
  expect(logged.mock.calls.at(-1)).toEqual([
    { reason: "answered 503", tags: 1, tries: 3 },
    "The cache in front could not be purged",
  ]);
  expect(JSON.stringify(logged.mock.calls)).not.toContain("s3cret");
  cache.accept();
  await askForTags(["framework:gin"]);
  await later(2);
  await purgeDue();
  expect(sorted().at(-1)).toEqual(["framework:gin", "framework:koa"]);
  expect(purgesMade()).toEqual({ ...before, failed: before.failed + 3, sent: before.sent + 1 });
  delete process.env.PURGE_TOKEN;
  logged.mockRestore();
});

it("a cache that says when to come again is asked then", async () => {
  const logged = silent();
  cache.answer(() => ({ status: 429, headers: { "retry-after": "300" } }));
  await askForTags(["framework:koa"]);
  await later(2);
  await purgeDue();
  await later(200);
  await purgeDue();
  expect(cache.requests).toHaveLength(1);
  await later(200);
  await purgeDue();
  expect(cache.requests).toHaveLength(2);
  logged.mockRestore();
});

it("more tags than a request may carry go in several", async () => {
  Object.assign(process.env, { PURGE_STYLE: "cloudflare", PURGE_URL: `${cache.url}/zones/ID`, PURGE_TOKEN: "t" });
  await askForTags(Array.from({ length: 70 }, (_, index) => `framework:f${index}`));
  await later(2);
  await purgeDue();
  expect(cache.tags().map((tags) => tags.length)).toEqual([30, 30, 10]);
  Object.assign(process.env, { PURGE_STYLE: "varnish", PURGE_URL: cache.url });
  delete process.env.PURGE_TOKEN;
});
