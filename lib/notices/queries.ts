import { hashToken } from "../secrets/tokens.ts";
import "server-only";
import { db } from "../db/index.ts";
import type { Reader } from "./atom.ts";
import { isRhythm, type Rhythm } from "./digest.ts";
import { suggestionNotices } from "./kinds/suggestion.ts";
import { changeKinds } from "./kinds.ts";
import type { Notice } from "./notice.ts";

/** What concerns a person, the newest first: changes of frameworks that they watch or have on a list, since then, and what became of their suggestions. */
export async function getNotices(personId: string, limit = 100): Promise<Notice[]> {
  const notices = (await Promise.all([changeNotices(personId, limit), suggestionNotices(personId, limit)])).flat();
  return notices.sort((a, b) => b.at.localeCompare(a.at)).slice(0, limit);
}

async function changeNotices(personId: string, limit: number): Promise<Notice[]> {
  const kinds = Object.keys(changeKinds);
  const ahead = kinds.filter((kind) => changeKinds[kind]?.ahead);
  const rows = await db().$queryRaw<
    { id: bigint; at: Date; kind: string; detail: unknown; slug: string; name: string }[]
  >`
    SELECT c.id, c.at, c.kind, c.detail, f.slug, f.name
    FROM change c JOIN framework f ON f.id = c.framework_id
    WHERE f.retired_at IS NULL AND c.kind = ANY(${kinds}) AND (
      EXISTS (
        SELECT 1 FROM shortlist_entry e JOIN shortlist s ON s.id = e.shortlist_id
        WHERE s.person_id = ${personId}::uuid AND e.framework_id = c.framework_id
          AND (e.added_at <= c.at OR c.kind = ANY(${ahead})))
      OR EXISTS (
        SELECT 1 FROM watch w
        WHERE w.person_id = ${personId}::uuid AND w.framework_id = c.framework_id
          AND (w.since <= c.at OR c.kind = ANY(${ahead}))))
    ORDER BY c.at DESC LIMIT ${limit}`;
  return rows.flatMap(({ id, at, kind, detail, slug, name }) => {
    const told = changeKinds[kind]?.tell(detail, { slug, name });
    return told ? [{ id: `change-${id}`, at: at.toISOString(), ...told }] : [];
  });
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
export async function findFeed(key: string): Promise<Reader | null> {
  if (!/^[\w-]{22}$/.test(key)) return null;
  return db().person.findUnique({
    where: { feedHash: hashToken(key) },
    select: { id: true, name: true, createdAt: true },
  });
}

/** How often a person is written to. */
export async function getDigest(personId: string): Promise<Rhythm | "off"> {
  const row = await db().digest.findUnique({ where: { personId }, select: { every: true } });
  return row && isRhythm(row.every) ? row.every : "off";
}

/** The frameworks that a person watches, by name. */
export async function getWatched(personId: string): Promise<{ slug: string; name: string; icon: string | null }[]> {
  const rows = await db().watch.findMany({
    where: { personId, framework: { retiredAt: null } },
    orderBy: { framework: { name: "asc" } },
    select: { framework: { select: { slug: true, name: true, icon: true } } },
  });
  return rows.map(({ framework }) => framework);
}
