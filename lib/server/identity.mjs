// What is cached is given to everybody, so nothing of the request that happened to come first may be in it. Next writes
// the query into the page's data: it gets none. Of the headers it gets those that choose what is sent of a page.

const kept = new Set([
  "accept-encoding",
  "connection",
  "if-none-match",
  "if-modified-since",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
  "next-url",
  "rsc",
]);

/**
 * Takes from a request for a cached page whatever doesn't belong to the page's identity.
 * @param {import("node:http").IncomingMessage} request
 * @param {string} host the host that this site is reached at
 */
export function onlyIdentity(request, host) {
  const [address = "", search = ""] = (request.url ?? "").split(/\?(.*)/s, 2);
  // The key that keeps the data of a page apart from the page in the browser's cache; Next checks it.
  const own = new URLSearchParams(search).get("_rsc");
  request.url = own !== null && /^[\w-]{0,32}$/.test(own) && request.headers.rsc ? `${address}?_rsc=${own}` : address;
  for (const name of Object.keys(request.headers)) if (!kept.has(name)) delete request.headers[name];
  request.headers.host = host;
}
