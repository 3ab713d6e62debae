import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startCacheInFront } from "../testing/cache-in-front.ts";
import type { PurgeSettings } from "./settings.ts";
import { mostTagsOf, NotPurged, purge } from "./vendors.ts";

let cache: Awaited<ReturnType<typeof startCacheInFront>>;
beforeAll(async () => void (cache = await startCacheInFront()));
beforeEach(() => {
  cache.requests.length = 0;
  cache.accept();
});
afterAll(() => cache.stop());

const of = (style: PurgeSettings["style"], path = ""): PurgeSettings => ({
  style,
  url: cache.url + path,
  token: "s3cret",
});
const tags = ["catalogue", "framework:koa"];

it("Fastly: POST /service/ID/purge with the keys in Surrogate-Key and the token in Fastly-Key", async () => {
  await purge(of("fastly", "/service/ID"), tags);
  expect(cache.requests).toMatchObject([
    {
      method: "POST",
      path: "/service/ID/purge",
      headers: { "fastly-key": "s3cret", "surrogate-key": "catalogue framework:koa" },
      body: "",
    },
  ]);
});

it("Cloudflare: POST /zones/ID/purge_cache with the tags in JSON and the token as a bearer", async () => {
  await purge(of("cloudflare", "/client/v4/zones/ID"), tags);
  expect(cache.requests).toMatchObject([
    {
      method: "POST",
      path: "/client/v4/zones/ID/purge_cache",
      headers: { authorization: "Bearer s3cret", "content-type": "application/json" },
      body: '{"tags":["catalogue","framework:koa"]}',
    },
  ]);
});

it("Varnish: PURGE with the keys in xkey", async () => {
  await purge(of("varnish"), tags);
  expect(cache.requests).toMatchObject([
    { method: "PURGE", path: "/", headers: { xkey: "catalogue framework:koa" }, body: "" },
  ]);
});

it("a request carries no more than each of them takes", () => {
  expect(mostTagsOf(of("fastly"))).toBeLessThanOrEqual(256);
  expect(mostTagsOf(of("cloudflare"))).toBeLessThanOrEqual(100);
});

it("what refuses, doesn't mean it, leads elsewhere or isn't there was not purged, and says so without the token", async () => {
  const failing = async (settings = of("cloudflare", "/zones/ID")) => {
    const error = await purge(settings, tags).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(NotPurged);
    expect(String(error)).not.toContain("s3cret");
    return error as NotPurged;
  };
  cache.answer(() => ({ status: 403 }));
  expect((await failing()).message).toBe("answered 403");
  cache.answer(() => ({ status: 429, headers: { "retry-after": "40" } }));
  expect((await failing()).retryAfter).toBe(40);
  for (const body of ['{"success":false}', "<html>", ""]) {
    cache.answer(() => ({ body }));
    expect((await failing()).message).toBe("answered 200, but not that it is done");
  }
  cache.answer(() => ({ status: 307, headers: { location: `${cache.url}/elsewhere` } }));
  await failing();
  expect(cache.requests.map(({ path }) => path)).not.toContain("/elsewhere");
  expect((await failing({ ...of("fastly"), url: "http://127.0.0.1:1" })).message).toMatch(/^no connection/);
});
