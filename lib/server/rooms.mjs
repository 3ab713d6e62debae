import memory from "next/dist/server/lib/incremental-cache/memory-cache.external.js";

// What everybody reads and what anybody can make up (comparisons, addresses that aren't there) are kept in rooms of their
// own: however many of the latter are asked for, the home page and the catalogue stay where they are.

/** @type {typeof memory} Of a CommonJS module Node imports the whole as its default. */
const { getMemoryCache } = Reflect.get(memory, "default") ?? memory;

/** Bytes for each. */
const sizes = { everybodys: 96 << 20, countless: 32 << 20 };

/**
 * Whether there is no end of addresses like this one.
 * @param {string} address a path, perhaps with a query
 */
export function isCountless(address) {
  const [path = "", query] = address.split(/\?(.*)/s, 2);
  // Who asks for a page's data says a key of their own making.
  if (query) return true;
  try {
    return /^\/(compare|decide\/records|shortlist|feed|api|account)\/./.test(decodeURIComponent(path).toLowerCase());
  } catch {
    return true;
  }
}

/**
 * One store of two: what a key and its value say decides where it is kept.
 * @template V
 * @param {{ get: (key: string) => V | undefined, set: (key: string, value: V) => unknown }} everybodys
 * @param {{ get: (key: string) => V | undefined, set: (key: string, value: V) => unknown }} countless
 * @param {(key: string, value: V) => boolean} isOfMany
 */
export function inRooms(everybodys, countless, isOfMany) {
  return {
    get: (/** @type {string} */ key) => everybodys.get(key) ?? countless.get(key),
    set: (/** @type {string} */ key, /** @type {V} */ value) =>
      (isOfMany(key, value) ? countless : everybodys).set(key, value),
  };
}

/**
 * Whether an entry of Next's is one of many: a page by its address, an absence by what it says.
 * @param {string} key `/route-cache/APP_PAGE/<hash>/$/compare/gin-vs-koa`, or a hash, of a read
 * @param {{ value?: any } | undefined} entry
 */
export function isOneOfMany(key, entry) {
  const { value } = entry ?? {};
  if (value?.kind === "FETCH") return value.data?.body === "null";
  const at = key.indexOf("/$/");
  return (value?.status ?? 200) >= 400 || (at >= 0 && isCountless(key.slice(at + 2)));
}

/** Divides Next's memory; once, before Next is there. Its module gives everybody who asks the same one. */
export function makeRooms({ everybodys, countless } = sizes) {
  const cache = getMemoryCache(everybodys);
  const Store = /** @type {new (size: number, sizeOf: unknown) => typeof cache} */ (cache.constructor);
  const many = new Store(countless, Reflect.get(cache, "calculateSize"));
  const one = { get: cache.get.bind(cache), set: cache.set.bind(cache), remove: cache.remove.bind(cache) };
  const rooms = inRooms(one, many, isOneOfMany);
  cache.get = rooms.get;
  cache.set = (key, value) => {
    // What changes its kind, as a page that is gone, must not be found where it was.
    (isOneOfMany(key, value) ? one : many).remove(key);
    return Boolean(rooms.set(key, value));
  };
  cache.remove = (key) => {
    one.remove(key);
    many.remove(key);
  };
  return cache;
}
