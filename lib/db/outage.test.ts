import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { log } from "../log/log.mjs";
import { logFailure } from "./outage.ts";

const database = vi.hoisted(() => ({ query: vi.fn() }));
vi.mock("./index.ts", () => ({ dbPool: () => database }));

const coded = (code: string, message = "no") => Object.assign(new Error(message), { code });
const waited = new Error("timeout exceeded when trying to connect");
const refused = coded("ECONNREFUSED", "connect ECONNREFUSED 127.0.0.1:5432");
let lines: unknown[][];

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  lines = [];
  for (const level of ["warn", "error"] as const)
    vi.spyOn(log, level).mockImplementation((...said: unknown[]) => void lines.push([level, ...said]));
});
afterEach(async () => {
  database.query.mockResolvedValue({});
  await vi.advanceTimersByTimeAsync(10_000);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

it("a database that is away is one line when it begins and one when it answers again, whatever fails meanwhile", async () => {
  database.query.mockRejectedValue(refused);
  logFailure(refused, "An action failed", { job: "Sending mail" });
  for (const code of ["57P03", "57P01", "08006", "P2028"]) logFailure(coded(code), "An action failed");
  for (let vote = 0; vote < 300; vote += 1) logFailure(refused, "A network could not be noted");
  await vi.advanceTimersByTimeAsync(7_000);
  const begun = [
    "warn",
    {
      reason: { type: "Error", code: "ECONNREFUSED", message: refused.message },
      what: "An action failed",
      job: "Sending mail",
    },
    "The database can't be reached",
  ];
  expect(lines).toEqual([begun]);
  database.query.mockResolvedValue({});
  await vi.advanceTimersByTimeAsync(1_000);
  expect(lines).toEqual([begun, ["warn", { failed: 305, seconds: 8 }, "The database can be reached again"]]);
  logFailure(waited, "An action failed");
  expect(lines[2]).toMatchObject(["warn", { reason: { message: waited.message } }, begun[2]]);
});

it("everything else is told in full, also while the database is away, and so is one that answers and can't do it", () => {
  const [fault, slow] = [new Error("ours"), coded("57014", "canceling statement due to statement timeout")];
  logFailure(slow, "An action failed");
  logFailure(refused, "An action failed");
  logFailure(fault, "A job failed", { job: "Cleaning" });
  expect([lines[0], lines[2]]).toEqual([
    ["error", { err: slow }, "An action failed"],
    ["error", { err: fault, job: "Cleaning" }, "A job failed"],
  ]);
});
