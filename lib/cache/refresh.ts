import "server-only";
import crypto from "node:crypto";
import { dbPool } from "../db/index.ts";
import { UtcClient } from "../db/pool.ts";
import { keyFor } from "../secrets/tokens.ts";
import { routes } from "../site/routes.ts";

// How a vote reaches the pages that everybody sees. They stay in the cache; what changed is said to every instance
// (NOTIFY), which marks the pages stale and asks for them once, so that they are rendered anew in the background.
// One at a time and with pauses, however many votes come in: a storm of votes is no storm of renders.

const channel = "framewise_changed";
/** Milliseconds between two notices on one framework, and between two renderings of what many share. */
const pause = 1_000;
const sharedPause = 5_000;

/**
 * Milliseconds after the last notice on a framework when it is looked at once more. A rendering that had begun before the
 * change and ended after it is stored as new, with the old numbers in it: only a later look finds that.
 */
const settle = 5_000;

/** Stands for all frameworks: the whole catalogue changed. */
export const everything = "*";

interface State {
  waiting: Map<string, { last: number; timer: NodeJS.Timeout | null }>;
  pairs: Map<string, true>;
  /** Frameworks whose pages are to be rendered anew. */
  changed: Set<string>;
  /** Those to be looked at once more. */
  settling: Map<string, NodeJS.Timeout>;
  /** Frameworks that changed since what many share was rendered anew, and when that was. */
  shared: Set<string>;
  sharedAt: number;
  working: boolean;
  listening: boolean;
}
const kept = globalThis as { framewiseRefresh?: State };
const state = () =>
  (kept.framewiseRefresh ??= {
    waiting: new Map(),
    pairs: new Map(),
    changed: new Set(),
    settling: new Map(),
    shared: new Set(),
    sharedAt: 0,
    working: false,
    listening: false,
  });

/** Says that numbers of a framework changed. Returns at once; call it after the commit. */
export function touched(slug: string): void {
  const { waiting } = state();
  const entry = waiting.get(slug) ?? { last: 0, timer: null };
  waiting.set(slug, entry);
  if (entry.timer) return;
  const wait = Math.max(50, entry.last + pause - Date.now());
  entry.timer = setTimeout(() => {
    entry.timer = null;
    entry.last = Date.now();
    dbPool()
      .query("SELECT pg_notify($1, $2)", [channel, slug])
      .catch((error: unknown) => console.error(`Refresh: ${error instanceof Error ? error.message : String(error)}`));
  }, wait);
  entry.timer.unref();
}

/** Remembers that a comparison is in the cache, to render it anew when one of its frameworks changes. */
export function rememberPair(pair: string): void {
  const { pairs } = state();
  pairs.delete(pair);
  pairs.set(pair, true);
  if (pairs.size > 500) pairs.delete(pairs.keys().next().value ?? "");
}

/** The secret that the process shows itself. */
export function refreshKey(): string {
  return crypto.createHmac("sha256", keyFor("refresh")).update("refresh").digest("hex");
}

const base = () => `http://127.0.0.1:${process.env.PORT ?? 3000}`;

/** Asks our own server; every request costs at most a quarter of the time, so that readers and voters have the rest. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<void> {
  const started = performance.now();
  await (await fetch(base() + path, { headers })).arrayBuffer();
  await new Promise((resolve) => setTimeout(resolve, 3 * (performance.now() - started)));
}

const mark = (query: string) => ask(`/api/refresh?${query}`, { "x-framewise-refresh": refreshKey() });

/**
 * Works off what changed, one page after the other: the frameworks' own pages, and at most every five seconds what shows
 * numbers of many.
 */
async function work(): Promise<void> {
  const { changed, pairs } = state();
  if (state().working) return;
  state().working = true;
  try {
    while (changed.size > 0) {
      const [slug = ""] = changed;
      changed.delete(slug);
      if (slug === everything) {
        await mark("all=1");
        continue;
      }
      await mark(`slug=${encodeURIComponent(slug)}`);
      await ask(routes.framework(slug));
      state().shared.add(slug);
      if (Date.now() - state().sharedAt < sharedPause) continue;
      await refreshShared(pairs);
    }
  } finally {
    state().working = false;
  }
  // What was put off: later, once.
  if (state().shared.size > 0)
    setTimeout(() => {
      if (state().shared.size > 0 && !state().working) refreshShared(pairs).catch(() => {});
    }, sharedPause).unref();
}

function refresh(slug: string): void {
  state().changed.add(slug);
  work().catch(() => {});
}

async function refreshShared(pairs: Map<string, true>): Promise<void> {
  const slugs = new Set(state().shared);
  state().shared.clear();
  state().sharedAt = Date.now();
  await mark("shared=1");
  const stale = [...pairs.keys()].filter((pair) => pair.split("-vs-").some((slug) => slugs.has(slug))).slice(-10);
  for (const path of [routes.frameworks, ...stale.map((pair) => `/compare/${pair}`)]) await ask(path);
}

/** Listens for changes from any instance, for as long as the process lives; reconnects when the database was away. */
export function listenForChanges(): void {
  if (state().listening) return;
  state().listening = true;
  const connect = () => {
    const client = new UtcClient({
      connectionString: process.env.DATABASE_URL,
      application_name: "framewise listener",
    });
    let over = false;
    const again = () => {
      if (over) return;
      over = true;
      client.end().catch(() => {});
      setTimeout(connect, 2_000).unref();
    };
    client.on("error", again);
    client.on("end", again);
    client.on("notification", ({ payload }) => {
      if (!payload) return;
      refresh(payload);
      clearTimeout(state().settling.get(payload));
      const timer = setTimeout(() => {
        state().settling.delete(payload);
        refresh(payload);
      }, settle);
      state().settling.set(payload, timer.unref());
    });
    client
      .connect()
      .then(() => client.query(`LISTEN ${channel}`))
      .catch(again);
  };
  connect();
}
