import { Refusal } from "./refusal.ts";

/**
 * Lets so many works run at once and so many wait. Whoever comes when all places are taken gets a `Refusal` (503) with
 * this sentence.
 */
export function createTurns(running: number, waiting: number, busy: string) {
  let active = 0;
  const queue: (() => void)[] = [];
  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (active >= running) {
      if (queue.length >= waiting) throw new Refusal(busy, { status: 503, retryAfter: 5 });
      await new Promise<void>((resolve) => queue.push(resolve));
    } else active += 1;
    try {
      return await work();
    } finally {
      // The place is handed on, so that nobody can slip in between.
      const nextOne = queue.shift();
      if (nextOne) nextOne();
      else active -= 1;
    }
  };
}
