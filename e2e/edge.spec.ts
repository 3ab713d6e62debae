import { expect } from "@playwright/test";
import { freePort } from "../lib/process/postgres.ts";
import { type Server, startServer, whenReady } from "../lib/process/server.ts";
import { startCacheInFront, tagsOf } from "../lib/testing/cache-in-front.ts";
import { send } from "../lib/testing/raw.ts";
import { ownSettings } from "./own-server";
import { somebody, test } from "./people";
import { voteOn } from "./vote";

// Two instances behind a cache that keeps long what it may, and is told of changes.

test.describe.configure({ mode: "serial" });

let cache: Awaited<ReturnType<typeof startCacheInFront>>;
let servers: Server[] = [];
let bases: [string, string] = ["", ""];

test.beforeAll(async () => {
  cache = await startCacheInFront();
  const ports = [await freePort(), await freePort()];
  bases = [`http://localhost:${ports[0]}`, `http://localhost:${ports[1]}`];
  const env = ownSettings(bases[0], { PURGE_STYLE: "fastly", PURGE_URL: `${cache.url}/service/ID`, PURGE_TOKEN: "t" });
  servers = ports.map((port) => startServer({ port, env }));
  await Promise.all(servers.map((server, index) => whenReady(server, bases[index] ?? "")));
});
test.afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await cache.stop();
});

const long = "max-age=3600, stale-while-revalidate=60, stale-if-error=86400";
const none = "max-age=0, must-revalidate";
const pages = ["/frameworks/slim", "/compare/slim-vs-yii"];
const longOn = (path: string) =>
  expect
    .poll(async () => Promise.all(bases.map(async (base) => (await send(base, path)).headers["surrogate-control"])), {
      message: path,
    })
    .toEqual([long, long]);

test("an instance that begins has the cache let go of everything, since pages belong to a build", async () => {
  await expect.poll(() => cache.tags().some((tags) => tags.includes("catalogue") && tags.includes("demo"))).toBe(true);
});

test("a cache may keep long what comes from memory, and nothing else; browsers are told the same as ever", async () => {
  const first = await send(bases[0], pages[0] ?? "");
  expect([first.headers["cache-status"], first.headers["surrogate-control"]]).toEqual([undefined, none]);
  const known = await send(bases[0], pages[0] ?? "", { headers: { "if-none-match": first.headers.etag } });
  expect([known.status, known.headers["surrogate-control"]]).toEqual([
    304,
    known.headers["cache-status"] ? long : none,
  ]);
  for (const path of pages) await longOn(path);
  const { headers } = await send(bases[0], pages[1] ?? "");
  expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
  expect(headers["cache-tag"]).toContain("framework:slim,framework:yii");
  expect(headers["surrogate-key"]).toContain("framework:slim framework:yii");
  const again = await send(bases[0], pages[1] ?? "", { headers: { "if-none-match": headers.etag } });
  expect([again.status, again.headers["surrogate-control"], again.headers["cache-tag"]]).toEqual([
    304,
    long,
    headers["cache-tag"],
  ]);
  const api = await send(bases[0], "/api/v1/frameworks/slim/claims");
  expect([api.headers["cache-tag"], api.headers["cache-control"]]).toEqual([
    "catalogue,framework:slim",
    "public, max-age=60, stale-while-revalidate=600",
  ]);
  const { token } = await somebody();
  for (const path of ["/account", "/api/me", "/frameworks?language=Go", "/nowhere", "/healthz"]) {
    const own = await send(bases[0], path, { headers: { cookie: `framewise-session=${token}` } });
    expect([own.headers["surrogate-control"], own.headers["cache-control"]], path).not.toContain(long);
    if (path !== "/nowhere") expect(own.headers["cache-tag"], path).toBeUndefined();
  }
});

test("once a vote was purged, no instance says of a page without it that it may be kept long", async () => {
  for (const path of pages) await longOn(path);
  /** What the cache would keep when it asks for a page again at the very moment that it let go of it. */
  let refilled: { path: string; text: string; kept: string | undefined }[] = [];
  cache.answer(async (request) => {
    if (!tagsOf(request).includes("framework:slim")) return;
    const asked = pages.flatMap((path) => bases.map(async (base) => ({ path, answer: await send(base, path) })));
    refilled = (await Promise.all(asked)).map(({ path, answer }) => ({
      path,
      text: answer.body,
      kept: String(answer.headers["surrogate-control"]),
    }));
  });
  const counted = await voteOn("slim", bases[1], bases[0]);
  await expect.poll(() => refilled.length).toBe(4);
  expect(refilled.filter(({ kept, text }) => kept === long && !counted.test(text)).map(({ path }) => path)).toEqual([]);
  cache.accept();
  for (const path of pages) {
    await longOn(path);
    for (const base of bases) expect((await send(base, path)).body, path).toMatch(counted);
  }
});
