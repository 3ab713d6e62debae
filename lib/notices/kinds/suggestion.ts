import "server-only";
import { db } from "../../db/index.ts";
import { isReopening, reopenedIn } from "../../moderation/reopened.ts";
import { type SuggestionStatus, suggestionStatuses } from "../../moderation/rules.ts";
import { grantedBy, subjectIn } from "../../moderation/said.ts";
import { routes } from "../../site/routes.ts";
import type { Notice } from "../notice.ts";

/** What became of a person's suggestions: known from these themselves, so nothing of it is noted apart. */
export async function suggestionNotices(personId: string, limit: number): Promise<Notice[]> {
  const rows = await db().suggestion.findMany({
    where: { personId, decidedAt: { not: null } },
    orderBy: { decidedAt: "desc" },
    take: limit,
    select: {
      id: true,
      kind: true,
      body: true,
      before: true,
      status: true,
      reason: true,
      decidedAt: true,
      framework: { select: { slug: true, name: true, retiredAt: true } },
    },
  });
  const decided = rows.map(({ id, status, reason, decidedAt, framework, ...row }) => {
    const granted = grantedBy({ kind: row.kind, status, framework });
    return {
      id: `suggestion-${id}-${status}`,
      at: (decidedAt ?? new Date(0)).toISOString(),
      title:
        granted?.said ??
        `Your suggestion${framework ? ` on ${framework.name}` : ""} was ${suggestionStatuses[status as SuggestionStatus]}: ${subjectIn(row)}`,
      text: granted ? `${granted.way}${reason ? ` · ${reason}` : ""}` : (reason ?? ""),
      path: granted?.path ?? routes.suggestions,
    };
  });
  return [...decided, ...(await reopenedNotices(personId, limit))];
}

/** Of approvals that were reopened, while they wait for another decision. */
async function reopenedNotices(personId: string, limit: number): Promise<Notice[]> {
  const rows = await db().suggestion.findMany({
    where: { personId, status: "open" },
    orderBy: { createdAt: "desc" },
    take: limit,
    select: { id: true, kind: true, body: true, before: true, framework: { select: { name: true } } },
  });
  const notes = await db().change.findMany({
    where: isReopening(rows.map(({ id }) => id)),
    orderBy: { id: "asc" },
    select: { subject: true, at: true },
  });
  const latest = new Map(notes.map((note) => [reopenedIn(note.subject), note]));
  return rows.flatMap(({ id, framework, ...row }) => {
    const note = latest.get(id);
    if (!note) return [];
    return {
      id: `suggestion-${note.subject}`,
      at: note.at.toISOString(),
      title: `Your suggestion${framework ? ` on ${framework.name}` : ""} was approved, and waits again: ${subjectIn(row)}`,
      text: "A moderator took the approval back.",
      path: routes.suggestions,
    };
  });
}
