import http from "node:http";
import net from "node:net";
import { log } from "../log/log.mjs";
import { hasTooManyFields, readBody } from "./body.mjs";
import { clientAddress } from "./client-address.mjs";
import { secure } from "./policy.mjs";
import { refusal, tooManyFields } from "./request-rules.mjs";
import { ours } from "./typed.mjs";

// Small writes that come often have addresses of their own, `/writes/<name>`, for the scripts of our pages: they are taken in
// here, under the rules of every form, and answered by the application without Next (lib/writes). Forms call actions.

/**
 * @typedef {object} Asked
 * @property {string} name
 * @property {Record<string, string>} headers those that the application reads
 * @property {string} body a form, encoded in its address's manner
 *
 * @typedef {object} Written
 * @property {number} status 404 for a name that nobody has
 * @property {string[]} cookies
 * @property {string} body JSON
 * @property {number} [retryAfter] seconds
 *
 * @typedef {(asked: Asked) => Promise<Written>} Write
 */

const folder = "/writes/";

/**
 * The write that an address stands for; null where it is none.
 * @param {string} [url]
 */
export const writeOf = (url = "") =>
  url.startsWith(folder) ? (url.slice(folder.length).split("?", 1)[0] ?? "") : null;

const onlyPost = { status: 405, text: "This address takes votes and the like, and shows nothing.", allow: "POST" };
const noForm = { status: 415, text: "What was sent is not in a form that this site reads." };
const broken = { status: 500, text: "Something broke on our side. Try again in a moment: nothing is done twice." };
const unknown = { status: 404, text: "There is no such address." };

/**
 * @param {{ site: import("./policy.mjs").Site, proxies: number, write: Write }} options
 */
export function writing({ site, proxies, write }) {
  const always = ["cache-control", "no-store", ...securityHeaders(site)];

  /**
   * @param {import("node:http").ServerResponse} response
   * @param {{ status: number, text: string, allow?: string }} refused
   */
  function refuse(response, { status, text, allow }) {
    const headers = ["content-type", "text/plain", ...(allow === undefined ? [] : ["allow", allow])];
    end(response, status, headers, ours(text));
  }

  /**
   * @param {import("node:http").ServerResponse} response
   * @param {number} status
   * @param {string[]} headers names and values in turn
   * @param {string} text
   */
  function end(response, status, headers, text) {
    response.writeHead(status, [...headers, ...always, "content-length", `${Buffer.byteLength(text)}`]);
    response.end(text);
  }

  /**
   * @param {string} name
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  return async function serve(name, request, response) {
    const { headers } = request;
    const type = headers["content-type"] ?? "";
    const isForm = /^application\/x-www-form-urlencoded\b/i.test(type);
    const isPost = request.method === "POST";
    const wrong = isPost ? (isForm ? refusal(request, site.url, () => null) : noForm) : onlyPost;
    if (wrong) {
      // The body is read to its end, unseen: a sender that is cut off would never see this answer.
      request.resume();
      return refuse(response, wrong);
    }
    const body = await readBody(request).catch(() => null);
    // Whoever went away while sending gets no answer, and that is no fault of ours.
    if (body === null) return void response.destroy();
    if (hasTooManyFields(body, type)) return refuse(response, tooManyFields);
    /** @type {Record<string, string>} */
    const said = {
      "x-framewise-address": clientAddress(request.socket.remoteAddress, headers["x-forwarded-for"], proxies),
    };
    for (const header of /** @type {const} */ (["cookie", "host", "referer"]))
      if (headers[header] !== undefined) said[header] = headers[header];
    const written = await write({ name, headers: said, body: body.toString("utf8") }).catch((error) => {
      log.error({ err: error, name }, "A write failed");
      return null;
    });
    if (written === null) return refuse(response, broken);
    if (written.status === 404 && written.body === "") return refuse(response, unknown);
    const own = ["content-type", "application/json; charset=utf-8"];
    for (const cookie of written.cookies) own.push("set-cookie", cookie);
    if (written.retryAfter !== undefined) own.push("retry-after", `${written.retryAfter}`);
    end(response, written.status, own, written.body);
  };
}

/**
 * What `secure` sets on such an answer, as names and values in turn.
 * @param {import("./policy.mjs").Site} site
 */
function securityHeaders(site) {
  const response = new http.ServerResponse(new http.IncomingMessage(new net.Socket()));
  secure(response, site);
  return Object.entries(response.getHeaders()).flatMap(([name, value]) => [name, String(value)]);
}

/** @returns {Promise<Written>} */
export async function writeHere(/** @type {Asked} */ asked) {
  const { framewiseWrite } = /** @type {{ framewiseWrite?: Write }} */ (globalThis);
  if (!framewiseWrite) throw new Error("The application takes no writes yet");
  return framewiseWrite(asked);
}

/**
 * Sends what is said in one turn of this thread as one message: under load that is many.
 * @template T
 * @param {import("node:worker_threads").MessagePort} port
 */
function together(port) {
  /** @type {T[]} */
  let said = [];
  return (/** @type {T} */ one) => {
    if (said.push(one) > 1) return;
    setImmediate(() => {
      port.postMessage(said, []);
      said = [];
    });
  };
}

/**
 * Asks another thread, over a port of its own.
 * @param {import("node:worker_threads").MessagePort} port
 * @returns {Write}
 */
export function writeThere(port) {
  let last = 0;
  /** @type {Map<number, { resolve: (written: Written) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  port.on("message", (/** @type {{ id: number, written?: Written, failed?: string }[]} */ answers) => {
    for (const { id, written, failed } of answers) {
      const one = waiting.get(id);
      waiting.delete(id);
      if (written) one?.resolve(written);
      else one?.reject(new Error(failed));
    }
  });
  const ask = together(port);
  return (asked) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      ask({ id: last, asked });
    });
}

/**
 * Answers the other thread.
 * @param {import("node:worker_threads").MessagePort} port
 */
export function takeWrites(port) {
  const say = together(port);
  port.on("message", (/** @type {{ id: number, asked: Asked }[]} */ wanted) => {
    for (const { id, asked } of wanted)
      writeHere(asked).then(
        (written) => say({ id, written }),
        (/** @type {unknown} */ error) => say({ id, failed: String(error) }),
      );
  });
}
