import "server-only";
import { db } from "../db/index.ts";
import { type SuggestionStatus, suggestionStatuses } from "../moderation/rules.ts";
import { hashToken } from "../secrets/tokens.ts";
import { routes } from "../site/routes.ts";

export interface Notice {
  /** Stable: a feed reader tells by it what it has seen. */
  id: string;
  at: string;
  title: string;
  text: string;
  path: string;
}

/** What concerns a person, the newest first: changes of frameworks on their lists since they put them there, and what became of their suggestions. */
export async function getNotices(personId: string, limit = 100): Promise<Notice[]> {
  const [changes, suggestions] = await Promise.all([
    db().$queryRaw<
      { id: bigint; at: Date; kind: string; detail: Record<string, string>; slug: string; name: string }[]
    >`
      SELECT c.id, c.at, c.kind, c.detail, f.slug, f.name
      FROM change c JOIN framework f ON f.id = c.framework_id
      WHERE f.retired_at IS NULL AND EXISTS (
        SELECT 1 FROM shortlist_entry e JOIN shortlist s ON s.id = e.shortlist_id
        WHERE s.person_id = ${personId}::uuid AND e.framework_id = c.framework_id AND (e.added_at <= c.at OR c.kind = 'support'))
      ORDER BY c.at DESC LIMIT ${limit}`,
    db().suggestion.findMany({
      where: { personId, decidedAt: { not: null } },
      orderBy: { decidedAt: "desc" },
      take: limit,
      select: { id: true, status: true, reason: true, decidedAt: true, framework: { select: { name: true } } },
    }),
  ]);
  const notices: Notice[] = [
    ...changes.map(({ id, at, kind, detail, slug, name }) =>
      kind === "verdict"
        ? {
            id: `change-${id}`,
            at: at.toISOString(),
            title: `${name}: “${detail.claim}” is now ${detail.to?.toLowerCase()}`,
            text: `The verdict was ${detail.from?.toLowerCase()} before.`,
            path: `${routes.framework(slug)}#claim-${detail.slug}`,
          }
        : {
            id: `change-${id}`,
            at: at.toISOString(),
            title: `${name} ${detail.cycle}: support ends on ${detail.until}`,
            text: "Time to plan the next version.",
            path: `${routes.framework(slug)}#support`,
          },
    ),
    ...suggestions.map(({ id, status, reason, decidedAt, framework }) => ({
      id: `suggestion-${id}-${status}`,
      at: (decidedAt ?? new Date(0)).toISOString(),
      title: `Your suggestion${framework ? ` on ${framework.name}` : ""} was ${suggestionStatuses[status as SuggestionStatus]}`,
      text: reason ?? "",
      path: routes.suggestions,
    })),
  ];
  return notices.sort((a, b) => b.at.localeCompare(a.at)).slice(0, limit);
}

/** How many notices a person hasn't seen. */
export async function countUnseen(personId: string): Promise<number> {
  const { noticesSeenAt } = await db().person.findUniqueOrThrow({
    where: { id: personId },
    select: { noticesSeenAt: true },
  });
  return (await getNotices(personId)).filter(({ at }) => at > noticesSeenAt.toISOString()).length;
}

/** Whose feed an address is; null for one that was never made, or made anew since. */
export async function findFeed(key: string): Promise<{ id: string; name: string } | null> {
  if (!/^[\w-]{22}$/.test(key)) return null;
  return db().person.findUnique({ where: { feedHash: hashToken(key) }, select: { id: true, name: true } });
}
