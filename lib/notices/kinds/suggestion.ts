import "server-only";
import { db } from "../../db/index.ts";
import { type SuggestionStatus, suggestionStatuses } from "../../moderation/rules.ts";
import { subjectIn } from "../../moderation/said.ts";
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
      framework: { select: { name: true } },
    },
  });
  return rows.map(({ id, status, reason, decidedAt, framework, ...row }) => ({
    id: `suggestion-${id}-${status}`,
    at: (decidedAt ?? new Date(0)).toISOString(),
    title: `Your suggestion${framework ? ` on ${framework.name}` : ""} was ${suggestionStatuses[status as SuggestionStatus]}: ${subjectIn(row)}`,
    text: reason ?? "",
    path: routes.suggestions,
  }));
}
