// oxlint-disable-next-line no-restricted-imports -- every connection is one of its clients: what they send is looked at.
import pg from "pg";
import { beforeAll, expect, it, vi } from "vitest";
import { db } from "../db/index.ts";
import { loadContent } from "../frameworks/content.ts";
import { seed } from "../frameworks/seed.ts";
import { query } from "../process/postgres.ts";
import { rate } from "../ratings/mutations.ts";
import { saveFrameworks } from "../shortlist/mutations.ts";
import { contentOf } from "../testing/content.ts";
import { freshDatabase } from "../testing/database.ts";
import { exportPerson } from "./export.ts";

let url = "";
let person = "";

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(
    url,
    contentOf(loadContent(), (slug) => slug === "django"),
  );
  person = (await db().person.create({ data: { email: "export@example.org", name: "E", passwordHash: "argon2" } })).id;
  await saveFrameworks(person, ["django"]);
  const rating = { overall: 4, criteria: {}, years: 2, stillUsing: true, review: "It does what it says." };
  await rate(person, "django", { ...rating, experience: "tried" });
});

/** The tables with an id of a person: each uuid that is neither the row's own name nor refers to another table. */
const aboutPeople = `
  SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
  WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.atttypid = 'uuid'::regtype
    AND a.attname NOT IN ('id', 'review_id', 'once')
    AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.conrelid = c.oid
      AND a.attnum = ANY(f.conkey) AND f.confrelid <> 'person'::regclass)`;

/** The tables whose rows go when a person goes, by whatever way. */
const ofPeople = `
  WITH RECURSIVE owned(id) AS (
    SELECT 'person'::regclass::oid
    UNION SELECT conrelid FROM pg_constraint JOIN owned ON confrelid = owned.id WHERE contype = 'f' AND confdeltype = 'c')
  SELECT relname AS name FROM pg_class JOIN owned ON owned.id = pg_class.oid`;

const names = async (sql: string) => (await query<{ name: string }>(url, sql)).map(({ name }) => name);

it("no table with something of a person's is left out of what they can take along", async () => {
  const asked = vi.spyOn(pg.Client.prototype, "query");
  const data = await exportPerson(person);
  const statements = asked.mock.calls.map(([call]) => Object.assign({ text: "", values: [] as unknown[] }, call));
  asked.mockRestore();
  const notIn = (tables: string[], read: typeof statements) =>
    tables.filter((name) => !read.some(({ text }) => text.includes(`FROM "public"."${name}"`)));
  const [about, owned] = [await names(aboutPeople), await names(ofPeople)];
  expect(about).toEqual(expect.arrayContaining(["vote", "audit_entry", "suggestion"]));
  expect(owned).toContain("shortlist_entry");
  expect(
    notIn(
      about,
      statements.filter(({ values }) => values.includes(person)),
    ),
  ).toEqual([]);
  expect(notIn(owned, statements)).toEqual([]);
  expect(data.person).toMatchObject({ id: person, hasPassword: true, shortlists: [{ entries: [{ note: "" }] }] });
  expect(data.ratings).toMatchObject([
    { review: "It does what it says.", scores: [{ criterion: "overall", value: 4 }] },
  ]);
  expect(JSON.stringify(data)).not.toContain("argon2");
});

it("holds nothing of anybody else", async () => {
  const { id: other } = await db().person.create({ data: { email: "other@example.org", name: "O" } });
  expect(await exportPerson(other)).toMatchObject({
    person: { id: other, shortlists: [], decisions: [] },
    ratings: [],
  });
});
