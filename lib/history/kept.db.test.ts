import crypto from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { db } from "../db/index.ts";
import { type Content, loadContent } from "../frameworks/content.ts";
import { seed } from "../frameworks/seed.ts";
import { unseal } from "../mail/seal.ts";
import { decide, reopen, revert, suggest } from "../moderation/mutations.ts";
import { getOwnSuggestions } from "../moderation/queries.ts";
import { bodies } from "../moderation/schema.ts";
import { lookForChanges } from "../notices/changes.ts";
import { mailDigests } from "../notices/mail-digests.ts";
import { setDigest, watch } from "../notices/mutations.ts";
import { getNotices } from "../notices/queries.ts";
import { query } from "../process/postgres.ts";
import type { Role } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";
import { contentOf } from "../testing/content.ts";
import { freshDatabase } from "../testing/database.ts";
import { historyFeed } from "./feed.ts";
import { getHistory } from "./queries.ts";

let url = "";
const few = (): Content => contentOf(loadContent(), (slug) => ["express", "gin", "koa"].includes(slug));

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  process.env.SITE_URL = "http://localhost:3000";
  await seed(url, few());
  await lookForChanges();
});

async function viewer(role: Role = "member"): Promise<Viewer> {
  const email = `k${crypto.randomUUID()}@example.org`;
  const person = await db().person.create({ data: { email, name: "K", role, standing: "counted" } });
  return { personId: person.id, email, name: "K", role, sessionId: "", authenticatedAt: new Date() };
}

async function watcher(slug: string): Promise<Viewer> {
  const who = await viewer();
  await watch(who.personId, slug);
  await setDigest(who.personId, "day");
  return who;
}

const typed = "In a reader’s own words";
const read = { url: "https://reader.example/page", date: "2026-11", note: typed, why: "" };

async function sent(kind: "standing" | "release", slug: string, body: object, author?: Viewer): Promise<string> {
  const by = author ?? (await viewer());
  await suggest(by, kind, slug, bodies[kind].parse({ ...read, ...body }));
  return (await getOwnSuggestions(by))[0]?.id ?? "";
}
const approve = async (id: string) => decide(await viewer("moderator"), id, "approve", null, null);
const takeBack = async (id: string) => revert(await viewer("moderator"), id, "It was wrong");
const undo = async (id: string) => reopen(await viewer("moderator"), id);

const entriesOf = async (slug: string) => (await getHistory(slug))?.entries ?? [];
const entryOf = async (slug: string, id: string) => (await entriesOf(slug)).filter((one) => one.id === id);
const noticesOf = async ({ personId }: Viewer) => (await getNotices(personId)).map(({ title }) => title);

/** What is noted within the last minute is told the next time only: as if all of it had been two minutes earlier. */
async function letterTo({ personId, email }: Viewer): Promise<string> {
  await query(url, "UPDATE change SET at = at - interval '2 minutes'");
  await query(url, `UPDATE watch SET since = since - interval '10 minutes' WHERE person_id = '${personId}'`);
  await query(
    url,
    `UPDATE digest SET due_at = now(), told_up_to = told_up_to - interval '2 minutes' WHERE person_id = '${personId}'`,
  );
  await mailDigests();
  const rows = await db().mail.findMany({ where: { sealed: { not: null } } });
  const letters = rows.flatMap(({ sealed }) => (sealed && unseal(sealed)) || []).filter(({ to }) => to === email);
  return letters.map(({ text }) => text).join();
}

it("a standing that went with its correction stays in the history as taken back, without the reader’s words", async () => {
  const before = await entriesOf("express");
  const who = await watcher("express");
  const id = await sent("standing", "express", { standing: "maintenance" });
  await approve(id);
  await lookForChanges();
  expect(await entryOf("express", "standing-maintenance")).toMatchObject([
    { title: "Standing: maintenance", why: typed },
  ]);

  await takeBack(id);
  await lookForChanges();
  expect(await entryOf("express", "standing-maintenance")).toEqual([
    {
      id: "standing-maintenance",
      day: "2026-11",
      kind: "standing",
      title: "Standing: maintenance, taken back",
      why: "It followed from what a reader entered; a moderator took it back.",
      source: null,
      path: "/frameworks/express",
    },
  ]);
  const after = await entriesOf("express");
  expect(new Set(after.map((one) => one.id)).size).toBe(after.length);
  expect(after).toEqual(expect.arrayContaining(before));
  expect(JSON.stringify(after)).not.toContain(typed);
  const history = await getHistory("express");
  expect(history && historyFeed(history)).toMatch(/history-express-standing-maintenance<\/id>/);
  expect(history && historyFeed(history)).toContain("Standing: maintenance, taken back");

  const told = await noticesOf(who);
  expect(told).toEqual(expect.arrayContaining([expect.stringMatching(/^2 changes of Express/)]));
  const together = (await getNotices(who.personId)).find(({ id: one }) => one.startsWith("changes-"));
  expect(together?.text).toBe("Express: Standing: maintenance, taken back, and 1 more.");
  const letter = await letterTo(who);
  expect(letter).toContain("Standing: maintenance (2026-11).");
  expect(letter).toContain("Standing: maintenance (2026-11): a moderator took it back.");
  expect(letter).not.toContain(typed);
});

it("what nobody had looked for yet stays too: it was on the page", async () => {
  const id = await sent("standing", "koa", { standing: "ended" });
  await approve(id);
  await takeBack(id);
  expect(await entryOf("koa", "standing-ended")).toMatchObject([{ title: "Standing: ended, taken back" }]);
  await lookForChanges();
  expect(await entryOf("koa", "standing-ended")).toHaveLength(1);
});

it("an end of support that went stays as taken back, beside the day that stands again", async () => {
  const was = await entryOf("express", "end-3");
  expect(was).toMatchObject([{ day: "2015-07-05" }]);
  const body = { release: "3", released: "2012-10-23", activeUntil: "", endOfLife: "2016-05-05" };
  const id = await sent("release", "express", body);
  await approve(id);
  expect(await entryOf("express", "end-3")).toMatchObject([{ day: "2016-05-05" }]);
  await takeBack(id);
  expect(await entryOf("express", "end-3")).toEqual(was);
  expect(await entryOf("express", "end-3-2016-05-05")).toMatchObject([
    { day: "2016-05-05", title: "Last day of support of 3, taken back" },
  ]);
});

it("an approval that is reopened stays in history, notices and letters, and is told again when it is approved again", async () => {
  const [who, author] = [await watcher("gin"), await viewer()];
  const id = await sent("standing", "gin", { standing: "maintenance" }, author);
  await approve(id);
  await lookForChanges();
  await undo(id);
  await lookForChanges();
  expect(await entryOf("gin", `suggestion-${id}`)).toMatchObject([
    { title: "Standing corrected, taken back", why: "A moderator took the approval back.", source: null },
  ]);
  expect(await entryOf("gin", "standing-maintenance")).toMatchObject([{ title: "Standing: maintenance, taken back" }]);
  expect(await noticesOf(who)).toEqual(
    expect.arrayContaining(["Gin: Standing corrected", "Gin: Standing corrected, taken back"]),
  );
  expect(await noticesOf(author)).toEqual(["Your suggestion on Gin was approved, and waits again: Standing"]);
  expect(await letterTo(who)).toContain("Standing corrected: a moderator took it back.");

  const moderator = await viewer("moderator");
  await decide(moderator, id, "decline", "No", null);
  expect(await entryOf("gin", `suggestion-${id}`)).toMatchObject([{ title: "Standing corrected, taken back" }]);
  expect(await noticesOf(author)).toEqual(["Your suggestion on Gin was declined: Standing"]);
  await undo(id);
  await approve(id);
  await Promise.all(Array.from({ length: 4 }, () => lookForChanges()));
  await lookForChanges();
  expect(await entryOf("gin", `suggestion-${id}`)).toMatchObject([{ title: "Standing corrected" }]);
  expect(await entryOf("gin", "standing-maintenance")).toMatchObject([{ title: "Standing: maintenance", why: typed }]);
  expect((await noticesOf(who)).filter((title) => title === "Gin: Standing corrected")).toHaveLength(2);
  await undo(id);
  expect(await entryOf("gin", `suggestion-${id}`)).toMatchObject([{ title: "Standing corrected, taken back" }]);
  expect(await entryOf("gin", "standing-maintenance")).toMatchObject([{ title: "Standing: maintenance, taken back" }]);
});

it("what a moderator never approved is in no history", async () => {
  const id = await sent("standing", "koa", { standing: "maintenance" });
  await decide(await viewer("moderator"), id, "decline", "No", null);
  await undo(id);
  expect(await entryOf("koa", `suggestion-${id}`)).toEqual([]);
});

it("entries that the content says no more stay as what this site said then; a claim that went leaves no words", async () => {
  await lookForChanges();
  const before = await entriesOf("gin");
  const dispute = before.find(({ kind, id }) => kind === "dispute" && id.startsWith("dispute-"));
  const later = few();
  for (const framework of later.frameworks.filter(({ slug }) => slug === "gin")) {
    framework.facts.latest = {
      ...framework.facts.latest,
      value: { version: "1.13.0", released: "2026-11-25" },
    };
    framework.standing = { ...framework.standing, value: "maintenance", asOf: "2026-11-25" };
    framework.claims = framework.claims.filter(({ id }) => !dispute?.id.endsWith(`-${id}`));
  }
  await query(url, "UPDATE catalogue_version SET hash = 'other'");
  await seed(url, later);
  await lookForChanges();
  const after = await entriesOf("gin");
  expect(before.map(({ id }) => id).filter((id) => after.every((one) => one.id !== id))).toEqual([]);
  expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
  expect(after.find(({ id }) => id === "latest-1.12.0")).toMatchObject({ title: "Gin 1.12.0 came out" });
  expect(after.find(({ id }) => id === "standing-active")).toMatchObject({
    title: "Standing: active",
    why: "This site said so then, and doesn’t any more.",
  });
  const gone = after.find(({ id }) => id === dispute?.id);
  expect(gone?.title).toMatch(/ disputed a claim$/);
});
