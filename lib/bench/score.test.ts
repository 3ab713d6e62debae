import { describe, expect, it } from "vitest";
import { criterionIds } from "../claims/criteria.ts";
import { verdicts } from "../claims/rules.ts";
import { bench } from "./bench.ts";
import { type BenchEvidence, benchScoreOf, partsOf } from "./bench-score.ts";
import { checkIds, checks, worthOfAnswer } from "./checks.ts";
import { judgementOf } from "./judge.ts";
import { measureIds, measures } from "./measures.ts";
import { scoresOf, shiftOf } from "./score.ts";

const nothing: BenchEvidence = { answers: {}, measures: {} };
const all = (part: "builtin" | "none", degree: "yes" | "no"): BenchEvidence => ({
  answers: Object.fromEntries(checks.map(({ id, scale }) => [id, scale === "part" ? part : degree])),
  measures: {},
});
const claim = (over = {}) => ({
  kind: "pro" as const,
  level: null,
  verdict: "still-true" as const,
  criterion: "security" as const,
  decidedBy: null,
  ...over,
});

describe("the bench", () => {
  it("has weights that sum to 1 on every criterion, of items that exist", () => {
    for (const id of criterionIds) {
      expect(bench[id].reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
      for (const item of bench[id])
        expect("check" in item ? checkIds.includes(item.check) : measureIds.includes(item.measure)).toBe(true);
    }
    expect(checkIds.filter((id) => (measureIds as string[]).includes(id))).toEqual([]);
  });
  it("weighs every check somewhere", () => {
    const used = new Set(
      Object.values(bench).flatMap((items) => items.map((item) => ("check" in item ? item.check : ""))),
    );
    expect(checkIds.filter((id) => !used.has(id))).toEqual([]);
  });
  it("maps every measure to 0 to 1, whatever its value", () => {
    for (const { map } of measures)
      for (const value of [0, 1e-9, 0.5, 1, 7, 1e3, 1e9]) {
        expect(map(value)).toBeGreaterThanOrEqual(0);
        expect(map(value)).toBeLessThanOrEqual(1);
      }
  });
});

describe("a score from the bench", () => {
  it("is 5 with everything at its best, 1 at its worst, and an interval without a number when nothing is known", () => {
    expect(benchScoreOf("security", all("builtin", "yes"))).toMatchObject({ value: 5, low: 5, coverage: 1 });
    expect(benchScoreOf("security", all("none", "no"))).toMatchObject({ value: 1, high: 1 });
    expect(benchScoreOf("security", nothing)).toMatchObject({ value: null, low: 1, coverage: 0 });
    expect(benchScoreOf("security", nothing).high).toBeCloseTo(5, 9);
  });
  it("is widened by what is unknown, which never counts as the middle", () => {
    const known = benchScoreOf("security", all("builtin", "yes"));
    const gap = bench.security[0];
    if (!gap || !("check" in gap)) throw new Error("a check");
    const { [gap.check]: _, ...answers } = all("builtin", "yes").answers;
    const without = benchScoreOf("security", { answers, measures: {} });
    expect(without.value).toBeCloseTo(known.value ?? 0, 9);
    expect(without.low).toBeCloseTo(5 - 4 * gap.weight, 9);
    expect(without.high).toBeCloseTo(5, 9);
  });
  it("takes a measure's own spread into the interval", () => {
    const [part] = partsOf("performance", {
      answers: {},
      measures: { throughput: { value: 0.1, low: 0.05, high: 0.2 } },
    });
    expect(part?.worth).toBeCloseTo(0.5, 9);
    expect(part && [part.low < 0.5, part.high > 0.5]).toEqual([true, true]);
  });
  it("lies within its interval on every criterion, also after claims and ratings", () => {
    const evidence = all("builtin", "no");
    for (const { value, low, high } of scoresOf(evidence, [claim(), claim({ criterion: "testing", kind: "con" })])) {
      if (value === null) continue;
      expect(value).toBeGreaterThanOrEqual(low - 1e-9);
      expect(value).toBeLessThanOrEqual(high + 1e-9);
    }
  });
});

describe("claims", () => {
  it("move a score as the worked values say, and never by more than half a point", () => {
    const pro = { kind: "pro" as const, level: null, verdict: "still-true" as const };
    expect(shiftOf([pro]).shift).toBeCloseTo(0.1667, 3);
    expect(shiftOf([pro, pro, pro, { ...pro, kind: "con", verdict: "unverified" }]).shift).toBeCloseTo(0.227, 3);
    expect(shiftOf(Array.from({ length: 500 }, () => pro)).shift).toBeLessThan(0.5);
    expect(shiftOf([{ ...pro, verdict: "outdated" }])).toMatchObject({ shift: 0, claims: 1 });
    for (const { id } of verdicts)
      expect(shiftOf([pro, { ...pro, verdict: id }]).shift).toBeGreaterThanOrEqual(shiftOf([pro]).shift - 1e-9);
  });
  it("aren't counted where a check or measure says the same", () => {
    const evidence = all("builtin", "yes");
    const at = (claims: Parameters<typeof scoresOf>[1]) =>
      scoresOf(evidence, claims).find((one) => one.criterion === "security");
    expect(at([claim({ decidedBy: "csrf" })])).toMatchObject({ claims: 0, shift: 0 });
    expect(scoresOf(nothing, [claim({ decidedBy: "csrf" })]).find((one) => one.criterion === "security")?.claims).toBe(
      1,
    );
  });
  it("are supported or disputed by what decides them, and by nothing in between", () => {
    const told = (answer: keyof typeof worthOfAnswer, kind: "pro" | "con") =>
      judgementOf({ kind, level: null, decidedBy: "csrf" }, { answers: { csrf: answer }, measures: {} });
    expect([told("builtin", "pro"), told("none", "pro"), told("builtin", "con"), told("none", "con")]).toEqual([
      "supports",
      "disputes",
      "disputes",
      "supports",
    ]);
    expect(
      judgementOf(
        { kind: "pro", level: null, decidedBy: "throughput" },
        { answers: {}, measures: { throughput: { value: 0.1 } } },
      ),
    ).toBeNull();
    expect(judgementOf({ kind: "pro", level: null, decidedBy: "csrf" }, nothing)).toBeNull();
  });
});
