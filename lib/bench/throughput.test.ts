import { describe, expect, it } from "vitest";
import { agreement, discriminates, fitThroughput, leaveOneOut, type Throughput } from "./throughput.ts";

/** Figures of frameworks with known strengths, as runs on machines of other speeds would give them. */
function runs(
  strengths: Record<string, number>,
  machines: Record<string, number>,
  without: string[] = [],
): Throughput[] {
  return Object.entries(machines).flatMap(([run, speed]) =>
    Object.entries(strengths)
      .filter(([framework]) => !without.includes(`${run} ${framework}`))
      .map(([framework, strength]) => ({
        framework,
        run,
        suite: run.slice(0, 1),
        test: "plain",
        rps: speed * strength,
      })),
  );
}
const strengths = { a: 100, b: 50, c: 20, d: 10, e: 4, f: 1 };

describe("the fit of benchmark runs", () => {
  it("finds the strengths again, though every run had another machine and other entrants", () => {
    const fit = fitThroughput(runs(strengths, { r1: 1000, r2: 300, s1: 5000 }, ["r1 a", "r2 f", "s1 c"]));
    expect(fit.map(({ framework }) => framework)).toEqual(["a", "b", "c", "d", "e", "f"]);
    for (const { framework, log } of fit)
      expect(Math.exp(log)).toBeCloseTo((strengths[framework as keyof typeof strengths] ?? 0) / 100, 2);
  });
  it("isn't led astray by one odd figure among several runs", () => {
    const figures = runs(strengths, { r1: 1000, r2: 300, r3: 700, s1: 5000 });
    const odd = figures.map((one) => (one.run === "r1" && one.framework === "b" ? { ...one, rps: 1 } : one));
    const b = fitThroughput(odd).find(({ framework }) => framework === "b");
    expect(Math.abs(Math.log(0.5) - (b?.log ?? 0))).toBeLessThan(0.25);
  });
  it("leaves out tests whose slower half lies within the noise", () => {
    expect(discriminates([1, 1.05, 1.1, 1.1, 1.2, 1.2, 9, 10])).toBe(false);
    expect(discriminates([1, 2, 4, 8, 16, 32])).toBe(true);
    expect(discriminates([1, 100])).toBe(false);
  });
  it("gives one run alone the benefit of no certainty", () => {
    const [first, second] = fitThroughput(runs(strengths, { r1: 10 }));
    expect(first?.high).toBe(0);
    expect((second?.high ?? 0) - (second?.low ?? 0)).toBeGreaterThan(0.6);
  });
});

describe("leaving out", () => {
  it("agrees wholly where all runs say the same, and not where one contradicts", () => {
    const figures = runs(strengths, { r1: 1000, r2: 300, s1: 5000 });
    // Fifteen pairs a run; the first suite has two runs.
    expect(leaveOneOut(figures, "run").map(({ pairs, agreeing }) => [pairs, agreeing])).toEqual([
      [15, 15],
      [15, 15],
      [15, 15],
    ]);
    expect(leaveOneOut(figures, "suite").map(({ pairs, agreeing }) => [pairs, agreeing])).toEqual([
      [30, 30],
      [15, 15],
    ]);
    const reversed = { a: 1, b: 4, c: 10, d: 20, e: 50, f: 100 };
    expect(agreement((framework) => reversed[framework as keyof typeof reversed], figures).agreeing).toBe(0);
  });
  it("counts only pairs that differ by over 25 %", () => {
    const close = runs({ a: 100, b: 90, c: 70 }, { r1: 1 });
    expect(agreement(() => 1, close).pairs).toBe(2);
  });
});
