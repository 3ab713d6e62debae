import { isId } from "../request/schema.ts";
import "server-only";
import { db } from "../db/index.ts";
import { hashToken, isShareToken } from "../secrets/tokens.ts";
import type { EntryStatus, Visibility } from "./rules.ts";

export interface EntryView {
  slug: string;
  position: number;
  status: EntryStatus;
  note: string;
  reason: string;
}

export interface ListView {
  id: string;
  name: string;
  visibility: Visibility;
  entries: EntryView[];
}

const select = {
  id: true,
  name: true,
  visibility: true,
  entries: {
    where: { framework: { retiredAt: null } },
    orderBy: [{ position: "asc" as const }, { frameworkId: "asc" as const }],
    select: { position: true, status: true, note: true, reason: true, framework: { select: { slug: true } } },
  },
};

interface Row {
  id: string;
  name: string;
  visibility: string;
  entries: { position: number; status: string; note: string; reason: string; framework: { slug: string } }[];
}

/** The vocabularies are vouched for by the database's checks. */
const toList = ({ entries, visibility, ...row }: Row): ListView => ({
  ...row,
  visibility: visibility as Visibility,
  entries: entries.map(({ framework, status, ...entry }) => ({
    ...entry,
    slug: framework.slug,
    status: status as EntryStatus,
  })),
});

/** A person's lists, the oldest first. */
export async function getLists(personId: string): Promise<ListView[]> {
  const rows = await db().shortlist.findMany({
    where: { personId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select,
  });
  return rows.map(toList);
}

/** The slugs that a person has saved to any of their lists. */
export async function getSavedSlugs(personId: string): Promise<string[]> {
  const lists = await getLists(personId);
  return [...new Set(lists.flatMap(({ entries }) => entries.map(({ slug }) => slug)))];
}

export interface SharedList {
  name: string;
  owner: string;
  mine: boolean;
  visibility: Visibility;
  entries: EntryView[];
}

/** A list by its link's token or, when it is public, by its id; null for any other, also for one that is private again. */
export async function getSharedList(key: string, viewerId: string | null): Promise<SharedList | null> {
  const where = isShareToken(key)
    ? { linkHash: hashToken(key), visibility: "link" }
    : isId(key)
      ? { id: key, visibility: "public" }
      : null;
  const row =
    where &&
    (await db().shortlist.findFirst({
      where,
      select: { ...select, personId: true, person: { select: { name: true } } },
    }));
  if (!row) return null;
  const { name, visibility, entries } = toList(row);
  return { name, visibility, entries, owner: row.person.name, mine: row.personId === viewerId };
}
