// What is refused before the application sees it. Out of the box, Next answers these with a 500.

const methods = new Set(["GET", "HEAD", "POST", "OPTIONS"]);

/** Longest address that is looked at: far above every address of ours, far below what a parser minds. */
const longest = 16_384;

/** Largest body that is read, in bytes: far above every form of ours. Next's own limit for actions is the same. */
export const largestBody = 1_000_000;

/** What forms and actions send. Anything else is no request of ours. */
const bodyTypes = ["multipart/form-data", "application/x-www-form-urlencoded", "text/plain", "application/json"];

/**
 * @typedef {{ status: number, title: string, text: string, allow?: string, outdated?: boolean }} Refusal
 * @typedef {{ method?: string | undefined, url?: string | undefined, headers?: import("node:http").IncomingHttpHeaders }} Asked
 */

/**
 * Why a request is refused, or null when it may pass.
 * @param {Asked} asked
 * @param {string} siteUrl the address that people reach this site at
 * @param {(url: string) => import("./routes.mjs").Found | null} find what is at an address
 * @returns {Refusal | null}
 */
export function refusal({ method, url, headers = {} }, siteUrl, find) {
  // The API says itself what it doesn't take, as a problem in JSON (lib/api/handler.ts).
  const api = isApi(url) && ["POST", "PUT", "PATCH", "DELETE"].includes(method ?? "");
  if (!methods.has(method ?? "") && !api) return { ...unchangeable, allow: "GET, HEAD, POST, OPTIONS" };
  if (!url || url.length > longest)
    return { status: 414, title: "Address too long", text: "This address is longer than any of ours." };
  const [path = ""] = url.split("?", 1);
  if (!path.startsWith("/")) return malformed;
  try {
    if (decodeURIComponent(path).includes("\u0000")) return malformed;
  } catch {
    return malformed;
  }
  return method === "POST" && !api ? postRefusal(headers, siteUrl, path, find(url)) : null;
}

/**
 * The methods that an address answers: forms are sent to pages, and to what signs people in.
 * @param {string} url
 * @param {import("./routes.mjs").Found | null} found
 */
export const methodsOf = (url, found) =>
  found?.handler && !isSignIn(url) && !isOneClick(url) ? unchangeable.allow : "GET, HEAD, POST, OPTIONS";

const isSignIn = (/** @type {string} */ url) => url.startsWith("/api/auth/");

/**
 * Where mail programs post to so that letters end (RFC 8058): they say no origin, and a token in the address is the proof.
 * @param {string} url
 */
const isOneClick = (url) => /^\/unsubscribe\/[\w-]+(?:\?|$)/.test(url);

/**
 * Whether an address is the API's, however it is written: with no step up, encoded or not, that leads elsewhere.
 * @param {string | undefined} url
 */
export const isApi = (url = "") => /^\/api\/v1(?:\/[\w.-]+)*\/?(?:\?|$)/.test(url) && !/\/\.{1,2}(?:\/|\?|$)/.test(url);

/**
 * @param {import("node:http").IncomingHttpHeaders} headers
 * @param {string} siteUrl
 * @param {string} path
 * @param {import("./routes.mjs").Found | null} found
 * @returns {Refusal | null}
 */
function postRefusal(headers, siteUrl, path, found) {
  if (found?.handler && !isSignIn(path) && !isOneClick(path)) return unchangeable;
  if (!isOneClick(path) && !isOwnOrigin(headers.origin, headers.host, siteUrl))
    return {
      status: 403,
      title: "Sent from another site",
      text: "Forms of this site can only be sent from this site.",
    };
  const length = headers["content-length"];
  if (headers["transfer-encoding"] !== undefined || length === undefined || !/^\d+$/.test(length))
    return { status: 411, title: "Length required", text: "What is sent must say how long it is." };
  if (Number(length) > largestBody)
    return { status: 413, title: "Too large", text: "That is more than any form of this site takes." };
  if (headers["content-encoding"] !== undefined) return unsupported;
  const type = headers["content-type"] ?? "";
  const [name = ""] = type.split(";", 1);
  if (!bodyTypes.includes(name.trim().toLowerCase())) return unsupported;
  if (name.trim().toLowerCase() === "multipart/form-data" && !/boundary="?[^\s"]{1,200}"?\s*(;|$)/i.test(type))
    return unsupported;
  const action = headers["next-action"];
  if (action !== undefined && !/^[0-9a-f]{40,44}$/.test(String(action))) return noAction;
  // Next takes what is neither a form nor an action for a reading of the page, and keeps its failure for everybody.
  if (action === undefined && !isSignIn(path) && !/form/i.test(name)) return noAction;
  return null;
}

/**
 * Whether a browser says that it sends from this site: from its configured address, or from the very host that it
 * asks (localhost under another name). A missing or opaque ("null") origin says nothing, so it is refused.
 * @param {string | undefined} origin
 * @param {string | undefined} host
 * @param {string} siteUrl
 */
export function isOwnOrigin(origin, host, siteUrl) {
  if (!origin || origin === "null" || !URL.canParse(origin)) return false;
  const url = new URL(origin);
  if (url.origin !== origin) return false;
  const site = new URL(siteUrl);
  return origin === site.origin || (url.protocol === site.protocol && url.host === host);
}

const unchangeable = /** @type {const} */ ({
  status: 405,
  title: "Method not allowed",
  text: "This address can only be read.",
  allow: "GET, HEAD, OPTIONS",
});

export const tooManyFields = /** @type {const} */ ({
  status: 413,
  title: "Too many fields",
  text: "That is more than any form of this site has.",
});

const noAction = /** @type {const} */ ({
  status: 400,
  outdated: true,
  title: "No such action",
  text: "The page that sent this is out of date. Reload it and try again.",
});

const malformed = /** @type {const} */ ({
  status: 400,
  title: "Malformed address",
  text: "This address has characters that are not encoded rightly. Perhaps it was cut off when it was copied.",
});

const unsupported = /** @type {const} */ ({
  status: 415,
  title: "Unsupported content",
  text: "What was sent is not in a form that this site reads.",
});

export const refusalStyle =
  ":root{color-scheme:light dark}body{font:1.1rem/1.5 system-ui;max-width:36rem;margin:15vh auto;padding:0 1rem}";

/**
 * A page that needs nothing: no style sheet, no script, no database.
 * @param {{ status: number, title: string, text: string }} refused
 * @param {string} more HTML of ours
 */
export function refusalPage({ status, title, text }, more = "") {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${refusalStyle}</style><h1>${title}</h1><p>${text}</p>${more}<p><a href="/">Framewise</a> · <a href="/frameworks">All frameworks</a></p><p><small>${status}</small></p></html>`;
}
