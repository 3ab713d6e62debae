// What takes long to make, of which anybody can make up any number: whole points, about ten milliseconds each.

/**
 * Addresses by their path; `cached` says of which of a page's two forms it is: the one that everybody gets, or the one
 * that is rendered for a query.
 * @type {{ path: RegExp, points: number, cached?: boolean }[]}
 */
const costs = [
  { path: /^\/compare\/[^/]+$/, points: 3 },
  { path: /^\/compare$/, cached: false, points: 1 },
  { path: /^\/compare\/[^/]+\/markdown$/, points: 2 },
  { path: /^\/compare\/[^/]+\/card\.png$/, points: 8 },
  { path: /^\/decide$/, cached: false, points: 4 },
  { path: /^\/decide\/card\.png$/, points: 8 },
  { path: /^\/decide\/questions$/, cached: false, points: 1 },
  { path: /^\/decide\/records\//, points: 2 },
  { path: /^\/decide\/(record|save)$/, points: 2 },
  { path: /^\/frameworks$/, cached: false, points: 2 },
  { path: /^\/frameworks\/export$/, points: 2 },
  { path: /^\/search$/, points: 1 },
  { path: /^\/account\/export$/, points: 3 },
  // Counted by the API's own quota; here they only wait for their turn.
  { path: /^\/api\/v1\/(comparisons|decisions|dump)(\/|$)/, points: 0 },
];

/**
 * What an address costs; null when it is one of those that everybody reads, or cheap.
 * @param {string} url
 * @param {Pick<import("./routes.mjs").Found, "cached"> | null} found
 */
export function costOf(url, found) {
  if (found === null) return null;
  const [address = ""] = url.split("?", 1);
  const path = decodeURIComponent(address)
    .toLowerCase()
    .replace(/(?<=.)\/$/, "");
  const known = costs.find((one) => one.path.test(path) && (one.cached === undefined || one.cached === found.cached));
  return known ? known.points : null;
}
