import crypto from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { vote } from "../claims/mutations.ts";
import { db } from "../db/index.ts";
import { getCatalogue, getFramework } from "../frameworks/queries.ts";
import { seed } from "../frameworks/seed.ts";
import { matureAllDue } from "../people/mutations.ts";
import { query } from "../process/postgres.ts";
import { rate, withdraw } from "../ratings/mutations.ts";
import type { Viewer } from "../session/sessions.ts";
import { freshDatabase } from "../testing/database.ts";
import { addDemo, removeDemo } from "./demo.ts";
import { setStanding } from "./mutations.ts";
import { getIntegrity } from "./queries.ts";

let url = "";
let claims: number[] = [];

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.DATABASE_POOL = "32";
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(url);
  const rows = await query<{ id: number }>(url, "SELECT id FROM claim WHERE retired_at IS NULL ORDER BY id");
  claims = rows.map(({ id }) => id);
});

async function addPeople(count: number, standing = "counted", createdAt = "now()"): Promise<string[]> {
  const rows = await query<{ id: string }>(
    url,
    `INSERT INTO person (email, name, standing, created_at)
     SELECT 'p' || gen_random_uuid() || '@example.org', 'Somebody', '${standing}', ${createdAt} FROM generate_series(1, ${count}) RETURNING id`,
  );
  return rows.map(({ id }) => id);
}

const drift = () => query(url, "SELECT * FROM community_drift");
const tally = async (claim: number) =>
  (
    await query<{ yes: number; no: number; all_yes: number; all_no: number }>(
      url,
      `SELECT yes, no, all_yes, all_no FROM claim_tally WHERE claim_id = ${claim}`,
    )
  )[0];

let clock = BigInt(Date.now()) * 1_000n - 10_000_000n;
const tick = () => (clock += 1n);
const any = <T>(list: readonly T[]): T => list[crypto.randomInt(list.length)] as T;
const one = { criteria: {}, experience: "production", years: null, stillUsing: null, review: null } as const;

describe("a vote", () => {
  it("is one row per person and claim, whatever is clicked how often", async () => {
    const [person = ""] = await addPeople(1);
    const claim = claims[0] ?? 0;
    await vote(person, claim, 1, tick());
    await vote(person, claim, 1, tick());
    expect(await vote(person, claim, -1, tick())).toEqual({ value: -1, counted: true, yes: 0, no: 1 });
    expect(await vote(person, claim, 0, tick())).toEqual({ value: 0, counted: true, yes: 0, no: 0 });
    expect(await query(url, `SELECT 1 FROM vote WHERE person_id = '${person}'`)).toHaveLength(1);
  });

  it("of an older click never overwrites a newer one, however late it arrives", async () => {
    const [person = ""] = await addPeople(1);
    const claim = claims[1] ?? 0;
    const [older, newer] = [tick(), tick()];
    await vote(person, claim, -1, newer);
    expect((await vote(person, claim, 1, older)).value).toBe(-1);
    expect((await vote(person, claim, 1, newer)).value).toBe(-1);
    // A clock that runs ahead by years doesn't lock the vote for years.
    await vote(person, claim, 1, BigInt(Date.now() + 9_999_999_999) * 1_000n);
    const [row] = await query<{ sequence: string }>(
      url,
      `SELECT sequence FROM vote WHERE person_id = '${person}' AND claim_id = ${claim}`,
    );
    expect(Number(row?.sequence) / 1_000).toBeLessThanOrEqual(Date.now() + 60_000);
  });

  it("on a claim that isn't there is refused", async () => {
    const [person = ""] = await addPeople(1);
    await expect(vote(person, 2_000_000_000, 1, tick())).rejects.toMatchObject({ status: 404 });
    await query(url, `UPDATE claim SET retired_at = now() WHERE id = ${claims.at(-1)}`);
    await expect(vote(person, claims.at(-1) ?? 0, 1, tick())).rejects.toMatchObject({ status: 404 });
  });

  it("of many moves the verdict that everybody reads, by the printed rule", async () => {
    const framework = await getFramework("django");
    const claim = framework?.claims.find(({ verdict }) => verdict === "still-true");
    if (!framework || !claim) throw new Error("no such claim");
    for (const person of await addPeople(20)) await vote(person, claim.id, -1, tick());
    const after = (await getFramework("django"))?.claims.find(({ id }) => id === claim.id);
    expect(after).toMatchObject({ verdict: "outdated", votes: { yes: 0, no: 20 } });
  });
});

describe("a rating", () => {
  it("moves the score that list and page show, by the printed prior", async () => {
    const before = (await getCatalogue()).find(({ slug }) => slug === "koa");
    const people = await addPeople(5);
    for (const person of people) await rate(person, "koa", { ...one, overall: 5, criteria: { testing: 5 } });
    const after = (await getCatalogue()).find(({ slug }) => slug === "koa");
    expect(after).toMatchObject({ rating: 5, ratings: 5 });
    const at = 7; // testing
    const prior = before?.scores[at] ?? 3;
    expect(after?.scores[at]).toBeCloseTo((5 * prior + 25) / 10, 1);
    await withdraw(people[0] ?? "", "koa");
    expect((await getCatalogue()).find(({ slug }) => slug === "koa")).toMatchObject({ rating: null, ratings: 4 });
  });

  it("is replaced whole, follows its experience, and is refused for what isn't there", async () => {
    const [person = ""] = await addPeople(1);
    await rate(person, "gin", { ...one, overall: 4, criteria: { testing: 2, security: 3 } });
    await rate(person, "gin", { ...one, overall: 3, criteria: { security: 5 }, experience: "tried" });
    const rows = await query(
      url,
      "SELECT criterion, experience, n3, n5, everyone FROM rating_tally t JOIN framework f ON f.id = t.framework_id WHERE slug = 'gin' AND everyone > 0 ORDER BY criterion",
    );
    expect(rows).toEqual([
      { criterion: "overall", experience: "tried", n3: 1, n5: 0, everyone: 1 },
      { criterion: "security", experience: "tried", n3: 0, n5: 1, everyone: 1 },
    ]);
    await expect(rate(person, "nope", { ...one, overall: 4 })).rejects.toMatchObject({ status: 404 });
    expect(await drift()).toEqual([]);
  });
});

describe("an account", () => {
  it("weighs nothing until it is mature: 500 fresh ones move a public number by exactly 0", async () => {
    const claim = claims[5] ?? 0;
    const before = JSON.stringify(await getCatalogue());
    const fresh = await addPeople(500, "new");
    // Some at a time: who waits too long for a connection is told to come again, and that isn't the subject here.
    while (fresh.length > 0)
      await Promise.all(
        fresh.splice(0, 20).map(async (person) => {
          await vote(person, claim, -1, tick());
          await rate(person, "laravel", { ...one, overall: 1, criteria: { security: 1 } });
        }),
      );
    expect(await tally(claim)).toEqual({ yes: 0, no: 0, all_yes: 0, all_no: 500 });
    expect(JSON.stringify(await getCatalogue())).toBe(before);
    expect((await getIntegrity()).votes.all).toBeGreaterThanOrEqual(500);
    expect(await drift()).toEqual([]);
  }, 60_000);

  it("counts from when it is old, active and talkative enough, with what it said before", async () => {
    const [person = ""] = await addPeople(1, "new", "now() - interval '4 days'");
    const [first = 0, second = 0, third = 0] = claims.slice(10, 13);
    await vote(person, first, 1, tick());
    await query(url, `UPDATE person SET active_days = 2 WHERE id = '${person}'`);
    await vote(person, second, 1, tick());
    expect(await tally(first)).toMatchObject({ yes: 0, all_yes: 1 });
    expect((await vote(person, third, 1, tick())).counted).toBe(true);
    expect(await tally(first)).toMatchObject({ yes: 1, all_yes: 1 });
    expect(await drift()).toEqual([]);
  });

  it("is discounted and restored by a moderator only, with a log, and exactly", async () => {
    const person = await db().person.create({
      data: {
        email: `d${crypto.randomUUID()}@example.org`,
        name: "D",
        standing: "counted",
        activeDays: 5,
        createdAt: new Date("2026-01-01"),
      },
    });
    for (const claim of claims.slice(20, 30)) await vote(person.id, claim, 1, tick());
    await rate(person.id, "rails", { ...one, overall: 5, criteria: { maturity: 5 } });
    const actor = (role: Viewer["role"]): Viewer => ({
      personId: person.id,
      email: "",
      name: "",
      role,
      sessionId: "",
      authenticatedAt: new Date(),
    });
    await expect(setStanding(actor("member"), [person.email], "discounted", "x")).rejects.toMatchObject({
      status: 404,
    });
    expect(
      await setStanding(
        actor("moderator"),
        [person.email, person.email, "nobody@example.org"],
        "discounted",
        "made for it",
      ),
    ).toBe(1);
    expect(await tally(claims[20] ?? 0)).toMatchObject({ yes: 0, all_yes: 1 });
    expect(await drift()).toEqual([]);
    expect(await setStanding(actor("moderator"), [person.email], "new", "a mistake")).toBe(1);
    expect(await tally(claims[20] ?? 0)).toMatchObject({ yes: 1, all_yes: 1 });
    expect(await drift()).toEqual([]);
    expect((await getIntegrity()).log.slice(0, 2).map(({ action, reason }) => [action, reason])).toEqual([
      ["restore", "a mistake"],
      ["discount", "made for it"],
    ]);
  });
});

it("accounts that have said all they wanted count from when they are due, without saying more", async () => {
  const [person = ""] = await addPeople(1, "new", "now() - interval '2 days'");
  for (const claim of claims.slice(40, 43)) await vote(person, claim, 1, tick());
  await query(url, `UPDATE person SET active_days = 2 WHERE id = '${person}'`);
  await matureAllDue();
  expect(await tally(claims[40] ?? 0)).toMatchObject({ yes: 0, all_yes: 1 });
  await query(url, `UPDATE person SET created_at = now() - interval '3 days' WHERE id = '${person}'`);
  expect(await matureAllDue()).toBeGreaterThanOrEqual(1);
  expect(await tally(claims[40] ?? 0)).toMatchObject({ yes: 1, all_yes: 1 });
});

it("numbers stay what a recount says under 32 clients that vote, rate, change standing and leave, on few and many targets", async () => {
  const people = await addPeople(120);
  const few = claims.slice(30, 33);
  const many = claims.slice(30, 330);
  const slugs = ["django", "rails", "express"];
  // Long enough for the counts below, also on a busy machine.
  const until = Date.now() + 6_000;
  const latest = Date.now() + 45_000;
  const goesOn = () => Date.now() < until || ((written <= 500 || audits.length <= 5) && Date.now() < latest);
  const left = new Set<string>();
  let written = 0;
  let refused = 0;
  const audits: unknown[][] = [];
  const unexpected: unknown[] = [];
  const client = async (index: number) => {
    while (goesOn()) {
      const person = any(people);
      const turn = crypto.randomInt(20);
      try {
        if (turn < 12) await vote(person, any(index % 2 ? few : many), any([1, 0, -1] as const), tick());
        else if (turn < 17)
          await rate(person, any(slugs), {
            ...one,
            overall: crypto.randomInt(1, 6),
            criteria: { security: crypto.randomInt(1, 6), testing: crypto.randomInt(1, 6) },
            experience: any(["tried", "side-project", "production"] as const),
          });
        else if (turn < 18) await withdraw(person, any(slugs));
        else if (turn < 19)
          await db().person.updateMany({ where: { id: person }, data: { standing: any(["counted", "discounted"]) } });
        else if (left.size < 30) {
          left.add(person);
          await db().person.deleteMany({ where: { id: person } });
        }
        written += 1;
      } catch (error) {
        // Whoever left meanwhile can't vote any more; a wait of over two seconds on a busy machine ends in "try again", and
        // then nothing may have been counted. Everything else must work.
        if (String(error).includes("lock timeout")) refused += 1;
        else if (!left.has(person)) unexpected.push(error);
      }
    }
  };
  const auditor = async () => {
    while (goesOn()) {
      audits.push(await drift());
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  await Promise.all([auditor(), ...Array.from({ length: 32 }, (_, index) => client(index))]);
  audits.push(await drift());
  expect(unexpected).toEqual([]);
  expect(audits.length).toBeGreaterThan(5);
  expect(audits.flat()).toEqual([]);
  expect(written).toBeGreaterThan(500);
  expect(refused).toBeLessThan(written / 50);
  // The audit can fail.
  await query(url, `UPDATE claim_tally SET yes = yes + 1, all_yes = all_yes + 1 WHERE claim_id = ${few[0]}`);
  expect(await drift()).toHaveLength(1);
}, 60_000);

it("demonstration data is only there when asked for, adds up, and leaves nothing behind", async () => {
  const fresh = await freshDatabase();
  await seed(fresh);
  const counts = () =>
    query(
      fresh,
      "SELECT (SELECT count(*) FROM person)::int AS people, (SELECT count(*) FROM vote)::int AS votes, (SELECT count(*) FROM rating)::int AS ratings, (SELECT coalesce(sum(all_yes + all_no), 0) FROM claim_tally)::int AS tallied",
    );
  const none = { people: 0, votes: 0, ratings: 0, tallied: 0 };
  expect(await counts()).toEqual([none]);
  expect(await addDemo(fresh, 20)).toBe(20);
  const [there] = (await counts()) as { people: number; votes: number; ratings: number; tallied: number }[];
  expect(there).toMatchObject({ people: 20 });
  expect(there?.votes).toBeGreaterThan(1_000);
  expect(there?.tallied).toBe(there?.votes);
  expect(await query(fresh, "SELECT * FROM community_drift")).toEqual([]);
  expect(await removeDemo(fresh)).toBe(20);
  expect(await counts()).toEqual([none]);
});
