import "server-only";
import crypto from "node:crypto";
import { dbPool } from "../db/index.ts";
import { logFailure } from "../db/outage.ts";
import { askForPurge } from "../edge/worker.ts";
import { keyFor } from "../secrets/tokens.ts";
import { routes } from "../site/routes.ts";
import { catalogueTag, communityTag, demoTag, frameworkTag } from "./tags.ts";

// How a vote reaches the pages that everybody sees. They stay in the cache; what changed is said to every instance
// (NOTIFY), which marks the pages stale and asks for them once, so that they are rendered anew in the background.
// One at a time and with pauses, however many votes come in: a storm of votes is no storm of renders.

export const channel = "framewise_changed";
/** Milliseconds between two notices on one framework, and between two renderings of what many share. */
const pause = 1_000;
const sharedPause = 5_000;
/** Milliseconds until what failed is tried again. */
const retryPause = 2_000;

/** Stands for all frameworks: the whole catalogue changed. */
export const everything = "*";

/** Stands for whatever was said while nobody listened: all that is kept may be old, and is served until it is new. */
export const missed = "?";

/** Stands for no framework: only what many share changed, such as the log of what moderators decided. */
export const community = "+";

interface State {
  waiting: Map<string, { last: number; timer: NodeJS.Timeout | null }>;
  pairs: Map<string, true>;
  /** Frameworks whose pages are to be rendered anew. */
  changed: Set<string>;
  /** Frameworks that changed since what many share was rendered anew, and when that was. */
  shared: Set<string>;
  sharedAt: number;
  working: boolean;
}
const kept = globalThis as { framewiseRefresh?: State };
const state = (): State =>
  (kept.framewiseRefresh ??= {
    waiting: new Map(),
    pairs: new Map(),
    changed: new Set(),
    shared: new Set(),
    sharedAt: 0,
    working: false,
  });

/** Says that numbers of a framework changed, or what is in its place. Returns at once; call it after the commit. */
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
      .catch((error: unknown) => {
        logFailure(error, "Pages could not be refreshed");
        setTimeout(touched, retryPause, slug).unref();
      });
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

/** Marks what is kept here first: a cache in front that lets go of its copy asks us for another. */
async function mark(query: string, tags: readonly string[]): Promise<void> {
  await ask(`/api/refresh?${query}`, { "x-framewise-refresh": refreshKey() });
  askForPurge(tags);
}

const allTags = [catalogueTag, communityTag, demoTag];

/** Renders anew what a notice stands for. */
async function renew(slug: string): Promise<void> {
  if (slug === everything) return mark("all=1", allTags);
  if (slug === missed) return mark("missed=1", allTags);
  if (slug === community) {
    await mark("shared=1", [communityTag]);
    return ask(routes.integrity);
  }
  await mark(`slug=${encodeURIComponent(slug)}`, [frameworkTag(slug)]);
  await ask(routes.framework(slug));
  state().shared.add(slug);
  if (Date.now() - state().sharedAt >= sharedPause) await refreshShared();
}

/**
 * Works off what changed, one page after the other: the frameworks' own pages, and at most every five seconds what shows
 * numbers of many. What our own server didn't answer, as while it starts, is tried again.
 */
async function work(): Promise<void> {
  const { changed } = state();
  if (state().working) return;
  state().working = true;
  try {
    while (changed.size > 0) {
      const [slug = ""] = changed;
      changed.delete(slug);
      try {
        await renew(slug);
      } catch {
        changed.add(slug);
        return later();
      }
    }
  } finally {
    state().working = false;
  }
  // What was put off: later, once.
  if (state().shared.size > 0)
    setTimeout(() => {
      if (state().shared.size > 0 && !state().working) refreshShared().catch(later);
    }, sharedPause).unref();
}

function later(): void {
  setTimeout(() => void work(), retryPause).unref();
}

/** Has rendered anew what a notice stands for. Returns at once. */
export function refresh(slug: string): void {
  state().changed.add(slug);
  void work();
}

async function refreshShared(): Promise<void> {
  const { pairs, shared } = state();
  const slugs = new Set(shared);
  shared.clear();
  state().sharedAt = Date.now();
  try {
    await mark("shared=1", [communityTag]);
  } catch (error) {
    for (const slug of slugs) shared.add(slug);
    throw error;
  }
  const stale = [...pairs.keys()].filter((pair) => pair.split("-vs-").some((slug) => slugs.has(slug))).slice(-10);
  for (const path of [routes.frameworks, routes.integrity, ...stale.map((pair) => `/compare/${pair}`)]) await ask(path);
}
