import { promisify } from "node:util";
import zlib from "node:zlib";
import { compress, isCompressible } from "./compress.mjs";

const gunzip = promisify(zlib.gunzip);

/** What is said of a page, the same to everybody. An answer that says anything else isn't kept: it may be of one person. */
const common = new Set([
  "content-type",
  "content-security-policy",
  "x-content-type-options",
  "x-frame-options",
  "referrer-policy",
  "cross-origin-opener-policy",
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
  "x-framewise-stamp",
  "x-nextjs-cache",
]);

/** Readers ask each time, and are told in a few bytes that theirs is still the one. */
const cacheControl = "public, max-age=0, must-revalidate";

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
 * @param {import("./inside.mjs").Answer} answer uncompressed
 * @returns {Promise<WholeAnswer | null>}
 */
export async function wholeAnswer({ status, headers, body }) {
  const names = Object.keys(headers);
  const type = headers["content-type"];
  const etag = headers.etag;
  if (status !== 200 || type === undefined || etag === undefined) return null;
  if (!names.every((name) => common.has(name) || ofTheSending.has(name))) return null;
  const weak = etag.startsWith("W/") ? etag : `W/${etag}`;
  const packed = isCompressible(type) && body.length >= 1024;
  const [br, gzip] = packed ? await Promise.all([compress(body, "br"), compress(body, "gzip")]) : [body, body];
  const said = names.flatMap((name) => (common.has(name) ? [name, String(headers[name])] : []));
  const validators = ["cache-control", cacheControl, "etag", weak];
  const heads = (/** @type {"HIT" | "STALE"} */ state) => {
    const from = [
      "cache-status",
      state === "HIT" ? "framewise; hit" : "framewise; hit; detail=stale",
      "x-nextjs-cache",
      state,
    ];
    const all = [...said, ...validators, ...from];
    const coded = (/** @type {string} */ name, /** @type {Buffer} */ { length }) =>
      packed
        ? [...all, "content-encoding", name, "content-length", `${length}`]
        : [...all, "content-length", `${length}`];
    return {
      br: coded("br", br),
      gzip: coded("gzip", gzip),
      identity: [...all, "content-length", `${body.length}`],
      unchanged: [...validators, "vary", String(headers.vary ?? "Accept-Encoding"), ...from],
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
