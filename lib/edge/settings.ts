import { Problem } from "../process/problem.ts";
import { purgeStyles } from "../server/edge.mjs";

export interface PurgeSettings {
  style: (typeof purgeStyles)[number];
  /** Without a slash at its end. */
  url: string;
  token: string | undefined;
}

/** What the addresses of each look like, for whoever set another one. */
const examples: Record<PurgeSettings["style"], { path: RegExp; like: string }> = {
  fastly: { path: /^\/service\/[\w-]+$/, like: "https://api.fastly.com/service/SERVICE" },
  cloudflare: { path: /^(\/client\/v4)?\/zones\/[\w-]+$/, like: "https://api.cloudflare.com/client/v4/zones/ZONE" },
  varnish: { path: /^$/, like: "http://127.0.0.1:6081" },
};

/**
 * How a cache in front is told to let go of what changed; null where none is. Throws a `Problem` that names the setting
 * that is wrong.
 */
export function purgeSettings(env: Record<string, string | undefined> = process.env): PurgeSettings | null {
  const { PURGE_URL: given, PURGE_STYLE: named, PURGE_TOKEN: token } = env;
  if (!given && !named && !token) return null;
  const style = purgeStyles.find((one) => one === named);
  if (!style) throw new Problem(`PURGE_STYLE is the kind of cache that stands in front: ${purgeStyles.join(", ")}.`);
  const { path, like } = examples[style];
  const url = given && URL.canParse(given) ? new URL(given) : null;
  if (!url || !/^https?:$/.test(url.protocol) || !path.test(url.pathname.replace(/\/$/, "")) || url.search || url.hash)
    throw new Problem(`PURGE_URL is not an address of ${style}. It looks like this: ${like}`);
  if (url.username || url.password) throw new Problem("PURGE_URL has a password in it. That belongs into PURGE_TOKEN.");
  if (style !== "varnish" && !token) throw new Problem(`PURGE_TOKEN is missing: ${style} takes purges only with one.`);
  if (style !== "varnish" && url.protocol === "http:" && !/^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname))
    throw new Problem("PURGE_URL must begin with https://, because PURGE_TOKEN goes there.");
  return { style, url: url.href.replace(/\/$/, ""), token: token || undefined };
}
