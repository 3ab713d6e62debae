/**
 * A bounded place for what is kept: the least recently used goes first.
 * @template {{ cost: number }} T
 * @param {number} limit bytes
 */
export function room(limit) {
  /** @type {Map<string, T>} In order of last use. */
  const kept = new Map();
  let size = 0;
  const drop = (/** @type {string} */ key) => {
    size -= kept.get(key)?.cost ?? 0;
    kept.delete(key);
  };
  return {
    get(/** @type {string} */ key) {
      const found = kept.get(key);
      if (found) {
        kept.delete(key);
        kept.set(key, found);
      }
      return found;
    },
    set(/** @type {string} */ key, /** @type {T} */ entry) {
      drop(key);
      kept.set(key, entry);
      size += entry.cost;
      for (const oldest of kept.keys()) {
        if (size <= limit) break;
        drop(oldest);
      }
    },
    drop,
    values: () => kept.values(),
    get size() {
      return size;
    },
  };
}
