// What a page that Next keeps says of itself to the server in front: when its rendering began, and the tags of what it shows.

/** The header that carries it. Nobody outside ever sees it. */
export const stampHeader = "x-framewise-stamp";

/**
 * @typedef {object} Stamp
 * @property {number} began milliseconds since 1970: nothing in the page was read before
 * @property {string[]} tags
 */

/**
 * @param {number} began
 * @param {string} tags separated by commas
 */
export const writeStamp = (began, tags) => `${began} ${tags}`;

/**
 * @param {unknown} header
 * @returns {Stamp | null} null for what is no stamp: the answer isn't kept then
 */
export function readStamp(header) {
  const [began, tags] = typeof header === "string" ? header.split(" ", 2) : [];
  if (tags === undefined || !/^\d{13}$/.test(began ?? "")) return null;
  return { began: Number(began), tags: tags.split(",").filter(Boolean) };
}
