import { expect, it } from "vitest";
import { criteria } from "../claims/criteria.ts";
import { differencesOf } from "./differences.ts";

const scoresWith = (given: Record<number, number | null>) => criteria.map((_, index) => given[index] ?? null);
const counting = criteria.map(() => 1 / criteria.length);

it("a group is told apart by the two widest known differences in what counts", () => {
  const group = [
    { name: "A", scores: scoresWith({ 0: 4.5, 1: 2, 2: 3, 3: 1 }) },
    { name: "B", scores: scoresWith({ 0: 2, 1: 3, 2: 3.4, 3: 5 }) },
    { name: "C", scores: scoresWith({ 0: 3, 1: null, 2: 3.1, 3: 2 }) },
  ];
  const shares = counting.map((share, index) => (index === 3 ? 0 : share));
  expect(
    differencesOf(group, shares).map(({ criterion, best, worst }) => [criterion.id, best.name, worst.name]),
  ).toEqual([
    [criteria[0]?.id, "A", "B"],
    [criteria[1]?.id, "B", "A"],
  ]);
});

it("scores less than half a point apart, or known of one alone, tell nobody apart", () => {
  const group = [
    { name: "A", scores: scoresWith({ 0: 3, 1: 5 }) },
    { name: "B", scores: scoresWith({ 0: 3.4 }) },
  ];
  expect(differencesOf(group, counting)).toEqual([]);
});
