import crypto from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import type { Role } from "../auth/permissions.ts";
import type { Viewer } from "../auth/sessions.ts";
import { vote } from "../claims/mutations.ts";
import { query } from "../cli/postgres.ts";
import { db } from "../db/index.ts";
import { getFramework } from "../frameworks/queries.ts";
import { seed } from "../frameworks/seed.ts";
import { freshDatabase } from "../testing/database.ts";
import { decide, resetSuggests, revert, suggest, withdrawSuggestion } from "./mutations.ts";
import { getDecisions, getOwnSuggestions, getQueue } from "./queries.ts";
import { bodies } from "./schema.ts";

let url = "";

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(url);
});

async function viewer(role: Role = "member"): Promise<Viewer> {
  const person = await db().person.create({
    data: { email: `m${crypto.randomUUID()}@example.org`, name: "M", role, standing: "counted" },
  });
  return { personId: person.id, email: person.email, name: "M", role, sessionId: "", authenticatedAt: new Date() };
}

const source = { url: "https://example.org/page", sourceTitle: "A page", publisher: "Example", date: "2026-11" };
const claim = {
  side: "con",
  criterion: "testing",
  text: "Testing it takes a browser most of the time.",
  ...source,
} as const;

async function sent(author: Viewer, slug = "hono"): Promise<string> {
  await suggest(author, "claim", slug, claim);
  const [own] = await getOwnSuggestions(author);
  return own?.id ?? "";
}

it("changes nothing before a moderator approves it; then the claim is there with its source, can be voted on, and survives the next seed", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const before = JSON.stringify(await getFramework("hono"));
  const id = await sent(author);
  expect(JSON.stringify(await getFramework("hono"))).toBe(before);
  expect((await getQueue(moderator)).open.map((one) => one.id)).toContain(id);
  await decide(moderator, id, "approve", null, "official");
  const find = async () => (await getFramework("hono"))?.claims.find(({ text }) => text === claim.text);
  expect(await find()).toMatchObject({
    kind: "con",
    verdict: "still-true",
    assertions: [
      { stance: "supports", source: { title: "A page", publisher: "Example", kind: "official", date: "2026-11" } },
    ],
  });
  const entered = await find();
  expect(await vote(author.personId, entered?.id ?? 0, 1, BigInt(Date.now()) * 1_000n)).toMatchObject({ yes: 1 });
  await query(url, "UPDATE catalogue_version SET hash = 'other'");
  await seed(url);
  expect(await find()).toMatchObject({ id: entered?.id, votes: { yes: 1, no: 0 } });
  expect(await query(url, "SELECT * FROM community_drift")).toEqual([]);
});

it("is decided by one of many moderators at once, and logged once", async () => {
  const id = await sent(await viewer());
  const moderators = await Promise.all(Array.from({ length: 8 }, () => viewer("moderator")));
  const results = await Promise.allSettled(
    moderators.map((one, index) => decide(one, id, index % 2 ? "approve" : "decline", "a reason", null)),
  );
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await query(url, `SELECT 1 FROM audit_entry WHERE detail->>'suggestion' = '${id}'`)).toHaveLength(1);
  expect(await query(url, `SELECT 1 FROM claim WHERE suggestion_id = '${id}'`)).toHaveLength(
    (await db().suggestion.findUniqueOrThrow({ where: { id } })).status === "approved" ? 1 : 0,
  );
});

it("declined, tells its author why; taken back, is gone from the page, and everybody can read that", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const declined = await sent(author);
  await expect(decide(moderator, declined, "decline", null, null)).rejects.toMatchObject({ field: "reason" });
  await decide(moderator, declined, "decline", "The page says the contrary.", null);
  expect((await getOwnSuggestions(author))[0]).toMatchObject({
    status: "declined",
    reason: "The page says the contrary.",
  });
  const approved = await sent(author, "elysia-is-not-there").catch((error: { status: number }) => error.status);
  expect(approved).toBe(404);
  const id = await sent(author, "gin");
  await decide(moderator, id, "approve", null, null);
  const count = async () => (await getFramework("gin"))?.claims.filter(({ text }) => text === claim.text).length;
  expect(await count()).toBe(1);
  await revert(moderator, id, "Found to be wrong");
  expect(await count()).toBe(0);
  const log = await getDecisions();
  expect(log.find((one) => one.id === id)).toMatchObject({ status: "reverted", reason: "Found to be wrong" });
  expect(JSON.stringify(log)).not.toContain(author.personId);
});

it("of a trusted person is entered at once, of a blocked one refused, and both can be reset", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  await decide(moderator, await sent(author), "trust", null, null);
  expect(await suggest(author, "claim", "koa", { ...claim, text: "Another sentence of a trusted person." })).toBe(
    "approved",
  );
  expect((await getFramework("koa"))?.claims.map(({ text }) => text)).toContain(
    "Another sentence of a trusted person.",
  );
  await resetSuggests(moderator, author.personId);
  expect(await suggest(author, "claim", "koa", claim)).toBe("open");
  const [waiting] = await getOwnSuggestions(author);
  await decide(moderator, waiting?.id ?? "", "block", "Spam", null);
  await expect(suggest(author, "claim", "koa", claim)).rejects.toMatchObject({ status: 403 });
  await resetSuggests(moderator, author.personId);
  expect(await suggest(author, "claim", "koa", claim)).toBe("open");
});

it("adds a source for or against a claim, and its verdict follows", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const target = (await getFramework("django"))?.claims.find(({ verdict }) => verdict === "still-true");
  if (!target) throw new Error("no claim");
  await suggest(author, "assertion", "django", {
    claim: target.id,
    stance: "disputes",
    locator: "Second section",
    note: "No longer so.",
    ...source,
  });
  const [own] = await getOwnSuggestions(author);
  await decide(moderator, own?.id ?? "", "approve", null, "article");
  const after = (await getFramework("django"))?.claims.find(({ id }) => id === target.id);
  expect(after?.verdict).toBe("partly");
  expect(after?.assertions.at(-1)).toMatchObject({ stance: "disputes", note: "No longer so." });
  await revert(moderator, own?.id ?? "", "Not convincing");
  expect((await getFramework("django"))?.claims.find(({ id }) => id === target.id)).toEqual(target);
});

it("belongs to its author and to moderators: nobody else reads, withdraws or decides", async () => {
  const [author, other] = [await viewer(), await viewer()];
  const id = await sent(author);
  expect(await getOwnSuggestions(other)).toEqual([]);
  expect(await getQueue(other)).toEqual({ open: [], decided: [] });
  await expect(withdrawSuggestion(other, id)).rejects.toMatchObject({ status: 404 });
  await expect(decide(other, id, "approve", null, null)).rejects.toMatchObject({ status: 404 });
  await expect(revert(other, id, "a reason")).rejects.toMatchObject({ status: 404 });
  await expect(resetSuggests(other, author.personId)).rejects.toMatchObject({ status: 404 });
  await withdrawSuggestion(author, id);
  expect((await getOwnSuggestions(author))[0]?.status).toBe("withdrawn");
  await db().person.delete({ where: { id: author.personId } });
  expect((await db().suggestion.findUniqueOrThrow({ where: { id } })).personId).toBeNull();
});

it("takes only what can be checked: an https source with title, publisher and date, and our own vocabularies", () => {
  expect(bodies.claim.safeParse(claim).success).toBe(true);
  for (const wrong of [
    { url: "http://example.org" },
    { url: "javascript:alert(1)" },
    { url: "https://localhost/x" },
    { url: "https://user@example.org/" },
    { url: "" },
    { sourceTitle: "" },
    { date: "yesterday" },
    { date: "2026-13" },
    { criterion: "beauty" },
    { side: "both" },
    { text: "short" },
    { text: "x".repeat(301) },
  ])
    expect(bodies.claim.safeParse({ ...claim, ...wrong }).success, JSON.stringify(wrong)).toBe(false);
});
