import { z } from "zod";
import type { ClaimView } from "../../claims/view.ts";
import { apiUrl, claimIdOf, claimPage } from "../addresses.ts";
import * as schema from "../schema.ts";

const assertion = schema.named(
  "Assertion",
  z
    .object({
      source: schema.sourceId,
      sourceKind: schema.sourceKind,
      stance: schema.stance,
      locator: z.string().describe("Where in the source."),
      url: schema.address.nullable().describe("The very page, or else the source's address; null when not recorded."),
      date: schema.partialDate.describe("When the source was published, or its state that was read."),
      note: schema.note,
      since: schema.partialDate.nullable().describe("A dispute's “no longer since”."),
      versionEnded: z
        .string()
        .nullable()
        .describe("End of life of the version that was current when the source was written; null when not known."),
    })
    .describe("A source supports a claim, or disputes it."),
);

const votes = schema.named(
  "Votes",
  z.object({ yes: schema.whole, no: schema.whole }).describe("Answers to “is it true today?”: those that count."),
);

const reply = schema.named(
  "Reply",
  z
    .object({
      text: z.string(),
      day: schema.day.describe("When it was written, or changed last."),
      confirmed: schema.day.describe("When a moderator confirmed its author as a maintainer of the framework."),
      revoked: schema.day.nullable().describe("Since when they are none any more; null while they are."),
    })
    .describe(
      "What a maintainer of the framework says to a claim. It is no evidence, and moves no verdict and no score.",
    ),
);

export const claimSchema = schema.named(
  "Claim",
  z
    .object({
      id: schema.claimId,
      framework: schema.frameworkId,
      kind: schema.claimKind,
      criterion: schema.criterionId,
      text: z.string(),
      level: schema.level.nullable().describe("Of claims of kind level only."),
      useCases: z.array(schema.useCase).describe("Of claims of kind use-case only."),
      verdict: schema.verdict,
      votes,
      assertions: z.array(assertion),
      reworded: z
        .object({ before: z.string(), why: z.string(), day: schema.day })
        .nullable()
        .describe("What it said before a suggestion gave it better words; votes are on both. Null when none did."),
      replies: z.array(reply),
      self: schema.self,
      page: schema.page,
    })
    .describe("One statement on one framework."),
);

export type Claim = z.output<typeof claimSchema>;

export function presentClaim(claim: ClaimView, framework: string): Claim {
  const id = claimIdOf(framework, claim.slug);
  return {
    id,
    framework,
    kind: claim.kind,
    criterion: claim.criterion,
    text: claim.text,
    level: claim.level,
    useCases: claim.useCases as Claim["useCases"],
    verdict: claim.verdict,
    votes: { yes: claim.votes.yes, no: claim.votes.no },
    assertions: claim.assertions.map(({ source, stance, locator, url, note, since, versionEnded }) => ({
      source: source.slug,
      sourceKind: source.kind,
      stance,
      locator,
      url: url ?? source.url,
      date: source.date,
      note,
      since,
      versionEnded,
    })),
    reworded: claim.reworded,
    replies: claim.replies.map(({ text, day, confirmed, revoked }) => ({ text, day, confirmed, revoked })),
    self: apiUrl(`/claims/${id}`),
    page: claimPage(framework, claim.slug),
  };
}
