import { describe, expect, it } from "vitest";
import { testOption } from "../testing/options.ts";
import { noConstraints } from "./constraints.ts";
import { flipsFor, narrow, outcomeOf } from "./decide.ts";
import { evenWeights } from "./presets.ts";
import { reasonsFor, weightsFrom } from "./questions.ts";
import { blankDecision, type Decision, decideSearch, decisionKeys, parseDecision } from "./search-params.ts";

const everyConstraint =
  "language=Go&knows=PHP&kind=full-stack&licence=MIT&level=beginner&until=2028-01-01&line=1&closed=1&has=orm";
const parse = (query: string) => parseDecision(new URLSearchParams(query));
const options = [
  testOption(
    "django",
    { learning: 4 },
    {
      languages: ["Python"],
      licence: "BSD-3-Clause",
      supportedUntil: "2028-04-30",
      support: "supported",
      features: { orm: "builtin" },
      levels: ["beginner", "intermediate"],
    },
  ),
  testOption(
    "gin",
    { learning: 3 },
    { languages: ["Go"], licence: "MIT", features: { orm: "none" }, levels: ["intermediate"] },
  ),
  testOption(
    "rails",
    { learning: 5 },
    { languages: ["Ruby"], licence: "MIT", supportedUntil: "open", support: "supported", features: { orm: "builtin" } },
  ),
  testOption("old", { learning: 2 }, { languages: ["Ruby"], support: "ended", features: { orm: "third-party" } }),
];
const asked = (constraints: Partial<Decision["constraints"]>, over: Partial<Decision> = {}) =>
  narrow({ ...blankDecision, ...over, constraints: { ...noConstraints, ...constraints } }, options);
const slugs = (list: readonly { slug: string }[]) => list.map(({ slug }) => slug);

describe("hard constraints", () => {
  it("exclude what fails them, with the reason, the nearest miss first", () => {
    const { allowed, excluded } = asked({ language: ["Ruby"], has: ["orm"], until: "2028-01-01" });
    expect(slugs(allowed)).toEqual(["rails"]);
    expect(excluded.map(({ option, because }) => [option.slug, ...because.map(({ why }) => why)])).toEqual([
      ["django", "its language is Python"],
      ["gin", "its language is Go", "it has no database layer (ORM)"],
      ["old", "its support has ended", "its database layer (ORM) comes from third parties only"],
    ]);
  });
  it("take one licence of several that may be chosen as enough", () => {
    const dual = [
      testOption("actix", { learning: 3 }, { licence: "MIT OR Apache-2.0" }),
      testOption("x", { learning: 3 }, { licence: "GPL-3.0" }),
    ];
    const { allowed, excluded } = narrow(
      { ...blankDecision, constraints: { ...noConstraints, licence: ["Apache-2.0"] } },
      dual,
    );
    expect(slugs(allowed)).toEqual(["actix"]);
    expect(excluded[0]?.because[0]?.why).toBe("its licence is GPL-3.0");
  });
  it("keep what is unknown and say so, unless the reader wants it excluded", () => {
    const kept = asked({ until: "2028-01-01" });
    expect(slugs(kept.allowed)).toEqual(["django", "gin", "rails"]);
    expect(kept.unknown.get("gin")?.map(({ why }) => why)).toEqual(["no support date is published"]);
    expect(slugs(asked({ until: "2028-01-01" }, { strict: true }).allowed)).toEqual(["django", "rails"]);
  });
  it("take levels that sources disagree on as unknown, and levels above as failed", () => {
    const { allowed, unknown, excluded } = asked({ level: "beginner" });
    expect(slugs(allowed)).toEqual(["django", "rails", "old"]);
    expect(unknown.get("django")?.[0]?.why).toBe("sources say beginner or intermediate: they disagree");
    expect(excluded[0]?.because[0]?.why).toBe("sources say intermediate");
  });
  it("leave out what nothing is known of, unless it was named", () => {
    const narrowed = (over: Partial<Decision>) =>
      narrow({ ...blankDecision, ...over }, [...options, testOption("new")]);
    expect(slugs(narrowed({}).blank)).toEqual(["new"]);
    expect(slugs(narrowed({}).allowed)).not.toContain("new");
    const named = narrowed({ frameworks: ["old", "new"] });
    expect(slugs(named.blank)).toEqual([]);
    expect(slugs(outcomeOf(evenWeights, named.allowed).ranked.map(({ option }) => option))).toEqual(["old", "new"]);
  });
  it("count a framework with support to the very day, and one with an open end", () => {
    expect(slugs(asked({ until: "2028-04-30" }, { strict: true }).allowed)).toEqual(["django", "rails"]);
    expect(slugs(asked({ until: "2028-05-01" }, { strict: true }).allowed)).toEqual(["rails"]);
  });
  it("can each be dropped alone", () => {
    const constraints = { ...noConstraints, language: ["Go"], has: ["orm" as const, "mail" as const] };
    const { demands } = narrow({ ...blankDecision, constraints }, options);
    expect(demands.map((demand) => demand.without(constraints))).toEqual([
      { ...constraints, language: [] },
      { ...constraints, closed: true },
      { ...constraints, has: ["mail"] },
      { ...constraints, has: ["orm"] },
    ]);
  });
  it("leave nothing to rank when all fail", () => {
    const { allowed, excluded } = asked({ language: ["Cobol"] });
    expect([allowed.length, excluded.length]).toEqual([0, 4]);
    const outcome = outcomeOf(evenWeights, allowed);
    expect(outcome).toMatchObject({ ranked: [], group: [], lead: null });
    expect(flipsFor(outcome)).toEqual([]);
  });
});

describe("a decision's address", () => {
  it("says all of it, and nothing that is the default", () => {
    const query =
      "?f=django,rails&w=learning.90,testing.10&language=C#,Go&level=beginner&until=2028-01-01&has=orm,mail&strict=1";
    const parsed = parse(query.replace("#", "%23"));
    expect(parsed).toMatchObject({ frameworks: ["django", "rails"], strict: true });
    expect([parsed.weights.learning, parsed.weights.testing, parsed.weights.security]).toEqual([90, 10, 0]);
    expect(parse(decideSearch(parsed))).toEqual(parsed);
    expect(decideSearch(blankDecision)).toBe("");
    expect(decideSearch(parse("preset=api"))).toBe("?preset=api");
  });
  it("carries every constraint, and the API takes every key that it is written with", () => {
    const query = `${everyConstraint}&preset=api`;
    const { constraints } = parse(query);
    for (const [name, value] of Object.entries(noConstraints))
      expect(constraints[name as keyof typeof constraints], name).not.toEqual(value);
    expect(parse(decideSearch(parse(query))).constraints).toEqual(constraints);
    for (const key of new URLSearchParams(decideSearch(parse(query))).keys()) expect(decisionKeys).toContain(key);
  });
  it("is read from the plain form too", () => {
    const parsed = parse("f=rails&f=django&w-learning=70&w-testing=&language=Go&language=Ruby&strict=on&level=");
    expect(parsed.weights).toMatchObject({ learning: 70, testing: 50 });
    expect(parsed.constraints).toMatchObject({ language: ["Go", "Ruby"], level: null });
  });
  it("never throws, whatever it holds", () => {
    for (const query of [
      "w=learning.9999999,.,x.,learning",
      "w=learning.-5&until=2028-02-30&level=guru&has=time-machine&kind=x&preset=nope&a=goal.fly,x",
      `f=${"x,".repeat(5_000)}&language=${"%00".repeat(100)}`,
      "w-learning=1e5&w-testing=NaN",
    ]) {
      const parsed = parse(query);
      expect(parsed.constraints).toMatchObject({ until: null, level: null, has: [], kind: [] });
      expect(parse(decideSearch(parsed))).toEqual(parsed);
    }
  });
  it("keeps all weights at zero, which count alike", () => {
    const none = parse("w=learning.0");
    expect(Object.values(none.weights).every((weight) => weight === 0)).toBe(true);
    expect(parse(decideSearch(none))).toEqual(none);
  });
});

describe("the questions for beginners", () => {
  it("lead to weights, each with the answers that made it", () => {
    const answers = ["goal.learn", "people.one"];
    const weights = weightsFrom(answers);
    expect(weights).toMatchObject({ learning: 95, documentation: 80, security: 5 });
    expect(reasonsFor("learning", answers)).toEqual(["I, alone", "Learning back-end development"]);
    expect(decideSearch(parse("a=goal.learn,people.one"))).toBe("?a=people.one,goal.learn");
  });
  it("are outweighed by what the reader sets afterwards", () => {
    const parsed = parse("a=goal.learn&w=security.80");
    expect([parsed.weights.security, parsed.weights.learning]).toEqual([80, 0]);
    expect(decideSearch(parsed)).toBe("?a=goal.learn&w=security.80");
  });
});
