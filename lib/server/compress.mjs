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
 * @param {Buffer} body
 * @param {"br" | "gzip"} encoding
 * @returns {Promise<Buffer>}
 */
export function compress(body, encoding) {
  if (encoding === "gzip") return gzip(body, { level: 6 });
  // Quality 5: about as quick as gzip's 6, and smaller.
  return brotli(body, {
    params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}
