import "server-only";
import { z } from "zod";
import { enterFromPage } from "../evidence.ts";
import { claimId, line, source, sourceShows } from "../fields.ts";
import { always, defineKind, ownPage, said } from "../kind.ts";

export const assertion = defineKind({
  name: "A source for or against a claim",
  place: "framework",
  schema: z.object({
    claim: claimId,
    stance: z.enum(["supports", "disputes"], { error: "Does the source support it or dispute it?" }),
    locator: line(2, 200, "Where on the page does it say so?"),
    note: line(0, 500, "").default(""),
    ...source,
  }),
  shows: { claim: null, stance: "Stance", locator: "Where", note: "Note", ...sourceShows },
  needsModerator: false,
  confidential: false,
  hasSource: true,
  replacesWords: false,
  replaces: null,
  check: always,
  known: async (tx, { claim, stance, url, locator }) => {
    const same = { claimId: claim, stance, locator, source: { url } };
    return (await tx.assertion.count({ where: same })) > 0 ? "This source is with the claim already." : null;
  },
  apply: async (tx, row, { sourceKind }) => enterFromPage(tx, row.id, sourceKind, said(row)),
  takeBack: async (tx, { id }) => {
    await tx.assertion.deleteMany({ where: { suggestionId: id } });
  },
  touches: ownPage,
});
