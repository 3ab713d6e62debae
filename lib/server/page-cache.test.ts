import { areTagsStale } from "next/dist/server/lib/incremental-cache/tags-manifest.external.js";
import { afterEach, expect, it, vi } from "vitest";
import PageCache, { type Marked } from "./page-cache.mjs";
import { readStamp, stampHeader } from "./stamp.mjs";

const context = { flushToDisk: false, serverDistDir: "", maxMemoryCacheSize: 1_000_000, revalidatedTags: [] };
const open = () => Reflect.construct(PageCache, [{ ...context, fs: {} }]) as PageCache;
const page = () => ({
  kind: "APP_PAGE" as const,
  html: "<p>",
  headers: { "x-next-cache-tags": "catalogue,framework:koa" } as Record<string, string>,
});
const keep = (cache: PageCache, key: string, value: object) => cache.set(key, value as never, {});
const kept = async (key: string) =>
  (await open().get(key, { kind: "APP_PAGE" } as never)) as { lastModified: number; value: ReturnType<typeof page> };
const told = vi.fn<Marked>();
Object.assign(globalThis, { framewiseMarked: told });
afterEach(() => void told.mockClear());

it("takes a page for as old as the beginning of its rendering: a change before its end makes it stale", async () => {
  const during = open();
  await open().revalidateTag("framework:koa", { expire: 1_000 });
  await keep(during, "/koa", page());
  expect(areTagsStale(["framework:koa"], (await kept("/koa")).lastModified)).toBe(true);
  await vi.waitFor(() => expect(Date.now()).toBeGreaterThan(told.mock.calls[0]?.[1] ?? 0), { interval: 1 });
  await keep(open(), "/koa", page());
  expect(areTagsStale(["framework:koa"], (await kept("/koa")).lastModified)).toBe(false);
});

it("writes onto a page when it was begun and what it shows, and leaves that of one that is only kept on", async () => {
  const cache = open();
  await keep(cache, "/koa", page());
  const { value } = await kept("/koa");
  expect(readStamp(value.headers[stampHeader])).toEqual({ began: cache.began, tags: ["catalogue", "framework:koa"] });
  const later = open();
  later.began += 5_000;
  await keep(later, "/koa", value);
  const again = await kept("/koa");
  expect(readStamp(again.value.headers[stampHeader])?.began).toBe(cache.began);
});

it("takes what the build rendered for as old as it was stored", async () => {
  const built = { kind: "APP_ROUTE", body: Buffer.from("x"), headers: { "content-type": "image/png" } };
  await Reflect.apply(Object.getPrototypeOf(PageCache.prototype).set, open(), ["/card.png", built, {}]);
  const entry = await kept("/card.png");
  expect(readStamp(entry.value.headers[stampHeader])).toEqual({ began: entry.lastModified, tags: [] });
});

it("tells the memory what was marked, when, and whether readers wait for it", async () => {
  const before = Date.now();
  await open().revalidateTag(["catalogue"], { expire: 1_000 });
  await open().revalidateTag("community", { expire: 0 });
  await open().revalidateTag("demo");
  expect(told.mock.calls.map(([tags, , waits]) => [tags, waits])).toEqual([
    [["catalogue"], false],
    [["community"], true],
    [["demo"], true],
  ]);
  for (const [, at] of told.mock.calls) expect(at - before).toBeLessThan(1_000_000);
  for (const [, at] of told.mock.calls) expect(at).toBeGreaterThanOrEqual(before);
});

it("reads no stamp where there is none", () => {
  for (const header of [undefined, "", "soon a,b", "1700000000000", 5, "17000000000000 a"])
    expect(readStamp(header), String(header)).toBeNull();
  expect(readStamp("1700000000000 ")).toEqual({ began: 1_700_000_000_000, tags: [] });
});
