import "server-only";
import { z } from "zod";
import { suggestedSource } from "../../sources/suggested.ts";
import { today } from "../../text/dates.ts";
import { currentClaim } from "../current-claim.ts";
import { enter } from "../evidence.ts";
import { claimId, line } from "../fields.ts";
import { always, defineKind, ownPage, said } from "../kind.ts";

export const flagReasons = [
  { id: "outdated", name: "Outdated" },
  { id: "wrong", name: "Wrong" },
  { id: "duplicate", name: "Says the same as another" },
  { id: "spam", name: "Spam" },
] as const;

/** The source that reports are put under which a moderator upheld on a day: their dispute counts like an article's. */
const reportSource = (day: string) => ({
  slug: `${suggestedSource}reports-${day}`,
  kind: "article" as const,
  title: `Reports of readers, upheld on ${day}`,
  publisher: "Framewise",
  url: null,
  date: day,
});

export const flag = defineKind({
  name: "A claim that is wrong here",
  place: "framework",
  schema: z.object({
    claim: claimId,
    flag: z.enum(
      flagReasons.map(({ id }) => id),
      { error: "What is it?" },
    ),
    text: line(5, 1_000, "Say why, in a sentence."),
  }),
  shows: { claim: null, flag: { label: "It is", words: flagReasons }, text: "Text" },
  needsModerator: true,
  confidential: false,
  hasSource: false,
  replacesWords: false,
  replaces: null,
  check: always,
  known: async (tx, { claim, text }) => {
    const same = { claimId: claim, note: text, suggestion: { kind: "flag" } };
    return (await tx.assertion.count({ where: same })) > 0 ? "This report is among its evidence already." : null;
  },
  /**
   * What is spam or says the same as another goes; what is outdated or wrong gets the report as a dispute among its
   * evidence, and the verdict follows by its rule.
   */
  apply: async (tx, row) => {
    const { id } = row;
    const { claim: about, flag: reason, text } = said(row);
    await currentClaim(tx, about);
    if (reason === "spam" || reason === "duplicate") {
      await tx.claim.update({ where: { id: about }, data: { removedById: id, retiredAt: new Date() } });
      return;
    }
    const day = today();
    await enter(tx, id, about, reportSource(day), {
      stance: "disputes",
      locator: reason === "outdated" ? "Reported as outdated" : "Reported as wrong",
      url: null,
      note: text,
      since: reason === "outdated" ? day : null,
    });
  },
  takeBack: async (tx, { id }) => {
    await tx.assertion.deleteMany({ where: { suggestionId: id } });
    await tx.claim.updateMany({
      where: { removedById: id, dropped: false },
      data: { removedById: null, retiredAt: null },
    });
    await tx.claim.updateMany({ where: { removedById: id }, data: { removedById: null } });
  },
  touches: ownPage,
});
