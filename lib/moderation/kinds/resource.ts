import "server-only";
import { z } from "zod";
import { isUniqueViolation } from "../../db/errors.ts";
import { Refusal } from "../../request/refusal.ts";
import { https, line } from "../fields.ts";
import { always, defineKind, ownPage, said } from "../kind.ts";
import { suggestedPosition } from "../rules.ts";

export const resource = defineKind({
  name: "A place to learn it",
  place: "framework",
  schema: z.object({
    title: line(3, 200, "What is it called?"),
    url: https,
    cost: z.enum(["official", "free", "paid"], { error: "What does it cost?" }),
    format: line(2, 40, "Course, book, video …?"),
  }),
  shows: { url: "Address", title: "Title", cost: "Cost", format: "Format" },
  needsModerator: false,
  confidential: false,
  hasSource: false,
  replacesWords: false,
  replaces: null,
  check: always,
  known: async (tx, { url }, { frameworkId }) =>
    (await tx.resource.count({ where: { frameworkId: frameworkId ?? -1, url } })) > 0
      ? "This resource is listed already."
      : null,
  apply: async (tx, row) => {
    const { id, frameworkId } = row;
    if (frameworkId === null) return;
    try {
      await tx.resource.create({
        data: { ...said(row), frameworkId, position: suggestedPosition, state: "unchecked", suggestionId: id },
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refusal("This resource is listed already.", { status: 409 });
      throw error;
    }
  },
  takeBack: async (tx, { id }) => {
    await tx.resource.deleteMany({ where: { suggestionId: id } });
  },
  touches: ownPage,
});
