import crypto from "node:crypto";
import { expect } from "@playwright/test";
import { freePort } from "../lib/process/postgres.ts";
import { type Server, startServer, whenReady } from "../lib/process/server.ts";
import { startNginx, withoutNginx } from "../lib/testing/nginx.ts";
import { send } from "../lib/testing/raw.ts";
import { ownSettings } from "./own-server";
import { pages as everyPage } from "./pages";
import { somebody, test } from "./people";
import { voteOn } from "./vote";

// nginx keeps public pages for a second, as docs/deploy/nginx-cache.conf says.

test.describe.configure({ mode: "serial" });
test.skip(withoutNginx(), "nginx is not installed.");

let base = "";
/** One of the two, past nginx. */
let instance = "";
let servers: Server[] = [];
let proxy: Awaited<ReturnType<typeof startNginx>> | undefined;

test.beforeAll(async () => {
  const port = await freePort();
  const ports: [number, number] = [await freePort(), await freePort()];
  base = `http://localhost:${port}`;
  instance = `http://localhost:${ports[0]}`;
  const env = ownSettings(base);
  servers = ports.map((one) => startServer({ port: one, env }));
  await Promise.all(servers.map((server, index) => whenReady(server, `http://localhost:${ports[index]}`)));
  proxy = await startNginx(port, ports, { keeps: true });
});
test.afterAll(async () => {
  await proxy?.stop();
  await Promise.all(servers.map((server) => server.stop()));
});

const br = { "accept-encoding": "gzip, br" };
const statusOf = (headers: NodeJS.Dict<string | string[]>) => String(headers["cache-status"] ?? "");
/** Asks until nginx answers by itself. */
const kept = async (path: string, headers: Record<string, string> = br) => {
  let answer = await send(base, path, { headers });
  await expect
    .poll(async () => statusOf((answer = await send(base, path, { headers })).headers), {
      message: path,
      intervals: [1],
    })
    .toContain("nginx; hit");
  return answer;
};

test("public pages are kept, with every header of theirs, for GET, HEAD and 304 alike", async () => {
  const paths = everyPage.map(({ path }) => path as string).filter((path) => !/\?|nowhere|^\/search/.test(path));
  expect(paths.length).toBeGreaterThan(10);
  for (const path of paths) {
    await expect(async () => {
      const { status, headers, body } = await kept(path);
      expect(status, path).toBe(200);
      const head = await send(base, path, { method: "HEAD", headers: br });
      expect([head.status, head.body, head.headers.etag], path).toEqual([200, "", headers.etag]);
      for (const name of ["content-security-policy", "cache-control", "content-encoding", "vary", "content-type"])
        expect(head.headers[name], `${name} of ${path}`).toBe(headers[name]);
      const known = await send(base, path, { headers: { ...br, "if-none-match": headers.etag } });
      expect([known.status, known.body], path).toEqual([304, ""]);
      expect(body.length, path).toBeGreaterThan(1_000);
      // What nginx is told to leave out of the key: nothing else may choose what is sent.
      expect(String(headers.vary).toLowerCase().split(/, */).toSorted(), path).toEqual([
        "accept-encoding",
        "next-router-prefetch",
        "next-router-segment-prefetch",
        "next-router-state-tree",
        "rsc",
      ]);
      // Somebody may write between two of the readings.
    }).toPass();
  }
});

test("each gets a page in an encoding that they take, however they say so", async () => {
  const path = "/frameworks/koa";
  for (const [accepted, encoding] of [
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["gzip;q=0.5, br;q=0.9", "br"],
    ["identity", undefined],
    ["", undefined],
  ])
    expect((await kept(path, { "accept-encoding": accepted ?? "" })).headers["content-encoding"], accepted).toBe(
      encoding,
    );
});

test("nobody who has a cookie of ours gets a page from nginx, and nothing of theirs is kept for others", async () => {
  const name = `Grace ${crypto.randomBytes(4).toString("hex")}`;
  const { token } = await somebody("member", name);
  const cookie = `framewise-session=${token}; framewise-member=1`;
  const own = ["/account", "/shortlist", "/notices", "/api/me", "/sign-in", "/account/export"];
  for (const path of [...own, "/", "/frameworks/koa"]) {
    const answer = await send(base, path, { headers: { cookie } });
    expect(statusOf(answer.headers), path).not.toContain("nginx");
  }
  expect((await send(base, "/account", { headers: { cookie } })).body).toContain(name);
  const { token: other } = await somebody();
  for (const path of [...own, "/", "/frameworks/koa"])
    for (const headers of [{}, { cookie: `framewise-session=${other}` }, { cookie: "unrelated=1" }]) {
      const { body } = await send(base, path, { headers });
      expect(body, path).not.toContain(name);
    }
  for (const path of own)
    for (let time = 0; time < 3; time += 1)
      expect(statusOf((await send(base, path)).headers), path).not.toContain("nginx; hit");
});

test("what isn't a plain reading makes no entry and changes none", async () => {
  const path = "/frameworks/hono";
  await kept(path);
  for (const address of [
    `${path}?utm_source=x`,
    `${path}?`,
    `${path}/`,
    "/Frameworks/hono",
    "/frameworks/%68ono",
    "/frameworks//hono",
  ])
    for (let time = 0; time < 2; time += 1) {
      const answer = await send(base, address, { headers: br });
      expect(statusOf(answer.headers), address).not.toContain("nginx");
      expect(answer.status, address).toBeLessThan(500);
    }
  for (const headers of [
    { rsc: "1" },
    { "next-router-prefetch": "1" },
    { "next-router-state-tree": "x" },
    { authorization: "Bearer x" },
  ]) {
    const answer = await send(base, path, { headers });
    expect(statusOf(answer.headers), JSON.stringify(headers)).not.toContain("nginx");
  }
  for (const host of ["evil.example", "localhost:1"])
    expect((await send(base, path, { headers: { ...br, host, "x-forwarded-host": host } })).body).not.toContain("evil");
  for (const method of ["POST", "PUT", "OPTIONS"])
    expect(statusOf((await send(base, path, { method })).headers), method).not.toContain("nginx");
  // Still what an instance itself says, unless somebody wrote between the two readings.
  await expect(async () => {
    const [after, own] = [await kept(path), await send(instance, path, { headers: br })];
    expect(after.headers["content-security-policy"]).toBe(own.headers["content-security-policy"]);
    expect(after.body === own.body).toBe(true);
  }).toPass();
  // Nor is an absence, or an answer of the API, which says how much is left to whoever asks.
  for (const one of ["/frameworks/nowhere", "/api/v1/frameworks", "/healthz"])
    for (let time = 0; time < 3; time += 1)
      expect(statusOf((await send(base, one)).headers), one).not.toContain("nginx; hit");
});

test("a vote shows through nginx", async () => {
  const path = "/frameworks/elysia";
  await kept(path);
  const counted = await voteOn("elysia", base);
  const voted = Date.now();
  await expect.poll(async () => (await send(base, path, { headers: {} })).body, { intervals: [50] }).toMatch(counted);
  test.info().annotations.push({ type: "seconds until it showed", description: String((Date.now() - voted) / 1_000) });
});

test("pages that nginx has outlive both instances", async () => {
  const path = "/frameworks/koa";
  const { body } = await kept(path);
  await Promise.all(servers.map((server) => server.stop()));
  // What it has is good for a second; from then on it looks for an instance in vain.
  await expect
    .poll(async () => {
      const { status, headers, body: stale } = await send(base, path, { headers: br });
      return `${status} ${statusOf(headers)} ${stale === body}`;
    })
    .toMatch(/^200 .*detail=stale.* true$/);
  expect((await send(base, "/frameworks/gin?q=x")).status).toBe(502);
});
