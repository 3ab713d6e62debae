import { expect, it } from "vitest";
import { lanesOf } from "./lanes.ts";

const mark = (place: number, value: number | null, over = {}) => ({
  place,
  value,
  low: 1,
  high: 5,
  coverage: 0.8,
  ...over,
});

it("puts scores of the same height below each other, and those apart into one lane", () => {
  expect(lanesOf([mark(0, 3), mark(1, 3), mark(2, 4)]).map(({ lane }) => lane)).toEqual([0, 1, 0]);
});

it("gives what has no single score a lane of its own, and leaves out of what nothing is known", () => {
  const placed = lanesOf([mark(0, 3), mark(1, null, { low: 2, high: 4 }), mark(2, null, { coverage: 0 })]);
  expect(placed.map(({ place, lane }) => [place, lane])).toEqual([
    [0, 0],
    [1, 1],
  ]);
});
