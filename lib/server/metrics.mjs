import http from "node:http";
import { Counter, collectDefaultMetrics, Histogram, register } from "prom-client";
import { log } from "../log/log.mjs";

// The application's own figures (lib/health/metrics.ts) are in the same register: it runs in this process.

const seconds = new Histogram({
  name: "framewise_request_seconds",
  help: "Time from a request's arrival to the end of its answer.",
  labelNames: ["method", "page", "status"],
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});
const bytes = new Counter({
  name: "framewise_answer_bytes_total",
  help: "Bytes of answers, as they were sent.",
  labelNames: ["page"],
});

const known = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/**
 * Measures one request, and logs it at `info`: the page's pattern and never the address, which may hold what somebody typed.
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {(url: string) => import("./routes.mjs").Found | null} find
 */
export function measure(request, response, find) {
  const began = process.hrtime.bigint();
  const url = request.url ?? "";
  const method = known.has(request.method ?? "") ? (request.method ?? "") : "other";
  const sentBefore = request.socket.bytesWritten;
  response.once("close", () => {
    const page = pageOf(url, find);
    const took = Number(process.hrtime.bigint() - began) / 1e9;
    const status = response.writableFinished ? String(response.statusCode) : "aborted";
    seconds.observe({ method, page, status }, took);
    bytes.inc({ page }, Math.max(0, request.socket.bytesWritten - sentBefore));
    if (log.isLevelEnabled("info"))
      log.info({ request: response.getHeader("x-request-id"), method, page, status, seconds: took }, "request");
  });
}

/**
 * @param {string} url
 * @param {(url: string) => import("./routes.mjs").Found | null} find
 */
function pageOf(url, find) {
  try {
    return find(url)?.page ?? "none";
  } catch {
    // An address that nobody can decode.
    return "none";
  }
}

/**
 * Serves the figures in Prometheus's format at a port of their own, by default for this machine only.
 * @param {number} port
 */
export function serveMetrics(port) {
  collectDefaultMetrics();
  http
    .createServer((request, response) => {
      if (request.method !== "GET" || request.url !== "/metrics") {
        response.writeHead(404).end();
        return;
      }
      register.metrics().then(
        (text) => response.writeHead(200, { "content-type": register.contentType }).end(text),
        (/** @type {unknown} */ error) => {
          log.error({ err: error }, "Metrics could not be collected");
          response.writeHead(500).end();
        },
      );
    })
    .listen(port, process.env.METRICS_HOST || "127.0.0.1");
}
