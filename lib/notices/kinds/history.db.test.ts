import { beforeAll, expect, it } from "vitest";
import { db } from "../../db/index.ts";
import { loadContent } from "../../frameworks/content.ts";
import { seed } from "../../frameworks/seed.ts";
import { getHistory } from "../../history/queries.ts";
import type { Letter } from "../../mail/letter.ts";
import { unseal } from "../../mail/seal.ts";
import { query } from "../../process/postgres.ts";
import { contentOf } from "../../testing/content.ts";
import { freshDatabase } from "../../testing/database.ts";
import { lookForChanges } from "../changes.ts";
import { mailDigests } from "../mail-digests.ts";
import { markSeen, setDigest, watch } from "../mutations.ts";
import { countUnseen, getNotices } from "../queries.ts";

let url = "";
let django = 0;
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  process.env.SITE_URL = "http://localhost:3000";
  await seed(
    url,
    contentOf(loadContent(), (slug) => ["django", "flask"].includes(slug)),
  );
  django = (await db().framework.findUniqueOrThrow({ where: { slug: "django" } })).id;
  await lookForChanges();
});

async function reader(): Promise<{ id: string; email: string }> {
  const email = `${crypto.randomUUID()}@example.org`;
  const { id } = await db().person.create({ data: { email, name: "R" } });
  await watch(id, "django");
  await setDigest(id, "day");
  return { id, email };
}

/** What is noted within the last minute is told the next time only: as if all of it had been two minutes earlier. */
async function letterTo({ id, email }: { id: string; email: string }): Promise<Letter[]> {
  await query(url, "UPDATE change SET at = at - interval '2 minutes'");
  await query(url, `UPDATE watch SET since = since - interval '10 minutes' WHERE person_id = '${id}'`);
  await query(
    url,
    `UPDATE digest SET due_at = now(), told_up_to = told_up_to - interval '2 minutes' WHERE person_id = '${id}'`,
  );
  await mailDigests();
  const rows = await db().mail.findMany({ where: { sealed: { not: null } } });
  return rows.flatMap(({ sealed }) => (sealed && unseal(sealed)) || []).filter(({ to }) => to === email);
}

const ofDjango = () => ({ frameworkId: django, retiredAt: null });
let position = 900;
/** A source of the content's that came since, and disputes some claims. */
async function newSource(slug: string, claims: number): Promise<void> {
  const of = { slug, kind: "official", publisher: `Publisher ${slug}`, url: "https://example.org/", date: "2024" };
  const { id: sourceId } = await db().source.create({ data: { ...of, title: `Title of ${slug}` } });
  const about = await db().claim.findMany({ where: ofDjango(), orderBy: { id: "asc" }, take: claims });
  await db().assertion.createMany({
    data: about.map(({ id: claimId }) => ({
      claimId,
      sourceId,
      stance: "disputes",
      locator: "here",
      note: `Django is ${slug}`,
      position: (position += 1),
    })),
  });
}

it("the first look at a framework is no news, but keeps each entry of its history as of its own day", async () => {
  const entries = (await getHistory("django"))?.entries ?? [];
  const noted = await db().change.findMany({ where: { frameworkId: django, kind: { in: ["history", "release"] } } });
  expect(noted.length).toBeGreaterThan(20);
  expect(noted).toHaveLength(entries.length);
  const { id } = await reader();
  expect(await getNotices(id)).toEqual([]);
});

it("every new entry is told once: one notice for all of a day, one line each in the letter, with reason and source", async () => {
  const who = await reader();
  await newSource("fresh", 3);
  await db().framework.update({
    where: { id: django },
    data: { standing: "maintenance", standingAsOf: "2026-11-01", standingNote: "Fixes only." },
  });
  await Promise.all(Array.from({ length: 4 }, () => lookForChanges()));
  await lookForChanges();
  const isTogether = ({ title }: { title: string }) => /changes of Django/.test(title);
  const [notice, ...others] = (await getNotices(who.id)).filter(isTogether);
  expect(others).toEqual([]);
  expect(notice).toMatchObject({
    title: "4 changes of Django",
    text: "Django: Standing: maintenance, and 3 more.",
    path: "/frameworks/django/history#standing-maintenance",
  });
  const [letter, ...more] = await letterTo(who);
  expect(more).toEqual([]);
  expect(letter?.text).toMatch(/: Standing: maintenance \(2026-11-01\)\. Fixes only\. Source: \S+\.\n/);
  expect(
    letter?.text.match(/Publisher fresh disputes “.+” \(2024\)\. Django is fresh\. Source: Title of fresh\./g),
  ).toHaveLength(3);
  expect(await letterTo(who)).toHaveLength(1);
});

it("a single one is told by its own title, and more on the same day are unseen again", async () => {
  const who = await reader();
  await query(url, `UPDATE watch SET since = now() WHERE person_id = '${who.id}'`);
  await newSource("single", 1);
  await lookForChanges();
  const notice = (await getNotices(who.id)).find(({ id }) => id.startsWith("changes-"));
  expect(notice?.title).toMatch(/^Django: Publisher single disputes “/);
  await query(url, "UPDATE change SET at = at - interval '1 second'");
  await markSeen(who.id);
  expect(await countUnseen(who.id)).toBe(0);
  await newSource("second", 1);
  await lookForChanges();
  expect(await countUnseen(who.id)).toBe(1);
});

it("what a reader typed is in the history, and in no letter", async () => {
  const who = await reader();
  const typed = "Verify at https://evil.example";
  const suggestion = { kind: "wording", frameworkId: django, body: {}, status: "open" };
  const { id: wordingId } = await db().suggestion.create({ data: suggestion });
  const claim = await db().claim.findFirstOrThrow({ where: ofDjango(), orderBy: { id: "asc" } });
  await db().claim.update({ where: { id: claim.id }, data: { text: typed, wordingId, wordedBefore: claim.text } });
  await newSource("later", 1);
  await db().assertion.updateMany({
    where: { source: { slug: "later" } },
    data: { note: typed, suggestionId: wordingId },
  });
  const stated = { standing: "ended", standingSource: "https://evil.example/", standingNote: typed };
  await db().framework.update({ where: { id: django }, data: stated });
  await db().rowCorrection.create({
    data: { frameworkId: django, spot: "standing", suggestionId: wordingId, replaced: {} },
  });
  await lookForChanges();
  expect((await getHistory("django"))?.entries.some(({ title }) => title.includes(typed))).toBe(true);
  const [letter] = await letterTo(who);
  expect(letter?.text).toContain(
    "Publisher later disputes “a claim in a reader’s words” (2024). Source: Title of later.",
  );
  expect(letter?.text).toMatch(/: Standing: ended \(2026-11-01\)\.\n/);
  for (const part of [letter?.text, letter?.html]) expect(part).not.toContain("evil");
});

it("a letter is bounded: the newest of a framework, how many more there are, and where", async () => {
  const who = await reader();
  await newSource("much", 20);
  await lookForChanges();
  const [letter] = await letterTo(who);
  expect(letter?.text.match(/Publisher much disputes/g)?.length).toBeLessThanOrEqual(15);
  expect(letter?.text).toMatch(
    /- And \d+ more, in its history\.\n {2}http:\/\/localhost:3000\/frameworks\/django\/history\n/,
  );
});
