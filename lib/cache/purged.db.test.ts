import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { startCacheInFront } from "../testing/cache-in-front.ts";
import { freshDatabase } from "../testing/database.ts";
import { listenForChanges } from "./listen.ts";
import { community, everything, touched } from "./refresh.ts";

/** What happened, in its order: what our own server was asked for, and what the cache in front was told. */
const happened: string[] = [];
const own = http.createServer((request, response) => {
  happened.push(request.url ?? "");
  response.end();
});
let cache: Awaited<ReturnType<typeof startCacheInFront>>;

beforeAll(async () => {
  await new Promise<void>((resolve) => own.listen(0, "127.0.0.1", resolve));
  cache = await startCacheInFront();
  cache.answer(({ headers }) => {
    happened.push(`purge ${String(headers.xkey).split(" ").toSorted().join(" ")}`);
    return {};
  });
  Object.assign(process.env, {
    NEXTAUTH_SECRET: "x".repeat(32),
    PORT: String((own.address() as AddressInfo).port),
    DATABASE_URL: await freshDatabase(),
    PURGE_STYLE: "varnish",
    PURGE_URL: cache.url,
  });
});
afterAll(async () => {
  own.close();
  await cache.stop();
});

/** That these tags are purged, and after what; what happened is forgotten then. */
async function purgedAfter(mark: string, tags: string[]) {
  for (const tag of tags) {
    const purge = () => happened.findIndex((one) => one.startsWith("purge ") && one.split(" ").includes(tag));
    await vi.waitFor(() => expect(purge(), tag).toBeGreaterThanOrEqual(0), { timeout: 40_000 });
    expect(happened.indexOf(mark), happened.join(", ")).toBeGreaterThanOrEqual(0);
    expect(happened.indexOf(mark), happened.join(", ")).toBeLessThan(purge());
  }
  happened.length = 0;
}

it("a cache in front is told of each kind of change once our own pages are marked", async () => {
  listenForChanges();
  await purgedAfter("/api/refresh?missed=1", ["catalogue", "community", "demo"]);
  touched("koa");
  await purgedAfter("/api/refresh?slug=koa", ["framework:koa", "community"]);
  touched(community);
  await purgedAfter("/api/refresh?shared=1", ["community"]);
  touched(everything);
  await purgedAfter("/api/refresh?all=1", ["catalogue", "community", "demo"]);
});
