import { expect, it } from "vitest";
import { listWithAnd, listWithOr } from "./lists.ts";

it("names one, two and more, each with its word", () => {
  expect([["A"], ["A", "B"], ["A", "B", "C"]].map((values) => [listWithAnd(values), listWithOr(values)])).toEqual([
    ["A", "A"],
    ["A and B", "A or B"],
    ["A, B, and C", "A, B, or C"],
  ]);
  expect(listWithAnd([])).toBe("");
});
