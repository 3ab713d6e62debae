import crypto from "node:crypto";
import { setTimeout as rest } from "node:timers/promises";
import { expect } from "@playwright/test";
import { freePort } from "../lib/process/postgres.ts";
import { type Server, startServer, whenReady } from "../lib/process/server.ts";
import { startNginx, withoutNginx } from "../lib/testing/nginx.ts";
import { ownSettings } from "./own-server";
import { somebody, test } from "./people";

test.describe.configure({ mode: "serial" });
test.skip(withoutNginx(), "nginx is not installed.");

const pages = ["/", "/frameworks", "/frameworks/koa", "/compare/gin-vs-koa"];
const api = "/api/v1/frameworks/koa";
let base = "";
let ports: [number, number] = [0, 0];
let servers: Server[] = [];
let start: (at: number) => Promise<void>;
let proxy: Awaited<ReturnType<typeof startNginx>> | undefined;

test.beforeAll(async () => {
  const port = await freePort();
  ports = [await freePort(), await freePort()];
  base = `http://localhost:${port}`;
  const env = ownSettings(base);
  start = async (at) => {
    const server = startServer({ port: ports[at] ?? 0, env });
    servers[at] = server;
    await whenReady(server, `http://localhost:${ports[at]}`);
  };
  await Promise.all([start(0), start(1)]);
  proxy = await startNginx(port, ports);
});

test.afterAll(async () => {
  await proxy?.stop();
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
});

/**
 * Reads pages over seven connections, and the API over one that keeps within its limit, until it is told to stop. Returns
 * how often, and what wasn't a page.
 */
function load(): () => Promise<{ answers: number; failures: string[] }> {
  const over = new AbortController();
  const failures: string[] = [];
  let answers = 0;
  const readers = Array.from({ length: 8 }, async (_, reader) => {
    for (let turn = reader; !over.signal.aborted; turn += 1) {
      const path = reader === 7 ? api : (pages[turn % pages.length] ?? "/");
      const answer = await fetch(base + path).catch((error: Error) => ({
        status: error.message,
        text: async () => "",
      }));
      await answer.text();
      answers += 1;
      if (answer.status !== 200) failures.push(`${path}: ${answer.status}`);
      if (path === api) await rest(500);
    }
  });
  return async () => {
    over.abort();
    await Promise.all(readers);
    return { answers, failures };
  };
}

test("behind nginx, restarting one instance after the other under load fails no request", async () => {
  const stopLoad = load();
  for (const at of [0, 1]) {
    await servers[at]?.stop();
    await start(at);
    await expect.poll(async () => (await fetch(`http://localhost:${ports[at]}/readyz`)).status).toBe(200);
  }
  const { answers, failures } = await stopLoad();
  expect(failures).toEqual([]);
  expect(answers).toBeGreaterThan(50);
});

test("behind nginx, an instance that is killed costs nobody a page", async () => {
  const stopLoad = load();
  const gone = servers[1];
  gone?.process.kill("SIGKILL");
  await gone?.exited;
  for (const path of [...pages, api]) expect((await fetch(base + path)).status, path).toBe(200);
  await start(1);
  expect((await stopLoad()).failures).toEqual([]);
});

test("behind nginx, a session and what is written are the same on both instances", async ({ page }) => {
  const { token } = await somebody();
  await page.context().addCookies([
    { name: "framewise-session", value: token, url: base },
    { name: "framewise-member", value: "1", url: base },
  ]);
  await page.goto(`${base}/account`);
  const name = `Behind nginx ${crypto.randomBytes(3).toString("hex")}`;
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Change name" }).click();
  const cookie = `framewise-session=${token}; framewise-member=1`;
  for (const port of ports)
    await expect
      .poll(async () => (await fetch(`http://localhost:${port}/account`, { headers: { cookie } })).text())
      .toContain(name);
});

test("behind nginx, the world isn't told whether an instance is ready", async () => {
  expect((await fetch(`${base}/readyz`)).status).toBe(403);
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
});
