import "server-only";
import { db } from "../../db/index.ts";
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
  return rows.map(({ id, status, reason, decidedAt, framework, ...row }) => {
    const granted = framework && !framework.retiredAt ? grantedBy({ kind: row.kind, status, framework }) : null;
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
}
