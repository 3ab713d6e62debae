import crypto from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { vote } from "../claims/mutations.ts";
import { db } from "../db/index.ts";
import { getFramework } from "../frameworks/queries.ts";
import { seed } from "../frameworks/seed.ts";
import { query } from "../process/postgres.ts";
import { saveFrameworks } from "../shortlist/mutations.ts";
import { freshDatabase } from "../testing/database.ts";
import { atom } from "./atom.ts";
import { lookForChanges } from "./changes.ts";
import { answerFeed } from "./feed.ts";
import { markSeen, renewFeed, unwatch, watch } from "./mutations.ts";
import { countUnseen, findFeed, getNotices, getWatched } from "./queries.ts";

let url = "";

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(url);
  await lookForChanges();
});

const person = async (standing = "new") =>
  (await db().person.create({ data: { email: `n${crypto.randomUUID()}@example.org`, name: "N & <N>", standing } })).id;

it("a verdict that flips is told once to who has the framework on a list, and to nobody else", async () => {
  const [reader, other] = [await person(), await person()];
  await saveFrameworks(reader, ["django"]);
  await saveFrameworks(other, ["rails"]);
  expect(
    (await getNotices(reader)).filter(({ id, path }) => id.startsWith("change") && path.includes("#claim")),
  ).toEqual([]);
  const claim = (await getFramework("django"))?.claims.find(({ verdict }) => verdict === "still-true");
  for (let index = 0; index < 15; index += 1)
    await vote(await person("counted"), claim?.id ?? 0, -1, BigInt(Date.now()) * 1_000n);
  await Promise.all(Array.from({ length: 4 }, () => lookForChanges()));
  await lookForChanges();
  const notices = (await getNotices(reader)).filter(({ path }) => path.includes("#claim"));
  expect(notices).toHaveLength(1);
  expect(notices[0]).toMatchObject({
    title: `Django: “${claim?.text}” is now outdated`,
    text: "The verdict was still true before.",
    path: `/frameworks/django#claim-${claim?.slug}`,
  });
  expect((await getNotices(other)).filter(({ path }) => path.includes("#claim"))).toEqual([]);
  // Who puts it on a list later is not told what was before.
  const late = await person();
  await saveFrameworks(late, ["django"]);
  expect((await getNotices(late)).filter(({ path }) => path.includes("#claim"))).toEqual([]);
});

it("an end of support that is near is told once", async () => {
  const reader = await person();
  await saveFrameworks(reader, ["laravel"]);
  await query(
    url,
    "UPDATE release SET end_of_life = to_char(now() + interval '40 days', 'YYYY-MM-DD'), active_until = NULL, extended_until = NULL FROM framework f WHERE f.id = framework_id AND f.slug = 'laravel'",
  );
  await lookForChanges();
  await lookForChanges();
  const notices = (await getNotices(reader)).filter(({ path }) => path === "/frameworks/laravel#support");
  expect(notices).toHaveLength(1);
  expect(notices[0]?.title).toMatch(/^Laravel \S+: support ends on \d{4}-\d\d-\d\d$/);
});

it("who watches a framework is told of it from then on, without a list, and who stops is told no more", async () => {
  const [reader, other] = [await person(), await person()];
  await watch(reader, "flask");
  await watch(reader, "flask");
  await expect(watch(reader, "nothing-of-the-kind")).rejects.toMatchObject({ status: 404 });
  expect(await getWatched(reader)).toEqual([expect.objectContaining({ slug: "flask", name: "Flask" })]);
  expect(await getNotices(reader)).toEqual([]);
  const today = new Date().toISOString().slice(0, 10);
  const { id: frameworkId } = await db().framework.findUniqueOrThrow({ where: { slug: "flask" } });
  await db().release.create({ data: { frameworkId, cycle: "99", position: 99, released: today, lts: false } });
  const entered = { kind: "claim", frameworkId, body: { text: "It is <small>" }, status: "approved" };
  await db().suggestion.create({ data: { ...entered, decidedAt: new Date() } });
  // What only moderators may know, and what was declined, is told to nobody.
  await db().suggestion.create({ data: { ...entered, kind: "report", decidedAt: new Date() } });
  await db().suggestion.create({ data: { ...entered, status: "declined", reason: "No", decidedAt: new Date() } });
  await lookForChanges();
  await lookForChanges();
  const told = (await getNotices(reader)).map(({ title, text }) => `${title} ${text}`);
  expect(told.toSorted()).toEqual([`Flask 99 came out Released on ${today}.`, "Flask: A new claim It is <small>"]);
  await db().suggestion.updateMany({
    where: { frameworkId, kind: "claim", status: "approved" },
    data: { status: "reverted", reason: "It isn’t", decidedAt: new Date() },
  });
  await lookForChanges();
  const undone = (await getNotices(reader)).map(({ title, text }) => `${title} ${text}`);
  expect(undone).toContain("Flask: A new claim, taken back It isn’t");
  expect(undone).toContain("Flask: A new claim It is <small>");
  expect(await getNotices(other)).toEqual([]);
  await unwatch(other, "flask");
  await watch(other, "flask");
  // Who watches later is not told what was before.
  expect(await getNotices(other)).toEqual([]);
  await unwatch(reader, "flask");
  expect([await getNotices(reader), await getWatched(reader)]).toEqual([[], []]);
});

it("seen notices are not counted again, and a feed has an address that can be renewed", async () => {
  const reader = await person();
  await db().suggestion.create({
    data: {
      personId: reader,
      kind: "correction",
      body: {},
      status: "declined",
      reason: "No <source> & so on",
      decidedAt: new Date(Date.now() + 1_000),
    },
  });
  expect(await countUnseen(reader)).toBe(1);
  const first = await renewFeed(reader);
  const second = await renewFeed(reader);
  expect(await findFeed(first)).toBeNull();
  const owner = await findFeed(second);
  expect(owner?.id).toBe(reader);
  for (const key of ["", "x", "a".repeat(22), reader]) expect(await findFeed(key)).toBeNull();
  if (!owner) throw new Error("no feed");
  const feed = atom(owner, second, await getNotices(reader));
  expect(feed).toContain('<title type="html"><![CDATA[Your suggestion was declined: A correction]]></title>');
  expect(feed).toContain("No &lt;source&gt; &amp; so on");
  expect(feed).toContain("notices for N &amp; &lt;N&gt;");
  expect(feed).toContain('<link rel="alternate" href="http://localhost:3000/notices"/>');
  expect(feed).toContain(`<link rel="self" href="http://localhost:3000/feed/${second}"/>`);
  await db().suggestion.updateMany({ where: { personId: reader }, data: { decidedAt: new Date() } });
  await new Promise((resolve) => setTimeout(resolve, 20));
  await markSeen(reader);
  expect(await countUnseen(reader)).toBe(0);
});

it("a feed is sent again only when it has changed, and is as old as its newest notice, or its reader", async () => {
  const reader = await person();
  const key = await renewFeed(reader);
  const ask = (headers: Record<string, string> = {}) => answerFeed(key, new Headers(headers));
  const updatedIn = async (answer: Response) =>
    Date.parse(/<updated>([^<]+)<\/updated>/.exec(await answer.text())?.[1] ?? "");
  const { createdAt } = await db().person.findUniqueOrThrow({ where: { id: reader } });
  const empty = await ask();
  expect(await updatedIn(empty)).toBe(createdAt.getTime());
  const [etag = "", modified = ""] = [empty.headers.get("etag"), empty.headers.get("last-modified")].map(String);
  const asking: Record<string, string>[] = [{ "if-none-match": `W/${etag}` }, { "if-modified-since": modified }];
  for (const known of asking) {
    const answer = await ask(known);
    expect([answer.status, answer.headers.get("etag"), await answer.text()]).toEqual([304, etag, ""]);
  }
  const decidedAt = new Date(createdAt.getTime() + 60_000);
  await db().suggestion.create({
    data: { personId: reader, kind: "correction", body: {}, status: "declined", reason: "No.", decidedAt },
  });
  const both = { "if-none-match": etag, "if-modified-since": decidedAt.toUTCString() };
  for (const known of [both, { "if-modified-since": modified }] as Record<string, string>[]) {
    const answer = await ask(known);
    expect(answer.status).toBe(200);
    expect(await updatedIn(answer)).toBe(decidedAt.getTime());
  }
});
