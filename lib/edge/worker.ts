import "server-only";
import { logFailure } from "../db/outage.ts";
import { log } from "../log/log.mjs";
import { traced } from "../trace/traced.mjs";
import { askForTags, markPurged, nextDue, putOff, settle, takeDue } from "./queue.ts";
import { purgeSettings } from "./settings.ts";
import { mostTagsOf, NotPurged, purge } from "./vendors.ts";

interface State {
  /** What is still to be noted in the database. */
  asked: Set<string>;
  noting: boolean;
  timer: NodeJS.Timeout | null;
  sending: boolean;
  sent: number;
  failed: number;
}

const kept = globalThis as { framewisePurges?: State };
const state = (): State =>
  (kept.framewisePurges ??= { asked: new Set(), noting: false, timer: null, sending: false, sent: 0, failed: 0 });

/** Milliseconds until the database is asked again that could not be. */
const retryPause = 2_000;

/** Requests to the cache in front since this instance began. */
export function purgesMade(): Pick<State, "sent" | "failed"> {
  const { sent, failed } = state();
  return { sent, failed };
}

/**
 * Has the cache in front let go of what has one of these tags, where there is such a cache. To be called once this instance
 * has marked its own pages. Nobody waits for it.
 */
export function askForPurge(tags: readonly string[]): void {
  if (purgeSettings() === null) return;
  for (const tag of tags) state().asked.add(tag);
  void note();
}

async function note(): Promise<void> {
  const { asked } = state();
  if (state().noting) return;
  state().noting = true;
  while (asked.size > 0) {
    const tags = [...asked];
    asked.clear();
    try {
      await askForTags(tags);
    } catch (error) {
      logFailure(error, "Purges could not be noted");
      for (const tag of tags) asked.add(tag);
      setTimeout(() => void note(), retryPause).unref();
      break;
    }
    soon();
  }
  state().noting = false;
}

/** Sends once what was asked for is due: a little late rather than a little early. */
function soon(seconds = settle): void {
  const send = () => {
    state().timer = null;
    purgeDue().catch((error: unknown) => logFailure(error, "Purges could not be looked up"));
  };
  state().timer ??= setTimeout(send, Math.max(0, seconds) * 1_000 + 50).unref();
}

/** Sends what is due, one request after the other; of several instances the one that takes it. */
export async function purgeDue(): Promise<void> {
  const settings = purgeSettings();
  if (settings === null) return;
  if (state().sending) return soon();
  state().sending = true;
  try {
    for (;;) {
      const batch = await takeDue(mostTagsOf(settings));
      if (batch.length === 0) break;
      const tags = batch.map(({ tag }) => tag);
      try {
        await traced({ name: "purge" }, () => purge(settings, tags));
        state().sent += 1;
      } catch (error) {
        if (!(error instanceof NotPurged)) throw error;
        state().failed += 1;
        const tries = Math.max(...batch.map((one) => one.tries));
        log.error({ reason: error.message, tags: tags.length, tries }, "The cache in front could not be purged");
        return await putOff(tags, error.retryAfter);
      }
      await markPurged(batch);
    }
  } finally {
    state().sending = false;
  }
  // What was asked for meanwhile. Whatever else there is waits for the site's clock.
  const next = await nextDue();
  if (next !== null) soon(next);
}
