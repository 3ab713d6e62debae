import type { PurgeSettings } from "./settings.ts";

/** What one request may carry, and the request, as its maker's documents say. */
interface Vendor {
  mostTags: number;
  request: (settings: PurgeSettings, tags: readonly string[]) => { url: string; init: RequestInit };
  /** Whether an answer that says 200 means it. */
  isDone?: (body: string) => boolean;
}

const vendors: Record<PurgeSettings["style"], Vendor> = {
  // https://www.fastly.com/documentation/reference/api/purging/ : "bulk purge tag", at most 256 keys.
  fastly: {
    mostTags: 256,
    request: ({ url, token = "" }, tags) => ({
      url: `${url}/purge`,
      init: {
        method: "POST",
        headers: { "fastly-key": token, "surrogate-key": tags.join(" "), accept: "application/json" },
      },
    }),
  },
  // https://developers.cloudflare.com/cache/how-to/purge-cache/ : at most 100 tags since August 2026, 30 before.
  cloudflare: {
    mostTags: 30,
    request: ({ url, token = "" }, tags) => ({
      url: `${url}/purge_cache`,
      init: {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        body: JSON.stringify({ tags }),
      },
    }),
    isDone: (body) => (JSON.parse(body) as { success?: unknown }).success === true,
  },
  // vmod_xkey(3), as docs/deploy/varnish.vcl takes it.
  varnish: {
    mostTags: 100,
    request: ({ url, token }, tags) => ({
      url: `${url}/`,
      init: { method: "PURGE", headers: { xkey: tags.join(" "), ...(token && { authorization: `Bearer ${token}` }) } },
    }),
  },
};

/** Milliseconds that a cache may take to answer; less than any pause before the next try (queue.ts). */
const patience = 10_000;

/** Why a cache was not told; `retryAfter` is in seconds, where it said so. */
export class NotPurged extends Error {
  readonly retryAfter: number;

  constructor(reason: string, retryAfter = 0) {
    super(reason);
    this.name = "NotPurged";
    this.retryAfter = retryAfter;
  }
}

export const mostTagsOf = ({ style }: PurgeSettings) => vendors[style].mostTags;

/** Tells the cache to let go of what has one of these tags. Throws `NotPurged`, which says nothing of the token. */
export async function purge(settings: PurgeSettings, tags: readonly string[]): Promise<void> {
  const { request, isDone } = vendors[settings.style];
  const { url, init } = request(settings, tags);
  let response: Response;
  let body: string;
  try {
    // The token must go nowhere else.
    response = await fetch(url, {
      ...init,
      redirect: "error",
      cache: "no-store",
      signal: AbortSignal.timeout(patience),
    });
    body = await response.text();
  } catch (error) {
    const { name, cause } = error as Error;
    const code = (cause as { code?: string } | undefined)?.code;
    throw new NotPurged(name === "TimeoutError" ? "no answer in time" : `no connection${code ? ` (${code})` : ""}`);
  }
  if (!response.ok)
    throw new NotPurged(`answered ${response.status}`, Number(response.headers.get("retry-after")) || 0);
  if (isDone && !means(isDone, body)) throw new NotPurged(`answered ${response.status}, but not that it is done`);
}

function means(isDone: (body: string) => boolean, body: string): boolean {
  try {
    return isDone(body);
  } catch {
    return false;
  }
}
