import "server-only";
import { log } from "../log/log.mjs";
import { traced } from "../trace/traced.mjs";
import { markFailed, markRefused, markSent, takeDue } from "./queue.ts";
import { isRefusedForGood, mailMode, send } from "./transport.ts";

const state = globalThis as { framewiseMailWorker?: { wake: () => void } };

/** Sends until nothing is due, where letters are sent at all. Every instance may do this at once: a letter is taken by one of them. */
export async function deliverDue(): Promise<void> {
  if (mailMode() !== "smtp") return;
  for (let batch = await takeDue(); batch.length > 0; batch = await takeDue()) {
    for (const { id, letter } of batch) {
      if (!letter) {
        await markFailed(id, "Sealed with another secret.");
        continue;
      }
      try {
        await traced({ name: "mail: sending a letter", kind: "client" }, () => send(letter));
        await markSent(id);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const final = isRefusedForGood(error);
        log.error({ reason, final }, "A letter could not be sent");
        await (final ? markRefused : markFailed)(id, reason);
      }
    }
  }
}

/** Says what is to be done when a letter was posted: the site's clock looks at once. */
export function onPosted(wake: () => void): void {
  state.framewiseMailWorker = { wake };
}

/** Says that a letter was posted, so that it need not wait for the next look. Returns at once. */
export function wakeMail(): void {
  // After the answer is under way: sending must not show in how long it took.
  setTimeout(() => state.framewiseMailWorker?.wake(), 50).unref();
}
