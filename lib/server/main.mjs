// The production server: Next behind a few rules. Plain JavaScript, so that nothing has to be compiled to start it.
import crypto from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { MessageChannel, Worker } from "node:worker_threads";
import next from "next";
import { log } from "../log/log.mjs";
import { formTargets } from "../providers/providers.mjs";
import { startTracing } from "../trace/start.mjs";
import { traced } from "../trace/traced.mjs";
import { answer } from "./answer.mjs";
import { hasTooManyFields, readBody, unread } from "./body.mjs";
import { clientAddress, isLocal } from "./client-address.mjs";
import { cookieProof } from "./cookie-proof.mjs";
import { readSheets } from "./early-styles.mjs";
import { expensive, sendProblem } from "./expensive.mjs";
import { forwarder, fromFront } from "./forward.mjs";
import { onlyIdentity } from "./identity.mjs";
import { builtScripts } from "./inline-scripts.mjs";
import { keeper } from "./kept.mjs";
import { serveMetrics } from "./metrics.mjs";
import { hashOf, pagePolicy, secure } from "./policy.mjs";
import { isApi, methodsOf, refusal, refusalPage, refusalStyle, tooManyFields } from "./request-rules.mjs";
import { inRooms, isCountless, makeRooms } from "./rooms.mjs";
import { readRoutes } from "./routes.mjs";
import { times } from "./times.mjs";
import { inPlainWords } from "./typed.mjs";
import { takeWrites, writeHere, writeOf, writing } from "./writes.mjs";

// Started by the launcher: when that is gone (even by kill -9), its channel closes and so do we.
process.on("disconnect", () => process.exit(0));

// Before anything is there to be measured.
const stopTracing = await startTracing();
const port = Number(process.env.PORT ?? 3000);
const dev = process.env.NODE_ENV === "development";
makeRooms();
// Where Next asks itself for the page that an action leads to. It would go by X-Forwarded-Proto, and we speak no TLS.
process.env.__NEXT_PRIVATE_ORIGIN = `http://localhost:${port}`;
const app = next({ dev, port, hostname: "localhost" });
await app.prepare();
const handle = app.getRequestHandler();

const siteUrl = process.env.SITE_URL ?? `http://localhost:${port}`;
const site = { url: siteUrl, formTargets: formTargets() };
const proxies = Number(process.env.TRUST_PROXY ?? 0);
/**
 * Where the application says what became of a request (lib/request/outcome.ts), by its id: it runs in this process, but in
 * modules of its own.
 * @type {Map<string, import("./answer.mjs").Outcome>}
 */
const outcomes = new Map();
/** @type {{ framewiseOutcomes?: typeof outcomes }} */ (globalThis).framewiseOutcomes = outcomes;
const built = path.join(process.cwd(), ".next");
const find = dev ? () => null : readRoutes(built);
const options = {
  site,
  marker: crypto
    .createHash("sha256")
    .update(`script marker ${process.env.NEXTAUTH_SECRET ?? crypto.randomUUID()}`)
    .digest("hex"),
  known: builtScripts(path.join(built, "server", "app")),
  sheets: dev ? new Map() : readSheets(built),
  // A key ends with the address. The pages that most read are in the front's memory, so little room does.
  kept: inRooms(keeper(24 << 20), keeper(8 << 20), (key) => isCountless(key.slice(key.lastIndexOf(" ") + 1))),
  notFound: dev ? null : fs.readFileSync(path.join(built, "server", "app", "_not-found.html")),
  outcome: (/** @type {string} */ id) => outcomes.get(id) ?? { begun: false, status: null },
};

/** What the page memory asks for goes through once: what is prepared for it is kept there, not here. */
const insideOptions = { ...options, kept: keeper(0), inside: true };
const admit = expensive();
/** In development, where no front stands before this server. */
const write = writing({ site, proxies, write: writeHere });

/**
 * @param {http.IncomingMessage} request
 * @param {http.ServerResponse} response
 * @param {import("./request-rules.mjs").Refusal & Partial<import("./expensive.mjs").Delayed>} refused
 */
function refuse(request, response, refused) {
  const called = request.headers["next-action"] !== undefined;
  const page = called ? inPlainWords(response, refused) : refusalPage(refused, refused.more);
  if (!called) response.setHeader("content-type", "text/html; charset=utf-8");
  if (refused.retryAfter) response.setHeader("retry-after", refused.retryAfter);
  response.setHeader("content-security-policy", pagePolicy(site, { styles: [hashOf(refusalStyle)] }));
  secure(response, site);
  response.setHeader("cache-control", "no-store");
  if (refused.allow) response.setHeader("allow", refused.allow);
  // The body is read to its end, unseen: a sender that is cut off would never see this answer.
  request.resume();
  response.writeHead(refused.status);
  response.end(page);
}

/**
 * @param {http.IncomingMessage} incoming
 * @param {http.ServerResponse} response
 * @param {import("./answer.mjs").Options} how
 */
async function serve(incoming, response, how) {
  let request = incoming;
  const written = dev ? writeOf(request.url) : null;
  if (written !== null) return write(written, request, response);
  const refused = refusal(request, siteUrl, find);
  if (refused) return refuse(request, response, refused);
  const url = request.url ?? "";
  const found = find(url);
  if (request.method === "OPTIONS" && !isApi(url)) {
    secure(response, site);
    request.resume();
    response.writeHead(204, { allow: methodsOf(url, found) });
    response.end();
    return;
  }
  // Before a cached page's request loses all that it says of whoever sent it.
  const from = {
    address: clientAddress(request.socket.remoteAddress, request.headers["x-forwarded-for"], proxies),
    local: isLocal(request),
  };
  // The same answer as to GET, to the last header; Node leaves its body out.
  if (request.method === "HEAD") request.method = "GET";
  if (request.method !== "GET") for (const name of ["if-none-match", "if-modified-since"]) delete request.headers[name];
  else if (found?.cached) onlyIdentity(request, new URL(siteUrl).host);
  let body = null;
  if (request.method === "POST" && !isApi(url)) {
    body = await readBody(request);
    if (hasTooManyFields(body, request.headers["content-type"] ?? "")) return refuse(request, response, tooManyFields);
    request = unread(request, body);
  }
  const delayed = how.inside ? null : await admit(request, response, found, from);
  if (delayed) return isApi(url) ? sendProblem(response, delayed, site) : refuse(request, response, delayed);
  const id = crypto.randomUUID();
  // What the application may believe of a request; whatever the sender claims of it is overwritten.
  const local = isLocal(request);
  request.headers["x-framewise-address"] = clientAddress(
    request.socket.remoteAddress,
    request.headers["x-forwarded-for"],
    proxies,
  );
  request.headers["x-framewise-local"] = local ? "1" : "0";
  request.headers["x-framewise-request"] = id;
  delete request.headers["x-forwarded-host"];
  if (request.headers.origin === new URL(siteUrl).origin) request.headers.host = new URL(siteUrl).host;
  if (!dev) {
    delete request.headers["content-security-policy-report-only"];
    request.headers["content-security-policy"] = `script-src 'nonce-${options.marker}'`;
    answer(request, response, id, how, body);
  }
  outcomes.set(id, { begun: false, status: null });
  const closed = new Promise((resolve) => response.once("close", resolve));
  response.once("close", () => outcomes.delete(id));
  const proof = cookieProof(request, siteUrl.startsWith("https:"));
  if (proof) response.setHeader("set-cookie", proof);
  const method = incoming.method ?? "";
  const page = found?.page ?? "none";
  /** @type {Record<string, string>} */
  const attributes = { "http.request.method": method, "http.route": page, "framewise.request.id": id };
  // What the front's memory asks for itself, and what it had not.
  if (found?.cached) attributes["framewise.cache"] = how.inside ? "load" : "miss";
  await traced({ name: `${method} ${page}`, kind: "server", attributes }, async (note) => {
    await handle(request, response);
    await closed;
    note({ "http.response.status_code": response.statusCode });
  });
}

const metrics = Number(process.env.METRICS_PORT || 0);

/** Known to the front only, so that nobody else reaches this server, or tells it where a request came from. */
const secret = crypto.randomBytes(32).toString("hex");
// The front waits for slow clients, and decides how long a connection is kept.
const inward = { ...times, headersTimeout: 0, requestTimeout: 0, keepAliveTimeout: 0, maxHeaderSize: 32_768 };

const server = http.createServer(dev ? times : inward, (request, response) => {
  const front = dev ? { inside: false } : fromFront(request, secret);
  if (front === null) {
    request.socket.destroy();
    return;
  }
  serve(request, response, front.inside ? insideOptions : options).catch((/** @type {unknown} */ error) => {
    // Whoever went away while sending gets no answer, and that is no fault of ours.
    if (!request.complete && request.destroyed) return;
    log.error({ err: error }, "A request failed");
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
});

/** Milliseconds that an instance waits for its database. Without one it answers all the same, as far as it can. */
const patience = 10_000;

/**
 * Until this instance can do all that it is for. Before that it opens no port: a proxy gives whoever comes to another.
 * @param {number} at the port behind the front
 */
async function readyOrLate(at) {
  const inside = forwarder({ port: at, secret });
  const isWell = async (/** @type {string} */ page) => (await inside.ask(page).catch(() => null))?.status === 200;
  for (const began = Date.now(); Date.now() - began < patience; await wait(50))
    // The first page is the dearest: code is read, connections are opened. Better now than while somebody waits.
    if ((await isWell("/readyz")) && (await isWell("/"))) return;
}

/** @type {Worker | null} */
let front = null;
if (dev) server.listen(port);
else
  server.listen(0, "127.0.0.1", () => {
    const address = /** @type {import("node:net").AddressInfo} */ (server.address());
    void readyOrLate(address.port).then(() => closing || openFront(address.port));
  });

/** @param {number} behind the port behind it */
function openFront(behind) {
  const { port1: ours, port2: writes } = new MessageChannel();
  takeWrites(ours);
  const workerData = { listenOn: port, port: behind, secret, measured: metrics > 0, site, proxies, writes };
  front = new Worker(new URL("./front.mjs", import.meta.url), { workerData, transferList: [writes] });
  front.once("error", (error) => {
    log.fatal({ err: error }, "The front ended");
    process.exit(1);
  });
  front.once("exit", (code) => void stopTracing().then(() => process.exit(code)));
  if (metrics) serveMetrics(metrics, front);
}

/** @type {{ framewiseMarked?: import("./page-cache.mjs").Marked }} */ (globalThis).framewiseMarked = (
  tags,
  at,
  waits,
) => front?.postMessage({ tags, at, waits }, []);

let closing = false;
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    // Requests under way are finished; idle connections end at once.
    if (front) front.postMessage("close", []);
    else server.close(() => process.exit(0));
    if (dev) server.closeIdleConnections();
    setTimeout(() => process.exit(0), 8_000).unref();
  });
}
