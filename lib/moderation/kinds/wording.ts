import "server-only";
import { z } from "zod";
import type { Transaction } from "../../db/index.ts";
import { Refusal } from "../../request/refusal.ts";
import { currentClaim, holdClaim } from "../current-claim.ts";
import { claimId, line } from "../fields.ts";
import { always, defineKind, ownPage, said } from "../kind.ts";

export const wording = defineKind({
  name: "Better words for a claim",
  place: "framework",
  schema: z.object({
    claim: claimId,
    text: line(10, 300, "Say it in a sentence of your own."),
    why: line(5, 500, "Say what was wrong with the old words."),
  }),
  shows: { claim: null, text: "Text", why: "Why" },
  needsModerator: true,
  confidential: false,
  hasSource: false,
  replacesWords: true,
  replaces: null,
  check: always,
  known: async (tx, { claim, text }) =>
    (await tx.claim.count({ where: { id: claim, text } })) > 0 ? "The claim reads like this already." : null,
  /** Gives a claim other words. Its votes stay: whoever approves says that they are about the same. */
  apply: async (tx, row, { seen }) => {
    const { id } = row;
    const { claim: about, text } = said(row);
    const claim = await currentClaim(tx, about);
    if (seen !== null && claim.text !== seen)
      throw new Refusal("The claim has got other words meanwhile: load the page again.", { status: 409 });
    await tx.claim.update({
      where: { id: about },
      data: { text, wordingId: id, wordedBefore: claim.wordedBefore ?? claim.text },
    });
    await tx.suggestion.update({ where: { id }, data: { before: claim.text } });
  },
  /** Gives a claim the words back that it had before. Those of a later suggestion are taken back first. */
  takeBack: async (tx, row) => {
    const { id, before } = row;
    const { claim: about } = said(row);
    await holdClaim(tx, about);
    const claim = await tx.claim.findUniqueOrThrow({ where: { id: about } });
    // The content has got other words since: they stay.
    if (claim.wordingId === null || before === null) return;
    if (claim.wordingId !== id)
      throw new Refusal("The claim has been reworded since: take back the later wording first.", { status: 409 });
    const earlier = before === claim.wordedBefore ? null : await approvedWording(tx, about, before);
    await tx.claim.update({
      where: { id: about },
      data: { text: before, wordingId: earlier, wordedBefore: earlier ? claim.wordedBefore : null },
    });
  },
  touches: ownPage,
});

/** The suggestion that a claim had these words from, where they aren't the content's. */
async function approvedWording(tx: Transaction, claim: number, text: string): Promise<string | null> {
  const found = await tx.suggestion.findFirst({
    where: {
      kind: "wording",
      status: "approved",
      AND: [{ body: { path: ["claim"], equals: claim } }, { body: { path: ["text"], equals: text } }],
    },
    orderBy: { decidedAt: "desc" },
    select: { id: true },
  });
  return found?.id ?? null;
}
