import { z } from "zod";
import { answerNames, checkIds } from "../bench/checks.ts";
import { measureIds } from "../bench/measures.ts";
import { criterionIds } from "../claims/criteria.ts";
import { claimKinds, levels, stances } from "../claims/kinds.ts";
import { verdicts } from "../claims/rules.ts";
import { featureIds, featureSupports } from "../frameworks/features.ts";
import { standings } from "../frameworks/standing.ts";
import { useCaseIds } from "../frameworks/use-cases.ts";
import { experiences } from "../ratings/rules.ts";
import { openEnd, supportStates } from "../releases/support.ts";
import { sourceKinds } from "../sources/kinds.ts";
import { longestSlug, slugForm } from "../text/slug.ts";

/** Schemas that have a name of their own in the OpenAPI document. */
export const components = z.registry<{ id: string }>();

/** Gives a schema its name. Call it last: a schema that is changed afterwards is another one, without a name. */
export function named<T extends z.ZodType>(id: string, schema: T): T {
  components.add(schema, { id });
  return schema;
}

/** An object with the same schema for every one of these keys. */
export function keyed<Key extends string, T extends z.ZodType>(keys: readonly Key[], schema: T) {
  return z.object(Object.fromEntries(keys.map((key) => [key, schema])) as Record<Key, T>);
}

const ids = <T extends { id: string }>(list: readonly T[]) => list.map((item) => item.id) as T["id"][];

export const criterionId = named("CriterionId", z.enum(criterionIds).describe("A criterion of the fixed vocabulary."));
export const claimKind = named("ClaimKind", z.enum(ids(claimKinds)).describe("What a claim is about."));
export const level = named("Level", z.enum(ids(levels)).describe("Knowledge needed."));
export const stance = named("Stance", z.enum(stances).describe("Whether a source supports a claim or disputes it."));
export const sourceKind = named(
  "SourceKind",
  z.enum(ids(sourceKinds)).describe("An article is opinion; every other kind is primary evidence."),
);
export const verdict = named(
  "Verdict",
  z.enum(ids(verdicts)).describe(verdicts.map(({ id, meaning }) => `${id}: ${meaning}`).join(" ")),
);
export const useCase = named("UseCase", z.enum(useCaseIds).describe("A kind of work."));
export const featureId = named("FeatureId", z.enum(featureIds).describe("A part that frameworks may bring."));
export const featureSupport = named(
  "FeatureSupport",
  z.enum(ids(featureSupports)).describe("How a framework comes by a feature."),
);
export const standing = named(
  "Standing",
  z.enum(ids(standings)).describe(standings.map(({ id, meaning }) => `${id}: ${meaning}`).join(" ")),
);
export const checkId = named(
  "CheckId",
  z.enum(checkIds as [string, ...string[]]).describe("A question of the bench that an official page answers."),
);
export const answer = named(
  "Answer",
  z
    .enum(Object.keys(answerNames) as [string, ...string[]])
    .describe(
      "How a framework comes by a part (builtin, official, third-party, none), or to what degree something holds.",
    ),
);
export const measureId = named(
  "MeasureId",
  z.enum(measureIds as [string, ...string[]]).describe("A number from a data set that scores are made of."),
);
export const supportState = named(
  "SupportState",
  z.enum(ids(supportStates)).describe(supportStates.map(({ id, meaning }) => `${id}: ${meaning}`).join(" ")),
);
export const experience = named("Experience", z.enum(ids(experiences)).describe("What a rating is given from."));

export const slug = z.string().regex(slugForm).max(longestSlug);
export const frameworkId = slug.describe("The framework's id: its slug, which never changes.");
export const claimId = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/)
  .max(130)
  .describe("The claim's id: the framework's slug, a dot, the claim's slug. It never changes.");
export const sourceId = slug.describe("The source's id: its slug, which never changes.");

export const partialDate = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe("An ISO date as precise as it is known: a year, a month or a day.");
export const day = z.iso.date();
export const endDate = z
  .string()
  .nullable()
  .describe(`An ISO day; "open": ${openEnd}; "ended": over, on no known day; null: not published.`);
export const address = z.string().describe("An address on the web.");
export const note = z.string().nullable().describe("What qualifies it, in our words.");
export const whole = z.int().min(0);
export const self = address.describe("Where this is in the API.");
export const page = address.describe("The page for readers.");

/** Several values of one parameter: given repeatedly, or with commas. */
export const list = <T extends z.ZodType>(item: T, most = 40) => z.array(item).max(most).optional();

/** Parameters of every list that comes in pages. */
export const paging = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(50)
    .describe("How many at most.")
    .meta({ examples: [20] }),
  cursor: z
    .string()
    .max(300)
    .optional()
    .describe("Where to go on: `next` of the answer before. It belongs to the very same query."),
};

/** A page of a list. */
export function listOf<T extends z.ZodType>(id: string, item: T) {
  return named(
    id,
    z.object({
      data: z.array(item),
      next: z.string().nullable().describe("The cursor of the next page; null on the last one."),
      total: whole.describe("How many there are on all pages."),
    }),
  );
}

/** A list that is always whole. */
export const wholeList = <T>(data: T[]) => ({ data, next: null, total: data.length });
