import http from "node:http";

// How the front (front.mjs) hands requests on to the server behind it, in the same process. Only the front knows the
// secret: what it says of a request, nobody else can say.

/** The secret, and the address that a request came from. */
const frontHeader = "x-framewise-front";
/** Marks what the page memory asks for. */
const insideHeader = "x-framewise-inside";
/** What is between two neighbours only, or ours to say. */
const unpassed = new Set([
  "connection",
  "expect",
  "keep-alive",
  "proxy-connection",
  "te",
  "trailer",
  "upgrade",
  frontHeader,
  insideHeader,
]);
/** Milliseconds that an answer for the memory may take: longer than any statement to the database. */
const longest = 30_000;

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {http.IncomingHttpHeaders} headers
 * @property {Buffer} body
 *
 * @typedef {{ port: number, secret: string }} Behind
 */

/** Names and values in turn, as Node keeps them raw, without what isn't passed on. */
const passed = (/** @type {string[]} */ raw) =>
  raw.flatMap((name, index) =>
    index % 2 === 0 && !unpassed.has(name.toLowerCase()) ? [name, raw[index + 1] ?? ""] : [],
  );

/** @param {Behind} behind */
export function forwarder({ port, secret }) {
  const agent = new http.Agent({ keepAlive: true, maxFreeSockets: 256 });
  const to = { host: "127.0.0.1", port, agent };

  return {
    /**
     * Hands a request on, and its answer back as it comes.
     * @param {http.IncomingMessage} request
     * @param {http.ServerResponse} response
     * @param {(answer: http.IncomingMessage) => void} [heard]
     */
    pass(request, response, heard) {
      const headers = passed(request.rawHeaders);
      if (request.headers.host === undefined) headers.push("host", "");
      headers.push(frontHeader, `${secret} ${request.socket.remoteAddress ?? ""}`);
      const { method, url: path } = request;
      const onward = http.request({ ...to, method, path, headers });
      onward.once("response", (answer) => {
        heard?.(answer);
        response.writeHead(answer.statusCode ?? 500, answer.statusMessage, passedBack(answer.rawHeaders));
        answer.once("error", () => response.destroy());
        answer.pipe(response);
      });
      onward.once("error", () => response.destroy());
      // Whoever went away wants no answer.
      response.once("close", () => response.writableFinished || onward.destroy());
      request.pipe(onward);
    },

    /**
     * Asks for an address for the memory, with nothing of whoever wants the page.
     * @param {string} path
     * @param {string} [etag] asks whether the page is still that one
     * @returns {Promise<Answer>}
     */
    ask(path, etag) {
      const headers = {
        [frontHeader]: `${secret} `,
        [insideHeader]: "1",
        ...(etag === undefined ? {} : { "if-none-match": etag }),
      };
      return new Promise((resolve, reject) => {
        const onward = http.get({ ...to, path, headers, signal: AbortSignal.timeout(longest) });
        onward.once("error", reject);
        onward.once("response", (answer) => {
          /** @type {Buffer[]} */
          const chunks = [];
          answer.on("data", (chunk) => chunks.push(chunk));
          answer.once("error", reject);
          answer.once("end", () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks) }),
          );
        });
      });
    },
  };
}

const passedBack = (/** @type {string[]} */ raw) => {
  const kept = passed(raw);
  const coded = kept.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === "transfer-encoding");
  if (coded !== -1) kept.splice(coded, 2);
  return kept;
};

/**
 * Takes from a request what the front says of it, and gives its connection the address that it came from.
 * @param {http.IncomingMessage} request
 * @param {string} secret
 * @returns {{ inside: boolean } | null} null when it isn't from the front
 */
export function fromFront(request, secret) {
  const [given = "", address = ""] = String(request.headers[frontHeader] ?? "").split(" ", 2);
  if (given !== secret) return null;
  const inside = request.headers[insideHeader] === "1";
  delete request.headers[frontHeader];
  delete request.headers[insideHeader];
  if (request.headers.host === "") delete request.headers.host;
  Object.defineProperty(request.socket, "remoteAddress", { value: address || undefined, configurable: true });
  return { inside };
}
