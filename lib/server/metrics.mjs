import http from "node:http";
import { parentPort } from "node:worker_threads";
import { Counter, collectDefaultMetrics, Histogram, register } from "prom-client";
import { log } from "../log/log.mjs";
import { writeOf } from "./writes.mjs";

// Two threads, two registers: the front's has the requests; the server's behind it has the application's own figures
// (lib/health/metrics.ts) and the process's.

/** @type {{ seconds: Histogram, bytes: Counter } | null} */
let requests = null;

/** Made on first use, in the front only. */
function requestFigures() {
  requests ??= {
    seconds: new Histogram({
      name: "framewise_request_seconds",
      help: "Time from a request's arrival to the end of its answer.",
      labelNames: ["method", "page", "status"],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    }),
    bytes: new Counter({
      name: "framewise_answer_bytes_total",
      help: "Bytes of answers, as they were sent.",
      labelNames: ["page"],
    }),
  };
  return requests;
}

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
    const { seconds, bytes } = requestFigures();
    seconds.observe({ method, page, status }, took);
    bytes.inc({ page }, Math.max(0, request.socket.bytesWritten - sentBefore));
    log.info({ method, page, status, seconds: took }, "request");
  });
}

/**
 * @param {string} url
 * @param {(url: string) => import("./routes.mjs").Found | null} find
 */
function pageOf(url, find) {
  if (writeOf(url) !== null) return "/writes";
  try {
    return find(url)?.page ?? "none";
  } catch {
    // An address that nobody can decode.
    return "none";
  }
}

/** Tells the server behind the front's figures. */
export async function tellFigures() {
  parentPort?.postMessage({ figures: await register.metrics() }, []);
}

/**
 * Serves the figures of both threads in Prometheus's format at a port of their own, by default for this machine only.
 * @param {number} port
 * @param {import("node:worker_threads").Worker} front
 */
export function serveMetrics(port, front) {
  collectDefaultMetrics();
  const ofFront = () =>
    new Promise((resolve) => {
      front.once("message", ({ figures }) => resolve(figures));
      front.postMessage("figures", []);
    });
  http
    .createServer((request, response) => {
      if (request.method !== "GET" || request.url !== "/metrics") {
        response.writeHead(404).end();
        return;
      }
      Promise.all([register.metrics(), ofFront()]).then(
        (texts) => response.writeHead(200, { "content-type": register.contentType }).end(texts.join("\n")),
        (/** @type {unknown} */ error) => {
          log.error({ err: error }, "Metrics could not be collected");
          response.writeHead(500).end();
        },
      );
    })
    .listen(port, process.env.METRICS_HOST || "127.0.0.1");
}
