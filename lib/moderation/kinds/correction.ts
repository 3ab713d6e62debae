import "server-only";
import { z } from "zod";
import { https, line } from "../fields.ts";
import { always, defineKind, ownPage } from "../kind.ts";

const nothing = async () => {};

export const correction = defineKind({
  name: "A correction",
  place: "framework",
  schema: z.object({ text: line(10, 2_000, "Say what is wrong, and what is right."), url: https }),
  shows: { text: "Text", url: "Address" },
  needsModerator: false,
  confidential: false,
  hasSource: false,
  replacesWords: false,
  replaces: null,
  check: always,
  known: async (tx, body, { id, frameworkId }) => {
    const same = { id: { not: id }, kind: "correction", status: "approved", frameworkId, body: { equals: body } };
    return (await tx.suggestion.count({ where: same })) > 0 ? "This correction is on the page already." : null;
  },
  // While it is approved, the framework's page prints it from its own row.
  apply: nothing,
  takeBack: nothing,
  touches: ownPage,
});
