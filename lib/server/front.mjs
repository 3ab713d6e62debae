// Stands at the port, in a thread of its own: pages from memory go out however busy the application is. Whatever else is
// asked for goes to the server behind (main.mjs).
import http from "node:http";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { log } from "../log/log.mjs";
import { startTracing } from "../trace/start.mjs";
import { forwarder } from "./forward.mjs";
import { pageMemory, pathOf } from "./memory.mjs";
import { memorySpans } from "./memory-spans.mjs";
import { measure, tellFigures } from "./metrics.mjs";
import { readRoutes } from "./routes.mjs";
import { times } from "./times.mjs";
import { writeOf, writeThere, writing } from "./writes.mjs";

/** @type {import("./forward.mjs").Behind & { listenOn: number, measured: boolean, writes: import("node:worker_threads").MessagePort } & Omit<Parameters<typeof writing>[0], "write">} */
const { listenOn, measured, writes, site, proxies, ...behind } = workerData;
// The server behind traces what it answers itself; this thread has a tracer of its own for the rest.
const stopTracing = await startTracing();
const onward = forwarder(behind);
const find = readRoutes(path.join(process.cwd(), ".next"));
const { arrived, sent } = memorySpans(find);
const memory = pageMemory({ ask: (at, etag) => onward.ask(at, etag), sent });
const write = writing({ site, proxies, write: writeThere(writes) });

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 */
async function serve(request, response) {
  const written = writeOf(request.url);
  if (written !== null) return write(written, request, response);
  const kept = pathOf(request);
  const found = kept === null ? null : find(request.url ?? "");
  if (kept === null || !found?.cached) return onward.pass(request, response);
  if (await memory.giveNew(kept, request, response)) return;
  onward.pass(request, response, ({ statusCode = 500, headers }) => {
    if (statusCode < 400 && headers["x-nextjs-cache"] !== undefined) memory.read(kept, found.countless);
  });
}

const noted = measured || log.isLevelEnabled("info");

const server = http.createServer(times, (request, response) => {
  if (noted) measure(request, response, find);
  arrived?.(request);
  if (memory.give(request.url ?? "", request, response)) return;
  serve(request, response).catch((/** @type {unknown} */ error) => {
    log.error({ err: error }, "A request failed");
    response.destroy();
  });
});
server.listen(listenOn);

parentPort?.on(
  "message",
  (/** @type {"close" | "figures" | { tags: string[], at: number, waits: boolean }} */ message) => {
    if (message === "figures") return void tellFigures();
    if (message !== "close") return memory.mark(message.tags, message.at, message.waits);
    // Requests under way are finished; idle connections end at once.
    server.close(() => void stopTracing().then(() => process.exit(0)));
    server.closeIdleConnections();
  },
);
