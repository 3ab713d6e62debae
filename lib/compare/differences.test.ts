import { describe, expect, it } from "vitest";
import { bench } from "../bench/bench.ts";
import type { ClaimView } from "../claims/view.ts";
import { differencesOf, type Known } from "./differences.ts";

const read = { source: "https://example.org/docs", asOf: "2026-11-01", note: null };

function known(slug: string, answers: Record<string, string>, over: Partial<Known> = {}): Known {
  const given = Object.entries(answers).map(([check, answer]) => ({ check, answer, ...read }));
  return { slug, answers: given as Known["answers"], measures: [], claims: [], ...over };
}

const claim = (over: Partial<ClaimView>) =>
  ({
    slug: "c",
    criterion: "learning",
    level: null,
    judged: null,
    votes: { yes: 0, no: 0 },
    assertions: [],
    ...over,
  }) as ClaimView;

const stars = (value: number) => [{ measure: "stars" as const, value, low: null, high: null, licence: null, ...read }];

describe("the largest differences", () => {
  it("are worth 4 · weight · distance, the best first", () => {
    const [first] = differencesOf([known("a", { csrf: "none" }), known("b", { csrf: "builtin" })]);
    const weight = bench.security.find((item) => "check" in item && item.check === "csrf")?.weight ?? 0;
    expect(first?.points).toBeCloseTo(4 * weight);
    expect(first?.points).toBeCloseTo(0.56);
    expect(first?.sides.map(({ index, text }) => [index, text])).toEqual([
      [1, "Built in"],
      [0, "None"],
    ]);
    expect(first?.sides.every(({ source }) => source === read.source)).toBe(true);
  });

  it("leave out what nobody gave a source for, what only one is known of, and answers next to each other", () => {
    const unsourced = known("a", { csrf: "none" });
    for (const answer of unsourced.answers) answer.source = null;
    expect(differencesOf([unsourced, known("b", { csrf: "builtin" })])).toEqual([]);
    expect(differencesOf([known("a", {}), known("b", { csrf: "builtin" })])).toEqual([]);
    expect(differencesOf([known("a", { csrf: "third-party" }), known("b", { csrf: "none" })])).toEqual([]);
    expect(differencesOf([known("a", { csrf: "builtin" }), known("b", { csrf: "official" })])).toEqual([]);
  });

  it("leave out measures whose intervals overlap", () => {
    const at = (low: number, value: number, high: number) => ({
      measures: [{ measure: "throughput" as const, value, low, high, licence: null, ...read }],
    });
    expect(differencesOf([known("a", {}, at(0.02, 0.04, 0.3)), known("b", {}, at(0.2, 0.5, 0.6))])).toEqual([]);
    const [apart] = differencesOf([known("a", {}, at(0.02, 0.04, 0.1)), known("b", {}, at(0.2, 0.5, 0.6))]);
    expect(apart).toMatchObject({ id: "throughput", kind: "measure" });
    expect(apart?.sides[0]).toMatchObject({ index: 1, text: "50 % of the fastest" });
  });

  it("lead to where a measure that is worked out here comes from", () => {
    const measures = (value: number) => ({
      measures: [
        { ...read, measure: "throughput" as const, value, low: null, high: null, licence: null, source: null },
      ],
    });
    const [one] = differencesOf([known("a", {}, measures(0.02)), known("b", {}, measures(0.5))]);
    expect(one?.sides.map(({ source }) => source)).toEqual(["/frameworks/b#benchmarks", "/frameworks/a#benchmarks"]);
  });

  it("say one thing of each criterion, the largest first, five at most", () => {
    const all = (answer: string) =>
      Object.fromEntries(
        Object.values(bench)
          .flat()
          .flatMap((item) => ("check" in item ? [[item.check, answer]] : [])),
      );
    const found = differencesOf([known("a", all("builtin")), known("b", all("none"))]);
    expect(found).toHaveLength(5);
    expect(new Set(found.map(({ criterion }) => criterion.id)).size).toBe(5);
    expect(new Set(found.map(({ id }) => id)).size).toBe(5);
    expect(found.map(({ points }) => points)).toEqual(found.map(({ points }) => points).toSorted((x, y) => y - x));
  });

  it("take a confirmed claim for one against a confirmed claim against the other, and no mere opinion", () => {
    const pro = claim({ kind: "pro", verdict: "still-true", text: "Easy" });
    const con = claim({ kind: "con", verdict: "partly", text: "Steep" });
    const [one] = differencesOf([known("a", {}, { claims: [con] }), known("b", {}, { claims: [pro] })]);
    expect(one).toMatchObject({ kind: "claims", id: "learning" });
    expect(one?.sides.map(({ index, text }) => [index, text])).toEqual([
      [1, "Easy"],
      [0, "Steep"],
    ]);
    const opinion = claim({ kind: "con", verdict: "unverified", text: "Steep" });
    expect(differencesOf([known("a", {}, { claims: [opinion] }), known("b", {}, { claims: [pro] })])).toEqual([]);
    const counted = claim({ kind: "con", verdict: "still-true", judged: "supports", text: "Steep" });
    expect(differencesOf([known("a", {}, { claims: [counted] }), known("b", {}, { claims: [pro] })])).toEqual([]);
  });

  it("don't depend on the order of the compared but for their places", () => {
    const [a, b] = [
      known("a", { csrf: "none" }, { measures: stars(80_000) }),
      known("b", { csrf: "builtin" }, { measures: stars(1_000) }),
    ];
    const ids = (list: ReturnType<typeof differencesOf>) => list.map(({ id, points }) => [id, points]);
    expect(ids(differencesOf([a, b]))).toEqual(ids(differencesOf([b, a])));
  });
});
