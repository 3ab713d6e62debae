import crypto from "node:crypto";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { compress, isCompressible } from "./compress.mjs";
import { edgeHeaders } from "./edge.mjs";

const gunzip = promisify(zlib.gunzip);

/** What is said of a page, the same to everybody. An answer that says anything else isn't kept: it may be of one person. */
const common = new Set([
  "content-type",
  "content-security-policy",
  "x-content-type-options",
  "x-frame-options",
  "referrer-policy",
  "cross-origin-opener-policy",
  "cross-origin-resource-policy",
  "permissions-policy",
  "strict-transport-security",
  "vary",
  "link",
  "x-nextjs-prerender",
  "x-nextjs-stale-time",
  "content-disposition",
  "access-control-allow-origin",
]);
/** What belongs to one sending of it, or is written anew here. */
const ofTheSending = new Set([
  "cache-control",
  "connection",
  "content-length",
  "date",
  "etag",
  "keep-alive",
  "transfer-encoding",
  "x-framewise-stamp",
  "x-nextjs-cache",
]);

/** Of what a vote can change, readers ask each time, and are told in a few bytes that theirs is still the one. */
const askedEachTime = "public, max-age=0, must-revalidate";

/**
 * What Next's Cache-Control says of an answer: how many seconds it may be kept here, and what readers are told.
 * @param {string} [header]
 */
export function lifetimeOf(header = "") {
  const seconds = Number(/\bs-maxage=(\d+)/.exec(header)?.[1] ?? /^public, max-age=(\d+)/.exec(header)?.[1] ?? 0);
  return { seconds, told: header.startsWith("public") ? header : askedEachTime };
}

/** @typedef {"br" | "gzip" | "identity"} Encoding */

/**
 * @typedef {object} WholeAnswer An answer as it goes out, made once.
 * @property {string} etag
 * @property {number} cost bytes
 * @property {(encoding: Encoding | null, state: "HIT" | "STALE") => string[]} head headers in Node's raw form
 * @property {(state: "HIT" | "STALE") => string[]} unchanged those of a 304
 * @property {(encoding: Encoding | null) => Buffer | Promise<Buffer>} body
 */

/**
 * Makes an answer ready for everybody. Null for one that must not be kept.
 * @param {import("./forward.mjs").Answer} answer uncompressed
 * @param {string[]} tags of what it shows
 * @returns {Promise<WholeAnswer | null>}
 */
export async function wholeAnswer({ status, headers, body }, tags) {
  const names = Object.keys(headers);
  const type = headers["content-type"];
  if (status !== 200 || type === undefined) return null;
  if (!names.every((name) => common.has(name) || ofTheSending.has(name))) return null;
  // Files have none of Next.
  const etag = headers.etag ?? `"${crypto.createHash("sha256").update(body).digest("base64url")}"`;
  const weak = etag.startsWith("W/") ? etag : `W/${etag}`;
  const packed = isCompressible(type) && body.length >= 1024;
  const [br, gzip] = packed ? await Promise.all([compress(body, "br"), compress(body, "gzip")]) : [body, body];
  const said = names.flatMap((name) => (common.has(name) ? [name, String(headers[name])] : []));
  const told = ["cache-control", lifetimeOf(headers["cache-control"]).told];
  // Compressed it is another sequence of bytes: only weakly the same.
  const validators = [...told, "etag", weak];
  const heads = (/** @type {"HIT" | "STALE"} */ state) => {
    const from = [
      "cache-status",
      state === "HIT" ? "framewise; hit" : "framewise; hit; detail=stale",
      "x-nextjs-cache",
      state,
      ...edgeHeaders(tags, state === "HIT").flat(),
    ];
    const plain = [...said, ...told, "etag", etag, ...from, "content-length", `${body.length}`];
    const all = [...said, ...validators, ...from];
    const coded = (/** @type {string} */ name, /** @type {Buffer} */ { length }) =>
      packed ? [...all, "content-encoding", name, "content-length", `${length}`] : plain;
    return {
      br: coded("br", br),
      gzip: coded("gzip", gzip),
      identity: plain,
      unchanged: [...validators, "vary", headers.vary ?? "Accept-Encoding", ...from],
    };
  };
  const prepared = { HIT: heads("HIT"), STALE: heads("STALE") };
  return {
    etag: weak,
    cost: (packed ? br.length + gzip.length : body.length) + 8_000,
    head: (encoding, state) => prepared[state][encoding ?? "identity"],
    unchanged: (state) => prepared[state].unchanged,
    // Hardly anybody takes none: for them it is unpacked each time.
    body: (encoding) => (encoding === "br" ? br : encoding === "gzip" || !packed ? gzip : gunzip(gzip)),
  };
}
