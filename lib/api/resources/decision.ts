import { z } from "zod";
import { benchVersion } from "../../bench/bench.ts";
import { criteria, criterionIds } from "../../claims/criteria.ts";
import { flipsFor, narrow, nearbyWinsOf, outcomeOf } from "../../decide/decide.ts";
import type { DecideOption } from "../../decide/option.ts";
import { clearLead, leadOf } from "../../decide/ranking.ts";
import { type Decision, decideSearch } from "../../decide/search-params.ts";
import { reach, trials } from "../../decide/weightings.ts";
import { routes } from "../../site/routes.ts";
import { pageUrl } from "../addresses.ts";
import * as schema from "../schema.ts";
import { score } from "./summary.ts";

const share = z.number().min(0).max(1);
const flip = z
  .object({
    at: share.describe("The share at which it draws level; beyond it, it leads."),
    framework: schema.frameworkId,
  })
  .nullable();

export const decisionSchema = schema.named(
  "Decision",
  z
    .object({
      page: schema.page,
      demands: z.array(z.string()).describe("The constraints, as conditions."),
      shares: schema.keyed(criterionIds, share).describe("The weights as parts of 1."),
      ranking: z
        .array(
          z.object({
            framework: schema.frameworkId,
            name: z.string(),
            rank: z.int().min(1),
            total: score.describe("Scores times shares; the mean of its own scores stands for one that is missing."),
            low: score.describe("The total if everything unknown were as bad as can be."),
            high: score.describe("The total if everything unknown were as good as can be."),
            wins: share.describe(
              `The part of the weightings around the one asked for (every weight between 1/${reach} and ${reach} times) in which it comes first, from ${trials} tries.`,
            ),
            unknown: z.array(z.string()).describe("Constraints of which it is not known whether it meets them."),
            scores: schema.keyed(criterionIds, score.nullable()).describe("Null is too little known."),
          }),
        )
        .describe("Best first."),
      lead: z.number().min(0).max(1).nullable().describe("(A − B) / (A − 1) of the first two totals; null with fewer."),
      clearWinner: z.boolean().describe("Whether nobody is too close to call with the first."),
      leadingGroup: z
        .array(schema.frameworkId)
        .describe("The first, and whoever is less than 10 % behind or whose interval reaches over the first one's."),
      couldLeadByMissingEvidence: z
        .array(schema.frameworkId)
        .describe("Those of the leading group that are 10 % and more behind."),
      tooLittleKnown: z.array(schema.frameworkId).describe("Not ranked: under 60 % of what counts is known of them."),
      bench: z.int().describe("The version of the bench that made the scores."),
      flips: z
        .array(z.object({ criterion: schema.criterionId, share, below: flip, above: flip }))
        .describe("The nearest shares of single criteria at which another framework would lead; null: none does."),
      excluded: z.array(
        z.object({
          framework: schema.frameworkId,
          name: z.string(),
          because: z.array(z.object({ demand: z.string(), why: z.string() })),
        }),
      ),
      blank: z
        .array(schema.frameworkId)
        .describe("Left out because nothing is known of them yet; name them to weigh them all the same."),
    })
    .describe("What a decision comes to today. Its query is that of the page /decide."),
);

/** Six places: more than is meant, and the same for the same decision. */
const kept = (value: number) => Math.round(value * 1e6) / 1e6;

export function presentDecision(decision: Decision, options: readonly DecideOption[]): z.input<typeof decisionSchema> {
  const narrowed = narrow(decision, options);
  const outcome = outcomeOf(decision.weights, narrowed.allowed);
  const byCriterion = <T>(values: readonly T[], none: T) =>
    Object.fromEntries(criterionIds.map((id, index) => [id, values[index] ?? none])) as Record<
      (typeof criterionIds)[number],
      T
    >;
  const slugAt = (index: number) => outcome.ranked[index]?.option.slug ?? "";
  const wins = nearbyWinsOf(outcome);
  return {
    page: pageUrl(`${routes.decide}${decideSearch(decision)}`),
    demands: narrowed.demands.map(({ text }) => text),
    shares: byCriterion(outcome.shares.map(kept), 0),
    ranking: outcome.ranked.map(({ option, rank, total, low, high }) => ({
      framework: option.slug,
      name: option.name,
      rank,
      total: kept(total),
      low: kept(low),
      high: kept(high),
      wins: wins.get(option.slug) ?? 0,
      unknown: narrowed.unknown.get(option.slug)?.map(({ demand, why }) => `${demand.text}: ${why}`) ?? [],
      scores: byCriterion<number | null>(option.scores, null),
    })),
    lead: outcome.lead === null ? null : kept(outcome.lead),
    clearWinner: outcome.group.length === 1,
    leadingGroup: outcome.group.map(({ option }) => option.slug),
    couldLeadByMissingEvidence: outcome.group
      .filter(({ total }) => leadOf(outcome.group[0]?.total ?? total, total) >= clearLead)
      .map(({ option }) => option.slug),
    tooLittleKnown: outcome.apart.map(({ slug }) => slug),
    bench: benchVersion,
    flips: flipsFor(outcome).flatMap(({ below, above }, index) => {
      const criterion = criteria[index]?.id;
      const present = (one: typeof below) => one && { at: kept(one.at), framework: slugAt(one.rival) };
      return criterion
        ? [{ criterion, share: kept(outcome.shares[index] ?? 0), below: present(below), above: present(above) }]
        : [];
    }),
    excluded: narrowed.excluded.map(({ option, because }) => ({
      framework: option.slug,
      name: option.name,
      because: because.map(({ demand, why }) => ({ demand: demand.text, why })),
    })),
    blank: narrowed.blank.map(({ slug }) => slug),
  };
}
