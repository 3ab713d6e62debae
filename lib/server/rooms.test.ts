import { getRouteCacheKey } from "next/dist/server/lib/route-cache-key.js";
import { beforeAll, expect, it } from "vitest";
import { keeper } from "./kept.mjs";
import { inRooms, isCountless, makeRooms } from "./rooms.mjs";

const size = 1_000_000;
let cache: ReturnType<typeof makeRooms>;
beforeAll(() => void (cache = makeRooms({ everybodys: size, countless: size })));

const page = (html: string, status = 200) =>
  ({ lastModified: 1, value: { kind: "APP_PAGE", html, headers: {}, status } }) as never;
const keyOf = (address: string, source: string) =>
  getRouteCacheKey(address, { kind: "APP_PAGE", sourceRoute: source } as never);

it("whoever walks through comparisons and odd addresses throws no page out that everybody reads", () => {
  const home = keyOf("/~home", "/~home/[[...none]]/page");
  const read = "a hash of the catalogue's read";
  cache.set(home, page("home"));
  cache.set(read, { lastModified: 1, value: { kind: "FETCH", data: { body: "[1]" } } } as never);
  for (let n = 0; n < 300; n += 1) {
    cache.set(keyOf(`/compare/a-vs-b${n}`, "/compare/[pair]/page"), page("x".repeat(10_000)));
    cache.set(keyOf(`/frameworks/nowhere${n}`, "/frameworks/[slug]/page"), page("x".repeat(10_000), 404));
    cache.set(`a hash of a read of nothing ${n}`, {
      lastModified: 1,
      value: { kind: "FETCH", data: { body: "null" } },
    } as never);
  }
  expect(cache.get(home)).toMatchObject({ value: { html: "home" } });
  expect(cache.get(read)).toBeDefined();
  expect(cache.get(keyOf("/compare/a-vs-b299", "/compare/[pair]/page"))).toBeDefined();
  expect(cache.get(keyOf("/compare/a-vs-b0", "/compare/[pair]/page"))).toBeUndefined();
});

it("a page that is gone, or there again, is found as it is now", () => {
  const key = keyOf("/frameworks/koa", "/frameworks/[slug]/page");
  for (const status of [200, 404, 200]) {
    cache.set(key, page(String(status), status));
    expect(cache.get(key)).toMatchObject({ value: { status } });
  }
  cache.remove(key);
  expect(cache.get(key)).toBeUndefined();
});

it("addresses without end are told from the others, in whatever spelling", () => {
  for (const one of [
    "/compare/a-vs-b",
    "/COMPARE/a",
    "/%63ompare/a-vs-b/card.png",
    "/frameworks?q=x",
    "/?_rsc=abc",
    "/api/v1/claims",
    "/%",
    "/decide/records/x",
  ])
    expect(isCountless(one), one).toBe(true);
  for (const one of [
    "/",
    "/frameworks",
    "/frameworks/koa",
    "/compare",
    "/decide",
    "/_next/static/chunks/a.js",
    "/frameworks/koa/card.png",
  ])
    expect(isCountless(one), one).toBe(false);
});

it("finished answers have the same two rooms", () => {
  const rooms = inRooms(keeper(50_000), keeper(50_000), (key) => isCountless(key.split(" ").at(-1) ?? ""));
  const prepared = { body: Buffer.alloc(5_000), policy: null, encoding: null };
  rooms.set('br "e" 5000 /frameworks', prepared);
  for (let n = 0; n < 100; n += 1) rooms.set(`br "e" 5000 /compare/a-vs-b${n}`, prepared);
  expect(rooms.get('br "e" 5000 /frameworks')).toBe(prepared);
  expect(rooms.get('br "e" 5000 /compare/a-vs-b99')).toBe(prepared);
  expect(rooms.get('br "e" 5000 /compare/a-vs-b0')).toBeUndefined();
});
