import cache from "next/dist/server/lib/incremental-cache/file-system-cache.js";
import { tagsManifest } from "next/dist/server/lib/incremental-cache/tags-manifest.external.js";
import { stampHeader, writeStamp } from "./stamp.mjs";

/** @type {typeof cache} Of a CommonJS module Node imports the whole as its default. */
const FileSystemCache = Reflect.get(cache, "default") ?? cache;
const tagsHeader = "x-next-cache-tags";

/**
 * @typedef {{ lastModified?: number }} Entry
 * @typedef {(tags: string[], at: number, waits: boolean) => void} Marked what lib/server/main.mjs is told by: which tags,
 *   since when, and whether what has them must not be sent any more
 */

/**
 * Next's own cache (next.config.ts: cacheHandler), with two differences. What is kept counts as old as the beginning of
 * its rendering: Next takes the end, so that a page with numbers read before a change, and finished after it, passed for
 * new. And every page carries when that was and its tags, so that the server in front can keep it (memory.mjs).
 */
export default class PageCache extends FileSystemCache {
  /** Next makes one for each request: nothing that it stores was read before. */
  began = Date.now();

  /** @override @type {InstanceType<typeof cache>["get"]} */
  async get(key, context) {
    const entry = await super.get(key, context);
    const value = entry?.value;
    // What the build rendered came here by no rendering of ours.
    if (value && "headers" in value && value.headers)
      value.headers[stampHeader] ??= writeStamp(entry.lastModified ?? 0, String(value.headers[tagsHeader] ?? ""));
    return entry;
  }

  /** @override @type {InstanceType<typeof cache>["set"]} */
  async set(key, data, context) {
    let rendered = String(data?.kind) === "FETCH";
    if (data && "headers" in data && data.headers && data.headers[stampHeader] === undefined) {
      rendered = true;
      data.headers[stampHeader] = writeStamp(this.began, String(data.headers[tagsHeader] ?? ""));
    }
    const stored = super.set(key, data, context);
    /** @type {Entry | undefined} */
    const entry = rendered ? Reflect.get(FileSystemCache, "memoryCache")?.get(key) : undefined;
    // One before: what is marked in the very millisecond of the beginning is old.
    if (entry) entry.lastModified = this.began - 1;
    return stored;
  }

  /** @override @type {InstanceType<typeof cache>["revalidateTag"]} */
  async revalidateTag(given, durations) {
    await super.revalidateTag(given, durations);
    const tags = [given].flat();
    const at = Math.max(...tags.map((tag) => tagsManifest.get(tag)?.[durations ? "stale" : "expired"] ?? 0));
    const { framewiseMarked } = /** @type {{ framewiseMarked?: Marked }} */ (globalThis);
    framewiseMarked?.(tags, at, !durations || durations.expire === 0);
  }
}
