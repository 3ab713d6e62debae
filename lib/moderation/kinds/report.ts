import "server-only";
import { z } from "zod";
import type { Transaction } from "../../db/index.ts";
import type { RecordData } from "../../decide/record.ts";
import { recordId } from "../../decide/schema.ts";
import { Refusal } from "../../request/refusal.ts";
import { line } from "../fields.ts";
import { defineKind, never, said } from "../kind.ts";

/** Why words of people can be reported: a review, or what the author of a record wrote. */
export const reportReasons = [
  { id: "spam", name: "Spam" },
  { id: "abuse", name: "Abuse" },
  { id: "personal", name: "Says who somebody is" },
  { id: "law", name: "Against the law" },
  { id: "other", name: "Something else" },
] as const;

const why = {
  flag: z.enum(
    reportReasons.map(({ id }) => id),
    { error: "What is it?" },
  ),
  text: line(5, 1_000, "Say why, in a sentence."),
};

const unsaid = "It breaks the rules of this site.";

export const report = defineKind({
  name: "Words that break the rules",
  place: "words",
  schema: z.discriminatedUnion(
    "what",
    [
      z.object({ what: z.literal("review"), of: z.uuid({ error: "There is no such review." }), ...why }),
      z.object({ what: z.literal("record"), of: recordId, ...why }),
    ],
    { error: "Nothing of this kind can be reported." },
  ),
  shows: { what: null, of: null, flag: { label: "It is", words: reportReasons }, text: "Text" },
  needsModerator: true,
  confidential: true,
  hasSource: false,
  replacesWords: false,
  replaces: null,
  /** The words that it is about, as they are when it is sent. */
  check: async (tx, { what, of }) => {
    const text =
      what === "review"
        ? (await reviewed(tx, of))?.review
        : wordsOf(await tx.decisionRecord.findUnique({ where: { id: of }, select: { data: true } }));
    if (await isHidden(tx, what, of)) throw new Refusal("A moderator has hidden this already.", { status: 409 });
    if (!text) throw new Refusal("What you report isn't there any more.", { status: 404 });
    return text;
  },
  known: never,
  apply: async (tx, row) => {
    const { what, of } = said(row);
    const because = row.reason ?? unsaid;
    if (what === "record") {
      await tx.decisionRecord.updateMany({ where: { id: of }, data: { hiddenBecause: because } });
      return;
    }
    const rating = await reviewed(tx, of);
    // Who took the review back meanwhile has nothing to hide; who is hidden already stays so for the first report.
    if (rating)
      await tx.hiddenReview.createMany({
        data: [{ personId: rating.personId, frameworkId: rating.frameworkId, because, suggestionId: row.id }],
        skipDuplicates: true,
      });
  },
  /** Shows again what this report hid, unless another that was upheld is about the same. */
  takeBack: async (tx, row) => {
    const { id } = row;
    const { what, of } = said(row);
    const other = await tx.suggestion.findFirst({
      where: { id: { not: id }, kind: "report", status: "approved", body: { path: ["of"], equals: of } },
      orderBy: { decidedAt: "desc" },
      select: { id: true, reason: true },
    });
    const because = other && (other.reason ?? unsaid);
    if (what === "record") await tx.decisionRecord.updateMany({ where: { id: of }, data: { hiddenBecause: because } });
    else if (other && because)
      await tx.hiddenReview.updateMany({ where: { suggestionId: id }, data: { suggestionId: other.id, because } });
    else await tx.hiddenReview.deleteMany({ where: { suggestionId: id } });
  },
  // A record's page is kept by nobody.
  touches: async (tx, { body }) =>
    body?.what === "review" ? ((await reviewed(tx, body.of))?.framework.slug ?? null) : null,
});

async function isHidden(tx: Transaction, what: "review" | "record", of: string): Promise<boolean> {
  if (what === "record")
    return (await tx.decisionRecord.count({ where: { id: of, hiddenBecause: { not: null } } })) > 0;
  const rating = await reviewed(tx, of);
  const pair = rating && { personId: rating.personId, frameworkId: rating.frameworkId };
  return pair !== null && (await tx.hiddenReview.count({ where: pair })) > 0;
}

const reviewed = (tx: Transaction, reviewId: string) =>
  tx.rating.findUnique({
    where: { reviewId },
    select: { personId: true, frameworkId: true, review: true, framework: { select: { slug: true } } },
  });

/** What the author of a record wrote, in one text. */
export function wordsOf(row: { data: unknown } | null): string {
  if (!row) return "";
  const { title, context, because, deciders } = (row.data as RecordData).words;
  return [title, context, because, deciders].filter(Boolean).join("\n");
}
