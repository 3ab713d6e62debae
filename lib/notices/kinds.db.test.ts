import { beforeAll, expect, it } from "vitest";
import { db } from "../db/index.ts";
import { loadContent } from "../frameworks/content.ts";
import { seed } from "../frameworks/seed.ts";
import { query } from "../process/postgres.ts";
import { saveFrameworks } from "../shortlist/mutations.ts";
import { contentOf } from "../testing/content.ts";
import { freshDatabase } from "../testing/database.ts";
import { changeKinds } from "./kinds.ts";
import { getNotices } from "./queries.ts";

let url = "";

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(
    url,
    contentOf(loadContent(), (slug) => slug === "django"),
  );
});

it("the database knows the same kinds of changes as the code: a new one comes with its migration", async () => {
  const [check] = await query<{ definition: string }>(
    url,
    "SELECT pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conname = 'change_kind_known'",
  );
  const named = [...(check?.definition.matchAll(/'([\w-]+)'/g) ?? [])].map(([, kind]) => kind);
  expect(new Set(named)).toEqual(new Set(Object.keys(changeKinds)));
});

it("a change of an unknown kind, or kept in another form, is not told rather than told wrong", async () => {
  const { id: reader } = await db().person.create({ data: { email: "kinds@example.org", name: "K" } });
  await saveFrameworks(reader, ["django"]);
  const { id: frameworkId } = await db().framework.findUniqueOrThrow({ where: { slug: "django" } });
  await query(url, "ALTER TABLE change DROP CONSTRAINT change_kind_known");
  const change = async (kind: string, subject: string, detail: object) =>
    db().change.create({ data: { frameworkId, kind, subject, detail } });
  await change("merger", "1", { with: "another" });
  await change("support", "2", { version: "5.2" });
  await change("support", "3", { cycle: "5.2", until: "2028-04-30" });
  expect((await getNotices(reader)).map(({ title }) => title)).toEqual(["Django 5.2: support ends on 2028-04-30"]);
});

it("an entry that was noted before entries had titles is told by its kind", () => {
  const django = { slug: "django", name: "Django" };
  const kept = { kind: "claim", text: "It is small" };
  expect(changeKinds.entry?.tell(kept, django)?.title).toBe("Django: A new claim");
  expect(changeKinds.entry?.write(kept)).toBe("A new claim: a reader’s suggestion was approved.");
  expect(changeKinds.entry?.tell({ ...kept, title: "Licence corrected" }, django)?.title).toBe(
    "Django: Licence corrected",
  );
});
