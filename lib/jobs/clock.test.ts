import { afterEach, expect, it, vi } from "vitest";
import { log } from "../log/log.mjs";
import { type Job, lastRuns, runDue } from "./clock.ts";

afterEach(() => vi.restoreAllMocks());

/** Jobs that write down when they ran. */
function jobsInto(diary: string[], times: Record<string, number>): Job[] {
  return Object.entries(times).map(([name, every]) => ({ name, every, run: async () => diary.push(name) }));
}

it("runs what is due at every look, and of the rest what it may claim, in the order of the timetable", async () => {
  const diary: string[] = [];
  const jobs = jobsInto(diary, { mail: 0, notices: 60, cleaning: 3_600 });
  await runDue(jobs, async ({ name }) => name === "cleaning");
  expect(diary).toEqual(["mail", "cleaning"]);
});

it("logs a job that fails, or can't be claimed, under its own name, and goes on with the others", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  const diary: string[] = [];
  const jobs: Job[] = [
    { name: "Removing old mail", every: 60, run: () => Promise.reject(new Error("The database is away.")) },
    ...jobsInto(diary, { "Sending mail": 0, Noticing: 60 }),
  ];
  await runDue(jobs, async ({ name }) => {
    if (name === "Noticing") throw new Error("Nobody answers.");
    return true;
  });
  expect(logged.mock.calls).toMatchObject([
    [{ job: "Removing old mail", err: { message: "The database is away." } }, "A job failed"],
    [{ job: "Noticing", err: { message: "Nobody answers." } }, "A job failed"],
  ]);
  expect(["Removing old mail", "Noticing"].map((name) => lastRuns().get(name)?.failed)).toEqual([true, true]);
  expect(diary).toEqual(["Sending mail"]);
});
