import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { flipsOf, reignsOf } from "./flip-points.ts";
import { filledScores, rank, sharesOf, totalOf, type Weighed } from "./ranking.ts";

// Quarters make ties, as real scores do.
const quarter = fc.integer({ min: 4, max: 20 }).map((quarters) => quarters / 4);
const score = fc.option(fc.oneof(fc.double({ min: 1, max: 5, noNaN: true }), quarter, quarter), { nil: null, freq: 8 });
const cases = fc.integer({ min: 2, max: 12 }).chain((criteria) =>
  fc.record({
    weights: fc.array(fc.oneof(fc.integer({ min: 0, max: 100 }), fc.constantFrom(0, 100)), {
      minLength: criteria,
      maxLength: criteria,
    }),
    options: fc.array(fc.record({ scores: fc.array(score, { minLength: criteria, maxLength: criteria }) }), {
      minLength: 1,
      maxLength: 10,
    }),
    criterion: fc.nat({ max: criteria - 1 }),
  }),
);

/** The shares with that of one criterion moved, by the definition itself. */
function moved(shares: readonly number[], k: number, t: number): number[] {
  const others = 1 - (shares[k] ?? 0);
  return shares.map((share, j) =>
    j === k ? t : others < 1e-9 ? (1 - t) / (shares.length - 1) : (share * (1 - t)) / others,
  );
}

/** How far the best of the others is ahead of the leader when the criterion's share is t. */
function ahead(options: readonly Weighed[], shares: readonly number[], leader: number, k: number, t: number): number {
  const at = moved(shares, k, t);
  const totals = options.map((option) => totalOf(filledScores(option), at));
  return Math.max(...totals.map((total, index) => (index === leader ? -9 : total - (totals[leader] ?? 0))));
}

const steps = 60;
const tiny = 1e-7;

describe("flip points", () => {
  it("are where the worked example says", () => {
    const options = [{ scores: [5, 2] }, { scores: [2, 4] }];
    expect(flipsOf(options, [0.5, 0.5], 0, 0)).toEqual({ below: { criterion: 0, at: 0.4, rival: 1 }, above: null });
    expect(flipsOf(options, [0.5, 0.5], 0, 1)).toEqual({ below: null, above: { criterion: 1, at: 0.6, rival: 1 } });
  });
  it("don't exist where one option is best in everything", () => {
    const options = [{ scores: [5, 5] }, { scores: [2, 4] }];
    for (const k of [0, 1]) expect(flipsOf(options, [0.5, 0.5], 0, k)).toEqual({ below: null, above: null });
  });
  it("stand at the present share when two are level", () => {
    const { below, above } = flipsOf([{ scores: [4, 2] }, { scores: [2, 4] }], [0.5, 0.5], 0, 0);
    expect([below?.at, above]).toEqual([0.5, null]);
  });
  it("agree with trying every share one after the other, in 10,000 random cases", () => {
    fc.assert(
      fc.property(cases, ({ weights, options, criterion }) => {
        const shares = sharesOf(weights);
        const first = rank(options, shares)[0];
        const leader = options.indexOf(first?.option ?? { scores: [] });
        const own = shares[criterion] ?? 0;
        const { below, above } = flipsOf(options, shares, leader, criterion);
        const lead = (t: number) => ahead(options, shares, leader, criterion, t);
        // Between the flips nobody is ahead of the leader; beyond them somebody is, by the definition itself.
        let worst = -9;
        for (let step = 0; step <= steps; step += 1) {
          const t = step / steps;
          if (t >= (below?.at ?? 0) - tiny && t <= (above?.at ?? 1) + tiny) worst = Math.max(worst, lead(t));
        }
        expect(worst).toBeLessThan(tiny * 9);
        for (const [flip, side] of [
          [below, -1],
          [above, 1],
        ] as const) {
          if (!flip) continue;
          expect(side * (flip.at - own)).toBeGreaterThanOrEqual(-tiny);
          const both = moved(shares, criterion, flip.at);
          const at = (index: number) => totalOf(filledScores(options[index] ?? { scores: [] }), both);
          const gap = at(leader) - at(flip.rival);
          expect(Math.abs(gap)).toBeLessThan(tiny);
          const beyond = flip.at + side * 1e-4;
          if (beyond >= 0 && beyond <= 1) expect(lead(beyond)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("who leads along a criterion", () => {
  it("is told without a gap, and agrees with a ranking made at any share, in 10,000 random cases", () => {
    fc.assert(
      fc.property(cases, fc.double({ min: 0, max: 1, noNaN: true }), ({ weights, options, criterion }, t) => {
        const shares = sharesOf(weights);
        const reigns = reignsOf(options, shares, criterion);
        expect(reigns[0]?.from).toBe(0);
        expect(reigns.at(-1)?.to).toBe(1);
        for (let index = 1; index < reigns.length; index += 1) expect(reigns[index]?.from).toBe(reigns[index - 1]?.to);
        const here = reigns.find(({ from, to }) => t >= from && t <= to);
        expect(ahead(options, shares, here?.winner ?? -1, criterion, t)).toBeLessThan(tiny);
      }),
      { numRuns: 10_000 },
    );
  });
  it("changes at the flip points of the present leader", () => {
    const options = [{ scores: [5, 2] }, { scores: [2, 4] }, { scores: [3, 3.8] }];
    const shares = [0.5, 0.5];
    const reign = reignsOf(options, shares, 0).find(({ from, to }) => from <= 0.5 && to >= 0.5);
    const { below } = flipsOf(options, shares, 0, 0);
    expect(reign?.winner).toBe(0);
    expect(reign?.from).toBeCloseTo(below?.at ?? -1, 9);
  });
});
