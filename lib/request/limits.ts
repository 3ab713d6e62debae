import { inWords } from "../text/durations.ts";
import "server-only";
import crypto from "node:crypto";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { dbPool } from "../db/index.ts";
import { Refusal } from "./refusal.ts";

const minute = 60;

/** How often, per account or address, in how many seconds. Counted in PostgreSQL, so all instances share one count. */
export const limits = {
  // Whose tries count against whom is said in lib/auth/limits.ts.
  "sign-in of an account from a browser that it knows": { points: 10, duration: 15 * minute },
  "sign-in of an account from an address": { points: 10, duration: 15 * minute },
  "sign-in of an account": { points: 40, duration: 15 * minute },
  "sign-in from an address": { points: 60, duration: 15 * minute },
  "mail to an account from a browser that it knows": { points: 5, duration: 60 * minute },
  "mail to an account from an address": { points: 5, duration: 60 * minute },
  "mail to an account": { points: 5, duration: 60 * minute },
  "mail to an account that had many": { points: 1, duration: 5 * minute },
  "confirmations to an address": { points: 5, duration: 60 * minute },
  "mail from an address": { points: 30, duration: 60 * minute },
  "second steps of a person": { points: 5, duration: 15 * minute },
  "changes to an account": { points: 20, duration: 15 * minute },
  "suggestions of a person": { points: 30, duration: 24 * 60 * minute },
  "records from an address": { points: 60, duration: 60 * minute },
  "writes of a person": { points: 120, duration: minute },
  "writes from an address": { points: 240, duration: minute },
  "reads of the API from an address": { points: 600, duration: minute },
} as const;

export type LimitName = keyof typeof limits;
export interface Limit {
  name: LimitName;
  /** Whom it is counted for: an e-mail address, a person's id, a network address. Kept as a hash only. */
  key: string;
}

const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiter(name: LimitName): RateLimiterPostgres {
  let found = limiters.get(name);
  if (!found) {
    found = new RateLimiterPostgres({
      storeClient: dbPool(),
      storeType: "pool",
      tableName: "rate_limit",
      tableCreated: true,
      clearExpiredByTimeout: limiters.size === 0,
      keyPrefix: prefixOf(name),
      ...limits[name],
    });
    limiters.set(name, found);
  }
  return found;
}

const prefixOf = (name: LimitName) => name.replaceAll(" ", "-");
const keyOf = (key: string) => crypto.createHash("sha256").update(key).digest("base64url");

/** What is left of a limit after a try. */
export interface Quota {
  allowed: boolean;
  limit: number;
  remaining: number;
  /** Seconds until it starts anew. */
  seconds: number;
}

/** Counts one try on a limit, in one statement, and says what is left of it. */
export async function spend({ name, key }: Limit): Promise<Quota> {
  const { points } = limits[name];
  const quota = (allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Quota => ({
    allowed,
    limit: points,
    remaining: Math.max(0, remainingPoints),
    seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  });
  try {
    return quota(true, await limiter(name).consume(keyOf(key)));
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return quota(false, error);
  }
}

/** Counts one try on each limit. Throws a `Refusal` (429) that says when to try again. */
export async function count(wanted: readonly Limit[]): Promise<void> {
  for (const limit of wanted) {
    const { allowed, seconds } = await spend(limit);
    if (!allowed) throw tooOften(seconds);
  }
}

/** @param seconds until it starts anew */
export const tooOften = (seconds: number) =>
  new Refusal(`That was too often. Try again in ${inWords(seconds * 1_000)}.`, { status: 429, retryAfter: seconds });

/**
 * The general limits of every write, for a statement that counts on them itself (`admit`, lib/session/admit.ts): key, points
 * and milliseconds of each. The person's key lacks the person, whom only the statement finds.
 */
export function generalLimits(address: string): unknown[] {
  const [person, from] = ["writes of a person", "writes from an address"] as const;
  const of = (name: LimitName) => [limits[name].points, limits[name].duration * 1_000];
  return [`${prefixOf(person)}:`, ...of(person), `${prefixOf(from)}:${keyOf(address)}`, ...of(from)];
}

/** Forgets the tries on a limit: who has proved who they are, starts anew. */
export async function forget({ name, key }: Limit): Promise<void> {
  await limiter(name).delete(keyOf(key));
}
