import http from "node:http";
import type { AddressInfo } from "node:net";
import zlib from "node:zlib";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Answer, send } from "../testing/raw.ts";
import type { Answer as Inside } from "./forward.mjs";
import { pageMemory, pathOf } from "./memory.mjs";
import { stampHeader, writeStamp } from "./stamp.mjs";

const start = 1_700_000_000_000;
/** What Next would answer, by address; a number of milliseconds says how long the rendering takes. */
const next = new Map<string, { text: string; began: number; state?: string; status?: number; extra?: object }>();
let asked: string[] = [];
let clock = start;
let memory: ReturnType<typeof pageMemory>;
let server: http.Server;
let base = "";
let hold: Promise<void> = Promise.resolve();

async function ask(path: string, etag?: string): Promise<Inside> {
  asked.push(path);
  const page = next.get(path);
  const answer = { ...page };
  await hold;
  if (answer.text === undefined || answer.began === undefined)
    return { status: 404, headers: {}, body: Buffer.alloc(0) };
  const own = `"${answer.text.length}-${answer.text.slice(0, 20)}"`;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": `of ${answer.text.slice(0, 5)}`,
    "cache-control": "s-maxage=3600, stale-while-revalidate=1",
    "x-nextjs-cache": answer.state ?? "HIT",
    vary: "rsc, Accept-Encoding",
    etag: own,
    date: "now",
    [stampHeader]: writeStamp(answer.began, "catalogue,framework:koa"),
    ...answer.extra,
  };
  if (etag === own) return { status: 304, headers, body: Buffer.alloc(0) };
  return { status: answer.status ?? 200, headers, body: Buffer.from(answer.text) };
}

const page = (text: string, began = clock, more: object = {}) => ({ text: text.padEnd(3_000, "."), began, ...more });
const get = (path: string, headers: Record<string, string> = {}, method = "GET"): Promise<Answer> =>
  send(base, path, { headers, method });
/** Reads until the memory has the page. */
async function known(path: string, countless = false) {
  for (let time = 0; time < (countless ? 2 : 1); time += 1) memory.read(path, countless);
  await expect.poll(async () => (await get(path)).status).not.toBe(599);
}
const shows = async (path: string) => (await get(path)).body.slice(0, 3);

async function open(limits: object = {}) {
  memory = pageMemory({ ask, now: () => clock, ...limits });
  server = http.createServer((request, response) => {
    if (memory.give(request.url ?? "", request, response)) return;
    void memory
      .giveNew(request.url ?? "", request, response)
      .then((given) => given || response.writeHead(599).end("Next"));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeEach(async () => {
  next.clear();
  asked = [];
  clock = start;
  hold = Promise.resolve();
  await open();
});
afterEach(() => server.close());

it("sends a page that it knows without asking anybody, in the encoding that is wanted", async () => {
  next.set("/", page("one"));
  await known("/");
  asked = [];
  const plain = await get("/");
  expect([plain.status, plain.body.length, plain.headers["content-encoding"]]).toEqual([200, 3_000, undefined]);
  expect(plain.headers["content-security-policy"]).toBe("of one..");
  expect(plain.headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  const raw = async (encoding: string) => {
    const response = await new Promise<http.IncomingMessage>((resolve) =>
      http.get(`${base}/`, { headers: { "accept-encoding": encoding } }, resolve),
    );
    return { coding: response.headers["content-encoding"], body: Buffer.concat(await response.toArray()) };
  };
  const [br, gzip] = [await raw("gzip, br"), await raw("gzip")];
  expect([br.coding, zlib.brotliDecompressSync(br.body).length]).toEqual(["br", 3_000]);
  expect([gzip.coding, zlib.gunzipSync(gzip.body).length]).toEqual(["gzip", 3_000]);
  const head = await get("/", {}, "HEAD");
  expect([head.status, head.body, head.headers["content-length"], head.headers.etag]).toEqual([
    200,
    "",
    "3000",
    plain.headers.etag,
  ]);
  expect(asked).toEqual([]);
});

it("keeps files as well, which have no validator of Next, and how long browsers may keep them", async () => {
  const extra = { etag: undefined, "content-type": "image/png", "cache-control": "public, max-age=3600" };
  next.set("/card.png", page("png", clock, { extra }));
  await known("/card.png");
  const file = await get("/card.png", { "accept-encoding": "br" });
  expect([file.headers["cache-control"], file.headers["content-encoding"], file.body.length]).toEqual([
    "public, max-age=3600",
    undefined,
    3_000,
  ]);
  expect((await get("/card.png", { "if-none-match": file.headers.etag ?? "" })).status).toBe(304);
  clock += 60_000;
  next.set("/card.png", page("new", clock, { extra }));
  await expect.poll(() => shows("/card.png")).toBe("new");
});

/** A tag without what says that it is weak: a 304 is of the page in any encoding. */
const weakly = (tag: unknown) => String(tag).replace("W/", "");

it("says in a 304 that what somebody has is still the page, and sends the new one to whoever has another", async () => {
  next.set("/", page("one"));
  await known("/");
  const etag = (await get("/")).headers.etag ?? "";
  for (const condition of [etag, etag.replace("W/", ""), `"x", ${etag}`, "*"]) {
    const same = await get("/", { "if-none-match": condition });
    expect([same.status, same.body, weakly(same.headers.etag)], condition).toEqual([304, "", weakly(etag)]);
    expect(same.headers["content-security-policy"]).toBeUndefined();
  }
  expect((await get("/", { "if-none-match": 'W/"other"' })).status).toBe(200);
});

it("is neither filled nor read by what isn't a plain reading of the address, written as we write it", async () => {
  const asking = (more: object) => pathOf({ method: "GET", url: "/", headers: {}, ...more } as http.IncomingMessage);
  expect([asking({}), asking({ method: "HEAD", url: "/compare/a-vs-b?utm_source=x" })]).toEqual([
    "/",
    "/compare/a-vs-b",
  ]);
  for (const method of ["POST", "OPTIONS"]) expect(asking({ method }), method).toBeNull();
  const odd = ["/%6Boa", "/FRAMEWORKS", "//evil.example/", "/a/../b", "/a/", "/./a", "*", "", `/${"a".repeat(500)}`];
  for (const url of odd) expect(asking({ url }), url).toBeNull();
  next.set("/", page("one"));
  await known("/");
  for (const name of ["rsc", "next-router-state-tree", "next-router-prefetch", "next-router-segment-prefetch"]) {
    expect(asking({ headers: { [name]: "1" } }), name).toBeNull();
    expect((await get("/", { [name]: "1" })).status, name).toBe(599);
  }
  expect((await send(base, "/", { body: "x" })).status).toBe(599);
});

it("asks with the address alone, and keeps no answer that is of one person or none of Next's cache", async () => {
  for (const [path, extra] of Object.entries({
    "/cookie": { "set-cookie": ["a=b"] },
    "/id": { "x-request-id": "1" },
    "/unstamped": { [stampHeader]: undefined },
    "/forged": { [stampHeader]: "soon catalogue" },
    "/private": { "cache-control": "private, no-store" },
    "/moved": { location: "/" },
  })) {
    next.set(path, page(path, clock, { extra }));
    memory.read(path, false);
    await expect.poll(() => asked).toContain(path);
    expect((await get(path)).status, path).toBe(599);
  }
  next.set("/gone", page("gone", clock, { status: 404 }));
  memory.read("/gone", false);
  await expect.poll(() => asked).toContain("/gone");
  expect(memory.size).toBe(0);
});

it("goes on sending a page for a moment after a change, and loads the new one behind it, once", async () => {
  next.set("/koa", page("old"));
  await known("/koa");
  clock += 100;
  next.set("/koa", page("new", clock + 1));
  memory.mark(["framework:koa"], clock, false);
  asked = [];
  clock += 10;
  let release = () => {};
  hold = new Promise((resolve) => (release = resolve));
  const stale = await Promise.all(Array.from({ length: 20 }, () => get("/koa")));
  expect(new Set(stale.map(({ body, headers }) => `${body.slice(0, 3)} ${String(headers["x-nextjs-cache"])}`))).toEqual(
    new Set(["old STALE"]),
  );
  release();
  await expect.poll(() => shows("/koa")).toBe("new");
  expect((await get("/koa")).headers["x-nextjs-cache"]).toBe("HIT");
  expect(asked).toEqual(["/koa"]);
});

it("lets a cache in front keep long what is right, and never what a change is about to replace", async () => {
  vi.stubEnv("PURGE_URL", "https://api.fastly.com/service/ID");
  vi.stubEnv("PURGE_STYLE", "fastly");
  next.set("/koa", page("old"));
  await known("/koa");
  const told = async (headers: Record<string, string> = {}) => {
    const { status, headers: said } = await get("/koa", headers);
    return [status, said["x-nextjs-cache"], said["surrogate-control"], said["surrogate-key"], said["cache-control"]];
  };
  const browsers = "public, max-age=0, must-revalidate";
  const long = "max-age=3600, stale-while-revalidate=60, stale-if-error=86400";
  const { etag = "" } = (await get("/koa")).headers;
  for (const [headers, status] of [
    [{}, 200],
    [{ "if-none-match": etag }, 304],
  ] as const)
    expect(await told(headers)).toEqual([status, "HIT", long, "catalogue framework:koa", browsers]);
  clock += 100;
  hold = new Promise(() => {});
  memory.mark(["framework:koa"], clock, false);
  for (const [headers, status] of [
    [{}, 200],
    [{ "if-none-match": etag }, 304],
  ] as const)
    expect(await told(headers)).toEqual([
      status,
      "STALE",
      "max-age=0, must-revalidate",
      "catalogue framework:koa",
      browsers,
    ]);
  vi.unstubAllEnvs();
});

it("leaves alone what a change doesn't show in", async () => {
  next.set("/", page("one"));
  await known("/");
  memory.mark(["framework:gin", "community"], clock + 1, false);
  clock += 100;
  asked = [];
  expect((await get("/")).headers["x-nextjs-cache"]).toBe("HIT");
  expect(asked).toEqual([]);
});

it("never takes for new what began before the change and ended after it", async () => {
  next.set("/koa", page("old", clock - 500));
  memory.mark(["framework:koa"], clock - 100, false);
  await known("/koa");
  next.set("/koa", page("new", clock));
  await expect.poll(() => shows("/koa")).toBe("new");
  let release = () => {};
  // Marked while the answer is under way.
  clock += 1_000;
  memory.mark(["framework:koa"], clock, false);
  next.set("/koa", page("mid", clock + 1));
  hold = new Promise((resolve) => (release = resolve));
  asked = [];
  await get("/koa");
  await expect.poll(() => asked.length).toBe(1);
  memory.mark(["catalogue"], clock + 2, false);
  next.set("/koa", page("end", clock + 3));
  release();
  await expect.poll(() => shows("/koa")).toBe("end");
  expect(asked.length).toBe(2);
});

it("has readers wait for the new page once the old one was sent for long enough, or when a change says so", async () => {
  next.set("/koa", page("old"));
  await known("/koa");
  clock += 10_000;
  memory.mark(["framework:koa"], clock, false);
  memory.mark(["framework:koa"], clock + 3_900, false);
  clock += 4_000;
  next.set("/koa", page("new", clock));
  expect(await shows("/koa")).toBe("new");
  memory.mark(["catalogue"], clock + 1, true);
  clock += 2;
  next.set("/koa", page("now", clock));
  expect(await shows("/koa")).toBe("now");
});

it("looks for what ended by time alone, and asks again while Next still has the old page", async () => {
  next.set("/", page("old"));
  await known("/");
  clock += 60_000;
  next.set("/", page("old", start, { state: "STALE" }));
  asked = [];
  expect(await shows("/")).toBe("old");
  await expect.poll(() => asked.length).toBeGreaterThan(1);
  next.set("/", page("new", clock));
  await expect.poll(() => shows("/")).toBe("new");
});

it("keeps the old page while no new one can be had, and forgets what is no more", async () => {
  next.set("/koa", page("old"));
  await known("/koa");
  memory.mark(["catalogue"], clock + 1, true);
  clock += 100;
  next.set("/koa", page("err", clock, { status: 503 }));
  expect(await shows("/koa")).toBe("old");
  asked = [];
  await get("/koa");
  expect(asked).toEqual([]);
  clock += 2_000;
  next.delete("/koa");
  expect((await get("/koa")).status).toBe(599);
  expect(memory.size).toBe(0);
});

it("stays within its bounds, and addresses that anybody can make up never take the place of the others", async () => {
  server.close();
  await open({ everybodys: 200_000, countless: 100_000 });
  next.set("/", page("one"));
  await known("/");
  const pairs = Array.from({ length: 40 }, (_, index) => `/compare/a-vs-b${index}`);
  for (const path of pairs) next.set(path, page("two"));
  // Read once, nothing is kept of them.
  for (const path of pairs) memory.read(path, true);
  expect(asked).toEqual(["/"]);
  for (const path of pairs) await known(path, true);
  expect(memory.size).toBeLessThanOrEqual(300_000);
  expect([(await get("/")).status, (await get(pairs.at(-1) ?? "")).status, (await get(pairs[0] ?? "")).status]).toEqual(
    [200, 200, 599],
  );
});
