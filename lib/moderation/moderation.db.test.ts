import crypto from "node:crypto";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { community } from "../cache/refresh.ts";
import { criterionOf } from "../claims/criteria.ts";
import { vote } from "../claims/mutations.ts";
import { db } from "../db/index.ts";
import { UtcClient } from "../db/pool.ts";
import { type Content, loadContent } from "../frameworks/content.ts";
import { getCatalogue, getFramework } from "../frameworks/queries.ts";
import { seed } from "../frameworks/seed.ts";
import { seedLock } from "../frameworks/seed-lock.ts";
import { query } from "../process/postgres.ts";
import { rate, withdraw } from "../ratings/mutations.ts";
import { getHiddenBecause } from "../ratings/queries.ts";
import type { Role } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";
import { contentOf } from "../testing/content.ts";
import { freshDatabase } from "../testing/database.ts";
import { kinds } from "./kinds.ts";
import { decide, decideAll, reopen, resetSuggests, revert, suggest, withdrawSuggestion } from "./mutations.ts";
import { getDecidedSuggestions, getOwnSuggestions, getQueue, getReportable, type QueueFilter } from "./queries.ts";
import { slugOf } from "./rules.ts";
import { bodies } from "./schema.ts";

let url = "";

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(url, few());
});

/** A part of the content, so that it can be seeded many times. */
function few(): Content {
  const wanted = ["django", "express", "flask", "gin", "hono", "koa", "rails"];
  return contentOf(loadContent(), (slug) => wanted.includes(slug));
}

async function viewer(role: Role = "member"): Promise<Viewer> {
  const person = await db().person.create({
    data: { email: `m${crypto.randomUUID()}@example.org`, name: "M", role, standing: "counted" },
  });
  return { personId: person.id, email: person.email, name: "M", role, sessionId: "", authenticatedAt: new Date() };
}

const source = { url: "https://example.org/page", sourceTitle: "A page", publisher: "Example", date: "2026-11" };
/** Another in each test: one that is on the page isn't taken again. */
let claim = { side: "con" as const, criterion: "testing" as const, text: "", ...source };
let made = 0;
beforeEach(() => {
  made += 1;
  claim = { ...claim, text: `Testing it takes a browser in case ${made}.` };
});

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
  await seedAnew();
  expect(await find()).toMatchObject({ id: entered?.id, votes: { yes: 1, no: 0 } });
  expect(await query(url, "SELECT * FROM community_drift")).toEqual([]);
});

it("says before it is approved what it would change, by the rules themselves, and changes nothing by saying it", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const framework = await getFramework("flask");
  const about = framework?.claims.find(
    ({ kind, verdict, judged }) => kind === "pro" && verdict === "still-true" && !judged,
  );
  const dispute = {
    claim: about?.id ?? 0,
    stance: "disputes" as const,
    locator: "Top",
    note: "It says no.",
    ...source,
  };
  await suggest(author, "assertion", "flask", dispute);
  const id = (await getOwnSuggestions(author))[0]?.id ?? "";
  const before = JSON.stringify(await getFramework("flask"));
  const { effects } = await getQueue(moderator);
  expect(JSON.stringify(await getFramework("flask"))).toBe(before);
  const [effect] = effects.get(id) ?? [];
  expect(effect?.lines[0]).toBe("Still true → Partly");
  await decide(moderator, id, "approve", null, "article");
  const after = await getFramework("flask");
  expect(after?.claims.find((one) => one.id === about?.id)?.verdict).toBe("partly");
  const moved = after?.scores.flatMap((score, index) => {
    const [was, now] = [framework?.scores[index]?.value?.toFixed(2), score.value?.toFixed(2)];
    return was === now ? [] : [`${criterionOf(score.criterion).name} ${was} → ${now}`];
  });
  expect(effect?.lines.slice(1)).toEqual(moved);
});

it("tells apart what a source would do as an article and as the project's own, and that a new claim is new", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  claim = { ...claim, url: "https://example.org/read-by-nobody-yet" };
  const id = await sent(author, "koa");
  claim = { ...claim, url: source.url };
  const effects = (await getQueue(moderator)).effects.get(id);
  expect(effects?.map(({ as, lines }) => [as, lines[0]])).toEqual([
    ["article", "A new claim: Unverified"],
    ["official", "A new claim: Still true"],
  ]);
});

it("is looked at by kind, framework and age", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const id = await sent(author, "rails");
  await db().suggestion.update({ where: { id }, data: { createdAt: new Date(Date.now() - 9 * 86_400_000) } });
  const found = async (filter: Partial<QueueFilter>) =>
    (await getQueue(moderator, 1, { kind: null, framework: null, days: 0, ...filter })).open.some(
      (one) => one.id === id,
    );
  expect(await Promise.all([{ kind: "claim" as const, framework: "rails", days: 7 }, {}].map(found))).toEqual([
    true,
    true,
  ]);
  expect(await Promise.all([{ kind: "flag" as const }, { framework: "gin" }, { days: 10 }].map(found))).toEqual([
    false,
    false,
    false,
  ]);
  expect((await getQueue(moderator)).frameworks.map(({ slug }) => slug)).toContain("rails");
});

it("is decided with many others at once, for one reason; undone, all wait again and can be approved anew", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const ids = [await sent(author, "hono")];
  claim = { ...claim, text: `${claim.text} Again.` };
  ids.push(await sent(author, "hono"));
  const picked = [...ids, crypto.randomUUID()].map((id) => ({ id, seen: null }));
  await expect(decideAll(author, picked, "approve", null)).resolves.toMatchObject({ done: [], left: 3 });
  await expect(decideAll(moderator, picked, "decline", null)).rejects.toMatchObject({ field: "reason" });
  expect(await decideAll(moderator, picked, "approve", "Both hold.")).toEqual({ done: ids, left: 1 });
  const entered = async () =>
    (await getFramework("hono"))?.claims.filter(({ text }) => text.startsWith(claim.text.slice(0, -7)));
  expect(await entered()).toHaveLength(2);
  for (const id of ids) await reopen(moderator, id);
  expect(await entered()).toHaveLength(0);
  await expect(reopen(moderator, ids[0] ?? "")).rejects.toMatchObject({ status: 409 });
  const waiting = (await getQueue(moderator)).open.map(({ id }) => id);
  expect(ids.every((id) => waiting.includes(id))).toBe(true);
  expect(await decideAll(moderator, picked.slice(0, 2), "approve", null)).toMatchObject({ left: 0 });
  expect((await entered())?.map(({ assertions }) => assertions.length)).toEqual([1, 1]);
});

it("is decided while other moderators look at what every approval would do", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const ids: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    claim = { ...claim, text: `Testing it takes a browser in case ${made} and round ${round}.` };
    ids.push(await sent(author, round % 2 ? "hono" : "koa"));
  }
  const looks = Array.from({ length: 4 }, () => getQueue(moderator));
  await Promise.all([...ids.map((id) => decide(moderator, id, "approve", null, "article")), ...looks]);
  const open = (await getQueue(moderator)).open.map(({ id }) => id);
  expect(ids.filter((id) => open.includes(id))).toEqual([]);
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
  const log = await getDecidedSuggestions();
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
  expect(await getQueue(other)).toMatchObject({ open: [], decided: [] });
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

const tried = {
  overall: 4,
  criteria: {},
  experience: "tried",
  years: null,
  stillUsing: null,
  review: null,
} as const;
const newId = async (author: Viewer) => (await getOwnSuggestions(author))[0]?.id ?? "";
const claimNow = async (slug: string, id: number) =>
  (await getFramework(slug))?.claims.find((candidate) => candidate.id === id);
async function anyClaim(slug: string) {
  const first = (await getFramework(slug))?.claims[0];
  if (!first) throw new Error(`no claim on ${slug}`);
  return first;
}
const seedAnew = async (content = few()) => {
  await query(url, "UPDATE catalogue_version SET hash = 'other'");
  await seed(url, content);
};

it("gives a claim better words that stay until the content has others, keeps its votes, and gives the old ones back", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const old = await anyClaim("flask");
  await vote(author.personId, old.id, 1, BigInt(Date.now()) * 1_000n);
  const reword = async (text: string) => {
    await suggest(author, "wording", "flask", { claim: old.id, text, why: "The old words were not clear." });
    const id = await newId(author);
    await decide(moderator, id, "approve", null, null);
    return id;
  };
  const first = await reword("The first better words for this claim.");
  await seedAnew();
  expect(await claimNow("flask", old.id)).toMatchObject({
    text: "The first better words for this claim.",
    reworded: { before: old.text, why: "The old words were not clear." },
    votes: { yes: old.votes.yes + 1 },
  });
  const second = await reword("The second better words for this claim.");
  expect((await getQueue(moderator)).decided.find(({ id }) => id === second)?.before).toBe(
    "The first better words for this claim.",
  );
  await expect(revert(moderator, first, "Not in this order")).rejects.toMatchObject({ status: 409 });
  await revert(moderator, second, "The first were better");
  expect(await claimNow("flask", old.id)).toMatchObject({
    text: "The first better words for this claim.",
    reworded: { before: old.text },
  });
  await revert(moderator, first, "The old were best");
  expect(await claimNow("flask", old.id)).toMatchObject({ text: old.text, reworded: null });

  await reword("Words that the content overtakes.");
  const content = few();
  const entered = content.frameworks
    .find(({ slug }) => slug === "flask")
    ?.claims.find(({ id: slug }) => slug === old.slug);
  if (!entered) throw new Error("not in the content");
  entered.text = "What the content says by now.";
  await seedAnew(content);
  expect(await claimNow("flask", old.id)).toMatchObject({ text: "What the content says by now.", reworded: null });
  await seedAnew();
});

it("lets two moderators who word one claim anew at once keep both ways back", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const old = await anyClaim("rails");
  const ids: string[] = [];
  for (const which of ["One", "Another"]) {
    await suggest(author, "wording", "rails", { claim: old.id, text: `${which} way to say it.`, why: "Clearer so." });
    ids.push(await newId(author));
  }
  await Promise.all(ids.map((id) => decide(moderator, id, "approve", null, null)));
  const last = (await claimNow("rails", old.id))?.text;
  const { decided } = await getQueue(moderator);
  const order = ids.toSorted((a) => (decided.find(({ id }) => id === a)?.body.text === last ? -1 : 1));
  for (const id of order) await revert(moderator, id, "back again");
  expect(await claimNow("rails", old.id)).toEqual(old);
});

it("takes spam and duplicates off when a report is upheld, through the next seed, and brings them back", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const target = await anyClaim("koa");
  await decide(moderator, await sent(author, "koa"), "trust", null, null);
  // Nobody takes off alone what others said.
  expect(await suggest(author, "flag", "koa", { claim: target.id, flag: "duplicate", text: "The next says it." })).toBe(
    "open",
  );
  const id = await newId(author);
  await decide(moderator, id, "approve", null, null);
  expect(await claimNow("koa", target.id)).toBeUndefined();
  await seedAnew();
  expect(await claimNow("koa", target.id)).toBeUndefined();
  await revert(moderator, id, "It says something else");
  expect(await claimNow("koa", target.id)).toEqual(target);

  await suggest(author, "flag", "koa", { claim: target.id, flag: "spam", text: "An advertisement." });
  const again = await newId(author);
  await decide(moderator, again, "approve", null, null);
  const content = few();
  for (const framework of content.frameworks)
    if (framework.slug === "koa") framework.claims = framework.claims.filter(({ id: slug }) => slug !== target.slug);
  await seedAnew(content);
  await revert(moderator, again, "It was none");
  expect(await claimNow("koa", target.id)).toBeUndefined();
  await seedAnew();
  expect(await claimNow("koa", target.id)).toMatchObject({ text: target.text });
});

it("puts an upheld report of something outdated or wrong among the evidence, and the verdict follows", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const claims = (await getFramework("express"))?.claims ?? [];
  const confirmed = claims.find(({ verdict }) => verdict === "still-true");
  const unverified = claims.find(({ verdict }) => verdict === "unverified");
  if (!confirmed || !unverified) throw new Error("no such claims");
  const uphold = async (claimId: number, flag: "outdated" | "wrong") => {
    await suggest(author, "flag", "express", { claim: claimId, flag, text: "Version 5 changed that." });
    const id = await newId(author);
    await decide(moderator, id, "approve", null, null);
    return id;
  };
  const ids = [await uphold(confirmed.id, "wrong"), await uphold(unverified.id, "outdated")];
  expect((await claimNow("express", confirmed.id))?.verdict).toBe("partly");
  expect(await claimNow("express", unverified.id)).toMatchObject({ verdict: "outdated" });
  expect((await claimNow("express", unverified.id))?.assertions.at(-1)).toMatchObject({
    stance: "disputes",
    note: "Version 5 changed that.",
    source: { publisher: "Framewise", kind: "article" },
  });
  await seedAnew();
  expect((await claimNow("express", confirmed.id))?.verdict).toBe("partly");
  for (const id of ids) await revert(moderator, id, "Version 5 did not");
  expect(await claimNow("express", confirmed.id)).toEqual(confirmed);
  expect(await claimNow("express", unverified.id)).toEqual(unverified);
});

it("prints an approved correction on the page, and only then", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const body = { text: "Its first release was in 2010, not in 2011.", url: "https://example.org/history" };
  await suggest(author, "correction", "flask", body);
  const id = await newId(author);
  expect((await getFramework("flask"))?.corrections).toEqual([]);
  await decide(moderator, id, "approve", null, null);
  expect((await getFramework("flask"))?.corrections).toMatchObject([body]);
  await revert(moderator, id, "The page says so by now");
  expect((await getFramework("flask"))?.corrections).toEqual([]);
});

it("puts a corrected fact where it stands, with its source and date, through the next seed, until the content has another", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const correct = async (value: string) => {
    const body = bodies.fact.parse({ fact: "maintainer", value, url: source.url, date: "2026-11" });
    await suggest(author, "fact", "gin", body);
    return (await getOwnSuggestions(author))[0]?.id ?? "";
  };
  const shown = async () => (await getFramework("gin"))?.facts.maintainer;
  const content = await shown();
  const first = await correct("Somebody else");
  expect((await getQueue(moderator)).effects.get(first)?.[0]?.lines).toEqual([
    `Maintained by: ${content?.value} → Somebody else`,
  ]);
  await decide(moderator, first, "approve", null, null);
  expect(await shown()).toMatchObject({
    value: "Somebody else",
    source: source.url,
    asOf: "2026-11",
    editorial: false,
  });
  // What was there is in the log, for everybody.
  const logged = (await getDecidedSuggestions()).find(({ id }) => id === first);
  expect(logged && kinds.fact.lines(logged)[0]?.was).toBe(content?.value);
  await seedAnew();
  expect(await shown()).toMatchObject({ value: "Somebody else" });
  await expect(correct("Somebody else")).rejects.toMatchObject({ status: 409 });
  const second = await correct("A third");
  await decide(moderator, second, "approve", null, null);
  await expect(revert(moderator, first, "Found to be wrong")).rejects.toMatchObject({ status: 409 });
  await revert(moderator, second, "Found to be wrong");
  expect(await shown()).toMatchObject({ value: "Somebody else" });
  const later = few();
  for (const framework of later.frameworks)
    if (framework.slug === "gin") framework.facts.maintainer = { ...framework.facts.maintainer, value: "A foundation" };
  await seed(url, later);
  expect(await shown()).toMatchObject({ value: "A foundation" });
  await revert(moderator, first, "The content knows better");
  expect(await shown()).toMatchObject({ value: "A foundation" });
  await seed(url, few());
  expect(await shown()).toEqual(content);
});

it("takes of a fact only what fits it", () => {
  const fits = (fact: string, value: string) =>
    bodies.fact.safeParse({ fact, value, url: source.url, date: "2026" }).success;
  expect([
    fits("kind", "micro"),
    fits("languages", "Go, Python"),
    fits("firstRelease", "2014-07"),
    fits("docs", "https://gin.dev"),
  ]).toEqual([true, true, true, true]);
  expect([
    fits("kind", "small"),
    fits("languages", " , "),
    fits("firstRelease", "long ago"),
    fits("docs", "gin"),
    fits("stars", "7"),
  ]).toEqual([false, false, false, false, false]);
});

it("enters a missing framework with all that is known of it, once, and the content may take it over", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const body = { name: "Gears & Co", url: "https://example.org/gears", text: "A framework for tests only." };
  await expect(suggest(author, "framework", null, { ...body, name: "django" })).rejects.toMatchObject({
    field: "name",
  });
  await expect(suggest(author, "framework", null, { ...body, name: "Новый" })).rejects.toMatchObject({ field: "name" });
  await suggest(author, "framework", null, body);
  const id = await newId(author);
  await suggest(author, "framework", null, body);
  const twin = await newId(author);
  const results = await Promise.allSettled([id, twin].map((one) => decide(moderator, one, "approve", null, null)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const winner = results[0]?.status === "fulfilled" ? id : twin;
  expect(await getFramework("gears-co")).toMatchObject({
    name: "Gears & Co",
    suggested: true,
    claims: [],
    facts: { website: { value: "https://example.org/gears", source: "https://example.org/gears" } },
  });
  await rate(author.personId, "gears-co", tried);
  expect(await suggest(author, "claim", "gears-co", claim)).toBe("open");
  await seedAnew();
  expect((await getCatalogue()).map(({ slug }) => slug)).toContain("gears-co");
  await revert(moderator, winner, "It is a library");
  expect(await getFramework("gears-co")).toBeNull();
  // Its name goes from the log, and another framework doesn't get its address with what people said of it.
  expect((await getDecidedSuggestions()).filter(({ id: one }) => one === winner)).toMatchObject([
    { framework: null, body: {} },
  ]);
  await expect(suggest(author, "framework", null, { ...body, name: "Gears Co" })).rejects.toMatchObject({
    field: "name",
  });
  const content = few();
  const koa = content.frameworks.find(({ slug }) => slug === "koa");
  if (!koa) throw new Error("no koa");
  content.frameworks.push({ ...koa, slug: "gears-co", name: "Gears", sources: [], claims: [], resources: [] });
  await seedAnew(content);
  expect(await getFramework("gears-co")).toMatchObject({ name: "Gears", suggested: false });
  expect((await getFramework("gears-co"))?.ratings.reduce((sum, one) => sum + one.everyone, 0)).toBe(1);
  await seedAnew();
  expect(await getFramework("gears-co")).toBeNull();
  expect(await query(url, "SELECT * FROM community_drift")).toEqual([]);
});

it("hides a reported review when a moderator agrees, says so to its author alone, and shows it again", async () => {
  const [author, reporter, moderator] = [await viewer(), await viewer(), await viewer("moderator")];
  const review = "Call this number for cheap hosting.";
  await rate(author.personId, "gin", { ...tried, review });
  const reviews = async () => (await getFramework("gin"))?.reviews ?? [];
  const of = (await reviews()).find(({ text }) => text === review)?.id ?? "";
  expect(await getReportable({ review: of })).toMatchObject({ what: "review", text: review });
  await suggest(reporter, "report", null, { what: "review", of, flag: "spam", text: "It is an advertisement." });
  const id = await newId(reporter);
  expect((await getQueue(moderator)).open.find((one) => one.id === id)?.reported).toMatchObject({ text: review });
  await decide(moderator, id, "approve", "Advertising.", null);
  expect(await reviews()).toEqual([]);
  expect(await getReportable({ review: of })).toBeNull();
  expect(await getHiddenBecause(author.personId, "gin")).toBe("Advertising.");
  const log = JSON.stringify((await getDecidedSuggestions()).find((one) => one.id === id));
  expect(log).not.toContain("advertisement");
  expect(log).not.toContain(of);
  // Taking the rating back and rating anew doesn't bring the words back, nor does undoing one of two reports.
  const again = async () => {
    await withdraw(author.personId, "gin");
    await rate(author.personId, "gin", { ...tried, review });
  };
  await again();
  expect(await reviews()).toEqual([]);
  await revert(moderator, id, "It was a joke");
  expect(await reviews()).toMatchObject([{ text: review }]);
  const both = [await reviews(), await reviews()].map(([one]) => one?.id ?? "");
  const reports: string[] = [];
  for (const name of both) {
    await suggest(reporter, "report", null, {
      what: "review",
      of: name,
      flag: "spam",
      text: "An advertisement again.",
    });
    reports.push(await newId(reporter));
  }
  for (const report of reports) await decide(moderator, report, "approve", null, null);
  await revert(moderator, reports[0] ?? "", "Not by this report");
  expect(await reviews()).toEqual([]);
  await again();
  expect(await reviews()).toEqual([]);
  await revert(moderator, reports[1] ?? "", "Nor by this one");
  expect(await reviews()).toMatchObject([{ text: review }]);
  await expect(
    suggest(reporter, "report", null, { what: "review", of: crypto.randomUUID(), flag: "spam", text: "Not there." }),
  ).rejects.toMatchObject({ status: 404 });
});

it("says in the log nothing of what went: a claim that was entered and is spam", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const text = "Buy cheap hosting for it at our site.";
  await suggest(author, "claim", "hono", { ...claim, text });
  const entered = await newId(author);
  await decide(moderator, entered, "approve", null, null);
  expect(JSON.stringify(await getDecidedSuggestions())).toContain(text);
  const target = (await getFramework("hono"))?.claims.find((one) => one.text === text);
  await suggest(author, "flag", "hono", { claim: target?.id ?? 0, flag: "spam", text: "It is an advertisement." });
  const flag = await newId(author);
  await decide(moderator, flag, "approve", null, null);
  expect(JSON.stringify(await getDecidedSuggestions())).not.toContain(text);
  // In whatever order both are taken back, it doesn't come back.
  await revert(moderator, entered, "It was spam from the start");
  await revert(moderator, flag, "No need for it any more");
  expect((await getFramework("hono"))?.claims.map((one) => one.text)).not.toContain(text);
});

it("lets two moderators uphold the first reports of a day at once", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const claims = ((await getFramework("django"))?.claims ?? []).slice(0, 6);
  const ids: string[] = [];
  for (const target of claims) {
    await suggest(author, "flag", "django", { claim: target.id, flag: "wrong", text: "It never was so." });
    ids.push(await newId(author));
  }
  await Promise.all(ids.map((id) => decide(moderator, id, "approve", null, null)));
  for (const id of ids) await revert(moderator, id, "It was so after all");
  expect(((await getFramework("django"))?.claims ?? []).slice(0, 6)).toEqual(claims);
});

it("changes no claim that reads otherwise than the moderator saw, and none while the catalogue is seeded", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  const old = await anyClaim("express");
  await suggest(author, "wording", "express", { claim: old.id, text: "Other words for it.", why: "Clearer so." });
  const id = await newId(author);
  await expect(decide(moderator, id, "approve", null, null, "What it read before.")).rejects.toMatchObject({
    status: 409,
  });
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${seedLock})`;
    await expect(decide(moderator, id, "approve", null, null, old.text)).rejects.toMatchObject({ status: 503 });
  });
  expect(await claimNow("express", old.id)).toEqual(old);
  await decide(moderator, id, "approve", null, null, old.text);
  expect((await claimNow("express", old.id))?.text).toBe("Other words for it.");
  await revert(moderator, id, "The old were better");
});

it("takes odd names of frameworks as names, never as patterns", async () => {
  const author = await viewer();
  for (const name of ["Djang\\", "Fl_sk", "%", "_", "Køa%"])
    expect(
      await suggest(author, "framework", null, {
        name,
        url: "https://example.org",
        text: "A framework of an odd name.",
      }).catch((error: { status: number }) => error.status),
      name,
    ).toBe(["%", "_"].includes(name) ? 422 : "open");
});

it("shows everything that was decided, page by page", async () => {
  const [author, moderator] = [await viewer(), await viewer("moderator")];
  for (let index = 0; index < 31; index += 1) {
    await suggest(author, "correction", "koa", { text: `Correction number ${index}.`, url: "https://example.org" });
    await decide(moderator, await newId(author), "decline", "A test", null);
  }
  const first = await getQueue(moderator);
  expect(first.pages).toBeGreaterThan(1);
  const last = await getQueue(moderator, 9_999);
  expect(last.page).toBe(first.pages);
  expect(last.decided.map(({ id }) => id)).not.toContain(first.decided[0]?.id);
});

it("makes slugs of names that mean one framework, and nothing else below /frameworks", () => {
  expect(["ASP.NET Core", "Fat-Free", "Système D", "  Hapi!  ", "Go"].map(slugOf)).toEqual([
    "asp-net-core",
    "fat-free",
    "systeme-d",
    "hapi",
    "go",
  ]);
  expect(["???", "", "Export", "Django vs Rails", "vs", "新しい"].map(slugOf)).toEqual([
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  expect(slugOf("x".repeat(80))).toHaveLength(60);
});

it("the same suggestion sent again, also at once, is one, and says what became of it", async () => {
  const author = await viewer();
  const [waiting, trusted] = [crypto.randomUUID(), crypto.randomUUID()];
  const send = (id: string) => suggest(author, "claim", "koa", claim, id);
  expect(await Promise.all([send(waiting), send(waiting), send(waiting)])).toEqual(["open", "open", "open"]);
  await db().person.update({ where: { id: author.personId }, data: { suggests: "trusted" } });
  expect([await send(trusted), await send(trusted), await send(waiting)]).toEqual(["approved", "approved", "open"]);
  expect((await getOwnSuggestions(author)).map(({ id }) => id).toSorted()).toEqual([waiting, trusted].toSorted());
});

it("tells every instance of each decision, also of one that changes no framework's page", async () => {
  const listener = new UtcClient({ connectionString: url });
  await listener.connect();
  const heard: (string | undefined)[] = [];
  listener.on("notification", ({ payload }) => heard.push(payload));
  await listener.query("LISTEN framewise_changed");
  const [moderator, id] = [await viewer("moderator"), await sent(await viewer())];
  await decide(moderator, id, "decline", "Not so.", null);
  await vi.waitFor(() => expect(heard).toContain(community), { timeout: 30_000 });
  heard.length = 0;
  await reopen(moderator, id);
  await vi.waitFor(() => expect(heard).toContain(community), { timeout: 30_000 });
  await listener.end();
});
