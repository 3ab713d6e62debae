import { register } from "prom-client";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { askForTags } from "../edge/queue.ts";
import { purgeDue } from "../edge/worker.ts";
import { log } from "../log/log.mjs";
import { query } from "../process/postgres.ts";
import { startCacheInFront } from "../testing/cache-in-front.ts";
import { freshDatabase } from "../testing/database.ts";
import { addMetrics } from "./metrics.ts";

let cache: Awaited<ReturnType<typeof startCacheInFront>>;
let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  cache = await startCacheInFront();
  Object.assign(process.env, { DATABASE_URL: url, DATABASE_REPLICA_URL: url });
  Object.assign(process.env, { PURGE_STYLE: "varnish", PURGE_URL: cache.url });
});
afterAll(() => cache.stop());

it("figures tell of purges that were sent, failed and wait, and of the replica", async () => {
  vi.spyOn(log, "error").mockImplementation(() => {});
  addMetrics();
  const due = () => query(url, "UPDATE purge SET due_at = now()");
  await askForTags(["framework:koa"]);
  await due();
  await purgeDue();
  cache.answer(() => ({ status: 500 }));
  await askForTags(["framework:gin", "community"]);
  await due();
  await purgeDue();
  const text = await register.metrics();
  for (const line of [
    'framewise_purges_total{outcome="sent"} 1',
    'framewise_purges_total{outcome="failed"} 1',
    'framewise_purges_waiting{of="tags"} 2',
    'framewise_purges_waiting{of="tries"} 1',
    "framewise_replica_lag_seconds 0",
    'framewise_replica_reads{server="primary"} 0',
  ])
    expect(text).toContain(line);
  // Asked for again, they are the same and not twice as much.
  expect(await register.metrics()).toContain('framewise_purges_total{outcome="sent"} 1');
});
