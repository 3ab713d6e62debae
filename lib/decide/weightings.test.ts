import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharesOf, totalOf } from "./ranking.ts";
import { nearbyWins, reach } from "./weightings.ts";

const quarters = fc.integer({ min: 4, max: 20 }).map((count) => count / 4);

describe("the part of the weightings near one's own that an option wins", () => {
  it("is everything for one that is best in everything, and is shared by those that are level", () => {
    const shares = [0.2, 0.3, 0.5];
    expect(nearbyWins([{ scores: [5, 5, 5] }, { scores: [4, 4, 5] }], shares)).toEqual([1, 0]);
    expect(nearbyWins([{ scores: [3, null, 3] }, { scores: [3, 3, 3] }], shares)).toEqual([0.5, 0.5]);
    expect(nearbyWins([], shares)).toEqual([]);
  });
  it("is the same each time", () => {
    const options = [{ scores: [5, 1, 3] }, { scores: [1, 5, 3] }, { scores: [3, 3, 3.5] }];
    const shares = sharesOf([1, 1, 1]);
    expect(nearbyWins(options, shares)).toEqual(nearbyWins(options, shares));
  });
  it("lets a criterion that counts nothing go on counting nothing", () => {
    expect(nearbyWins([{ scores: [3, 5] }, { scores: [4, 1] }], [1, 0])).toEqual([0, 1]);
  });
  it("is one for a clear leader, whatever is true far from the reader's weights", () => {
    // The first loses where the second criterion has over 89 % of the weight: no factor of two leads there from half.
    expect(nearbyWins([{ scores: [5, 3.5] }, { scores: [1, 4] }], [0.5, 0.5])).toEqual([1, 0]);
  });
  it("agrees within three points with every pair of factors on a fine grid, for two criteria, in 300 random cases", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(quarters, quarters), { minLength: 2, maxLength: 6 }),
        fc.integer({ min: 1, max: 99 }),
        (pairs, percent) => {
          const options = pairs.map((scores) => ({ scores }));
          const shares = [percent / 100, 1 - percent / 100];
          const found = nearbyWins(options, shares);
          const exact = options.map(() => 0);
          const steps = 60;
          for (let i = 0; i < steps; i += 1)
            for (let j = 0; j < steps; j += 1) {
              const factors = [i, j].map((step) => reach ** ((2 * (step + 0.5)) / steps - 1));
              const at = sharesOf(shares.map((share, k) => share * (factors[k] ?? 1)));
              const totals = options.map((option) => totalOf(option.scores, at));
              const best = Math.max(...totals);
              const winners = totals.filter((total) => best - total < 1e-9).length;
              totals.forEach((total, index) => {
                if (best - total < 1e-9) exact[index] = (exact[index] ?? 0) + 1 / winners / steps / steps;
              });
            }
          found.forEach((share, index) => {
            expect(Math.abs(share - (exact[index] ?? 0))).toBeLessThan(0.03);
          });
        },
      ),
      // Tries at random were 3.9 points off here.
      {
        numRuns: 300,
        examples: [
          [
            [
              [1.5, 5],
              [5, 2],
              [4.5, 3],
            ],
            64,
          ],
        ],
      },
    );
  });
});
