import crypto from "node:crypto";
import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

const compressible =
  /^(text\/|application\/(json|javascript|problem\+json|manifest\+json|xml|rss\+xml|atom\+xml)|image\/svg\+xml)/;

/** @param {string} type a Content-Type */
export const isCompressible = (type) => compressible.test(type);

/**
 * The encoding to answer with: brotli where it is accepted, else gzip, else none.
 * @param {string | undefined} accepted the Accept-Encoding header
 * @returns {"br" | "gzip" | null}
 */
export function encodingFor(accepted = "") {
  /** @type {Set<string>} */
  const offers = new Set();
  for (const part of accepted.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    if (!parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) offers.add(name);
  }
  if (offers.has("br")) return "br";
  return offers.has("gzip") || offers.has("*") ? "gzip" : null;
}

/**
 * Compresses, and keeps what it compressed: most answers are the same bytes as before (cached pages, scripts, fonts).
 * @param {number} limit bytes of compressed answers to keep
 */
export function compressor(limit = 64 * 1024 * 1024) {
  /** @type {Map<string, Buffer>} In order of last use. */
  const kept = new Map();
  let size = 0;
  return async (/** @type {Buffer} */ body, /** @type {"br" | "gzip"} */ encoding) => {
    const key = `${encoding} ${crypto.createHash("sha1").update(body).digest("base64")}`;
    const found = kept.get(key);
    if (found) {
      kept.delete(key);
      kept.set(key, found);
      return found;
    }
    const made =
      encoding === "br"
        ? await brotli(body, {
            params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length },
          })
        : await gzip(body, { level: 6 });
    if (!kept.has(key)) {
      kept.set(key, made);
      size += made.length;
    }
    for (const [oldest, bytes] of kept) {
      if (size <= limit) break;
      kept.delete(oldest);
      size -= bytes.length;
    }
    return made;
  };
}
