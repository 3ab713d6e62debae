import "server-only";
import crypto from "node:crypto";
import pg from "pg";
import { keyFor } from "../auth/tokens.ts";
import { dbPool } from "../db/index.ts";
import { routes } from "../site.ts";

// How a vote reaches the pages that everybody sees. They stay in the cache; what changed is said to every instance
// (NOTIFY), which marks the pages stale and asks for them once, so that they are rendered anew in the background.
// At most one of it per framework and second: a storm of votes is no storm of renders.

const channel = "framewise_changed";
const pause = 1_000;

interface State {
  waiting: Map<string, { last: number; timer: NodeJS.Timeout | null }>;
  pairs: Map<string, true>;
  listening: boolean;
}
const kept = globalThis as { framewiseRefresh?: State };
const state = () => (kept.framewiseRefresh ??= { waiting: new Map(), pairs: new Map(), listening: false });

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

async function refresh(slug: string): Promise<void> {
  const base = `http://127.0.0.1:${process.env.PORT ?? 3000}`;
  const marked = await fetch(`${base}/api/refresh?slug=${encodeURIComponent(slug)}`, {
    headers: { "x-framewise-refresh": refreshKey() },
  });
  if (!marked.ok || slug === "*") return;
  const pairs = [...state().pairs.keys()].filter((pair) => pair.split("-vs-").includes(slug)).slice(-20);
  const paths = [routes.framework(slug), routes.frameworks, ...pairs.map((pair) => `/compare/${pair}`)];
  for (const path of paths) await (await fetch(base + path)).arrayBuffer();
}

/** Listens for changes from any instance, for as long as the process lives; reconnects when the database was away. */
export function listenForChanges(): void {
  if (state().listening) return;
  state().listening = true;
  const connect = () => {
    const client = new pg.Client({
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
      if (payload) refresh(payload).catch(() => {});
    });
    client
      .connect()
      .then(() => client.query(`LISTEN ${channel}`))
      .catch(again);
  };
  connect();
}
