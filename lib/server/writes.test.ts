import http from "node:http";
import type { AddressInfo } from "node:net";
import { MessageChannel } from "node:worker_threads";
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { log } from "../log/log.mjs";
import { send } from "../testing/raw.ts";
import { type Asked, takeWrites, type Written, writeOf, writeThere, writing } from "./writes.mjs";

const done: Written = { status: 200, cookies: [], body: '{"status":"done"}' };
const write = vi.fn<(asked: Asked) => Promise<Written>>();
const site = { url: "https://framewise.example", formTargets: [] };
const serve = writing({ site, proxies: 0, write });
const server = http.createServer((request, response) => void serve(writeOf(request.url) ?? "", request, response));
let base = "";

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());
beforeEach(() => {
  write.mockReset().mockResolvedValue(done);
});

const headers = { origin: site.url, "content-type": "application/x-www-form-urlencoded" };
const vote = (more: Parameters<typeof send>[2] = {}) =>
  send(base, "/writes/vote?x=1", { body: "claim=1&value=1", ...more, headers: { ...headers, ...more.headers } });

it("hands on the form and the few headers that the application reads, its address from the connection", async () => {
  const answer = await vote({
    headers: {
      cookie: "a=1",
      referer: "https://framewise.example/x",
      "x-framewise-address": "1.2.3.4",
      "x-other": "1",
    },
  });
  expect(answer).toMatchObject({ status: 200, body: done.body });
  expect(write).toHaveBeenCalledExactlyOnceWith({
    name: "vote",
    headers: {
      "x-framewise-address": "127.0.0.1",
      cookie: "a=1",
      host: base.slice("http://".length),
      referer: "https://framewise.example/x",
    },
    body: "claim=1&value=1",
  });
});

it("answers as JSON that nobody keeps, with cookies, when to try again, and the headers of every answer", async () => {
  write.mockResolvedValue({ status: 429, cookies: ["a=1; Path=/", "b=2"], body: "{}", retryAfter: 7 });
  expect(await vote()).toMatchObject({
    status: 429,
    headers: {
      "content-type": "application/json; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": "7",
      "set-cookie": ["a=1; Path=/", "b=2"],
      "content-security-policy": expect.stringContaining("default-src 'none'") as string,
      "strict-transport-security": expect.any(String) as string,
      "x-content-type-options": "nosniff",
    },
  });
});

it.each([
  ["another origin", 403, { headers: { origin: "https://evil.example" } }],
  ["an opaque origin", 403, { headers: { origin: "null" } }],
  ["no origin", 403, { headers: { origin: undefined } }],
  ["JSON", 415, { headers: { "content-type": "application/json" } }],
  ["a form in parts", 415, { headers: { "content-type": "multipart/form-data; boundary=x" } }],
  ["no type", 415, { headers: { "content-type": undefined } }],
  ["a packed form", 415, { headers: { "content-encoding": "gzip" } }],
  ["no length", 411, { chunked: true }],
  ["more than any form has", 413, { body: "a".repeat(1_000_001) }],
  ["more fields than any form has", 413, { body: "a&".repeat(600) }],
  ["a reading", 405, { method: "GET", body: "" }],
  ["another method", 405, { method: "PUT" }],
])("%s is refused in plain words, and never reaches the application", async (_what, status, request) => {
  const answer = await vote(request);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatch(/^Framewise: \w/);
  expect(answer.headers).toMatchObject({ "content-type": "text/plain", "x-frame-options": "DENY" });
  expect(write).not.toHaveBeenCalled();
});

it("says so when there is no such write, and when it fails", async () => {
  write.mockResolvedValue({ status: 404, cookies: [], body: "" });
  expect(await vote()).toMatchObject({ status: 404, headers: { "content-type": "text/plain" } });
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  write.mockRejectedValue(new Error("a fault"));
  const answer = await vote();
  expect(answer.status).toBe(500);
  expect(answer.body).not.toContain("a fault");
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

it("asks the other thread, and each gets its own answer", async () => {
  const { port1, port2 } = new MessageChannel();
  Object.assign(globalThis, {
    framewiseWrite: async ({ name }: Asked) => {
      if (name === "bad") throw new Error("bad");
      // The first is answered last.
      if (name === "slow") await vi.waitUntil(() => answered.length === 1);
      return { ...done, body: name };
    },
  });
  takeWrites(port1);
  const there = writeThere(port2);
  const answered: string[] = [];
  const ask = (name: string) =>
    there({ name, headers: {}, body: "" }).then(({ body }) => {
      answered.push(body);
      return body;
    });
  expect(await Promise.all([ask("slow"), ask("quick")])).toEqual(["slow", "quick"]);
  expect(answered).toEqual(["quick", "slow"]);
  await expect(ask("bad")).rejects.toThrow("bad");
  port1.close();
});
