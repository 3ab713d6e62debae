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
  /** @type {Map<string, Prepared>} In order of last use. */
  const kept = new Map();
  let size = 0;
  /** What an entry costs: its body, its key (two bytes a letter), and what a map needs besides. */
  const costOf = (/** @type {string} */ key, /** @type {Prepared} */ { body }) => body.length + 2 * key.length + 500;
  return {
    get(/** @type {string} */ key) {
      const found = kept.get(key);
      if (found) {
        kept.delete(key);
        kept.set(key, found);
      }
      return found;
    },
    set(/** @type {string} */ key, /** @type {Prepared} */ prepared) {
      const before = kept.get(key);
      size += costOf(key, prepared) - (before ? costOf(key, before) : 0);
      kept.delete(key);
      kept.set(key, prepared);
      for (const [oldest, entry] of kept) {
        if (size <= limit) break;
        kept.delete(oldest);
        size -= costOf(oldest, entry);
      }
    },
    get size() {
      return size;
    },
  };
}
