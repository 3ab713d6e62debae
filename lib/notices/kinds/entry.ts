import "server-only";
import { z } from "zod";
import { db } from "../../db/index.ts";
import { publicKinds } from "../../moderation/kinds.ts";
import { isReopening, reopenedIn } from "../../moderation/reopened.ts";
import { nameIn, saidIn, titleIn } from "../../moderation/said.ts";
import { routes } from "../../site/routes.ts";
import { defineChange } from "../kind.ts";

/** Milliseconds after a decision for which it is looked for: the clock looks far more often. */
const lookedFor = 30 * 86_400_000;

/** What a reader suggested and a moderator entered, and what was taken back of it; of a reopening that is noted at once. */
export const entry = defineChange({
  detail: z.object({
    kind: z.string(),
    text: z.string(),
    // What was kept before there were titles has its kind alone.
    title: z.string().optional(),
    takenBack: z.boolean().default(false),
  }),
  ahead: false,
  history: false,
  together: false,
  async *look(frameworks) {
    const known = new Set(frameworks.map(({ id }) => id));
    const rows = await db().suggestion.findMany({
      where: {
        status: { in: ["approved", "reverted"] },
        kind: { in: publicKinds },
        decidedAt: { gte: new Date(Date.now() - lookedFor) },
      },
      orderBy: { decidedAt: "asc" },
      select: { id: true, kind: true, status: true, reason: true, body: true, before: true, frameworkId: true },
    });
    const reopened = await db().change.findMany({ where: isReopening(), select: { subject: true } });
    for (const { id, frameworkId, status, reason, ...row } of rows) {
      if (frameworkId === null || !known.has(frameworkId)) continue;
      const again = reopened.filter(({ subject }) => reopenedIn(subject) === id).length;
      const detail = { kind: row.kind, title: titleIn(row), takenBack: status === "reverted" };
      yield detail.takenBack
        ? { frameworkId, subject: `${id}-taken-back`, detail: { ...detail, text: reason ?? "" } }
        : { frameworkId, subject: again > 0 ? `${id}-again-${again}` : id, detail: { ...detail, text: saidIn(row) } };
    }
  },
  tell: ({ kind, title = nameIn(kind), text, takenBack }, framework) => ({
    title: `${framework.name}: ${title}${takenBack ? ", taken back" : ""}`,
    text: text || (takenBack ? "A moderator took it back." : ""),
    path: routes.history(framework.slug),
  }),
  write: ({ kind, title = nameIn(kind), takenBack }) =>
    takenBack ? `${title}: a moderator took it back.` : `${title}: a reader’s suggestion was approved.`,
});
