import "server-only";
import { z } from "zod";
import { criteria, criterionIds } from "../../claims/criteria.ts";
import { enterFromPage } from "../evidence.ts";
import { line, source, sourceShows } from "../fields.ts";
import { always, defineKind, ownPage, said } from "../kind.ts";
import { suggestedPosition } from "../rules.ts";

export const claim = defineKind({
  name: "A new claim",
  place: "framework",
  schema: z.object({
    side: z.enum(["pro", "con"], { error: "Is it for it or against it?" }),
    criterion: z.enum(criterionIds, { error: "Which criterion is it about?" }),
    text: line(10, 300, "Say it in a sentence of your own."),
    ...source,
  }),
  shows: { side: "For or against", criterion: { label: "Criterion", words: criteria }, text: "Text", ...sourceShows },
  needsModerator: false,
  confidential: false,
  hasSource: true,
  replacesWords: false,
  replaces: null,
  check: always,
  known: async (tx, { text }, { frameworkId }) => {
    const same = {
      frameworkId: frameworkId ?? -1,
      retiredAt: null,
      text: { equals: text, mode: "insensitive" },
    } as const;
    return (await tx.claim.count({ where: same })) > 0 ? "This claim is on the page already." : null;
  },
  apply: async (tx, row, { sourceKind }) => {
    const { id, frameworkId } = row;
    if (frameworkId === null) return;
    const body = said(row);
    const slug = `suggested-${id.slice(0, 8)}`;
    const own = { kind: body.side, criterion: body.criterion, text: body.text, suggestionId: id, retiredAt: null };
    // One whose approval was undone keeps its row, and gets its source anew.
    const entered = await tx.claim.upsert({
      where: { frameworkId_slug: { frameworkId, slug } },
      create: { frameworkId, slug, position: suggestedPosition, useCases: [], ...own },
      update: own,
    });
    await tx.assertion.deleteMany({ where: { claimId: entered.id, suggestionId: id } });
    await enterFromPage(tx, id, sourceKind, {
      ...body,
      claim: entered.id,
      stance: "supports",
      locator: body.sourceTitle,
      note: "",
    });
  },
  // Retired, not deleted: what people said of it refers to it.
  takeBack: async (tx, { id }) => {
    await tx.claim.updateMany({ where: { suggestionId: id }, data: { retiredAt: new Date(), removedById: null } });
  },
  touches: ownPage,
});
