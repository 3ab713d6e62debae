import "server-only";
import { removeExpired } from "../auth/expired.ts";
import { lookForChanges } from "../notices/changes.ts";
import { matureAllDue } from "../people/mutations.ts";
import { markFailed, markSent, removeOldMail, takeDue } from "./queue.ts";
import { mailMode, send } from "./transport.ts";

const state = globalThis as { framewiseMailWorker?: { wake: () => void } };

/** Sends until nothing is due. Every instance may do this at once: a letter is taken by one of them. */
export async function deliverDue(): Promise<void> {
  for (let batch = await takeDue(); batch.length > 0; batch = await takeDue()) {
    for (const { id, letter } of batch) {
      if (!letter) {
        await markFailed(id, "Sealed with another secret.");
        continue;
      }
      try {
        await send(letter);
        await markSent(id);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        console.error(`A letter could not be sent, it is tried again: ${reason}`);
        await markFailed(id, reason);
      }
    }
  }
}

/** Starts sending in the background, once a process. Looks every ten seconds, and whenever `wakeMail` is called. */
export function startMail(): void {
  if (state.framewiseMailWorker) return;
  let busy = false;
  let again = false;
  let cleaned = 0;
  let looked = 0;
  const wake = () => {
    again = true;
    if (busy) return;
    busy = true;
    void (async () => {
      while (again) {
        again = false;
        try {
          if (mailMode() === "smtp") await deliverDue();
          if (Date.now() - looked > 60_000) {
            looked = Date.now();
            await lookForChanges();
          }
          if (Date.now() - cleaned > 3_600_000) {
            cleaned = Date.now();
            await removeOldMail();
            await removeExpired();
            await matureAllDue();
          }
        } catch (error) {
          // The database is away: the next look finds it again.
          console.error(`Mail: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      busy = false;
    })();
  };
  state.framewiseMailWorker = { wake };
  setInterval(wake, 10_000).unref();
  wake();
}

/** Says that a letter was posted, so that it need not wait for the next look. Returns at once. */
export function wakeMail(): void {
  // After the answer is under way: sending must not show in how long it took.
  setTimeout(() => state.framewiseMailWorker?.wake(), 50).unref();
}
