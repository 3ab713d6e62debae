import { z } from "zod";
import { checkIds } from "../bench/checks.ts";
import { measureIds } from "../bench/measures.ts";
import { criterionIds } from "../claims/criteria.ts";
import { claimKinds, levels, stances } from "../claims/kinds.ts";
import { sourceKinds } from "../sources/kinds.ts";
import { isPartialDate } from "../text/dates.ts";
import { longestSlug, slugForm } from "../text/slug.ts";
import { useCaseIds } from "./use-cases.ts";

/**
 * What may come in from `prisma/content`. Dates are ISO, as precise as is known: a year, a month or a day.
 * Everything unknown is `null`, never a guess.
 */
const ids = <T extends { id: string }>(list: readonly T[]) => list.map((item) => item.id) as [T["id"], ...T["id"][]];

const slug = z.string().regex(slugForm, "lower-case words joined by hyphens").max(longestSlug);
const url = z.url({ protocol: /^https$/, error: "an https address" });
const day = z.iso.date();
const partialDate = z.string().refine(isPartialDate, "a date such as 2020, 2020-11 or 2020-11-18");
const sentence = z.string().trim().min(2);

/** A fact and where it was read. `note` qualifies it; `editorial` marks a reading of ours rather than a quotation. */
const fact = <T extends z.ZodType>(value: T) =>
  z.strictObject({
    value: value.nullable(),
    source: url.nullable(),
    asOf: partialDate.nullable(),
    note: sentence.optional(),
    editorial: z.boolean().optional(),
  });

const textFact = fact(sentence);

export const factsSchema = z.strictObject({
  languages: fact(z.array(sentence).min(1)),
  platform: textFact,
  kind: fact(z.enum(["full-stack", "micro", "api-first", "meta"])),
  architecture: fact(z.array(sentence)),
  licence: textFact,
  repository: fact(url),
  website: fact(url),
  docs: fact(url),
  firstRelease: fact(partialDate),
  /** "none": known to have no stable release yet. */
  firstStable: fact(z.union([partialDate, z.literal("none")])),
  creator: textFact,
  maintainer: textFact,
  latest: fact(z.strictObject({ version: sentence, released: partialDate.nullable() })),
  package: fact(z.strictObject({ registry: sentence, name: sentence })),
  stars: fact(z.int().nonnegative()),
});

/** `null`: not published. `false`: no end announced. `true`: already ended, on no known day. */
const endDate = z.union([day, z.boolean()]).nullable();

const cycleSchema = z.strictObject({
  cycle: z.string(),
  released: partialDate.nullable(),
  latest: z.string().nullable(),
  latestReleased: partialDate.nullable(),
  activeUntil: endDate,
  endOfLife: endDate,
  extendedUntil: endDate,
  lts: z.boolean(),
  runtime: z.string().optional(),
});

const supportSchema = z.strictObject({
  policyUrl: url.nullable(),
  source: url.nullable(),
  asOf: partialDate.nullable(),
  note: sentence.optional(),
  cycles: z.array(cycleSchema),
});

export const sourceSchema = z.strictObject({
  id: slug,
  kind: z.enum(ids(sourceKinds)),
  title: sentence,
  publisher: sentence,
  url: url.nullable(),
  /** When it was published, or for living documentation the state that was read. */
  date: partialDate,
  licence: sentence.optional(),
  note: sentence.optional(),
});

const assertionSchema = z.strictObject({
  source: slug,
  stance: z.enum(stances),
  /** Where in the source: a heading or list, in the words of a finding aid, not a quotation. */
  locator: sentence,
  /** The very page, where the source is a documentation of many pages. */
  url: url.optional(),
  /** What the source says on it and why it bears on the claim, in our words. Required when it disputes. */
  note: sentence.optional(),
  /** A dispute that says since when the claim no longer holds: it was true before. */
  since: partialDate.optional(),
});

const claimSchema = z
  .strictObject({
    id: slug,
    kind: z.enum(ids(claimKinds)),
    criterion: z.enum(criterionIds as [(typeof criterionIds)[number], ...typeof criterionIds]),
    text: sentence.max(200),
    level: z.enum(ids(levels)).optional(),
    useCases: z.array(z.enum(useCaseIds as [(typeof useCaseIds)[number], ...typeof useCaseIds])).optional(),
    /** The check or measure of the bench that decides it. */
    decidedBy: z.enum([...checkIds, ...measureIds] as [string, ...string[]]).optional(),
    /** A pro or con that states a fact which the project itself can confirm, rather than praise or blame. */
    factual: z.literal(true).optional(),
    assertions: z.array(assertionSchema).min(1, "every claim has a source"),
  })
  .check((ctx) => {
    const claim = ctx.value;
    const issue = (path: (string | number)[], message: string) =>
      ctx.issues.push({ code: "custom", path, message, input: claim });
    if ((claim.kind === "level") !== (claim.level !== undefined))
      issue(["level"], "given for kind level, and only then");
    if ((claim.kind === "use-case") !== (claim.useCases !== undefined))
      issue(["useCases"], "given for kind use-case, and only then");
    if (claim.factual && claim.kind !== "pro" && claim.kind !== "con")
      issue(["factual"], "only of a pro or con: other kinds are facts anyway");
    claim.assertions.forEach((assertion, index) => {
      if (assertion.stance === "disputes" && !assertion.note)
        issue(["assertions", index, "note"], "a dispute says why");
      if (assertion.since && assertion.stance !== "disputes")
        issue(["assertions", index, "since"], "only a dispute has a since");
    });
    const seen = claim.assertions.map((assertion) => `${assertion.source} ${assertion.url ?? ""} ${assertion.locator}`);
    if (new Set(seen).size !== seen.length) issue(["assertions"], "the same place of a source twice");
  });

const resourceSchema = z.strictObject({
  title: sentence,
  url: url,
  cost: z.enum(["official", "free", "paid"]),
  format: z.enum(["documentation", "tutorial", "course", "video", "book", "gallery"]),
  /** Sources that recommend it; empty when it is the project's own page. */
  recommendedBy: z.array(slug),
  /** `unchecked`: the page was not opened by us. */
  state: z.enum(["current", "outdated", "unchecked"]),
  note: sentence.optional(),
});

const lineageSchema = z.strictObject({
  relation: z.enum(["inspired-by", "built-on", "successor-of", "same-authors"]),
  name: sentence,
  /** Slug of the catalogue's entry, when there is one. */
  framework: slug.optional(),
  source: url.nullable(),
  note: sentence.optional(),
});

export const frameworkSchema = z
  .strictObject({
    slug,
    name: sentence,
    tagline: sentence.max(140),
    /** Other names that people type: "RoR", "dotnet", a language, an old name. Lower case. */
    aliases: z.array(z.string().min(1)),
    /** Slug of the logo in simple-icons, or null. */
    icon: z.string().nullable(),
    facts: factsSchema,
    standing: fact(z.enum(["active", "maintenance", "ended"])),
    support: supportSchema,
    starHistory: z.array(z.strictObject({ date: day, stars: z.int().nonnegative(), source: url })),
    sources: z.array(sourceSchema),
    claims: z.array(claimSchema),
    resources: z.array(resourceSchema),
    lineage: z.array(lineageSchema),
  })
  .check((ctx) => {
    const duplicates = ctx.value.claims.map((c) => c.id).filter((id, index, all) => all.indexOf(id) !== index);
    for (const id of new Set(duplicates))
      ctx.issues.push({ code: "custom", path: ["claims"], message: `claim ${id} is there twice`, input: ctx.value });
  });

export const benchmarkRunSchema = z.strictObject({
  slug,
  suite: sentence,
  title: sentence,
  date: day,
  hardware: sentence.nullable(),
  loadTool: sentence.nullable(),
  method: sentence,
  caveat: sentence,
  url,
  licence: sentence,
  entrants: z.int().positive().nullable(),
  /** The one run that charts are drawn from. */
  preferred: z.boolean(),
  results: z.array(
    z.strictObject({
      framework: slug,
      label: sentence,
      test: sentence,
      version: z.string().optional(),
      /** Requests per second. */
      rps: z.number().positive(),
      /** Milliseconds. */
      p50: z.number().nonnegative().optional(),
      p99: z.number().nonnegative().optional(),
      note: sentence.optional(),
      suspect: z.boolean().optional(),
    }),
  ),
});

export const usageFigureSchema = z.strictObject({
  framework: slug,
  survey: sentence,
  year: z.int().min(2000).max(2100),
  measure: z.enum(["used", "would use again"]),
  percent: z.number().min(0).max(100),
  respondents: z.int().positive().optional(),
  question: sentence,
  url,
  asOf: partialDate,
  note: sentence.optional(),
});

/** How one begins with it: a line or two of code as its own documentation has them. Whoever isn't here is unknown. */
export const quickStartSchema = z.strictObject({
  framework: slug,
  code: z.string().trim().min(2).max(400),
  source: url,
  checkedOn: day,
});

export type QuickStartContent = z.infer<typeof quickStartSchema>;
export type FrameworkContent = z.infer<typeof frameworkSchema>;
export type SourceContent = z.infer<typeof sourceSchema>;
export type BenchmarkRunContent = z.infer<typeof benchmarkRunSchema>;
export type UsageFigureContent = z.infer<typeof usageFigureSchema>;
