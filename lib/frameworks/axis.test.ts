import { expect, it } from "vitest";
import { marksTo, yearsBetween } from "./axis.ts";

it("marks an axis with round numbers, up to just above the highest value", () => {
  expect(marksTo(88_588)).toEqual([0, 20_000, 40_000, 60_000, 80_000, 100_000]);
  expect(marksTo(2_480)).toEqual([0, 500, 1_000, 1_500, 2_000, 2_500]);
  for (const highest of [0, 1, 3, 9, 10, 11, 999, 12_345_678]) {
    const marks = marksTo(highest);
    expect(marks.at(-1)).toBeGreaterThanOrEqual(highest);
    expect(marks.length).toBeLessThanOrEqual(6);
    expect(new Set(marks).size).toBe(marks.length);
  }
});

it("marks the years whose first day lies in between", () => {
  expect(yearsBetween("2018-12-18", "2020-02-01")).toEqual([2019, 2020]);
  expect(yearsBetween("2020-03-01", "2020-09-01")).toEqual([]);
  expect(yearsBetween("2008-05-01", "2026-08-22").length).toBeLessThanOrEqual(6);
});
