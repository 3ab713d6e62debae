import { hashToken } from "../secrets/tokens.ts";
import "server-only";
import { Prisma } from "../db/generated/client.ts";
import { db } from "../db/index.ts";
import type { Reader } from "./atom.ts";
import { isRhythm, type Rhythm } from "./digest.ts";
import type { ChangeKind } from "./kind.ts";
import { suggestionNotices } from "./kinds/suggestion.ts";
import { changeKinds } from "./kinds.ts";
import type { Notice } from "./notice.ts";

/** What concerns a person, the newest first: changes of frameworks that they watch or have on a list, since then, and what became of their suggestions. */
export async function getNotices(personId: string, limit = 100): Promise<Notice[]> {
  const sources = [changeNotices, changesTogether, suggestionNotices];
  const notices = (await Promise.all(sources.map((find) => find(personId, limit)))).flat();
  return notices.sort((a, b) => b.at.localeCompare(a.at)).slice(0, limit);
}

async function changeNotices(personId: string, limit: number): Promise<Notice[]> {
  const alone = kindsWhere(({ together }) => !together);
  const rows = await db().$queryRaw<(ToldOf & { id: bigint })[]>`
    SELECT c.id, c.at, c.kind, c.detail, f.slug, f.name
    FROM change c JOIN framework f ON f.id = c.framework_id
    WHERE c.kind = ANY(${alone}) AND ${concerns(personId)} ORDER BY c.at DESC LIMIT ${limit}`;
  return rows.flatMap(({ id, at, ...row }) => {
    const told = tell(row);
    return told ? [{ id: `change-${id}`, at: at.toISOString(), ...told }] : [];
  });
}

/** Changes that come by the dozen: of a framework on one day, one notice that leads to the newest of them in its history. */
async function changesTogether(personId: string, limit: number): Promise<Notice[]> {
  const together = kindsWhere((kind) => kind.together);
  const days = await db().$queryRaw<(ToldOf & { count: number; day: string })[]>`
    SELECT max(c.at) AS at, count(*)::int AS count, to_char(c.at, 'YYYY-MM-DD') AS day, f.slug, f.name,
      (array_agg(c.kind ORDER BY c.detail->>'day' DESC, c.id DESC))[1] AS kind,
      (array_agg(c.detail ORDER BY c.detail->>'day' DESC, c.id DESC))[1] AS detail
    FROM change c JOIN framework f ON f.id = c.framework_id
    WHERE c.kind = ANY(${together}) AND ${concerns(personId)}
    GROUP BY f.id, day ORDER BY at DESC LIMIT ${limit}`;
  return days.flatMap(({ count, day, at, ...row }) => {
    const told = tell(row);
    if (!told) return [];
    const many = { title: `${count} changes of ${row.name}`, text: `${told.title}, and ${count - 1} more.` };
    return [{ id: `changes-${row.slug}-${day}`, at: at.toISOString(), ...told, ...(count > 1 && many) }];
  });
}

interface ToldOf {
  at: Date;
  kind: string;
  detail: unknown;
  slug: string;
  name: string;
}

const tell = ({ kind, detail, slug, name }: Omit<ToldOf, "at">) =>
  changeKinds[kind]?.tell(detail, { slug, name }) ?? null;

const kindsWhere = (fits: (kind: ChangeKind) => boolean) =>
  Object.entries(changeKinds).flatMap(([id, kind]) => (fits(kind) ? [id] : []));

/** Whether a change `c` of a framework `f` concerns a person: one that they watch or have on a list since before. */
function concerns(personId: string): Prisma.Sql {
  const ahead = kindsWhere((kind) => kind.ahead);
  return Prisma.sql`f.retired_at IS NULL AND (
    EXISTS (
      SELECT 1 FROM shortlist_entry e JOIN shortlist s ON s.id = e.shortlist_id
      WHERE s.person_id = ${personId}::uuid AND e.framework_id = c.framework_id
        AND (e.added_at <= c.at OR c.kind = ANY(${ahead})))
    OR EXISTS (
      SELECT 1 FROM watch w
      WHERE w.person_id = ${personId}::uuid AND w.framework_id = c.framework_id
        AND (w.since <= c.at OR c.kind = ANY(${ahead}))))`;
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
