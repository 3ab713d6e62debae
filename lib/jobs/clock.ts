/** Something that the site does by itself. */
export interface Job {
  /** What its failures are logged under, and what instances know it by: another name is another job. */
  name: string;
  /** Milliseconds between two runs at least; 0 for every look at the clock, on every instance. */
  every: number;
  run: () => Promise<unknown>;
}

/** Whether a job is ours to run now: false when it ran within `every` milliseconds, on this instance or another. */
export type Claim = (job: Job) => Promise<boolean>;

/** Milliseconds between two looks at the clock, when nothing wakes it. */
const look = 10_000;

/** Runs what is due, one job after the other. One that fails is logged and waits for its next time; the others go on. */
export async function runDue(jobs: readonly Job[], claim: Claim): Promise<void> {
  for (const job of jobs) {
    try {
      if (job.every === 0 || (await claim(job))) await job.run();
    } catch (error) {
      // Mostly the database is away: a later look finds it again.
      console.error(`${job.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

const state = globalThis as { framewiseClock?: () => void };

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
