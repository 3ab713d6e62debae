import { costOf } from "./costs.mjs";
import { createGate } from "./gate.mjs";
import { secure } from "./policy.mjs";
import { escape } from "./typed.mjs";

/**
 * @typedef {import("./request-rules.mjs").Refusal & { retryAfter: number, more: string }} Delayed
 */

/**
 * Lets what takes long to make wait for its turn; returns why not now, or null when it may be made. Call it before
 * anything else takes hold of the response.
 * @param {ReturnType<typeof createGate>} [gate]
 */
export function expensive(gate = createGate()) {
  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   * @param {Pick<import("./routes.mjs").Found, "cached"> | null} found
   * @param {{ address: string, local: boolean }} from where it comes from; this machine itself has no limit
   * @returns {Promise<Delayed | null>}
   */
  return async function admit(request, response, found, { address, local }) {
    const url = request.url ?? "";
    const cost = request.method === "GET" ? costOf(url, found) : null;
    if (cost === null) return null;
    const gone = new AbortController();
    response.once("close", () => gone.abort());
    const pass = await gate.enter(address, local ? 0 : cost, gone.signal);
    if ("status" in pass) return delayed(pass, url);
    // It ends with the making, not with the sending: a slow reader keeps nobody waiting.
    const end = response.end.bind(response);
    response.end = /** @type {typeof response.end} */ (
      (/** @type {Parameters<typeof response.end>} */ ...args) => {
        pass.leave(response.getHeader("x-nextjs-cache") === "HIT" || response.statusCode === 304);
        return end(...args);
      }
    );
    response.once("close", () => pass.leave(false));
    return null;
  };
}

/**
 * The same for the API, whose answers are problems in JSON that any page may read.
 * @param {import("node:http").ServerResponse} response
 * @param {Delayed} delayed
 * @param {import("./policy.mjs").Site} site
 */
export function sendProblem(response, { status, title, text, retryAfter }, site) {
  response.setHeader("content-type", "application/problem+json; charset=utf-8");
  response.setHeader("cache-control", "no-store");
  response.setHeader("access-control-allow-origin", "*");
  response.setHeader("retry-after", retryAfter);
  secure(response, site);
  response.writeHead(status);
  response.end(JSON.stringify({ type: "about:blank", title, status, detail: text }));
}

/**
 * @param {import("./gate.mjs").Refused} refused
 * @param {string} url
 * @returns {Delayed}
 */
function delayed({ status, seconds }, url) {
  const wait = `Try again in ${seconds === 1 ? "a second" : `${seconds} seconds`}`;
  const texts = {
    429: {
      title: "That was a lot at once",
      text: `Your network asked for more comparisons, decisions, searches, pictures and exports than one may have in a minute. ${wait}: nothing that you chose is lost.`,
    },
    503: {
      title: "Very busy right now",
      text: `More comparisons, decisions, searches, pictures and exports are wanted at this moment than can be made. ${wait}: nothing that you chose is lost.`,
    },
  };
  return { status, ...texts[status], retryAfter: seconds, more: chosen(url) };
}

/**
 * What was chosen or typed: it is in the address, which is asked for again as it is.
 * @param {string} url
 */
function chosen(url) {
  const [path = "/", search = ""] = url.split(/\?(.*)/s, 2);
  const fields = [...new URLSearchParams(search)].filter(([name, value]) => value !== "" && name !== "_rsc");
  const list = fields.map(([name, value]) => `<li>${escape(name)}: ${escape(value)}</li>`).join("");
  const query = new URLSearchParams(fields).toString();
  const again = `/${path.replace(/^[/\\]+/, "")}${query ? `?${query}` : ""}`;
  return `<p><a href="${escape(again)}">Try again</a></p>${list ? `<h2>What you chose</h2><ul>${list}</ul>` : ""}`;
}
