import { log } from "../log/log.mjs";
import { compress, encodingFor, isCompressible } from "./compress.mjs";
import { withEarlyStyles } from "./early-styles.mjs";
import { edgeHeaders } from "./edge.mjs";
import { admitScripts, withoutMarker } from "./inline-scripts.mjs";
import { withLateScripts } from "./late-scripts.mjs";
import { hashOf, pagePolicy, secure } from "./policy.mjs";
import { refusalPage, refusalStyle } from "./request-rules.mjs";
import { readStamp, stampHeader } from "./stamp.mjs";
import { backToForm, inPlainWords, outdated, typedFields } from "./typed.mjs";

const broken = {
  status: 500,
  title: "This page could not be shown",
  text: "The fault is ours. Often it passes: try again in a moment.",
};
const away = {
  status: 503,
  title: "The database can't be reached right now",
  text: "What needs no account can still be read. Try again in a minute.",
};
const unreadable = {
  status: 400,
  title: "This request could not be read",
  text: "What was sent is no form of ours, or it was cut off. Go back, reload the page and try again.",
};

/** How the page begins that Next sends where a page said that it isn't there: it is empty until scripts run. */
const blank = '<html id="__next_error__">';

/** Addresses of ours are shorter than this; what is asked for under a longer one is prepared each time. */
const longestKept = 1_024;

/**
 * @typedef {import("../request/outcome.ts").Outcome} Outcome
 *
 * @typedef {object} Options
 * @property {import("./policy.mjs").Site} site
 * @property {string} marker see inline-scripts.mjs
 * @property {ReadonlySet<string>} known
 * @property {ReturnType<typeof import("./early-styles.mjs").readSheets>} sheets the build's style sheets
 * @property {Pick<ReturnType<typeof import("./kept.mjs").keeper>, "get" | "set">} kept answers that were prepared before
 * @property {Buffer | null} notFound the page for what isn't there, which needs no script
 * @property {(id: string) => Outcome} outcome what became of a request
 * @property {boolean} [inside] whether the page memory asks: what only it reads stays
 */

/**
 * Holds what Next answers until it is whole, then sends it with security headers, compressed, and as a page that can
 * be read where Next would send an empty one:
 * - a 5xx becomes a page that needs no script (its own is empty until they run), and a 503 when the database was away;
 *   JSON is left alone;
 * - a "not found" without words becomes our page that says so;
 * - a form that was sent to a page and reached no action of ours was none, or could not be decoded: a 400;
 * - a form whose action this build doesn't have, sent without scripts, gets a page with what was typed;
 * - an action that refused (invalid, forbidden, too often) gets the status that it asked for.
 * Call it before the response is handed on.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} id
 * @param {Options} options
 * @param {Buffer | null} [body] what was sent, of a POST to a page
 */
export function answer(request, response, id, options, body = null) {
  const real = {
    writeHead: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flushHeaders: response.flushHeaders.bind(response),
  };
  const form = request.method === "POST" && request.headers["next-action"] === undefined ? body : null;
  /** @type {Buffer[] | null} Null when the body isn't held: it goes out as it comes. */
  let held = [];
  const url = request.url ?? "";
  let decided = false;
  let ended = false;

  /** Decides, at the first byte, whether to hold the body. */
  const decide = () => {
    if (decided) return;
    decided = true;
    // Next sends `Location` twice for a redirect that it serves from its cache.
    const location = response.getHeader("location");
    if (Array.isArray(location) && location[0] !== undefined) response.setHeader("location", location[0]);
    // The marker stands in the hints to preload as well, and must never be seen.
    const link = response.getHeader("link");
    if (link !== undefined)
      response.setHeader("link", [link].flat().join(", ").replaceAll(`; nonce="${options.marker}"`, ""));
    const stamp = readStamp(response.getHeader(stampHeader));
    if (!options.inside) response.removeHeader(stampHeader);
    // Whether all in it is still right is only known of what is in memory.
    if (stamp && !options.inside && request.method === "GET" && response.statusCode < 400)
      for (const [name, value] of edgeHeaders(stamp.tags, false)) response.setHeader(name, value);
    // Next lets shared caches keep a page for an hour, and no vote could take it from them: they ask each time.
    if (!options.inside && /s-maxage/.test(String(response.getHeader("cache-control"))))
      response.setHeader("cache-control", "public, max-age=0, must-revalidate");
    // After a form was sent, a page that leads elsewhere must not have it sent there again.
    if (request.method === "POST" && response.statusCode === 307) response.statusCode = 303;
    const type = String(response.getHeader("content-type") ?? "");
    if (response.statusCode >= 400 || isCompressible(type)) return;
    held = null;
    secure(response, options.site);
    real.writeHead(response.statusCode);
  };

  /** The answer as it was prepared for the same bytes before, or prepared now. */
  const prepare = async (/** @type {string} */ type, /** @type {"br" | "gzip" | null} */ encoding) => {
    const chunks = held ?? [];
    const etag = response.getHeader("etag");
    // Next's validator is made from the content; path and length make a mistake of it harmless.
    const key =
      typeof etag === "string" && response.statusCode === 200 && url.length <= longestKept
        ? `${encoding} ${etag} ${chunks.reduce((sum, chunk) => sum + chunk.length, 0)} ${url}`
        : null;
    const before = key && options.kept.get(key);
    if (before) return before;
    /** @type {import("./kept.mjs").Prepared} */
    const prepared = { body: Buffer.concat(chunks), policy: null, encoding: null };
    if (type.startsWith("text/html")) {
      const admitted = admitScripts(prepared.body.toString("utf8"), options.marker, options.known);
      const styled = withEarlyStyles(withLateScripts(admitted.html), options.sheets);
      prepared.body = Buffer.from(styled.html);
      prepared.policy = pagePolicy(options.site, { scripts: admitted.hashes, styles: styled.hashes });
    } else if (type.startsWith("text/x-component"))
      prepared.body = Buffer.from(withoutMarker(prepared.body.toString("utf8"), options.marker));
    if (encoding && prepared.body.length >= 1024) {
      prepared.body = await compress(prepared.body, encoding);
      prepared.encoding = encoding;
    }
    if (key) options.kept.set(key, prepared);
    return prepared;
  };

  const finish = async () => {
    const type = String(response.getHeader("content-type") ?? "");
    const outcome = options.outcome(id);
    const { begun, status, retryAfter } = outcome;
    const outside = request.method === "POST" && !begun && !url.startsWith("/api/");
    const unmet = outside && response.statusCode === 200 && type.startsWith("text/html");
    const unknown = form !== null && response.statusCode === 409 && response.hasHeader("x-nextjs-action-not-found");
    // What says when to try again was meant.
    const failed = response.statusCode >= 500 && !type.includes("json") && !response.hasHeader("retry-after");
    if (unknown || failed || unmet) {
      const unavailable = failed && outcome.away === true;
      const fault = { ...broken, text: `${broken.text} If it doesn't, tell us its number: ${id}.` };
      const page = unknown ? outdated : unavailable ? away : request.method === "POST" && !begun ? unreadable : fault;
      if (page === fault) log.error({ request: id, method: request.method }, "A page could not be shown");
      if (unavailable) response.setHeader("retry-after", 30);
      for (const name of ["content-encoding", "etag", "link", "x-nextjs-cache"]) response.removeHeader(name);
      response.statusCode = page.status;
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader("cache-control", "no-store");
      response.setHeader("content-security-policy", pagePolicy(options.site, { styles: [hashOf(refusalStyle)] }));
      secure(response, options.site);
      const typed = form && (await typedFields(form, request.headers["content-type"] ?? ""));
      const text = Buffer.from(
        request.headers["next-action"] === undefined
          ? refusalPage(page, typed ? typed + backToForm(request.url) : "")
          : inPlainWords(response, page),
      );
      response.setHeader("content-length", text.length);
      real.writeHead(page.status);
      real.end(text);
      return;
    }
    if (options.notFound && response.statusCode === 404 && held?.some((chunk) => chunk.includes(blank))) {
      held = [options.notFound];
      for (const name of ["etag", "x-nextjs-cache"]) response.removeHeader(name);
    }
    const bodiless = response.statusCode === 204 || response.statusCode === 304;
    const compressed = bodiless || response.hasHeader("content-encoding") || !isCompressible(type);
    const prepared = await prepare(type, compressed ? null : encodingFor(request.headers["accept-encoding"]));
    if (status !== null && response.statusCode === 200 && !type.includes("json")) response.statusCode = status;
    if (retryAfter !== undefined) response.setHeader("retry-after", retryAfter);
    if (prepared.policy) response.setHeader("content-security-policy", prepared.policy);
    if (prepared.encoding) {
      response.setHeader("content-encoding", prepared.encoding);
      // The same page in another encoding is another sequence of bytes: only weakly the same.
      const etag = response.getHeader("etag");
      if (typeof etag === "string" && !etag.startsWith("W/")) response.setHeader("etag", `W/${etag}`);
    }
    const vary = String(response.getHeader("vary") ?? "");
    if (isCompressible(type) && !/accept-encoding/i.test(vary))
      response.setHeader("vary", vary ? `${vary}, Accept-Encoding` : "Accept-Encoding");
    secure(response, options.site);
    response.removeHeader("transfer-encoding");
    if (!bodiless) response.setHeader("content-length", prepared.body.length);
    real.writeHead(response.statusCode);
    real.end(bodiless ? undefined : prepared.body);
  };

  response.writeHead = function (/** @type {unknown[]} */ ...args) {
    const [status, ...rest] = args;
    if (typeof status === "number") response.statusCode = status;
    const headers = rest.find((part) => typeof part === "object" && part !== null);
    if (Array.isArray(headers)) {
      for (let index = 0; index + 1 < headers.length; index += 2)
        response.setHeader(String(headers[index]), headers[index + 1]);
    } else if (headers) for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    return response;
  };
  response.flushHeaders = () => {};
  response.write = function (/** @type {unknown[]} */ ...args) {
    decide();
    if (held === null) return Reflect.apply(real.write, undefined, args);
    const [chunk, encoding] = args;
    if (typeof chunk === "string")
      held.push(Buffer.from(chunk, typeof encoding === "string" ? /** @type {BufferEncoding} */ (encoding) : "utf8"));
    else if (chunk instanceof Uint8Array) held.push(Buffer.from(chunk));
    const done = args.find((part) => typeof part === "function");
    if (typeof done === "function") process.nextTick(done);
    return true;
  };
  response.end = function (/** @type {unknown[]} */ ...args) {
    if (ended) return response;
    ended = true;
    const done = args.find((part) => typeof part === "function");
    if (typeof done === "function") response.once("finish", /** @type {() => void} */ (done));
    const [chunk, encoding] = args;
    if (chunk !== undefined && chunk !== null && typeof chunk !== "function")
      response.write(chunk, typeof encoding === "string" ? /** @type {BufferEncoding} */ (encoding) : "utf8");
    else decide();
    if (held === null) {
      real.end();
      return response;
    }
    finish().catch((error) => {
      log.error({ err: error, request: id }, "An answer could not be sent");
      response.destroy();
    });
    return response;
  };
}
