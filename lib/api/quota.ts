import { log } from "../log/log.mjs";
import { inWords } from "../text/durations.ts";
import "server-only";
import { isAway } from "../db/errors.ts";
import { limits, type Quota, spend } from "../request/limits.ts";

const name = "reads of the API from an address";
const { points, duration } = limits[name];

export const quotaText = `${points} requests per ${inWords(duration * 1_000)} and address`;

/** Milliseconds without counting after the database could not be reached: nobody waits for it at every request. */
const pause = 5_000;

let resumeAt = 0;

/** Counts a request. Reading goes on without a limit while the database is away: what is in the cache still serves. */
export async function takeQuota(networkAddress: string): Promise<Quota> {
  const open: Quota = { allowed: true, limit: points, remaining: points, seconds: duration };
  if (Date.now() < resumeAt) return open;
  try {
    return await spend({ name, key: networkAddress });
  } catch (error) {
    resumeAt = Date.now() + pause;
    if (!isAway(error)) log.error({ err: error }, "The quota could not be counted");
    return open;
  }
}
