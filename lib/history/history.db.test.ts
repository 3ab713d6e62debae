import { beforeAll, expect, it } from "vitest";
import { db } from "../db/index.ts";
import { loadContent } from "../frameworks/content.ts";
import { entriesOf, newestFirst } from "../frameworks/entries.ts";
import { getFramework } from "../frameworks/queries.ts";
import { seed } from "../frameworks/seed.ts";
import { contentOf } from "../testing/content.ts";
import { freshDatabase } from "../testing/database.ts";
import { historyFeed } from "./feed.ts";
import { getHistory } from "./queries.ts";

beforeAll(async () => {
  const url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(
    url,
    contentOf(loadContent(), (slug) => ["django", "laravel", "gin"].includes(slug)),
  );
  const { id: frameworkId } = await db().framework.findUniqueOrThrow({ where: { slug: "laravel" } });
  const { id: decidedById } = await db().person.create({ data: { email: "m@example.org", name: "M" } });
  const one = { frameworkId, decidedById, reason: "Because", decidedAt: new Date("2026-11-20T10:00:00Z") };
  await db().suggestion.createMany({
    data: [
      {
        ...one,
        kind: "wording",
        status: "approved",
        before: "Old words",
        body: { claim: 1, text: "New & better", why: "They were wrong." },
      },
      {
        ...one,
        kind: "correction",
        status: "approved",
        body: { text: "It is 13 now.", url: "https://laravel.com/docs" },
      },
      {
        ...one,
        kind: "correction",
        status: "reverted",
        body: { text: "Never mind.", url: "https://laravel.com/docs" },
      },
      { ...one, kind: "report", status: "approved", body: { text: "A secret" } },
    ],
  });
  const detail = { claim: "A claim", slug: "a-claim", from: "Still true", to: "Disputed" };
  await db().change.createMany({
    data: [
      { frameworkId, kind: "verdict", subject: "1", detail },
      { frameworkId, kind: "support", subject: "2", detail: { cycle: "12", until: "2027-02-24" } },
    ],
  });
});

it("tells what changed, why and whose word it is, the newest first", async () => {
  const history = await getHistory("laravel");
  const entries = history?.entries ?? [];
  expect(entries.map(({ day }) => day).join()).toBe(
    newestFirst(entries)
      .map(({ day }) => day)
      .join(),
  );
  expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  expect(entries).toContainEqual(
    expect.objectContaining({
      day: "2026-11-20",
      kind: "entry",
      title: "Better words for a claim",
      why: "New & better It read “Old words” before. They were wrong.",
    }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({
      title: "A correction",
      source: { name: "laravel.com", href: "https://laravel.com/docs" },
    }),
  );
  expect(entries).toContainEqual(
    expect.objectContaining({
      kind: "verdict",
      title: "Laravel: “A claim” is now disputed",
      why: "The verdict was still true before.",
      path: "/frameworks/laravel#claim-a-claim",
    }),
  );
  const text = JSON.stringify(entries);
  for (const hidden of ["Never mind", "A secret", "support ends on"]) expect(text).not.toContain(hidden);
  for (const kind of ["release", "support", "source", "dispute", "bench"])
    expect(entries.map((entry) => entry.kind)).toContain(kind);
  expect(await getHistory("nothing-of-the-kind")).toBeNull();
});

it("a release that no release line covers is in the history by the fact of the latest one", async () => {
  const gin = await getHistory("gin");
  expect(gin?.entries).toContainEqual(
    expect.objectContaining({ day: "2026-02-28", kind: "release", title: "Gin 1.12.0 came out" }),
  );
  const others = await Promise.all(["django", "laravel"].map((slug) => getHistory(slug)));
  expect(others.flatMap((one) => one?.entries ?? []).filter(({ id }) => id.startsWith("latest-"))).toEqual([]);
});

it("every dispute has a reason and a source, and what lies ahead is no history", async () => {
  const framework = await getFramework("laravel");
  if (!framework) throw new Error("no Laravel");
  const entries = entriesOf(framework, "2024-06-01");
  for (const { kind, why, source } of entries.filter((entry) => entry.kind === "dispute"))
    expect([kind, why !== "", source !== null]).toEqual(["dispute", true, true]);
  expect(entries.some(({ title }) => title === "Laravel 11 came out")).toBe(true);
  for (const { day } of entries) expect("2024-06-01".startsWith(day) || day < "2024-06-01").toBe(true);
});

it("the feed is the history's newest, with ids that stay", async () => {
  const history = await getHistory("laravel");
  if (!history) throw new Error("no Laravel");
  const feed = historyFeed(history);
  expect(feed).toContain("<title>Laravel: what changed (Framewise)</title>");
  expect(feed).toContain('<link rel="self" href="http://localhost:3000/frameworks/laravel/feed.xml"/>');
  expect(feed).toContain("<id>tag:localhost,2026:history-laravel-release-12</id>");
  expect(feed).toContain("New &amp; better");
  expect(feed.match(/<entry>/g)?.length).toBe(Math.min(50, history.entries.length));
  for (const [, updated] of feed.matchAll(/<updated>([^<]*)</g))
    expect(new Date(updated ?? "").toISOString()).toBe(updated);
});
