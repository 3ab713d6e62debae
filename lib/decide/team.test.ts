import { describe, expect, it } from "vitest";
import { criterionIds } from "../claims/criteria.ts";
import { testOption } from "../testing/options.ts";
import { evenWeights, type Weights } from "./presets.ts";
import { isUnanimous, readBallot, scoreField, spreadOf, teamOutcome, weightField } from "./team.ts";

const only = (id: keyof Weights): Weights =>
  Object.fromEntries(criterionIds.map((one) => [one, one === id ? 100 : 0])) as Weights;
const options = [
  testOption("django", { learning: 4, performance: 2 }),
  testOption("gin", { learning: 2, performance: 5 }),
];

describe("what a team's ballots give together", () => {
  it("ranks by the mean of everybody's totals, so that each counts the same", () => {
    const { totals } = teamOutcome(options, [
      { name: "Ada", weights: only("learning"), scores: {} },
      { name: "Bo", weights: only("performance"), scores: {} },
    ]);
    expect(totals.map(({ slug, total, firsts }) => [slug, total.mean, total.spread, firsts])).toEqual([
      ["gin", 3.5, 1.5, ["Bo"]],
      ["django", 3, 1, ["Ada"]],
    ]);
  });
  it("is unanimous where shares are the same, however large the weights, and not where one differs", () => {
    const third = (weight: number): Weights => ({
      ...only("learning"),
      learning: weight,
      testing: weight,
      security: weight,
    });
    const of = (first: Weights, second: Weights) =>
      teamOutcome(options, [
        { name: "Ada", weights: first, scores: {} },
        { name: "Bo", weights: second, scores: {} },
      ]).weights.map(({ share }) => isUnanimous(share));
    expect(of(third(7), third(90))).not.toContain(false);
    expect(of(third(7), { ...third(7), security: 8 })).toContain(false);
  });
  it("takes a person's own score before the evidence, and the option's own mean where neither is known", () => {
    const { totals, cells } = teamOutcome(options, [
      { name: "Ada", weights: only("learning"), scores: { gin: { learning: 5 } } },
      { name: "Bo", weights: only("testing"), scores: {} },
    ]);
    expect(totals.find(({ slug }) => slug === "gin")?.by.map(({ total }) => total)).toEqual([5, 3.5]);
    expect(cells).toMatchObject([
      { slug: "gin", criterion: "learning", own: { n: 1 }, by: [{ name: "Ada", score: 5 }] },
    ]);
  });
  it("shows each score that somebody entered with who did, also where only one person did: it moves totals", () => {
    const even = (name: string, scores = {}) => ({ name, weights: evenWeights, scores });
    const without = teamOutcome(options, [even("Ada"), even("Bo")]);
    const { cells, outcome } = teamOutcome(options, [even("Ada"), even("Bo", { gin: { testing: 1 } })]);
    expect(cells.map(({ by, evidence }) => [by, evidence])).toEqual([[[{ name: "Bo", score: 1 }], null]]);
    const total = ({ ranked }: typeof outcome) => ranked.find(({ option }) => option.slug === "gin")?.total;
    expect(total(outcome)).not.toBeCloseTo(total(without.outcome) ?? 0, 3);
  });
  it("shows first where people are most divided", () => {
    const { weights, cells } = teamOutcome(options, [
      { name: "Ada", weights: only("learning"), scores: { gin: { learning: 5, testing: 3 }, django: { learning: 4 } } },
      { name: "Bo", weights: evenWeights, scores: { gin: { learning: 1, testing: 3 }, django: { learning: 3 } } },
    ]);
    expect(cells.map(({ slug, criterion, own }) => [slug, criterion, own.spread])).toEqual([
      ["gin", "learning", 2],
      ["django", "learning", 0.5],
      ["gin", "testing", 0],
    ]);
    expect(cells[0]?.by).toEqual([
      { name: "Ada", score: 5 },
      { name: "Bo", score: 1 },
    ]);
    expect(weights[0]?.share).toMatchObject({ high: 1, n: 2 });
  });
  it("has nothing to say without ballots", () => {
    expect(teamOutcome(options, [])).toMatchObject({ weights: [], totals: [], cells: [] });
    expect(spreadOf([])).toBeNull();
  });
});

describe("a ballot's form", () => {
  const even = Object.fromEntries(criterionIds.map((id) => [weightField(id), "50"]));
  it("is read with the scores that were entered", () => {
    const read = readBallot({ ...even, [scoreField("gin", "testing")]: "4", [scoreField("rails", "testing")]: "4" }, [
      "gin",
    ]);
    expect(read).toEqual({ weights: evenWeights, scores: { gin: { testing: 4 } } });
  });
  it("is refused at the field that doesn't fit", () => {
    for (const [field, value] of [
      [weightField("testing"), "101"],
      [weightField("testing"), "-1"],
      [weightField("testing"), ""],
      [scoreField("gin", "testing"), "6"],
      [scoreField("gin", "testing"), "4.5"],
    ] as const)
      expect(readBallot({ ...even, [field]: value }, ["gin"])).toMatchObject({ field });
  });
  it("is refused when nothing counts", () => {
    const none = Object.fromEntries(criterionIds.map((id) => [weightField(id), "0"]));
    expect(readBallot(none, [])).toMatchObject({ message: "At least one criterion must count." });
  });
});
