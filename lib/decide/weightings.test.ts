import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalOf } from "./ranking.ts";
import { winShares } from "./weightings.ts";

const quarters = fc.integer({ min: 4, max: 20 }).map((count) => count / 4);

describe("the part of all weightings that an option wins", () => {
  it("is everything for one that is best in everything, and is shared by those that are level", () => {
    expect(winShares([{ scores: [5, 5, 5] }, { scores: [4, 4, 5] }], 3)).toEqual([1, 0]);
    expect(winShares([{ scores: [3, null] }, { scores: [3, 3] }], 2)).toEqual([0.5, 0.5]);
    expect(winShares([], 3)).toEqual([]);
  });
  it("is the same each time", () => {
    const options = [{ scores: [5, 1, 3] }, { scores: [1, 5, 3] }, { scores: [3, 3, 3.5] }];
    expect(winShares(options, 3)).toEqual(winShares(options, 3));
  });
  it("agrees within two points with every point of a fine grid, for three criteria, in 150 random cases", () => {
    const triple = fc.tuple(quarters, quarters, quarters);
    fc.assert(
      fc.property(fc.array(triple, { minLength: 2, maxLength: 5 }), (rows) => {
        const options = rows.map((scores) => ({ scores }));
        const found = winShares(options, 3);
        const steps = 80;
        const exact = options.map(() => 0);
        let points = 0;
        // The middles of the small triangles that a triangle is cut into: each stands for the same area.
        for (let i = 0; i < steps; i += 1)
          for (let j = 0; j < steps - i; j += 1)
            for (const third of i + j < steps - 1 ? [1 / 3, 2 / 3] : [1 / 3]) {
              const [a, b] = [(i + third) / steps, (j + third) / steps];
              const totals = options.map((option) => totalOf(option.scores, [a, b, 1 - a - b]));
              const best = Math.max(...totals);
              const winners = totals.filter((total) => best - total < 1e-9).length;
              points += 1;
              totals.forEach((total, index) => {
                if (best - total < 1e-9) exact[index] = (exact[index] ?? 0) + 1 / winners;
              });
            }
        found.forEach((share, index) => {
          expect(Math.abs(share - (exact[index] ?? 0) / points)).toBeLessThan(0.02);
        });
      }),
      { numRuns: 150 },
    );
  });
  it("agrees within two points with the exact length, for two criteria, in 300 random cases", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(quarters, quarters), { minLength: 2, maxLength: 6 }), (pairs) => {
        const options = pairs.map((scores) => ({ scores }));
        const found = winShares(options, 2);
        // A flat distribution over two shares is even over the first: every hundredth of a percent is tried.
        const exact = options.map(() => 0);
        const steps = 2_000;
        for (let step = 0; step < steps; step += 1) {
          const t = (step + 0.5) / steps;
          const totals = options.map((option) => totalOf(option.scores, [t, 1 - t]));
          const best = Math.max(...totals);
          const winners = totals.filter((total) => best - total < 1e-9).length;
          totals.forEach((total, index) => {
            if (best - total < 1e-9) exact[index] = (exact[index] ?? 0) + 1 / winners / steps;
          });
        }
        found.forEach((share, index) => {
          expect(Math.abs(share - (exact[index] ?? 0))).toBeLessThan(0.02);
        });
      }),
      { numRuns: 300 },
    );
  });
});
