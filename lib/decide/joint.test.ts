import fc from "fast-check";
import { expect, it } from "vitest";
import { criterionIds } from "../claims/criteria.ts";
import { testOption } from "../testing/options.ts";
import { outcomeOf } from "./decide.ts";
import { jointOf, jointOutcome } from "./joint.ts";
import { readOwnScores, withOwnScores } from "./own-scores.ts";
import { evenWeights, type Weights, weightsOf } from "./presets.ts";
import { jointDecision } from "./record.ts";
import { blankDecision, decideSearch, parseDecision } from "./search-params.ts";
import { teamOutcome } from "./team.ts";

const score = fc.option(fc.integer({ min: 100, max: 500 }).map((value) => value / 100));
const three = ["learning", "performance", "security"] as const;
const slugs = ["a", "b", "c"];
const options = fc
  .tuple(...slugs.map(() => fc.tuple(score, score, score)))
  .map((all) =>
    all.map((values, index) =>
      testOption(
        slugs[index] ?? "",
        Object.fromEntries(three.flatMap((id, place) => (values[place] === null ? [] : [[id, values[place]]]))),
      ),
    ),
  );
const weights = fc
  .tuple(...three.map(() => fc.integer({ min: 0, max: 100 })))
  .filter((given) => given.some((weight) => weight > 0))
  .map((given): Weights => weightsOf(Object.fromEntries(three.map((id, index) => [id, given[index] ?? 0]))));
const own = fc.dictionary(
  fc.constantFrom(...slugs),
  fc.dictionary(fc.constantFrom(...three), fc.integer({ min: 1, max: 5 })),
);
const ballots = fc.array(fc.record({ weights, scores: own }), { minLength: 1, maxLength: 5 });

it("weighs a team as one: the joint total is the mean of everybody's totals, in 2,000 random teams", () => {
  fc.assert(
    fc.property(options, ballots, (all, given) => {
      const { outcome, totals } = teamOutcome(
        all,
        given.map((ballot, index) => ({ ...ballot, name: String(index) })),
      );
      expect(totals.map(({ slug }) => slug)).toEqual(outcome.ranked.map(({ option }) => option.slug));
      outcome.ranked.forEach(({ total, low, high }, index) => {
        expect(total).toBeCloseTo(totals[index]?.total.mean ?? 0, 9);
        expect(low).toBeLessThanOrEqual(high + 1e-9);
      });
    }),
    { numRuns: 2_000 },
  );
});

it("is carried whole by its address: whoever opens it sees the same totals, in 2,000 random teams", () => {
  fc.assert(
    fc.property(options, ballots, (all, given) => {
      const joint = jointOf(given);
      const search = decideSearch(jointDecision(blankDecision, joint), true);
      const opened = parseDecision(new URLSearchParams(search));
      const seen = outcomeOf(opened.weights, withOwnScores(all, opened.own));
      const { ranked, apart } = jointOutcome(joint, all);
      const totals = (of: typeof ranked) => new Map(of.map(({ option, total }) => [option.slug, total]));
      expect(seen.apart.map(({ slug }) => slug)).toEqual(apart.map(({ slug }) => slug));
      for (const [slug, total] of totals(ranked)) expect(totals(seen.ranked).get(slug)).toBeCloseTo(total, 4);
      expect(decideSearch(opened, true)).toBe(search);
    }),
    { numRuns: 2_000 },
  );
});

it("takes no score from an address that is none", () => {
  const read = (text: string) => readOwnScores(text);
  expect(read("a_testing_0.5_2.25,b_security_1_5")).toEqual([
    { slug: "a", criterion: "testing", part: 0.5, own: 2.25 },
    { slug: "b", criterion: "security", part: 1, own: 5 },
  ]);
  for (const text of ["", "a", "a_testing_0_2", "a_testing_2_2", "a_testing_1_6", "a_testing_1_0", "a_magic_1_2"])
    expect(read(text)).toEqual([]);
  for (const text of ["A b_testing_1_2", "a_testing_1e0_2", "a_testing_1_NaN", "a_testing_1_2_3", "a__1_2"])
    expect(read(text)).toEqual([]);
});

it("comes to what one person comes to, when all weigh alike and nobody entered a score", () => {
  fc.assert(
    fc.property(options, weights, fc.integer({ min: 1, max: 4 }), (all, same, people) => {
      const joint = jointOutcome(jointOf(Array.from({ length: people }, () => ({ weights: same, scores: {} }))), all);
      const alone = outcomeOf(same, all);
      expect(joint.group.map(({ option }) => option.slug)).toEqual(alone.group.map(({ option }) => option.slug));
      expect(joint.apart).toEqual(alone.apart);
      joint.ranked.forEach(({ total }, index) => expect(total).toBeCloseTo(alone.ranked[index]?.total ?? 0, 9));
    }),
  );
});

it("is too close to call by the rule of every decision, not by who is first", () => {
  const all = [testOption("a", { learning: 4 }), testOption("b", { learning: 3.9 })];
  const even = { weights: weightsOf({ learning: 50 }), scores: {} };
  const { group } = jointOutcome(jointOf([even, even]), all);
  expect(group.map(({ option }) => option.slug)).toEqual(["a", "b"]);
});

it("knows a score that somebody entered as far as they entered it", () => {
  const all = [testOption("a", { learning: 4 }, { coverage: undefined })];
  const only = weightsOf({ testing: 50 });
  const entered = { weights: only, scores: { a: { testing: 2 } } };
  expect(jointOutcome(jointOf([{ weights: only, scores: {} }]), all).apart).toHaveLength(1);
  const [known] = jointOutcome(jointOf([entered]), all).ranked;
  expect([known?.total, known?.low, known?.high]).toEqual([2, 2, 2]);
  const [half] = jointOutcome(jointOf([entered, entered, { weights: only, scores: {} }]), all).ranked;
  expect(half?.option.coverage?.[criterionIds.indexOf("testing")]).toBeCloseTo(2 / 3);
  expect(jointOf([entered, { weights: evenWeights, scores: {} }]).cells).toMatchObject([{ slug: "a", own: 2 }]);
});
