import crypto from "node:crypto";
import { beforeAll, expect, it } from "vitest";
import { respond } from "../api/handler.ts";
import { criterionOf } from "../claims/criteria.ts";
import { db } from "../db/index.ts";
import { type Content, loadContent } from "../frameworks/content.ts";
import { getFramework } from "../frameworks/queries.ts";
import { seed } from "../frameworks/seed.ts";
import { getHistory } from "../history/queries.ts";
import { query } from "../process/postgres.ts";
import type { Role } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";
import { contentOf } from "../testing/content.ts";
import { freshDatabase } from "../testing/database.ts";
import { kinds } from "./kinds.ts";
import { decide, reopen, revert, suggest } from "./mutations.ts";
import { getDecidedSuggestions, getOwnSuggestions, getQueue } from "./queries.ts";
import { bodies } from "./schema.ts";

let url = "";

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(url, few());
});

const few = (): Content => contentOf(loadContent(), (slug) => ["express", "flask", "hono", "koa"].includes(slug));

/** As a start with other content does it: the same content again would be left out. */
async function seedAnew(content = few()): Promise<void> {
  await query(url, "UPDATE catalogue_version SET hash = 'other'");
  await seed(url, content);
}

async function viewer(role: Role = "member"): Promise<Viewer> {
  const email = `c${crypto.randomUUID()}@example.org`;
  const person = await db().person.create({ data: { email, name: "C", role, standing: "counted" } });
  return { personId: person.id, email, name: "C", role, sessionId: "", authenticatedAt: new Date() };
}

const read = { url: "https://example.org/read", date: "2026-11", note: "", why: "" };

async function sentAnswer(slug: string, check: string, answer: string, more: object = {}): Promise<string> {
  const author = await viewer();
  await suggest(author, "check", slug, bodies.check.parse({ ...read, check, answer, ...more }));
  return (await getOwnSuggestions(author))[0]?.id ?? "";
}

async function sentFact(slug: string, fact: string, value: string, more: object = {}): Promise<string> {
  const author = await viewer();
  await suggest(author, "fact", slug, bodies.fact.parse({ ...read, fact, value, ...more }));
  return (await getOwnSuggestions(author))[0]?.id ?? "";
}

const answerOf = async (slug: string, id: string) =>
  (await getFramework(slug))?.answers.find(({ check }) => check === id) ?? null;

const approve = async (id: string) => decide(await viewer("moderator"), id, "approve", null, null);
const takeBack = async (id: string) => revert(await viewer("moderator"), id, "Only a test of the way back");

it("a corrected answer shows its difference and its effect before, and then is what everybody reads", async () => {
  const before = await getFramework("hono");
  const was = await answerOf("hono", "guards");
  const id = await sentAnswer("hono", "guards", "third-party", { note: "Passport", why: "It only names one." });
  expect(await getFramework("hono")).toEqual(before);

  const queue = await getQueue(await viewer("moderator"));
  const waiting = queue.open.find((one) => one.id === id);
  expect(waiting && kinds.check.lines(waiting)).toEqual([
    { label: "Tokens and guards", was: "Built in", now: "Third party" },
    { label: "Source", was: was?.source, now: read.url },
    { label: "As of", was: was?.asOf, now: "2026-11" },
    { label: "Note", was: was?.note, now: "Passport" },
  ]);
  const [effect] = queue.effects.get(id) ?? [];
  expect(await getFramework("hono")).toEqual(before);

  await approve(id);
  expect(await answerOf("hono", "guards")).toEqual({
    check: "guards",
    answer: "third-party",
    source: read.url,
    asOf: "2026-11",
    note: "Passport",
  });
  const after = await getFramework("hono");
  const moved = (after?.scores ?? []).flatMap((score, index) => {
    const [a, b] = [before?.scores[index]?.value?.toFixed(2), score.value?.toFixed(2)];
    return a === b ? [] : [`${criterionOf(score.criterion).name} ${a} → ${b}`];
  });
  expect(moved.length).toBeGreaterThan(0);
  expect(effect?.lines).toEqual(expect.arrayContaining([...moved, "Tokens and guards: Built in → Third party"]));
  // The claim that the check decides is judged anew with it.
  const decided = (view: typeof before) => view?.claims.find(({ decidedBy }) => decidedBy === "guards");
  expect([decided(before)?.judged, decided(after)?.judged]).toEqual(["supports", "disputes"]);
  expect(after?.features.find((feature) => feature.id === "guards")?.support).toBe("third-party");

  const api = await respond(new Request("http://localhost:3000/api/v1/frameworks/hono"));
  const { checks } = (await api.json()) as { checks: { check: string; answer: string; source: string }[] };
  expect(checks.find(({ check }) => check === "guards")).toMatchObject({ answer: "third-party", source: read.url });
  const told = (await getHistory("hono"))?.entries.find((entry) => entry.id === `suggestion-${id}`);
  expect(told).toMatchObject({
    title: "Tokens and guards corrected",
    why: "Tokens and guards: Built in → Third party. It only names one.",
    source: { href: read.url },
  });
  const logged = (await getDecidedSuggestions()).find((one) => one.id === id);
  expect(logged && kinds.check.lines(logged)[0]).toMatchObject({ was: "Built in", now: "Third party" });

  await takeBack(id);
  expect(await getFramework("hono")).toEqual(before);
  // It was read and told, so it stays in the history as taken back, without its words.
  expect((await getHistory("hono"))?.entries.find((entry) => entry.id === `suggestion-${id}`)).toMatchObject({
    title: "Tokens and guards corrected, taken back",
    why: "A moderator took it back. Only a test of the way back",
    source: null,
  });
});

it("a corrected answer stays through seeds until the content has another, and taking it back then changes nothing", async () => {
  const content = await answerOf("flask", "orm");
  const first = await sentAnswer("flask", "orm", "none");
  await approve(first);
  await seedAnew();
  expect(await answerOf("flask", "orm")).toMatchObject({ answer: "none", source: read.url });

  const later = few();
  for (const { slug, checks } of later.checks)
    if (slug === "flask" && checks.orm) checks.orm = { ...checks.orm, note: "Said otherwise by the content" };
  await seedAnew(later);
  const overtaken = { ...content, note: "Said otherwise by the content" };
  expect(await answerOf("flask", "orm")).toEqual(overtaken);
  await takeBack(first);
  expect(await answerOf("flask", "orm")).toEqual(overtaken);
  await seedAnew();
  expect(await answerOf("flask", "orm")).toEqual(content);
});

it("an answer may become unknown and known again: that nobody knows it is no answer, through the next seed too", async () => {
  const content = await answerOf("koa", "csrf");
  const unknown = await sentAnswer("koa", "csrf", "unknown", { why: "The page is about something else." });
  await approve(unknown);
  expect(await answerOf("koa", "csrf")).toBeNull();
  await seedAnew();
  expect(await answerOf("koa", "csrf")).toBeNull();
  const known = await sentAnswer("koa", "csrf", "none");
  expect(await getQueue(await viewer("moderator"))).toMatchObject({
    open: expect.arrayContaining([expect.objectContaining({ id: known })]),
  });
  await approve(known);
  await seedAnew();
  expect(await answerOf("koa", "csrf")).toMatchObject({ answer: "none" });
  await takeBack(known);
  await seedAnew();
  expect(await answerOf("koa", "csrf")).toBeNull();
  await takeBack(unknown);
  expect(await answerOf("koa", "csrf")).toEqual(content);
  expect(await db().answerCorrection.count({ where: { check: "csrf" } })).toBe(0);
});

it("two moderators who approve two corrections of one answer at once, many times, always leave both ways back", async () => {
  const content = await answerOf("express", "websockets");
  for (let round = 0; round < 5; round += 1) {
    const ids = [
      await sentAnswer("express", "websockets", "builtin", { note: `First of round ${round}` }),
      await sentAnswer("express", "websockets", "official", { note: `Second of round ${round}` }),
    ];
    await Promise.all(ids.map(approve));
    const now = await db().answerCorrection.findFirstOrThrow({ where: { check: "websockets" } });
    const earlier = ids.find((id) => id !== now.suggestionId) ?? "";
    await expect(takeBack(earlier)).rejects.toMatchObject({ status: 409 });
    await takeBack(now.suggestionId);
    expect((await answerOf("express", "websockets"))?.source).toBe(read.url);
    await takeBack(earlier);
    expect(await answerOf("express", "websockets")).toEqual(content);
  }
});

it("a correction that comes while an earlier one is taken back is never lost, and never leaves what nobody said", async () => {
  const content = await answerOf("express", "mail");
  for (let round = 0; round < 5; round += 1) {
    const first = await sentAnswer("express", "mail", "builtin", { note: `First of round ${round}` });
    await approve(first);
    const second = await sentAnswer("express", "mail", "official", { note: `Second of round ${round}` });
    const [back] = await Promise.allSettled([takeBack(first), approve(second)]);
    expect(await answerOf("express", "mail")).toMatchObject({ answer: "official" });
    await takeBack(second);
    if (back.status === "rejected") await takeBack(first);
    expect(await answerOf("express", "mail")).toEqual(content);
  }
});

it("one correction is decided on once, and opened again it waits with nothing changed", async () => {
  const content = await answerOf("koa", "orm");
  const id = await sentAnswer("koa", "orm", "official");
  const settled = await Promise.allSettled([approve(id), approve(id), approve(id)]);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await reopen(await viewer("moderator"), id);
  expect(await answerOf("koa", "orm")).toEqual(content);
  await approve(id);
  expect(await answerOf("koa", "orm")).toMatchObject({ answer: "official" });
  await takeBack(id);
});

it("takes of an answer only what its check can be answered with, and asks why of whoever disputes it", () => {
  const refused = (body: object) => {
    const { success, error } = bodies.check.safeParse({ ...read, ...body });
    return success ? null : error.issues[0]?.path[0];
  };
  expect(
    [
      { check: "orm", answer: "yes" },
      { check: "body-limit", answer: "builtin" },
      { check: "orm", answer: "third-party" },
      { check: "orm", answer: "unknown" },
      { check: "orm", answer: "none", way: "dispute" },
      { check: "orm", answer: "none", url: "http://example.org/" },
      { check: "orm", answer: "none", date: "2999" },
      { check: "constructor", answer: "none" },
      { check: "orm", answer: "toString" },
    ].map(refused),
  ).toEqual(["answer", "answer", "note", "why", "why", "url", "date", "check", "answer"]);
  expect(
    [
      { check: "body-limit", answer: "partly" },
      { check: "orm", answer: "third-party", note: "Prisma" },
      { check: "orm", answer: "unknown", why: "No page says so." },
      { check: "orm", answer: "none", way: "dispute", why: "It was removed." },
    ].map(refused),
  ).toEqual([null, null, null, null]);
});

it("says all that is wrong with a form at once, also what depends on several of its fields", () => {
  const fields = ({ error }: { error?: { issues: { path: PropertyKey[] }[] } | undefined }) =>
    new Set(error?.issues.map(({ path }) => path[0]));
  const empty = { url: "", date: "", note: "", why: "", way: "dispute" };
  expect(fields(bodies.check.safeParse({ ...empty, check: "orm" }))).toEqual(new Set(["answer", "url", "date", "why"]));
  expect(fields(bodies.fact.safeParse({ ...empty, fact: "kind", value: "small" }))).toEqual(
    new Set(["value", "url", "date", "why"]),
  );
  for (const odd of [null, [], "", { check: {}, answer: [], note: 7, why: 7, way: 7, value: 7, fact: 7 }])
    for (const kind of ["check", "fact"] as const) expect(bodies[kind].safeParse(odd).success).toBe(false);
});

it("a fact stays corrected through the next seed, and claims that it decides are judged anew", async () => {
  const before = await getFramework("koa");
  const id = await sentFact("koa", "firstStable", "2026-01-01", { way: "dispute", why: "That was a preview." });
  const decidedOf = (view: typeof before) => view?.claims.find(({ decidedBy }) => decidedBy === "stable-years");
  // A con that it is young.
  expect(decidedOf(before)?.judged).toBe("disputes");
  await approve(id);
  expect(decidedOf(await getFramework("koa"))?.judged).toBe("supports");
  await seedAnew();
  expect((await getFramework("koa"))?.facts.firstStable).toMatchObject({ value: "2026-01-01", source: read.url });
  await takeBack(id);
  expect(await getFramework("koa")).toEqual(before);
});

it("a fact may be improved in its source, date and note alone, or disputed until it is unknown", async () => {
  const before = (await getFramework("flask"))?.facts.licence;
  const same = { url: before?.source, date: before?.asOf, note: before?.note ?? "" };
  await expect(sentFact("flask", "licence", String(before?.value), same)).rejects.toMatchObject({ status: 409 });
  const id = await sentFact("flask", "licence", String(before?.value), { ...same, date: "2026-11-25" });
  await approve(id);
  expect((await getFramework("flask"))?.facts.licence).toMatchObject({ value: before?.value, asOf: "2026-11-25" });
  const dispute = await sentFact("flask", "licence", "", { way: "dispute", why: "The file is empty." });
  expect((await getQueue(await viewer("moderator"))).effects.get(dispute)?.[0]?.lines).toEqual([
    `Licence: ${before?.value} → unknown`,
  ]);
  await approve(dispute);
  expect((await getFramework("flask"))?.facts.licence).toMatchObject({ value: null, source: null });
  await takeBack(dispute);
  await takeBack(id);
  expect((await getFramework("flask"))?.facts.licence).toEqual(before);
  expect(bodies.fact.safeParse({ ...read, fact: "licence", value: "" }).success).toBe(false);
});

/** What else is corrected by the same mechanism: how it is sent, where it then stands, what the content does to overtake it. */
const others = {
  release: {
    body: { release: "5", released: "2024-09-09", activeUntil: "2026-10-01", endOfLife: "2027-09-09" },
    stands: (view: View) => {
      const found = view?.releases.find(({ cycle }) => cycle === "5");
      return [found?.released, found?.activeUntil, found?.endOfLife, found?.source];
    },
    corrected: ["2024-09-09", "2026-10-01", "2027-09-09", read.url],
    line: /^Release line 5: released 2024-09-09, .* → released 2024-09-09, full support until 2026-10-01, end of life 2027-09-09\.$/,
    effects: [/^Support: .+ → /, /^Length of support: unknown → 3 years$/, /^Maturity \d\.\d\d → \d\.\d\d$/],
    overtake: ({ support }: Content["frameworks"][number]) => {
      for (const cycle of support.cycles) if (cycle.cycle === "5") cycle.endOfLife = "2031-01-01";
    },
  },
  standing: {
    body: { standing: "maintenance" },
    stands: (view: View) => [view?.standing.value, view?.standing.source, view?.standing.asOf],
    corrected: ["maintenance", read.url, "2026-11"],
    line: /^Standing: Active → Maintenance\.$/,
    effects: [/^Standing: Active → Maintenance$/],
    overtake: (framework: Content["frameworks"][number]) => {
      framework.standing = { ...framework.standing, asOf: "2026-11-26", note: "Said otherwise by the content" };
    },
  },
  measure: {
    body: { measure: "contributors", value: "150" },
    stands: (view: View) => {
      const found = view?.measures.find(({ measure }) => measure === "contributors");
      return [found?.value, found?.source, found?.asOf];
    },
    corrected: [150, read.url, "2026-11"],
    line: /^People who contributed: 34 people → 150 people\.$/,
    effects: [/^People who contributed: 34 people → 150 people$/, /^Ecosystem \d\.\d\d → \d\.\d\d$/],
    overtake: (_: unknown, content: Content) => {
      for (const one of content.measures)
        if (one.framework === "express" && one.measure === "contributors") one.value = 35;
    },
  },
} as const;
type View = Awaited<ReturnType<typeof getFramework>>;
type Other = keyof typeof others;

async function sentOther(kind: Other, more: object = {}): Promise<string> {
  const author = await viewer();
  await suggest(author, kind, "express", bodies[kind].parse({ ...read, ...others[kind].body, ...more }));
  return (await getOwnSuggestions(author))[0]?.id ?? "";
}

it.each(Object.keys(others) as Other[])(
  "%s: shows its effect, then stands, is told in the history, stays through seeds, and is undone",
  async (kind) => {
    const { stands, corrected, line, effects, overtake } = others[kind];
    const before = await getFramework("express");
    const id = await sentOther(kind, { why: "Their site says so." });
    expect(await getFramework("express")).toEqual(before);
    const [effect] = (await getQueue(await viewer("moderator"))).effects.get(id) ?? [];
    for (const one of effects) expect(effect?.lines).toContainEqual(expect.stringMatching(one));
    expect(await getFramework("express")).toEqual(before);

    await approve(id);
    const after = await getFramework("express");
    expect(stands(after)).toEqual(corrected);
    const told = (await getHistory("express"))?.entries.find((entry) => entry.id === `suggestion-${id}`);
    expect(told?.why.replace(" Their site says so.", "")).toMatch(line);
    await seedAnew();
    expect(await getFramework("express")).toEqual(after);
    await expect(sentOther(kind)).rejects.toMatchObject({ status: 409 });
    await takeBack(id);
    expect(await getFramework("express")).toEqual(before);

    const second = await sentOther(kind);
    await approve(second);
    const later = few();
    const own = later.frameworks.find(({ slug }) => slug === "express");
    if (own) overtake(own, later);
    await seedAnew(later);
    const overtaken = await getFramework("express");
    expect(stands(overtaken)).not.toEqual(corrected);
    await takeBack(second);
    expect(await getFramework("express")).toEqual(overtaken);
    await seedAnew();
    expect(await getFramework("express")).toEqual(before);
    expect(await db().rowCorrection.count()).toBe(0);
  },
);

it("a later correction is taken back first, and what becomes unknown stays so through a seed", async () => {
  const before = await getFramework("express");
  const first = await sentOther("measure");
  await approve(first);
  const second = await sentOther("measure", { value: "", way: "dispute", why: "They count other people." });
  await approve(second);
  await seedAnew();
  expect(others.measure.stands(await getFramework("express"))[0]).toBeUndefined();
  await expect(takeBack(first)).rejects.toMatchObject({ status: 409 });
  await takeBack(second);
  expect(others.measure.stands(await getFramework("express"))).toEqual(others.measure.corrected);
  await takeBack(first);
  expect(await getFramework("express")).toEqual(before);
});

it("takes of dates, a standing and a figure only what they can be, all that is wrong at once", () => {
  const refused = (kind: Other, body: object) => {
    const { error } = bodies[kind].safeParse({ ...read, ...others[kind].body, ...body });
    return [...new Set(error?.issues.map(({ path }) => path[0]))].join(" ");
  };
  expect([
    refused("release", { released: "2024-13", activeUntil: "soon", endOfLife: "2027" }),
    refused("release", { released: "2026-01-01", endOfLife: "2025-01-01" }),
    refused("release", { released: "", activeUntil: "", endOfLife: "", url: "http://example.org/" }),
    refused("release", { release: "" }),
    refused("release", { activeUntil: "open", endOfLife: "ended" }),
    refused("standing", { standing: "dead", date: "2999" }),
    refused("standing", { standing: "unknown" }),
    refused("standing", { way: "dispute" }),
    refused("measure", { measure: "stars", value: "-1" }),
    refused("measure", { value: "1e3" }),
    refused("measure", { value: "" }),
    refused("measure", {}),
  ]).toEqual([
    "released activeUntil endOfLife",
    "endOfLife",
    "url why",
    "release",
    "",
    "standing date",
    "why",
    "why",
    "measure value",
    "value",
    "value why",
    "",
  ]);
  for (const odd of [null, [], "", { release: {}, released: 7, endOfLife: [], standing: 7, measure: {}, value: 7 }])
    for (const kind of ["release", "standing", "measure"] as const)
      expect(bodies[kind].safeParse(odd).success).toBe(false);
});

it("a line that isn’t there is refused, and one that the content gives up takes its correction along", async () => {
  await expect(sentOther("release", { release: "99" })).rejects.toMatchObject({ status: 409 });
  const id = await sentOther("release");
  await approve(id);
  const without = few();
  for (const { support } of without.frameworks) support.cycles = support.cycles.filter(({ cycle }) => cycle !== "5");
  await seedAnew(without);
  await takeBack(id);
  expect(await db().rowCorrection.count()).toBe(0);
  await seedAnew();
});
