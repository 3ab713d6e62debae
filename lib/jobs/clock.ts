/** Something that the site does by itself. */
export interface Job {
  /** What its failures are logged under. */
  name: string;
  /** Milliseconds between two runs at least; 0 for every look at the clock. */
  every: number;
  run: () => Promise<unknown>;
}

/** Milliseconds between two looks at the clock, when nothing wakes it. */
const look = 10_000;

/**
 * Runs what is due, one job after the other. One that fails is logged and waits for its next time; the others go on.
 * @param ran when each job ran last, by its name
 */
export async function runDue(jobs: readonly Job[], ran: Map<string, number>, now: () => number): Promise<void> {
  for (const { name, every, run } of jobs) {
    const last = ran.get(name);
    if (last !== undefined && now() - last < every) continue;
    ran.set(name, now());
    try {
      await run();
    } catch (error) {
      // Mostly the database is away: a later look finds it again.
      console.error(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

const state = globalThis as { framewiseClock?: () => void };

/** Starts the clock, once a process. Returns what makes it look at once: safe to call at any time, it never runs twice at once. */
export function startClock(jobs: readonly Job[]): () => void {
  if (state.framewiseClock) return state.framewiseClock;
  const ran = new Map<string, number>();
  let busy = false;
  let again = false;
  const wake = () => {
    again = true;
    if (busy) return;
    busy = true;
    void (async () => {
      while (again) {
        again = false;
        await runDue(jobs, ran, Date.now);
      }
      busy = false;
    })();
  };
  state.framewiseClock = wake;
  setInterval(wake, look).unref();
  wake();
  return wake;
}
