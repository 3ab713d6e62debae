import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startCollector } from "../testing/collector.ts";
import { send } from "../testing/raw.ts";
import { startTracing } from "../trace/start.mjs";
import { pageMemory } from "./memory.mjs";
import { memorySpans } from "./memory-spans.mjs";
import { stampHeader, writeStamp } from "./stamp.mjs";

let collector: Awaited<ReturnType<typeof startCollector>>;
let stop: () => Promise<void>;
let server: http.Server;
let base = "";
let memory: ReturnType<typeof pageMemory>;
let clock = 1_700_000_000_000;
let rendering = Promise.resolve();

async function ask() {
  await rendering;
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "s-maxage=3600, stale-while-revalidate=1",
    etag: '"one"',
    [stampHeader]: writeStamp(clock, "framework:s3cret"),
  };
  return { status: 200, headers, body: Buffer.from("A page.") };
}

it("where nobody collects, there is nothing to be called", () => {
  expect(memorySpans(() => null)).toEqual({});
});

beforeAll(async () => {
  collector = await startCollector();
});
afterAll(async () => {
  server.close();
  await collector.stop();
});

it("an answer from memory is a trace: what kind of page, its status, and whether it was still right", async () => {
  stop = await startTracing({ OTEL_EXPORTER_OTLP_ENDPOINT: (process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url) });
  const page = { page: "/frameworks/[slug]", cached: true, handler: false, countless: false };
  const { arrived, sent } = memorySpans(() => page);
  memory = pageMemory({ ask, sent, now: () => clock });
  let arrivals = 0;
  server = http.createServer((request, response) => {
    arrived?.(request);
    arrivals += 1;
    if (memory.give(request.url ?? "", request, response)) return;
    void memory.giveNew(request.url ?? "", request, response).then((given) => given || response.writeHead(599).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const path = "/frameworks/s3cret";
  const get = (headers: Record<string, string> = {}, method = "GET") => send(base, path, { headers, method });

  expect((await get()).status).toBe(599);
  memory.read(path, false);
  await expect.poll(async () => (await get()).status).toBe(200);
  const asked = collector.spans.length;
  expect((await get({ "if-none-match": 'W/"one"', "user-agent": "s3cret" })).status).toBe(304);
  expect((await get({}, "HEAD")).status).toBe(200);
  let render = () => {};
  rendering = new Promise((resolve) => (render = resolve));
  memory.mark(["framework:s3cret"], clock, false);
  clock += 1;
  expect((await get()).status).toBe(200);
  memory.mark(["framework:s3cret"], clock, true);
  clock += 1;
  const before = arrivals;
  const waits = get();
  await expect.poll(() => arrivals).toBe(before + 1);
  render();
  expect((await waits).status).toBe(200);
  await stop();

  expect(asked).toBe(0);
  const told = collector.spans.map(({ name, attributes, parentSpanId }) => [
    name,
    attributes["http.response.status_code"],
    attributes["framewise.cache"],
    parentSpanId,
  ]);
  expect(told.slice(-4)).toEqual([
    ["GET /frameworks/[slug]", 304, "hit", undefined],
    ["HEAD /frameworks/[slug]", 200, "hit", undefined],
    ["GET /frameworks/[slug]", 200, "stale", undefined],
    ["GET /frameworks/[slug]", 200, "hit", undefined],
  ]);
  expect(collector.spans.at(-1)?.attributes).toEqual({
    "http.request.method": "GET",
    "http.route": "/frameworks/[slug]",
    "http.response.status_code": 200,
    "framewise.cache": "hit",
  });
  expect(collector.all()).not.toContain("s3cret");
});
