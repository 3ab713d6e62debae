import { expect, it } from "vitest";
import { criterionIds } from "../claims/criteria.ts";
import { loadContent } from "../frameworks/content.ts";
import { inputOf } from "./from-content.ts";
import { profiles, unseen } from "./profiles.ts";
import { together, validityOf } from "./rules.ts";
import { sampleOf } from "./sample.ts";
import { agreedIn, secondReadings } from "./second-readings.ts";

// The day of bench 1: years since a release and ends of support go on, what is tested here must not.
const content = loadContent();
const input = inputOf(content, "2026-11-26");
const { runs, suites, profiles: results, answerSets } = validityOf(input);
const part = ({ pairs, agreeing }: { pairs: number; agreeing: number }) => agreeing / pairs;

it("throughput agrees with a run that was left out in 90 % of the pairs, and with a suite in 82 %", () => {
  expect(part(together(runs))).toBeGreaterThanOrEqual(0.9);
  expect(part(together(suites))).toBeGreaterThanOrEqual(0.82);
});

it("at least 36 of the 40 profiles hold, and 17 of the 20 that nobody looked at while tuning", () => {
  expect([profiles.length, unseen.size]).toEqual([40, 20]);
  const slugs = new Set(content.frameworks.map(({ slug }) => slug));
  for (const { among, never } of profiles) for (const slug of [...among.of, ...never]) expect(slugs).toContain(slug);
  const failed = results
    .filter(({ holds }) => !holds)
    .map(({ profile, first }) => `${profile.id}: ${first.join(", ")}`);
  expect(failed.length, failed.join("\n")).toBeLessThanOrEqual(4);
  expect(results.filter((one) => one.unseen && one.holds).length).toBeGreaterThanOrEqual(17);
});

it("no answers to the questions put a framework first that isn't for new work", () => {
  expect(answerSets.notForNewWork).toEqual([]);
});

it("every framework in wide use is in front for some reader: first, or too close to call with the first", () => {
  const led = new Set(answerSets.inFront);
  for (const slug of [
    "laravel",
    "django",
    "rails",
    "spring-boot",
    "aspnet-core",
    "express",
    "nestjs",
    "fastapi",
    "flask",
  ])
    expect(led).toContain(slug);
});

it("no score on performance contradicts the figures on the same page, in pairs that differ by half and more", () => {
  const run = content.benchmarks.find(({ preferred }) => preferred);
  const best = new Map<string, number>();
  for (const { framework, rps, suspect } of run?.results ?? [])
    if (!suspect) best.set(framework, Math.max(best.get(framework) ?? 0, rps));
  const performance = criterionIds.indexOf("performance");
  const score = (slug: string) => input.options.find((option) => option.slug === slug)?.scores[performance] ?? null;
  let pairs = 0;
  let contradicted = 0;
  for (const [a, left] of best)
    for (const [b, right] of best) {
      const [ours, theirs] = [score(a), score(b)];
      if (left < 1.5 * right || ours === null || theirs === null) continue;
      pairs += 1;
      if (ours < theirs) contradicted += 1;
    }
  expect(pairs).toBeGreaterThan(300);
  expect(contradicted / pairs).toBeLessThan(0.05);
});

it("every score opens into parts that all have a source or are marked unknown", () => {
  for (const { slug, checks } of content.checks)
    for (const [check, { answer, source }] of Object.entries(checks))
      if (answer !== "unknown") expect(source, `${slug} ${check}`).toMatch(/^https:/);
  expect(content.checks.length).toBe(content.frameworks.length);
});

it("two readers agree in nine of ten cells that a printed seed drew, and what they settled stands in the content", () => {
  const answers = new Map(content.checks.map(({ slug, checks }) => [slug, checks]));
  for (const reading of secondReadings) {
    const drawn = new Set(sampleOf(reading.seed, reading.cells, [...answers.keys()]));
    expect(drawn.size).toBe(reading.cells);
    for (const { cell, first, second, right } of reading.differences) {
      const [slug = "", check = ""] = cell.split(" ");
      expect(drawn).toContain(cell);
      expect(first).not.toBe(second);
      expect(answers.get(slug)?.[check]?.answer, cell).toBe(right);
    }
    expect(agreedIn(reading) / reading.cells).toBeGreaterThanOrEqual(0.9);
  }
});
