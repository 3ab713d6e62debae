import fs from "node:fs";
import path from "node:path";

// Which page an address leads to, and whether Next keeps what it rendered for it. Both are read from what the build
// wrote, so next.config.ts (addresses and the keys of their queries) and the pages themselves stay the only place.

/**
 * @typedef {object} Found
 * @property {boolean} cached whether one rendering is kept and given to everybody
 * @property {boolean} handler whether it is a file (a route handler) rather than a page
 * @property {string} [page] its pattern, as the folders of app have it
 * @property {boolean} countless whether anybody can make up any number of such addresses
 *
 * @typedef {{ regex: string, destination: string, has?: { key: string }[] }} Rewrite
 * @typedef {{ rewrites: { beforeFiles: Rewrite[] }, staticRoutes: { page: string }[], dynamicRoutes: { page: string, regex: string }[] }} RoutesManifest
 */

/** Any frameworks can be compared: there are millions of pairs. Of everything else there is as much as is in the catalogue. */
const countless = "[pair]";

/**
 * @param {string} folder the build's folder
 * @returns {(url: string) => Found | null} null for an address that no page has
 */
export function readRoutes(folder) {
  const read = (/** @type {string} */ name) => JSON.parse(fs.readFileSync(path.join(folder, name), "utf8"));
  const { rewrites, staticRoutes, dynamicRoutes } = /** @type {RoutesManifest} */ (read("routes-manifest.json"));
  const prerendered = /** @type {{ routes: object, dynamicRoutes: object }} */ (read("prerender-manifest.json"));
  const cached = new Set([...Object.keys(prerendered.routes), ...Object.keys(prerendered.dynamicRoutes)]);
  const handlers = new Set(
    Object.entries(/** @type {Record<string, string>} */ (read("app-path-routes-manifest.json")))
      .filter(([file]) => file.endsWith("/route"))
      .map(([, page]) => page),
  );
  const fixed = new Set(staticRoutes.map(({ page }) => page));
  const patterns = dynamicRoutes.map(({ page, regex }) => ({ page, regex: new RegExp(regex) }));
  const rules = rewrites.beforeFiles.map(({ regex, destination, has = [] }) => ({
    // Next ignores case in the addresses of next.config.ts, but not in those of pages.
    regex: new RegExp(regex, "i"),
    destination,
    keys: has.map(({ key }) => key),
  }));

  const pageOf = (/** @type {string} */ address, /** @type {URLSearchParams} */ query) => {
    let at = address;
    for (const { regex, destination, keys } of rules) {
      const match = regex.exec(at);
      // As for Next, a key without a value isn't there.
      if (!match || !keys.every((key) => query.getAll(key).length > 1 || query.get(key))) continue;
      const values = match.slice(1);
      at = destination.replaceAll(/:\w+/g, () => values.shift() ?? "");
      break;
    }
    const whole = at.replace(/(?<=.)\/$/, "");
    return fixed.has(whole) ? whole : patterns.find(({ regex }) => regex.test(at))?.page;
  };

  return (url) => {
    const [address = "", search = ""] = url.split(/\?(.*)/s, 2);
    const query = new URLSearchParams(search);
    // Next reads some parts of an address decoded and others as they are: what is cached in either way counts as such.
    const pages = [address, decodeURIComponent(address)].flatMap((form) => pageOf(form, query) ?? []);
    const [first] = pages;
    if (first === undefined) return null;
    return {
      page: first,
      cached: pages.some((page) => cached.has(page)),
      handler: pages.some((page) => handlers.has(page)),
      countless: pages.some((page) => page.includes(countless)),
    };
  };
}
