import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { filledScores, knownOf, leadingGroup, leadOf, level, rank, sharesOf, totalOf } from "./ranking.ts";

const score = fc.option(
  fc.integer({ min: 4, max: 20 }).map((quarters) => quarters / 4),
  { nil: null },
);
const decision = fc.integer({ min: 1, max: 12 }).chain((criteria) =>
  fc.record({
    weights: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: criteria, maxLength: criteria }),
    options: fc.array(fc.record({ scores: fc.array(score, { minLength: criteria, maxLength: criteria }) }), {
      minLength: 1,
      maxLength: 12,
    }),
  }),
);

describe("weights", () => {
  it("are shares of one, whatever their size", () => {
    expect(sharesOf([30, 10])).toEqual([0.75, 0.25]);
  });
  it("count alike when all are zero", () => {
    expect(sharesOf([0, 0, 0, 0])).toEqual([0.25, 0.25, 0.25, 0.25]);
  });
});

describe("the ranking", () => {
  it("takes an option's own mean for what is missing, and says how far that could be off", () => {
    const [first, second] = rank([{ scores: [4, null] }, { scores: [3, 3] }], [0.5, 0.5]);
    expect(first).toMatchObject({ total: 4, low: 2.5, high: 4.5, rank: 1 });
    expect(second).toMatchObject({ total: 3, low: 3, high: 3, rank: 2 });
  });
  it("gives options that are level the same rank", () => {
    const ranked = rank([{ scores: [2] }, { scores: [4] }, { scores: [4] }], [1]);
    expect(ranked.map((one) => one.rank)).toEqual([1, 1, 3]);
  });
  it("takes as level what differs by the noise of adding fractions only", () => {
    const shares = sharesOf([43, 96, 43, 74]);
    const ranked = rank([{ scores: [3.99, 2.48, 4.44, 4] }, { scores: [4.44, 2.48, 3.99, 4] }], shares);
    expect(ranked.map((one) => one.rank)).toEqual([1, 1]);
  });
  it("agrees with a plain recount, and its interval holds every possible truth, in 10,000 random cases", () => {
    fc.assert(
      fc.property(decision, fc.double({ min: 1, max: 5, noNaN: true }), ({ weights, options }, truth) => {
        const shares = sharesOf(weights);
        const ranked = rank(options, shares);
        const sum = weights.reduce((a, b) => a + b, 0);
        for (const { option, total, low, high } of ranked) {
          const recount =
            option.scores.reduce((part: number, value, k) => {
              const weight = sum === 0 ? 1 : (weights[k] ?? 0);
              const known = option.scores.filter((one) => one !== null);
              const own = known.length === 0 ? 1 : known.reduce((a, b) => a + b, 0) / known.length;
              return part + weight * (value ?? own);
            }, 0) / (sum === 0 ? weights.length : sum);
          expect(Math.abs(total - recount)).toBeLessThan(level);
          const possible = totalOf(
            option.scores.map((value) => value ?? truth),
            shares,
          );
          expect(possible >= low - level && possible <= high + level).toBe(true);
        }
        for (let index = 1; index < ranked.length; index += 1)
          expect(ranked[index - 1]?.total ?? 0).toBeGreaterThanOrEqual((ranked[index]?.total ?? 0) - level);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("the lead", () => {
  it("is a part of what the leader has above the lowest score", () => {
    expect(leadOf(4, 3.7)).toBeCloseTo(0.1, 12);
    expect(leadOf(1, 1)).toBe(0);
  });
  it("leaves no clear winner under 10 %, and one at 10 %", () => {
    const names = (totals: number[]) =>
      leadingGroup(
        rank(
          totals.map((total) => ({ scores: [total] })),
          [1],
        ),
      ).length;
    expect(names([4, 3.71, 3.2])).toBe(2);
    expect(names([4, 3.7, 3.2])).toBe(1);
    expect(names([])).toBe(0);
  });
  it("is too close to call with whom the unknown could put ahead, and with nobody else", () => {
    const group = (options: { scores: (number | null)[] }[]) =>
      leadingGroup(rank(options, [0.8, 0.2])).map((one) => one.option.scores);
    expect(group([{ scores: [4, null] }, { scores: [3.45, 3.45] }, { scores: [1, 1] }])).toEqual([
      [4, null],
      [3.45, 3.45],
    ]);
    expect(group([{ scores: [4, null] }, { scores: [3.3, 3.3] }])).toEqual([[4, null]]);
  });
  it("is too close just where the margin or some truth within the intervals says so, in 10,000 random cases", () => {
    fc.assert(
      fc.property(decision, ({ weights, options }) => {
        const shares = sharesOf(weights);
        const ranked = rank(options, shares);
        const [leader] = ranked;
        const found = new Set(leadingGroup(ranked).map((one) => one.option));
        const filled = (scores: readonly (number | null)[], with_: number) =>
          totalOf(
            scores.map((value) => value ?? with_),
            shares,
          );
        for (const { option, total } of ranked) {
          if (!leader || option === leader.option) continue;
          // The worst for the first and the best for the other: no truth can do more.
          const ahead = filled(option.scores, 5) - filled(leader.option.scores, 1);
          const margin = leadOf(leader.total, total) - 0.1;
          if (Math.abs(ahead) > 1e-6 && Math.abs(margin) > 1e-6)
            expect(found.has(option)).toBe(ahead > 0 || margin < 0);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("what is known of an option", () => {
  it("is the part of the weights, by the coverage of each criterion", () => {
    expect(knownOf({ scores: [4, null] }, [0.8, 0.2])).toBeCloseTo(0.8, 12);
    expect(knownOf({ scores: [4, null], coverage: [1, 0.4] }, [0.5, 0.5])).toBeCloseTo(0.7, 12);
  });
  it("stands in for what isn't, but never as the middle of the scale", () => {
    expect(filledScores({ scores: [5, null, 4] })).toEqual([5, 4.5, 4]);
    expect(filledScores({ scores: [null] })).toEqual([1]);
    expect(filledScores({ scores: [4, null], coverage: [1, 0.25], known: [4, 2] })).toEqual([4, 3]);
  });
});
