import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { log } from "../log/log.mjs";

// What takes long to make is made one at a time, because one processor renders anyway, with a rest as long as each took:
// whoever reads what is ready has at least half of the time, whatever others ask for. Counted in this process alone, so
// that reading goes on while the database is away.

/**
 * @typedef {object} Pass
 * @property {(wasKept: boolean) => void} leave to be called once the answer is made; what was kept costs nothing
 *
 * @typedef {{ status: 429 | 503, seconds: number }} Refused
 */

/**
 * @param {object} [options]
 * @param {number} [options.points] what a network may have in `duration` seconds
 * @param {number} [options.duration]
 * @param {number} [options.waiting] so many wait at most, and so many of one network
 * @param {number} [options.waitingOfOne]
 * @param {number} [options.patience] milliseconds after which who waits is told to come again
 * @param {number} [options.longest] milliseconds after which the next begins, whatever became of the one before
 * @param {number} [options.rest] how much of the time that one took it is quiet afterwards
 */
export function createGate({
  points = 400,
  duration = 60,
  waiting = 60,
  waitingOfOne = 10,
  patience = 15_000,
  longest = 8_000,
  rest = 1,
} = {}) {
  const limiter = new RateLimiterMemory({ points, duration });
  /** Who waits, by network, the network whose turn it is first. @type {Map<string, (() => void)[]>} */
  const queues = new Map();
  let count = 0;
  let busy = false;

  /** Lets the next one in: of the networks that wait, each in turn. */
  function goOn() {
    busy = false;
    for (const [network, queue] of queues) {
      queues.delete(network);
      const first = queue.shift();
      if (queue.length > 0) queues.set(network, queue);
      if (!first) continue;
      count -= 1;
      busy = true;
      first();
      return;
    }
  }

  /** @param {string} network @param {AbortSignal} gone */
  async function turn(network, gone) {
    if (!busy) {
      busy = true;
      return true;
    }
    const queue = queues.get(network) ?? [];
    if (count >= waiting || queue.length >= waitingOfOne) return false;
    queues.set(network, queue);
    count += 1;
    return new Promise((/** @type {(isIn: boolean) => void} */ resolve) => {
      const enter = () => {
        clearTimeout(timer);
        gone.removeEventListener("abort", giveUp);
        resolve(true);
      };
      const giveUp = () => {
        clearTimeout(timer);
        const at = queue.indexOf(enter);
        if (at < 0) return;
        queue.splice(at, 1);
        count -= 1;
        resolve(false);
      };
      const timer = setTimeout(giveUp, patience);
      gone.addEventListener("abort", giveUp, { once: true });
      queue.push(enter);
    });
  }

  return {
    /**
     * Waits for a turn. The limit is asked first, so that who is over it doesn't wait for nothing.
     * @param {string} network
     * @param {number} cost points; none where something else counts
     * @param {AbortSignal} gone when nobody waits for the answer any more
     * @returns {Promise<Pass | Refused>}
     */
    async enter(network, cost, gone) {
      if (cost > 0) {
        try {
          await limiter.consume(network, cost);
        } catch (error) {
          if (!(error instanceof RateLimiterRes)) throw error;
          return { status: 429, seconds: Math.max(1, Math.ceil(error.msBeforeNext / 1_000)) };
        }
      }
      if (!(await turn(network, gone))) {
        if (cost > 0) await limiter.reward(network, cost);
        return { status: 503, seconds: 5 };
      }
      const began = performance.now();
      let over = false;
      const leave = (/** @type {boolean} */ wasKept) => {
        if (over) return;
        over = true;
        clearTimeout(timer);
        if (wasKept && cost > 0)
          limiter.reward(network, cost).catch((error) => log.warn({ err: error }, "A limit could not be given back"));
        setTimeout(goOn, wasKept ? 0 : Math.min(longest, rest * (performance.now() - began)));
      };
      const timer = setTimeout(leave, longest, false);
      return { leave };
    },
  };
}
