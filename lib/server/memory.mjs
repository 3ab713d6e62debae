import { setTimeout as wait } from "node:timers/promises";
import { log } from "../log/log.mjs";
import { encodingFor } from "./compress.mjs";
import { room } from "./room.mjs";
import { readStamp, stampHeader } from "./stamp.mjs";
import { lifetimeOf, wholeAnswer } from "./whole-answer.mjs";

// Public pages as they go out, so that a reader costs nothing but the sending. What is kept is asked for by ourselves,
// never made from anybody's request: an address is all that a reader can choose.

/** Milliseconds that a page goes on being sent after a change of what it shows, while it is rendered anew. */
const grace = 4_000;
/** Milliseconds that a reader waits at most for a page that is older than that; the old one is better than none. */
const patience = 3_000;
/** Milliseconds until a page is asked for again that can't be had just now, as while the database is away. */
const retry = 1_000;
/** Milliseconds after which a page is looked at without any change: what Next keeps ends by time as well. */
const longest = 60_000;
/** Addresses that were read once and are kept when they are read again. */
const mostSeen = 2_000;

/** An address as we write it. In another spelling it is Next's: the same page must not fill the memory many times. */
const ownSpelling = /^\/(?:[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*)?$/;
/** Longer than any address of ours that anybody reads twice. */
const longestPath = 200;
const ofAVisit = [
  "rsc",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
  "next-action",
];

/**
 * @typedef {object} Page
 * @property {import("./whole-answer.mjs").WholeAnswer} answer
 * @property {string | undefined} upstream Next's own validator
 * @property {Set<string>} tags
 * @property {number} began nothing in it was read before
 * @property {number} goodUntil what it shows is known to be right until then
 * @property {number} leaveUntil until then it is sent as it is, because nothing better can be had
 * @property {number} cost
 *
 * @typedef {object} Options
 * @property {(path: string, etag?: string) => Promise<import("./forward.mjs").Answer>} ask
 * @property {number} [everybodys] bytes for the pages of which there are only so many
 * @property {number} [countless] bytes for addresses that anybody can make up: they never take the others' place
 * @property {() => number} [now]
 * @property {(request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse, state: "HIT" | "STALE") => void} [sent]
 *   hears of each answer as it begins to go out
 */

/** @param {Options} options */
export function pageMemory({ ask, everybodys = 64 << 20, countless = 32 << 20, now = Date.now, sent }) {
  const rooms = [room(everybodys), room(countless)].map((one) => /** @type {ReturnType<typeof room<Page>>} */ (one));
  const [few, many] = /** @type {[typeof rooms[0], typeof rooms[0]]} */ (rooms);
  /** @type {Map<string, number>} When what a tag stands for changed last. */
  const marks = new Map();
  /** @type {Map<string, Promise<void>>} */
  const loading = new Map();
  /** @type {Map<string, boolean>} What is to be loaded in the background, and whether there are countless of its kind. */
  const waiting = new Map();
  /** @type {Set<string>} */
  const seen = new Set();
  /** @type {Map<string, import("./whole-answer.mjs").Encoding | null>} */
  const encodings = new Map();
  let working = false;

  const find = (/** @type {string} */ path) => few.get(path) ?? many.get(path);

  /** Asks until the page is new, or nothing better is to be had. */
  async function load(/** @type {string} */ path, /** @type {boolean} */ isCountless) {
    const place = isCountless ? many : few;
    let page = find(path);
    for (let pause = 25; pause <= 1_600; pause *= 2) {
      const answer = await ask(path, page?.upstream).catch(() => null);
      if (answer === null || answer.status >= 500) break;
      const stamp = readStamp(answer.headers[stampHeader]);
      const whole = answer.status === 304 && page ? page.answer : await wholeAnswer(answer, stamp?.tags ?? []);
      const lifetime = lifetimeOf(answer.headers["cache-control"]).seconds * 1_000;
      if (whole === null || stamp === null || lifetime === 0) return place.drop(path);
      const isNew =
        answer.headers["x-nextjs-cache"] !== "STALE" && stamp.tags.every((tag) => (marks.get(tag) ?? 0) < stamp.began);
      page = {
        answer: whole,
        upstream: answer.headers.etag,
        tags: new Set(stamp.tags),
        began: stamp.began,
        goodUntil: isNew ? now() + Math.min(lifetime, longest) : stamp.began,
        leaveUntil: 0,
        cost: whole.cost + 2 * path.length,
      };
      place.set(path, page);
      if (isNew) return;
      await wait(pause);
    }
    if (page) page.leaveUntil = now() + retry;
  }

  const once = (/** @type {string} */ path, /** @type {boolean} */ isCountless) => {
    const under = loading.get(path) ?? load(path, isCountless).finally(() => loading.delete(path));
    loading.set(path, under);
    return under;
  };

  /** Loads what waits, one after the other, resting as long as each took: readers and writers have the other half. */
  async function work() {
    if (working) return;
    working = true;
    for (const [path, isCountless] of waiting) {
      waiting.delete(path);
      const page = find(path);
      if (page && now() < Math.max(page.goodUntil, page.leaveUntil)) continue;
      const started = performance.now();
      await once(path, isCountless).catch((error) => log.error({ err: error, path }, "A page could not be kept"));
      await wait(Math.min(500, performance.now() - started));
    }
    working = false;
  }

  const later = (/** @type {string} */ path, /** @type {boolean} */ isCountless) => {
    waiting.set(path, isCountless);
    void work();
  };

  const encodingOf = (/** @type {string | undefined} */ accepted = "") => {
    let encoding = encodings.get(accepted);
    if (encoding === undefined) {
      encoding = encodingFor(accepted);
      if (encodings.size > 200) encodings.clear();
      encodings.set(accepted, encoding);
    }
    return encoding;
  };

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   * @param {Page} page
   */
  function send(request, response, { answer, goodUntil }) {
    const { headers } = request;
    const state = now() < goodUntil ? "HIT" : "STALE";
    sent?.(request, response, state);
    const condition = headers["if-none-match"];
    if (condition !== undefined && (condition.trim() === "*" || condition.includes(answer.etag.slice(2)))) {
      response.writeHead(304, answer.unchanged(state));
      response.end();
      return;
    }
    const encoding = encodingOf(headers["accept-encoding"]);
    response.writeHead(200, answer.head(encoding, state));
    const body = answer.body(encoding);
    if (body instanceof Promise) body.then((bytes) => response.end(bytes)).catch(() => response.destroy());
    else response.end(body);
  }

  return {
    /**
     * Sends what is kept for an address, if it may be sent as it is.
     * @param {string} path
     * @param {import("node:http").IncomingMessage} request
     * @param {import("node:http").ServerResponse} response
     */
    give(path, request, response) {
      if (!isReading(request)) return false;
      const page = find(path);
      if (!page) return false;
      const at = now();
      if (at >= page.goodUntil && at >= page.leaveUntil) {
        if (at >= page.goodUntil + grace) return false;
        later(path, few.get(path) === undefined);
      }
      send(request, response, page);
      return true;
    },

    /**
     * The same for a page that was read before and is too old: the reader waits for the new one.
     * @param {string} path
     * @param {import("node:http").IncomingMessage} request
     * @param {import("node:http").ServerResponse} response
     */
    async giveNew(path, request, response) {
      if (this.give(path, request, response)) return true;
      if (!isReading(request) || !find(path)) return false;
      await Promise.race([once(path, few.get(path) === undefined), wait(patience, undefined, { ref: false })]);
      const page = find(path);
      if (page) send(request, response, page);
      return page !== undefined;
    },

    /**
     * Hears that Next answered a reading of what it keeps: the page is loaded, one of countless when it is read again.
     * @param {string} path of `pathOf`
     * @param {boolean} isCountless
     */
    read(path, isCountless) {
      if (find(path)) return;
      if (isCountless && !seen.has(path)) {
        seen.add(path);
        if (seen.size > mostSeen) seen.delete(seen.values().next().value ?? "");
        return;
      }
      seen.delete(path);
      later(path, isCountless);
    },

    /**
     * What these tags stand for changed.
     * @param {string[]} tags
     * @param {number} at
     * @param {boolean} waits whether readers wait for the new page at once
     */
    mark(tags, at, waits) {
      for (const tag of tags) marks.set(tag, at);
      for (const place of rooms)
        for (const page of place.values())
          if (page.began <= at && tags.some((tag) => page.tags.has(tag)))
            page.goodUntil = Math.min(page.goodUntil, waits ? 0 : at);
    },

    /** Bytes that are kept. */
    get size() {
      return few.size + many.size;
    },
  };
}

/** @param {import("node:http").IncomingMessage} request */
function isReading({ method, headers }) {
  return (method === "GET" || method === "HEAD") && ofAVisit.every((name) => headers[name] === undefined);
}

/**
 * The address that a request reads, under which it may be kept, without a query: pages that are kept have none.
 * @param {import("node:http").IncomingMessage} request
 * @returns {string | null} null when it is no plain reading, or of an address in another spelling
 */
export function pathOf(request) {
  const [path = ""] = (request.url ?? "").split("?", 1);
  return isReading(request) && path.length <= longestPath && ownSpelling.test(path) ? path : null;
}
