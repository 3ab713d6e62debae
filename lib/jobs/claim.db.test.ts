import { beforeAll, expect, it } from "vitest";
import { db } from "../db/index.ts";
import { freshDatabase } from "../testing/database.ts";
import { claimJob } from "./claim.ts";
import type { Job } from "./clock.ts";

beforeAll(async () => {
  process.env.DATABASE_URL = await freshDatabase();
});

const job = (name: string, every = 60_000): Job => ({ name, every, run: async () => {} });

it("of thirty instances that ask at once, one gets a job, the first time and every time after", async () => {
  for (let round = 1; round <= 3; round += 1) {
    const won = await Promise.all(Array.from({ length: 30 }, () => claimJob(job("Cleaning"))));
    expect(won.filter(Boolean)).toHaveLength(1);
    await db().$executeRaw`UPDATE job_run SET began_at = began_at - interval '1 minute'`;
  }
});

it("nobody gets a job before its time has passed, and each job has its own", async () => {
  expect([await claimJob(job("Noticing")), await claimJob(job("Noticing"))]).toEqual([true, false]);
  await db().$executeRaw`UPDATE job_run SET began_at = now() - interval '59 seconds' WHERE name = 'Noticing'`;
  expect([await claimJob(job("Noticing")), await claimJob(job("Sending"))]).toEqual([false, true]);
  expect(await claimJob(job("Noticing", 59_000))).toBe(true);
});
