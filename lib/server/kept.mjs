import { room } from "./room.mjs";

/**
 * @typedef {object} Prepared An answer as it goes out.
 * @property {Buffer} body
 * @property {string | null} policy the Content-Security-Policy, when it belongs to this very page
 * @property {"br" | "gzip" | null} encoding
 */

/**
 * Answers that were prepared before, the most recently used ones: most are the same bytes again (scripts, the data of pages).
 * @param {number} limit bytes
 */
export function keeper(limit = 32 << 20) {
  /** @type {ReturnType<typeof room<{ prepared: Prepared, cost: number }>>} */
  const kept = room(limit);
  return {
    get: (/** @type {string} */ key) => kept.get(key)?.prepared,
    /** What an entry costs: its body, its key (two bytes a letter), and what a map needs besides. */
    set(/** @type {string} */ key, /** @type {Prepared} */ prepared) {
      kept.set(key, { prepared, cost: prepared.body.length + 2 * key.length + 500 });
    },
    get size() {
      return kept.size;
    },
  };
}
