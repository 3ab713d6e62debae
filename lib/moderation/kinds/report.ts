import "server-only";
import { z } from "zod";
import type { Transaction } from "../../db/index.ts";
import type { RecordData } from "../../decide/record.ts";
import { recordId } from "../../decide/schema.ts";
import { Refusal } from "../../request/refusal.ts";
import { line } from "../fields.ts";
import { defineKind, never, said } from "../kind.ts";

/** Why words of people can be reported: a review, what the author of a record wrote, or a maintainer's reply. */
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
      z.object({ what: z.literal("reply"), of: z.uuid({ error: "There is no such reply." }), ...why }),
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
    const text = await textOf(tx, what, of);
    if (await isHidden(tx, what, of)) throw new Refusal("A moderator has hidden this already.", { status: 409 });
    if (!text) throw new Refusal("What you report isn't there any more.", { status: 404 });
    return text;
  },
  known: never,
  apply: async (tx, row) => {
    const { what, of } = said(row);
    const because = row.reason ?? unsaid;
    if (what !== "review") return hide(tx, what, of, because);
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
    if (what !== "review") await hide(tx, what, of, because);
    else if (other && because)
      await tx.hiddenReview.updateMany({ where: { suggestionId: id }, data: { suggestionId: other.id, because } });
    else await tx.hiddenReview.deleteMany({ where: { suggestionId: id } });
  },
  // A record's page is kept by nobody.
  touches: async (tx, { body }) => {
    if (body?.what === "review") return (await reviewed(tx, body.of))?.framework.slug ?? null;
    return body?.what === "reply" ? ((await replied(tx, body.of))?.claim.framework.slug ?? null) : null;
  },
});

type What = "review" | "record" | "reply";

async function textOf(tx: Transaction, what: What, of: string): Promise<string | null | undefined> {
  if (what === "review") return (await reviewed(tx, of))?.review;
  if (what === "reply") return (await replied(tx, of))?.text;
  return wordsOf(await tx.decisionRecord.findUnique({ where: { id: of }, select: { data: true } }));
}

/** Hides what has a place for the reason of its own, or shows it again. */
async function hide(tx: Transaction, what: "record" | "reply", of: string, because: string | null): Promise<void> {
  const hidden = { where: { id: of }, data: { hiddenBecause: because } };
  if (what === "record") await tx.decisionRecord.updateMany(hidden);
  else await tx.claimReply.updateMany(hidden);
}

async function isHidden(tx: Transaction, what: What, of: string): Promise<boolean> {
  const hidden = { where: { id: of, hiddenBecause: { not: null } } };
  if (what === "record") return (await tx.decisionRecord.count(hidden)) > 0;
  if (what === "reply") return (await tx.claimReply.count(hidden)) > 0;
  const rating = await reviewed(tx, of);
  const pair = rating && { personId: rating.personId, frameworkId: rating.frameworkId };
  return pair !== null && (await tx.hiddenReview.count({ where: pair })) > 0;
}

const reviewed = (tx: Transaction, reviewId: string) =>
  tx.rating.findUnique({
    where: { reviewId },
    select: { personId: true, frameworkId: true, review: true, framework: { select: { slug: true } } },
  });

const replied = (tx: Transaction, id: string) =>
  tx.claimReply.findFirst({
    where: { id, deletedAt: null },
    select: { text: true, claim: { select: { framework: { select: { slug: true } } } } },
  });

/** What the author of a record wrote, in one text. */
export function wordsOf(row: { data: unknown } | null): string {
  if (!row) return "";
  const { title, context, because, deciders } = (row.data as RecordData).words;
  return [title, context, because, deciders].filter(Boolean).join("\n");
}
