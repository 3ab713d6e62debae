import { afterEach, expect, it, vi } from "vitest";
import { type Job, runDue } from "./clock.ts";

afterEach(() => vi.restoreAllMocks());

/** Jobs that write down when they ran. */
function jobsInto(diary: string[], times: Record<string, number>): Job[] {
  return Object.entries(times).map(([name, every]) => ({ name, every, run: async () => diary.push(name) }));
}

it("runs each job at its first look, and then no sooner than its timetable says", async () => {
  const diary: string[] = [];
  const jobs = jobsInto(diary, { mail: 0, notices: 60, cleaning: 3_600 });
  const ran = new Map<string, number>();
  for (const now of [0, 10, 59, 60, 3_600]) {
    diary.push(`at ${now}`);
    await runDue(jobs, ran, () => now);
  }
  expect(diary.join(" ")).toBe(
    "at 0 mail notices cleaning at 10 mail at 59 mail at 60 mail notices at 3600 mail notices cleaning",
  );
});

it("logs a job that fails under its own name, and goes on with the others", async () => {
  const log = vi.spyOn(console, "error").mockImplementation(() => {});
  const diary: string[] = [];
  const jobs: Job[] = [
    { name: "Removing old mail", every: 0, run: () => Promise.reject(new Error("The database is away.")) },
    ...jobsInto(diary, { "Sending mail": 0 }),
  ];
  await runDue(jobs, new Map(), () => 0);
  expect(log.mock.calls).toEqual([["Removing old mail: The database is away."]]);
  expect(diary).toEqual(["Sending mail"]);
});
