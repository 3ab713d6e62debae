import "server-only";
import { z } from "zod";
import { db } from "../../db/index.ts";
import { isKind, kinds, publicKinds } from "../../moderation/kinds.ts";
import { saidIn } from "../../moderation/said.ts";
import { routes } from "../../site/routes.ts";
import { defineChange } from "../kind.ts";

/** Milliseconds after a decision for which it is looked for: the clock looks far more often. */
const lookedFor = 30 * 86_400_000;

/** What a reader suggested and a moderator entered. */
export const entry = defineChange({
  detail: z.object({ kind: z.string(), text: z.string() }),
  ahead: false,
  history: false,
  together: false,
  async *look(frameworks) {
    const known = new Set(frameworks.map(({ id }) => id));
    const rows = await db().suggestion.findMany({
      where: { status: "approved", kind: { in: publicKinds }, decidedAt: { gte: new Date(Date.now() - lookedFor) } },
      orderBy: { decidedAt: "asc" },
      select: { id: true, kind: true, body: true, before: true, frameworkId: true },
    });
    for (const { id, frameworkId, ...row } of rows)
      if (frameworkId !== null && known.has(frameworkId))
        yield { frameworkId, subject: id, detail: { kind: row.kind, text: saidIn(row) } };
  },
  tell: ({ kind, text }, framework) => ({
    title: `${framework.name}: ${isKind(kind) ? kinds[kind].name.toLowerCase() : "a change"} was entered`,
    text,
    path: routes.history(framework.slug),
  }),
  write: ({ kind }) =>
    `A reader’s suggestion was approved: ${isKind(kind) ? kinds[kind].name.toLowerCase() : "a change"}.`,
});
