import "server-only";
import { db } from "../db/index.ts";
import type { Claim } from "./clock.ts";

/**
 * Takes a job for this instance, in one statement: of several that ask at once, one gets it. By the database's clock, the only
 * one that they share.
 */
export const claimJob: Claim = async ({ name, every }) => {
  const taken = await db().$executeRaw`
    INSERT INTO job_run AS run (name) VALUES (${name})
    ON CONFLICT (name) DO UPDATE SET began_at = now()
    WHERE run.began_at <= now() - ${every} * interval '1 millisecond'`;
  return taken === 1;
};
