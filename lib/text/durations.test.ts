import { expect, it } from "vitest";
import { day, hour, inWords, minute, second } from "./durations.ts";

it("says how long something is in the unit that people would say", () => {
  expect([second, 40 * second, 89 * second, 90 * second, 10 * minute, 90 * minute].map(inWords)).toEqual([
    "1 second",
    "40 seconds",
    "89 seconds",
    "2 minutes",
    "10 minutes",
    "90 minutes",
  ]);
  expect([2 * hour, day, 25 * hour, 14 * day].map(inWords)).toEqual(["2 hours", "24 hours", "25 hours", "14 days"]);
});
