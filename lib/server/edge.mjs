// What caches in front of us (a CDN, Varnish) are told of what everybody may read: by which tags it can be taken from
// them, and how long they may keep it. Long only where we take it from them as it changes (lib/edge): a vote that a
// cache doesn't hear of would stay away for as long as that. Browsers are told nothing else by it.

/** Tags of ours (lib/cache/tags.ts); Next's own say which files a page is made of, and are nobody's business. */
const own = /^(?:catalogue|community|demo|framework:[a-z0-9][a-z0-9.-]*)$/;
/** So many in a header. What shows more frameworks than that is found by what stands for many of them, if it has that. */
const mostTags = 16;

/**
 * The header by which each kind of cache, and no other, is told how long it may keep an answer. Fastly and Cloudflare
 * take it out again; docs/deploy/varnish.vcl does as well.
 */
const lifetimeHeader = /** @type {const} */ ({
  fastly: "surrogate-control",
  cloudflare: "cloudflare-cdn-cache-control",
  varnish: "surrogate-control",
});

/** Seconds: as long as a page goes without being rendered anew, because support dates pass. */
const kept = "max-age=3600, stale-while-revalidate=60, stale-if-error=86400";
const unkept = "max-age=0, must-revalidate";

/** The kinds of caches that can be told to let go of what has a tag. */
export const purgeStyles = /** @type {(keyof typeof lifetimeHeader)[]} */ (Object.keys(lifetimeHeader));

/**
 * The headers by which an answer can be found again: the one's form of Cloudflare, the other's of Fastly and most others.
 * @param {readonly string[]} tags
 * @returns {[string, string][]}
 */
export function tagHeaders(tags) {
  const named = ownTags(tags);
  if (named.length === 0) return [];
  return [
    ["cache-tag", named.join(",")],
    ["surrogate-key", named.join(" ")],
  ];
}

/**
 * The same, with how long a cache in front may keep the answer, where one is told of changes.
 * @param {readonly string[]} tags
 * @param {boolean} isNew whether all that it shows is known to be right. What isn't must be said to be unkept: a cache
 *   that asks whether its answer is still the one would go on by what it was told before.
 * @param {Record<string, string | undefined>} [env]
 * @returns {[string, string][]}
 */
export function edgeHeaders(tags, isNew, env = process.env) {
  const found = tagHeaders(tags);
  const style = purgeStyles.find((one) => env.PURGE_URL && one === env.PURGE_STYLE);
  if (style === undefined) return found;
  return [...found, [lifetimeHeader[style], isNew && found.length > 0 ? kept : unkept]];
}

/** @param {readonly string[]} tags */
function ownTags(tags) {
  const named = tags.filter((tag) => own.test(tag)).toSorted();
  if (named.length <= mostTags) return named;
  // Marked within seconds of each framework (lib/cache/refresh.ts): without it a change could not be told.
  return named.includes("community") ? named.filter((tag) => !tag.startsWith("framework:")) : [];
}
