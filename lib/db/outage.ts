import "server-only";
import { log, told } from "../log/log.mjs";
import { isAway, isCutOff } from "./errors.ts";
import { dbPool } from "./index.ts";

/** Milliseconds between two looks at whether the database answers again. */
const look = 2_000;

interface Outage {
  began: number;
  failed: number;
}

const kept = globalThis as { framewiseOutage?: Outage | null };

/**
 * Logs what failed. A database that is away fails everything that is asked of it, hundreds of times in a second: that is
 * one line when it begins, and one with their number when it answers again.
 */
export function logFailure(error: unknown, what: string, more: object = {}): void {
  const outage = kept.framewiseOutage;
  if (outage && isAway(error)) outage.failed += 1;
  else if (isCutOff(error)) begin(error, { ...more, what });
  else log.error({ err: error, ...more }, what);
}

function begin(error: unknown, more: object): void {
  const { stack: _, ...reason } = told(error);
  log.warn({ reason, ...more }, "The database can't be reached");
  const outage = { began: Date.now(), failed: 1 };
  kept.framewiseOutage = outage;
  void untilItAnswers().then(() => {
    kept.framewiseOutage = null;
    log.warn(
      { failed: outage.failed, seconds: (Date.now() - outage.began) / 1_000 },
      "The database can be reached again",
    );
  });
}

async function untilItAnswers(): Promise<void> {
  let answers = false;
  while (!answers) {
    await new Promise((resolve) => setTimeout(resolve, look).unref());
    answers = await dbPool()
      .query("SELECT 1")
      .then(
        () => true,
        () => false,
      );
  }
}
