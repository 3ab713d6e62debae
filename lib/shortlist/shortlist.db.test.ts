import crypto from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { db } from "../db/index.ts";
import { seed } from "../frameworks/seed.ts";
import { query } from "../process/postgres.ts";
import { freshDatabase } from "../testing/database.ts";
import * as verbs from "./mutations.ts";
import { getLists, getSharedList } from "./queries.ts";
import { positionBetween, readSaved, writeSaved } from "./rules.ts";

let url = "";
let slugs: string[] = [];

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  await seed(url);
  slugs = (await query<{ slug: string }>(url, "SELECT slug FROM framework WHERE retired_at IS NULL ORDER BY slug")).map(
    ({ slug }) => slug,
  );
});

async function addPerson(): Promise<string> {
  return (await db().person.create({ data: { email: `s${crypto.randomUUID()}@example.org`, name: "S" } })).id;
}

const slugsOf = async (person: string) =>
  (await getLists(person)).map(({ entries }) => entries.map(({ slug }) => slug));

it("saving at once from many tabs makes one list with everything on it, each once", async () => {
  const person = await addPerson();
  const wanted = slugs.slice(0, 20);
  await Promise.all([...wanted, ...wanted].map((slug) => verbs.addEntry(person, null, slug)));
  await verbs.saveFrameworks(person, [...wanted, "nope", ...slugs.slice(20, 22)]);
  const lists = await slugsOf(person);
  expect(lists).toHaveLength(1);
  expect(lists[0]?.toSorted()).toEqual(slugs.slice(0, 22));
});

it("moves, notes and removals at once lose nothing: each happens on what the others left", async () => {
  const person = await addPerson();
  await verbs.saveFrameworks(person, slugs.slice(0, 12));
  const [list] = await getLists(person);
  if (!list) throw new Error("no list");
  const gone = slugs.slice(0, 3);
  await Promise.all([
    ...Array.from({ length: 40 }, (_, index) =>
      verbs.moveEntry(person, list.id, slugs[3 + (index % 9)] ?? "", index % 2 ? "up" : "down"),
    ),
    ...slugs
      .slice(3, 12)
      .map((slug) =>
        verbs.describeEntry(person, list.id, slug, { status: "trial", note: `note on ${slug}`, reason: "" }),
      ),
    ...gone.map((slug) => verbs.removeEntry(person, list.id, slug)),
    ...slugs.slice(12, 15).map((slug) => verbs.addEntry(person, list.id, slug)),
  ]);
  const [after] = await getLists(person);
  expect(after?.entries.map(({ slug }) => slug).toSorted()).toEqual(slugs.slice(3, 15).toSorted());
  for (const entry of after?.entries ?? [])
    if (slugs.indexOf(entry.slug) < 12) expect(entry.note).toBe(`note on ${entry.slug}`);
});

it("an entry can be moved any number of times, and stays where it was put", async () => {
  const person = await addPerson();
  await verbs.saveFrameworks(person, slugs.slice(0, 3));
  const [list] = await getLists(person);
  for (let index = 0; index < 130; index += 1) {
    const [current = []] = await slugsOf(person);
    await verbs.moveEntry(person, list?.id ?? "", current[2] ?? "", { before: current[1] ?? "" });
    expect((await slugsOf(person))[0]).toEqual([current[0], current[2], current[1]]);
  }
  await verbs.moveEntry(person, list?.id ?? "", "nope", "up").catch(() => {});
  expect((await slugsOf(person))[0]).toHaveLength(3);
});

it("somebody else's list is not there: it can't be read, changed, shared, copied or deleted", async () => {
  const [owner, other] = [await addPerson(), await addPerson()];
  await verbs.saveFrameworks(owner, slugs.slice(0, 2));
  const [list] = await getLists(owner);
  const id = list?.id ?? "";
  const before = JSON.stringify(await getLists(owner));
  const slug = slugs[0] ?? "";
  for (const attempt of [
    () => verbs.addEntry(other, id, slugs[5] ?? ""),
    () => verbs.moveEntry(other, id, slug, "down"),
    () => verbs.describeEntry(other, id, slug, { status: "rejected", note: "x", reason: "y" }),
    () => verbs.restoreEntry(other, id, slugs[6] ?? "", { position: 0, status: "chosen", note: "", reason: "" }),
    () => verbs.renameList(other, id, "Mine"),
    () => verbs.shareList(other, id, "public"),
    () => verbs.deleteList(other, id),
  ])
    await expect(attempt()).rejects.toMatchObject({ status: 404 });
  await verbs.removeEntry(other, id, slug);
  expect(JSON.stringify(await getLists(owner))).toBe(before);
  expect(await getSharedList(id, other)).toBeNull();
});

it("a link's token is stored as a hash, and only the newest one works", async () => {
  const person = await addPerson();
  await verbs.saveFrameworks(person, slugs.slice(0, 1));
  const [list] = await getLists(person);
  const id = list?.id ?? "";
  const first = (await verbs.shareList(person, id, "link")) ?? "";
  const second = (await verbs.shareList(person, id, "link")) ?? "";
  expect(Buffer.from(first, "base64url")).toHaveLength(16);
  expect(await getSharedList(first, null)).toBeNull();
  expect((await getSharedList(second, null))?.entries).toHaveLength(1);
  expect(await getSharedList(id, null)).toBeNull();
  await verbs.shareList(person, id, "public");
  expect(await getSharedList(second, null)).toBeNull();
  expect(await getSharedList(id, null)).not.toBeNull();
  for (const key of ["", "x", "../../x", "a".repeat(22), "' OR 1=1", `${id}x`])
    expect(await getSharedList(key, null)).toBeNull();
});

it("a visitor's cookie holds slugs and nothing else, whatever is put into it", () => {
  expect(readSaved("koa.gin.koa")).toEqual(["koa", "gin"]);
  for (const text of [undefined, null, "", "...", "<script>", "a b", "../..", "%00", "KOA"])
    expect(readSaved(text)).toEqual([]);
  expect(readSaved(Array.from({ length: 900 }, (_, index) => `f${index}`).join("."))).toHaveLength(50);
  expect(writeSaved(["koa", "x y", "gin"])).toBe("koa.gin");
  expect([
    positionBetween(null, null),
    positionBetween(1, null),
    positionBetween(null, 1),
    positionBetween(1, 2),
  ]).toEqual([0, 2, 0, 1.5]);
});

it("the same wish twice, also at once, makes one list and one copy; the name of another list is still refused", async () => {
  const person = await addPerson();
  const [id, copy] = [crypto.randomUUID(), crypto.randomUUID()];
  await Promise.all([1, 2, 3].map(() => verbs.createList(person, id, "Shop")));
  for (let time = 0; time < 2; time += 1)
    await verbs.duplicateList(person, copy, { name: "Shop", slugs: slugs.slice(0, 2) });
  const lists = await getLists(person);
  expect(lists).toHaveLength(2);
  expect(lists.find((list) => list.id === id)).toMatchObject({ name: "Shop", entries: [] });
  const copied = lists.find((list) => list.id === copy);
  expect([copied?.name, copied?.entries.length]).toEqual(["Shop (2)", 2]);
  await expect(verbs.createList(person, crypto.randomUUID(), "Shop")).rejects.toMatchObject({ field: "name" });
  // Somebody else's id gives nothing of theirs away.
  await expect(verbs.createList(await addPerson(), id, "Shop")).rejects.toMatchObject({ status: 409 });
});

it("an entry that has moved since it was seen stays: the same step twice is one step", async () => {
  const person = await addPerson();
  await verbs.saveFrameworks(person, slugs.slice(0, 3));
  const [list] = await getLists(person);
  const last = list?.entries[2];
  if (!list || !last) throw new Error("no list");
  for (let time = 0; time < 2; time += 1) await verbs.moveEntry(person, list.id, last.slug, "up", last.position);
  expect((await slugsOf(person))[0]).toEqual([slugs[0], slugs[2], slugs[1]]);
});
