import { z } from "zod";
import { roundedScore } from "../../bench/score.ts";
import { criterionIds } from "../../claims/criteria.ts";
import { priorWeight, wilsonLower } from "../../claims/rules.ts";
import type { FrameworkView } from "../../frameworks/framework.ts";
import {
  addDistributions,
  countOf,
  type Distribution,
  distributionOf,
  experiences,
  fewestRatings,
  meanOf,
} from "../../ratings/rules.ts";
import { claimIdOf } from "../addresses.ts";
import * as schema from "../schema.ts";
import { score } from "./summary.ts";

const cell = {
  n: schema.whole.describe("Ratings that count."),
  mean: score.nullable().describe(`Null under ${fewestRatings} ratings.`),
  interval: z
    .object({ low: score, high: score })
    .nullable()
    .describe("The 90 % interval of the mean, where there is a mean."),
  distribution: z
    .array(schema.whole)
    .length(5)
    .nullable()
    .describe(`How many gave 1, 2, 3, 4 and 5. Under ${fewestRatings} ratings told of the overall rating only.`),
};

const part = z.number().describe("A part of the shift.");

export const aggregatesSchema = schema.named(
  "Aggregates",
  z
    .object({
      framework: schema.frameworkId,
      votes: z.array(
        z.object({
          claim: schema.claimId,
          yes: schema.whole,
          no: schema.whole,
          lowerBound: z.number().min(0).max(1).describe("Wilson lower bound of “yes”: what claims are ordered by."),
          verdict: schema.verdict,
        }),
      ),
      ratings: z
        .array(
          z.object({
            criterion: z.enum(["overall", ...criterionIds]),
            ...cell,
            byExperience: z.array(z.object({ experience: schema.experience, ...cell })),
          }),
        )
        .describe("Overall first, then every criterion."),
      uncounted: schema.whole.describe("Overall ratings that are kept and don't count, by the rules on integrity."),
      scores: z
        .array(
          z.object({
            criterion: schema.criterionId,
            value: score
              .nullable()
              .describe(
                "(priorWeight·prior + sum of ratings) / (priorWeight + ratings); null when too little is known.",
              ),
            low: score.describe("The score with everything unknown at its worst."),
            high: score.describe("The score with everything unknown at its best."),
            coverage: z.number().min(0).max(1).describe("The part of the bench's weight that is known."),
            bench: score.nullable().describe("What the bench's measures and checks give; null under half coverage."),
            shift: z
              .number()
              .min(-0.5)
              .max(0.5)
              .describe("By how much claims move it: 0.5·(raising − lowering) / (raising + lowering + 2)."),
            prior: score.nullable().describe("bench + shift, within 1 to 5: the score without ratings."),
            priorWeight: z.int().describe("How many ratings the score without ratings is worth."),
            raising: part.describe("Summed weights of the claims that raise it."),
            lowering: part.describe("Summed weights of the claims that lower it."),
            claims: schema.whole.describe("Claims that move it: those that no check or measure decides."),
            ratings: schema.whole.describe("Ratings on this criterion that count."),
          }),
        )
        .describe("Scores with the parts that they are made of. The page /method prints the rule."),
    })
    .describe("What people say of a framework, in numbers."),
);

const round = (value: number, digits: number) => Math.round(value * 10 ** digits) / 10 ** digits;

function presentCell(distribution: Distribution, always: boolean) {
  const found = meanOf(distribution);
  const n = countOf(distribution);
  const told = found && n >= fewestRatings;
  return {
    n,
    mean: told ? round(found.mean, 2) : null,
    interval: told ? { low: round(found.low, 2), high: round(found.high, 2) } : null,
    distribution: told || always ? [...distribution] : null,
  };
}

export function presentAggregates({ slug, claims, ratings, scores }: FrameworkView): z.output<typeof aggregatesSchema> {
  const overall = ratings.filter(({ criterion }) => criterion === "overall");
  return {
    framework: slug,
    votes: claims.map((claim) => ({
      claim: claimIdOf(slug, claim.slug),
      yes: claim.votes.yes,
      no: claim.votes.no,
      lowerBound: round(wilsonLower(claim.votes.yes, claim.votes.yes + claim.votes.no), 4),
      verdict: claim.verdict,
    })),
    ratings: (["overall", ...criterionIds] as const).map((criterion) => ({
      criterion,
      ...presentCell(distributionOf(ratings, criterion), criterion === "overall"),
      byExperience: experiences.map(({ id }) => ({
        experience: id,
        ...presentCell(
          addDistributions(
            ratings
              .filter((tally) => tally.criterion === criterion && tally.experience === id)
              .map((tally) => tally.distribution),
          ),
          false,
        ),
      })),
    })),
    uncounted: overall.reduce((sum, { everyone, distribution }) => sum + everyone - countOf(distribution), 0),
    scores: scores.map((one) => ({
      criterion: one.criterion,
      value: roundedScore(one),
      low: round(one.low, 4),
      high: round(one.high, 4),
      coverage: round(one.coverage, 4),
      bench: one.bench === null ? null : round(one.bench, 4),
      prior: one.bench === null ? null : round(Math.min(5, Math.max(1, one.bench + one.shift)), 4),
      shift: round(one.shift, 4),
      priorWeight,
      raising: one.raising,
      lowering: one.lowering,
      claims: one.claims,
      ratings: one.ratings,
    })),
  };
}
