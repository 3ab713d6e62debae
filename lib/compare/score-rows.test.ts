import { expect, it } from "vitest";
import type { CriterionScore } from "../bench/score.ts";
import { scoreRows } from "./score-rows.ts";

const framework = (...values: (number | null)[]) => ({
  scores: values.map((value) => ({ value, low: 1, high: 5, coverage: value === null ? 0 : 0.9 }) as CriterionScore),
});

it("marks the highest and what is level with it, unless all are or only one is known", () => {
  const best = (...of: ReturnType<typeof framework>[]) =>
    scoreRows(of).map(({ cells }) => cells.map((cell) => cell.best));
  expect(best(framework(4), framework(3.95), framework(3))).toEqual([[true, true, false]]);
  expect(best(framework(4), framework(3.95))).toEqual([[false, false]]);
  expect(best(framework(4), framework(null))).toEqual([[false, false]]);
});

it("tells scores apart from half a point on, and leaves out criteria that nothing is known of", () => {
  const rows = scoreRows([framework(4, null, 3), framework(3.5, null, 3.4)]);
  expect(rows.map(({ index, differs }) => [index, differs])).toEqual([
    [0, true],
    [2, false],
  ]);
});
