import { z } from "zod";
import { benchVersion } from "../../bench/bench.ts";
import { measures } from "../../bench/measures.ts";
import { criterionIds } from "../../claims/criteria.ts";
import type { FrameworkView } from "../../frameworks/framework.ts";
import type { CatalogueRow } from "../../frameworks/row.ts";
import { frameworkSchema as content, usageFigureSchema } from "../../frameworks/schema.ts";
import { cycleState } from "../../releases/support.ts";
import { dataSources } from "../../sources/licences.ts";
import * as schema from "../schema.ts";
import { benchmarkSchema, presentBenchmarks } from "./benchmark.ts";
import { factsSchema, presentFacts } from "./facts.ts";
import { presentSummary, score, summaryShape } from "./summary.ts";

const resourceContent = content.shape.resources.element.shape;

const release = schema.named(
  "Release",
  z
    .object({
      cycle: z.string(),
      state: z.enum(["active", "security", "ended", "unreleased", "unknown"]).describe("On the day of this answer."),
      released: schema.partialDate.nullable(),
      latest: z.string().nullable(),
      latestReleased: schema.partialDate.nullable(),
      activeUntil: schema.endDate,
      endOfLife: schema.endDate,
      extendedUntil: schema.endDate,
      lts: z.boolean(),
      runtime: z.string().nullable(),
      source: schema.address.nullable().describe("Where its dates were read."),
      asOf: schema.partialDate.nullable(),
      note: schema.note,
    })
    .describe("A release line with its support dates."),
);

const usageFigure = schema.named(
  "UsageFigure",
  z
    .object({
      survey: z.string(),
      year: z.int(),
      measure: usageFigureSchema.shape.measure,
      percent: z.number().min(0).max(100),
      respondents: z.int().nullable(),
      question: z.string(),
      url: schema.address,
      asOf: schema.partialDate,
      note: schema.note,
      licence: z.string().nullable().describe("The licence of the survey's data."),
    })
    .describe("A share of a survey's respondents."),
);

const detailShape = {
  ...summaryShape,
  facts: factsSchema,
  featureEvidence: z
    .array(
      z.object({
        feature: schema.featureId,
        support: schema.featureSupport,
        source: schema.address.nullable(),
        asOf: schema.partialDate.nullable(),
        note: schema.note,
      }),
    )
    .describe("Where it was read how it comes by each feature."),
  standingEvidence: z
    .object({ source: schema.address.nullable(), asOf: schema.partialDate.nullable(), note: schema.note })
    .describe("Who says what its standing is."),
  checks: z
    .array(
      z.object({
        check: schema.checkId,
        answer: schema.answer,
        source: schema.address.nullable(),
        asOf: schema.partialDate.nullable(),
        note: schema.note,
      }),
    )
    .describe("Its answers to the bench's checks; one that is absent is unknown."),
  measures: z
    .array(
      z.object({
        measure: schema.measureId,
        value: z.number(),
        low: z.number().nullable(),
        high: z.number().nullable(),
        unit: z.string(),
        source: schema.address.nullable(),
        asOf: schema.partialDate.nullable(),
        licence: z.string().nullable(),
        note: schema.note,
      }),
    )
    .describe("The bench's measures that are known; use in surveys is in `usage`, by its own licence."),
  bench: z.int().describe("The version of the bench that made its scores."),
  scoreIntervals: schema
    .keyed(criterionIds, z.object({ low: score, high: score, coverage: z.number().min(0).max(1) }))
    .describe("Where each score lies with all that is unknown at its worst and best, and the part that is known."),
  supportPolicy: z
    .object({
      url: schema.address.nullable(),
      source: schema.address.nullable(),
      asOf: schema.partialDate.nullable(),
      note: schema.note,
    })
    .describe("Where the project publishes how long it supports what, and where we read the dates."),
  releases: z.array(release).describe("Release lines, the newest first."),
  starHistory: z.array(z.object({ date: schema.day, stars: schema.whole, source: schema.address })),
  benchmarks: z.array(benchmarkSchema).describe("By run: figures of different runs can't be compared."),
  usage: z.array(usageFigure),
  resources: z
    .array(
      z.object({
        title: z.string(),
        url: schema.address,
        cost: resourceContent.cost,
        format: resourceContent.format,
        state: resourceContent.state,
        note: schema.note,
        recommendedBy: z.array(schema.sourceId),
      }),
    )
    .describe("Where to learn it."),
  lineage: z
    .array(
      z.object({
        relation: z.string(),
        name: z.string(),
        framework: schema.frameworkId.nullable().describe("When the catalogue has it."),
        source: schema.address.nullable(),
        note: schema.note,
      }),
    )
    .describe("What it descends from."),
  descendants: z
    .array(z.object({ relation: z.string(), framework: schema.frameworkId, name: z.string() }))
    .describe("Frameworks of the catalogue that descend from it."),
  corrections: z
    .array(z.object({ text: z.string(), url: schema.address, day: schema.day }))
    .describe("What readers found wrong with the above and a moderator approved, the newest first."),
};

export const frameworkSchema = schema.named(
  "Framework",
  z.object(detailShape).describe("A framework with all that is known of it, but its claims and ratings."),
);

const { usage: _, ...withoutUsage } = detailShape;
export const frameworkRecordSchema = schema.named(
  "FrameworkRecord",
  z.object(withoutUsage).describe("A framework in the dump: its figures of surveys are apart."),
);

export const usageRecordSchema = schema.named(
  "UsageRecord",
  z.object({ framework: schema.frameworkId, ...usageFigure.shape }),
);

export type Framework = z.output<typeof frameworkSchema>;

const licenceOf = (survey: string) =>
  dataSources.find(({ covers, name }) => covers === "usage" && name.startsWith(survey))?.licence ?? null;

const hundredths = (value: number) => Math.round(value * 100) / 100;

/** @param day for the state of release lines */
export function presentFramework(row: CatalogueRow, framework: FrameworkView, day: string): Framework {
  return {
    ...presentSummary(row),
    facts: presentFacts(framework.facts),
    featureEvidence: framework.features.map(({ id, ...evidence }) => ({ feature: id, ...evidence })),
    standingEvidence: {
      source: framework.standing.source,
      asOf: framework.standing.asOf,
      note: framework.standing.note,
    },
    checks: framework.answers,
    measures: framework.measures
      .filter(({ measure }) => measure !== "survey-use")
      .map((one) => ({ ...one, unit: measures.find(({ id }) => id === one.measure)?.unit ?? "" })),
    bench: benchVersion,
    scoreIntervals: Object.fromEntries(
      framework.scores.map(({ criterion, low, high, coverage }) => [
        criterion,
        { low: hundredths(low), high: hundredths(high), coverage: hundredths(coverage) },
      ]),
    ) as Framework["scoreIntervals"],
    supportPolicy: {
      url: framework.policyUrl,
      source: framework.supportSource,
      asOf: framework.supportAsOf,
      note: framework.supportNote,
    },
    releases: framework.releases.map((cycle) => ({
      cycle: cycle.cycle,
      state: cycleState(cycle, day),
      released: cycle.released,
      latest: cycle.latest,
      latestReleased: cycle.latestReleased,
      activeUntil: cycle.activeUntil,
      endOfLife: cycle.endOfLife,
      extendedUntil: cycle.extendedUntil,
      lts: cycle.lts,
      runtime: cycle.runtime,
      source: cycle.source ?? framework.supportSource,
      asOf: cycle.asOf ?? framework.supportAsOf,
      note: cycle.note ?? null,
    })),
    starHistory: framework.stars,
    benchmarks: presentBenchmarks(framework.benchmarks),
    usage: framework.usage.map(({ measure, ...figure }) => ({
      ...figure,
      measure: measure as Framework["usage"][number]["measure"],
      licence: licenceOf(figure.survey),
    })),
    resources: framework.resources.map(({ recommendations, ...resource }) => ({
      ...(resource as Omit<Framework["resources"][number], "recommendedBy">),
      recommendedBy: recommendations.map(({ source }) => source.slug),
    })),
    lineage: framework.lineage.map(({ relatedSlug, ...ancestor }) => ({ ...ancestor, framework: relatedSlug })),
    descendants: framework.descendants.map(({ relation, slug, name }) => ({ relation, framework: slug, name })),
    corrections: framework.corrections,
  };
}
