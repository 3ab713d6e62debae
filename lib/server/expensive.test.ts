import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { send } from "../testing/raw.ts";
import { costOf } from "./costs.mjs";
import { expensive, sendProblem } from "./expensive.mjs";
import { createGate } from "./gate.mjs";
import { refusalPage } from "./request-rules.mjs";

let server: http.Server | undefined;
afterEach(() => void server?.close());

const page = { cached: false };
const kept = { cached: true };

/** A server with the gate before pages that take until they are told to end. */
async function start(gate: ReturnType<typeof createGate>, make: (response: http.ServerResponse) => void) {
  const admit = expensive(gate);
  const made = http.createServer((request, response) => {
    const address = String(request.headers["x-network"] ?? "a");
    void admit(request, response, page, { address, local: address === "local" }).then((delayed) => {
      if (delayed === null) return make(response);
      if (request.url?.startsWith("/api/"))
        return sendProblem(response, delayed, { url: "http://localhost", formTargets: [] });
      response.writeHead(delayed.status, { "retry-after": String(delayed.retryAfter) });
      response.end(refusalPage(delayed, delayed.more));
    });
  });
  server = made;
  await new Promise<void>((resolve) => made.listen(0, resolve));
  return `http://localhost:${(made.address() as AddressInfo).port}`;
}

it("only what takes long and has no end costs anything, in whatever spelling", () => {
  for (const path of [
    "/compare/a-vs-b",
    "/compare/%61-vs-b/",
    "/decide/card.png",
    "/frameworks/export",
    "/decide/records/x",
    "/account/export",
  ])
    expect(costOf(`${path}?x=y`, page), path).toBeGreaterThan(0);
  for (const path of ["/decide", "/frameworks", "/compare"]) {
    expect(costOf(`${path}?w=1`, page), path).toBeGreaterThan(0);
    expect(costOf(path, kept), path).toBeNull();
  }
  for (const path of [
    "/",
    "/frameworks/koa",
    "/frameworks/koa/card.png",
    "/sign-in",
    "/api/v1/frameworks",
    "/integrity",
  ])
    expect(costOf(path, kept), path).toBeNull();
  expect(costOf("/compare/a-vs-b", null)).toBeNull();
  expect(costOf("/api/v1/decisions?f=a", page)).toBe(0);
});

it("what was chosen is said again, as text, with the way back to this very address", async () => {
  const base = await start(createGate({ points: 4 }), (response) => response.end("made"));
  const path = "/decide?w=security.40&note=%22%3E%3Cb%3E&empty=&_rsc=abc";
  expect((await send(base, path)).body).toBe("made");
  const { status, headers, body } = await send(base, path);
  expect(status).toBe(429);
  expect(Number(headers["retry-after"])).toBeGreaterThan(0);
  expect(body).toContain("<li>w: security.40</li><li>note: &#34;&#62;&#60;b&#62;</li></ul>");
  expect(body).toContain('<a href="/decide?w=security.40&#38;note=%22%3E%3Cb%3E">Try again</a>');
  expect((await send(base, "//evil.example/../decide")).status).toBe(200);
  // Who is at this machine itself has no limit, nor has another network used up its own.
  for (const network of ["local", "local", "b"])
    expect((await send(base, path, { headers: { "x-network": network } })).status, network).toBe(200);
});

it("a slow reader keeps nobody waiting, and who goes away while waiting takes no turn", async () => {
  const waiting: http.ServerResponse[] = [];
  const base = await start(createGate({ rest: 0, waiting: 1 }), (response) => waiting.push(response));
  const first = send(base, "/decide?w=1");
  await expect.poll(() => waiting.length).toBe(1);
  const leaver = http.get(`${base}/decide?w=2`);
  leaver.on("error", () => {});
  await expect.poll(async () => (await send(base, "/api/v1/dump")).status).toBe(503);
  leaver.destroy();
  await expect
    .poll(async () => {
      const next = send(base, "/decide?w=3");
      return Promise.race([
        next.then(({ status }) => status),
        new Promise((resolve) => setTimeout(resolve, 50, "waits")),
      ]);
    })
    .toBe("waits");
  // Its making ends with the last byte handed over, however many of them were read.
  waiting[0]?.end("x".repeat(20_000_000));
  await expect.poll(() => waiting.length).toBe(2);
  waiting[1]?.end("made");
  expect((await first).status).toBe(200);
});

it("the API is told by a problem that any page may read", async () => {
  const waiting: http.ServerResponse[] = [];
  const base = await start(createGate({ waiting: 0 }), (response) => waiting.push(response));
  const first = send(base, "/api/v1/decisions?f=a");
  await expect.poll(() => waiting.length).toBe(1);
  const { status, headers, body } = await send(base, "/api/v1/decisions?f=a");
  expect([status, headers["retry-after"], headers["access-control-allow-origin"]]).toEqual([503, "5", "*"]);
  expect(JSON.parse(body)).toMatchObject({ status: 503, title: "Very busy right now" });
  waiting[0]?.end("{}");
  await first;
});
