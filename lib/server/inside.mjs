import http from "node:http";
import { duplexPair } from "node:stream";

/** Milliseconds that an answer may take. Longer than any statement to the database, so that only what hangs is given up. */
const longest = 30_000;

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {http.IncomingHttpHeaders} headers
 * @property {Buffer} body
 */

/**
 * Asks this very process for an address, without a socket: nobody else can ask in this way, and nothing of whoever
 * wants the page comes along.
 * @param {http.RequestListener} handle
 * @returns {(path: string, etag?: string) => Promise<Answer>} an etag asks whether the page is still that one
 */
export function askInside(handle) {
  const server = http.createServer(handle);
  return (path, etag) =>
    new Promise((resolve, reject) => {
      const [near, far] = duplexPair();
      // A pair knows of the other's end, but not of its being torn down.
      far.once("close", () => far.writableFinished || near.destroy());
      server.emit("connection", far);
      const request = http.get({
        path,
        headers: etag === undefined ? {} : { "if-none-match": etag },
        createConnection: () => near,
        signal: AbortSignal.timeout(longest),
      });
      request.once("error", reject);
      request.once("response", (response) => {
        /** @type {Buffer[]} */
        const chunks = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.once("error", reject);
        response.once("end", () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
        );
      });
    });
}
