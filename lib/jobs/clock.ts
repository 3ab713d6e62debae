import { logFailure } from "../db/outage.ts";
import { traced } from "../trace/traced.mjs";

/** Something that the site does by itself. */
export interface Job {
  /** What its failures are logged under, and what instances know it by: another name is another job. */
  name: string;
  /** Milliseconds between two runs at least; 0 for every look at the clock, on every instance. */
  every: number;
  run: () => Promise<unknown>;
}

export interface Run {
  /** Milliseconds since 1970. */
  began: number;
  seconds: number;
  failed: boolean;
}

/** Whether a job is ours to run now: false when it ran within `every` milliseconds, on this instance or another. */
export type Claim = (job: Job) => Promise<boolean>;

/** Milliseconds between two looks at the clock, when nothing wakes it. */
const look = 10_000;

/** Runs what is due, one job after the other. One that fails is logged and waits for its next time; the others go on. */
export async function runDue(jobs: readonly Job[], claim: Claim): Promise<void> {
  for (const job of jobs) {
    const began = Date.now();
    try {
      if (job.every > 0 && !(await claim(job))) continue;
      await traced({ name: `job: ${job.name}` }, () => job.run());
      lastRuns().set(job.name, { began, seconds: (Date.now() - began) / 1_000, failed: false });
    } catch (error) {
      // Mostly the database is away: a later look finds it again.
      logFailure(error, "A job failed", { job: job.name });
      lastRuns().set(job.name, { began, seconds: (Date.now() - began) / 1_000, failed: true });
    }
  }
}

const state = globalThis as { framewiseClock?: () => void; framewiseRuns?: Map<string, Run> };

/** The last run of each job on this instance. */
export const lastRuns = (): Map<string, Run> => (state.framewiseRuns ??= new Map());

/** Starts the clock, once a process. Returns what makes it look at once: safe to call at any time, it never runs twice at once. */
export function startClock(jobs: readonly Job[], claim: Claim): () => void {
  if (state.framewiseClock) return state.framewiseClock;
  let busy = false;
  let again = false;
  const wake = () => {
    again = true;
    if (busy) return;
    busy = true;
    void (async () => {
      while (again) {
        again = false;
        await runDue(jobs, claim);
      }
      busy = false;
    })();
  };
  state.framewiseClock = wake;
  setInterval(wake, look).unref();
  wake();
  return wake;
}
