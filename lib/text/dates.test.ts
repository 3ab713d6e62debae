import { expect, it } from "vitest";
import { dayOf, hasBegun, isPartialDate, minuteOf } from "./dates.ts";

it("says days and minutes in UTC, and midnight as 00", () => {
  expect(dayOf("2026-11-21T00:05:00Z")).toBe("Nov 21, 2026");
  expect(dayOf("2026-11-21T23:55:00Z")).toBe("Nov 21, 2026");
  expect(minuteOf("2026-11-21T00:05:00Z")).toBe("Nov 21, 2026, 00:05 UTC");
  expect(minuteOf("2026-11-21T16:05:00Z")).toBe("Nov 21, 2026, 16:05 UTC");
});

it("knows years, months and days that there are from those that there aren't", () => {
  for (const good of ["2026", "2026-02", "2024-02-29", "2026-12-31", "1999-01-01"])
    expect(isPartialDate(good), good).toBe(true);
  for (const bad of [
    "2026-02-31",
    "2025-02-29",
    "2026-13",
    "2026-00",
    "2026-04-31",
    "2026-1-1",
    "26",
    "",
    "2026-02-",
    "x2026",
  ])
    expect(isPartialDate(bad), bad).toBe(false);
});

it("what hasn't begun anywhere on Earth is in the future, at the precision that it is said in", () => {
  const now = new Date("2026-11-30T09:59:00Z");
  for (const begun of ["2026", "2026-11", "2026-11-30", "1999-12-31"]) expect(hasBegun(begun, now), begun).toBe(true);
  for (const ahead of ["2027", "2026-12", "2026-12-01", "2099-12-31"]) expect(hasBegun(ahead, now), ahead).toBe(false);
  expect(hasBegun("2026-12-01", new Date("2026-11-30T10:00:00Z"))).toBe(true);
});
