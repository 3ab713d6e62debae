import "server-only";
import { isUniqueViolation } from "../db/errors.ts";
import { db, type Transaction } from "../db/index.ts";
import { run, type Verb } from "../db/verb.ts";
import { Refusal } from "../request/refusal.ts";
import { hashToken, newShareToken } from "../secrets/tokens.ts";
import { type EntryStatus, firstList, mostEntries, mostLists, positionBetween, type Visibility } from "./rules.ts";

const noList = () => new Refusal("There is no such list.", { status: 404 });
const noFramework = () => new Refusal("There is no such framework.", { status: 404 });

/**
 * Holds a list of the person's own while it changes: what two tabs do to it happens one after the other, each on what
 * the other left, and nothing is lost. Somebody else's list is not there.
 */
async function holdList(tx: Transaction, personId: string, listId: string): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM shortlist WHERE id = ${listId}::uuid AND person_id = ${personId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw noList();
}

async function append(tx: Transaction, listId: string, slugs: readonly string[]): Promise<number> {
  let added = 0;
  for (const slug of slugs) {
    added += await tx.$executeRaw`
      INSERT INTO shortlist_entry (shortlist_id, framework_id, position)
      SELECT ${listId}::uuid, f.id, coalesce((SELECT max(position) FROM shortlist_entry WHERE shortlist_id = ${listId}::uuid), 0) + 1
      FROM framework f
      WHERE f.slug = ${slug} AND f.retired_at IS NULL
        AND (SELECT count(*) FROM shortlist_entry WHERE shortlist_id = ${listId}::uuid) < ${mostEntries}
      ON CONFLICT DO NOTHING`;
  }
  return added;
}

/** Saves frameworks to a person's first list, those that are on it already and unknown ones left as they are. */
export async function saveFrameworks(personId: string, slugs: readonly string[]): Promise<void> {
  await db().$queryRaw`
    SELECT save_entry(${personId}::uuid, NULL, slug, ${firstList}, ${mostEntries}) FROM unnest(${[...slugs]}::text[]) AS slug`;
}

/** Puts a framework at the end of a list, or of the person's first. Again it changes nothing. */
export const saveEntry = (listId: string | null, slug: string): Verb => ({
  name: "save_entry",
  values: [listId, slug, firstList, mostEntries],
});

/** What came of `saveEntry`. Throws a `Refusal` (404, or 409 when the list is full). */
export function savedEntry([outcome]: readonly unknown[]): void {
  if (outcome === "no framework") throw noFramework();
  if (outcome === "no list") throw noList();
  if (outcome === "full") throw new Refusal(`A list has ${mostEntries} frameworks at most.`, { status: 409 });
}

/** The same at once, for whom was let in already. */
export async function addEntry(personId: string, listId: string | null, slug: string): Promise<void> {
  savedEntry(await run(personId, saveEntry(listId, slug)));
}

/** An entry as it stood on a list. */
export interface Removed {
  list: string;
  position: number;
  status: EntryStatus;
  note: string;
  reason: string;
}

/**
 * Takes a framework off a list, or off all lists (null), and gives what stood there, to be put back. One that isn't on it is
 * no error.
 */
export const removal = (listId: string | null, slug: string): Verb => ({
  name: "remove_entry",
  values: [listId, slug],
});

/** The same at once, for whom was let in already. */
export async function removeEntry(personId: string, listId: string | null, slug: string): Promise<void> {
  await run(personId, removal(listId, slug));
}

/** Puts a removed entry back as it was: the way to undo. */
export async function restoreEntry(
  personId: string,
  listId: string,
  slug: string,
  was: { position: number; status: EntryStatus; note: string; reason: string },
): Promise<void> {
  await db().$transaction(async (tx) => {
    await holdList(tx, personId, listId);
    const framework = await tx.framework.findFirst({ where: { slug, retiredAt: null }, select: { id: true } });
    if (!framework) throw noFramework();
    const key = { shortlistId: listId, frameworkId: framework.id };
    await tx.shortlistEntry.createMany({ data: [{ ...key, ...was }], skipDuplicates: true });
  });
}

/**
 * Moves an entry one place up or down, or before another one. At the end it stays.
 * @param seenAt where its reader saw it: when it has moved since, it stays, so that the same wish twice moves it once
 */
export async function moveEntry(
  personId: string,
  listId: string,
  slug: string,
  to: "up" | "down" | { before: string },
  seenAt?: number,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await holdList(tx, personId, listId);
    const rows = await tx.shortlistEntry.findMany({
      where: { shortlistId: listId },
      orderBy: [{ position: "asc" }, { frameworkId: "asc" }],
      select: { frameworkId: true, position: true, framework: { select: { slug: true } } },
    });
    const from = rows.findIndex(({ framework }) => framework.slug === slug);
    const entry = rows[from];
    if (!entry) throw noFramework();
    if (seenAt !== undefined && entry.position !== seenAt) return;
    const others = rows.filter((row) => row !== entry);
    const place =
      to === "up"
        ? from - 1
        : to === "down"
          ? from + 1
          : others.findIndex(({ framework }) => framework.slug === to.before);
    if (place < 0 || place > others.length) return;
    const position = positionBetween(others[place - 1]?.position ?? null, others[place]?.position ?? null);
    const key = { shortlistId_frameworkId: { shortlistId: listId, frameworkId: entry.frameworkId } };
    if (position !== others[place - 1]?.position && position !== others[place]?.position) {
      await tx.shortlistEntry.update({ where: key, data: { position } });
      return;
    }
    // Halved until nothing lies between: the whole list is numbered anew.
    const order = [...others.slice(0, place), entry, ...others.slice(place)];
    for (const [index, { frameworkId }] of order.entries())
      await tx.shortlistEntry.update({
        where: { shortlistId_frameworkId: { shortlistId: listId, frameworkId } },
        data: { position: index },
      });
  });
}

/** Sets what a person says of an entry. */
export async function describeEntry(
  personId: string,
  listId: string,
  slug: string,
  said: { status: EntryStatus; note: string; reason: string },
): Promise<void> {
  const { count } = await db().shortlistEntry.updateMany({
    where: { shortlist: { id: listId, personId }, framework: { slug } },
    data: { ...said, reason: said.status === "rejected" ? said.reason : "" },
  });
  if (count === 0) throw new Refusal("It is not on this list any more.", { status: 404 });
}

const sameName = () => new Refusal("You have a list of this name already.", { status: 409, field: "name" });

/**
 * Makes a list of this id; one that is there already stays as it is. Throws a `Refusal` (409) for a name that the person
 * has already, or too many lists.
 */
export async function createList(personId: string, id: string, name: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const made = () => tx.shortlist.count({ where: { id, personId } });
    if ((await made()) > 0) return;
    if ((await tx.shortlist.count({ where: { personId } })) >= mostLists)
      throw new Refusal(`A person has ${mostLists} lists at most.`, { status: 409 });
    const { count } = await tx.shortlist.createMany({ data: [{ id, personId, name }], skipDuplicates: true });
    if (count === 0 && (await made()) === 0) throw sameName();
  });
}

export async function renameList(personId: string, listId: string, name: string): Promise<void> {
  try {
    const { count } = await db().shortlist.updateMany({ where: { id: listId, personId }, data: { name } });
    if (count === 0) throw noList();
  } catch (error) {
    if (isUniqueViolation(error)) throw sameName();
    throw error;
  }
}

export async function deleteList(personId: string, listId: string): Promise<void> {
  const { count } = await db().shortlist.deleteMany({ where: { id: listId, personId } });
  if (count === 0) throw noList();
}

/**
 * Says who may see a list. By link: a new token of 128 bits, returned here and never again; links from before are dead.
 * Otherwise null.
 */
export async function shareList(personId: string, listId: string, visibility: Visibility): Promise<string | null> {
  const token = visibility === "link" ? newShareToken() : null;
  const { count } = await db().shortlist.updateMany({
    where: { id: listId, personId },
    data: { visibility, linkHash: token === null ? null : hashToken(token) },
  });
  if (count === 0) throw noList();
  return token;
}

/**
 * Copies a list that the person may see to a new one of their own, without its notes: those are its owner's. A copy of
 * this id that is there already stays as it is.
 */
export async function duplicateList(
  personId: string,
  id: string,
  list: { name: string; slugs: readonly string[] },
): Promise<void> {
  if ((await db().shortlist.count({ where: { id, personId } })) > 0) return;
  for (let attempt = 1; ; attempt += 1) {
    const name = attempt === 1 ? list.name : `${list.name} (${attempt})`;
    try {
      await createList(personId, id, name.slice(0, 80));
      await db().$transaction(async (tx) => append(tx, id, list.slugs));
      return;
    } catch (error) {
      if (!(error instanceof Refusal) || error.field !== "name" || attempt === mostLists) throw error;
    }
  }
}
