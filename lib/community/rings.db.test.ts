import crypto from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { vote } from "../claims/mutations.ts";
import { db } from "../db/index.ts";
import { loadContent } from "../frameworks/content.ts";
import { seed } from "../frameworks/seed.ts";
import { log } from "../log/log.mjs";
import { lookForRings } from "../people/flags.ts";
import { matureAllDue } from "../people/mutations.ts";
import { noteNetwork, removeOldNetworks } from "../people/networks.ts";
import { query } from "../process/postgres.ts";
import { rate } from "../ratings/mutations.ts";
import type { Viewer } from "../session/sessions.ts";
import { contentOf } from "../testing/content.ts";
import { freshDatabase } from "../testing/database.ts";
import { addDemo } from "./demo.ts";
import { setStanding } from "./mutations.ts";
import { getIntegrity } from "./queries.ts";
import { decideRing, takeBack } from "./ring-mutations.ts";
import { getRing, getRings } from "./ring-queries.ts";

let url = "";
let claims: number[] = [];

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.DATABASE_POOL = "16";
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(
    url,
    contentOf(loadContent(), (slug) => ["django", "rails"].includes(slug)),
  );
  claims = (
    await query<{ id: number }>(url, "SELECT id FROM claim WHERE retired_at IS NULL ORDER BY framework_id, id")
  ).map(({ id }) => id);
});

beforeEach(() => query(url, "DELETE FROM person; DELETE FROM ring; DELETE FROM audit_entry"));

const as = (role: Viewer["role"]): Viewer => ({
  personId: crypto.randomUUID(),
  email: "",
  name: "",
  role,
  sessionId: "",
  authenticatedAt: new Date(),
});
const moderator = as("moderator");
const claim = (index: number) => claims[index] ?? 0;
let clock = BigInt(Date.now()) * 1_000n - 100_000_000n;
const tick = () => (clock += 1n);

interface Kind {
  email?: (n: number) => string;
  /** SQL: when the n-th registered. */
  at?: (n: number) => string;
  standing?: string;
  from?: (n: number) => string;
}
/** People who are old and active enough to count, as soon as they have said enough. */
async function addPeople(count: number, kind: Kind = {}): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, n) => {
    const email = kind.email?.(n) ?? `${crypto.randomBytes(6).toString("hex")}@example.org`;
    const at = kind.at?.(n) ?? `now() - interval '${5 + n} days'`;
    return `(gen_random_uuid(), '${email}', 'Somebody', '${kind.standing ?? "new"}', 3, ${at})`;
  });
  const ids = (
    await query<{ id: string }>(
      url,
      `INSERT INTO person (id, email, name, standing, active_days, created_at) VALUES ${rows.join(",")} RETURNING id`,
    )
  ).map(({ id }) => id);
  for (const [n, id] of ids.entries()) if (kind.from) await noteNetwork(id, kind.from(n));
  return ids;
}
const drift = () => query(url, "SELECT * FROM community_drift");
const tally = async (id: number) =>
  (
    await query<{ yes: number; all_yes: number }>(url, `SELECT yes, all_yes FROM claim_tally WHERE claim_id = ${id}`)
  )[0];
const standings = async (ids: string[]) => {
  const rows = await db().person.groupBy({ by: ["standing"], where: { id: { in: ids } }, _count: true });
  return Object.fromEntries(rows.map(({ standing, _count }) => [standing, _count]));
};
const ringOf = async (rule: string) => (await getRings(moderator)).find((ring) => ring.rule === rule);

/** Everybody says the same of these claims. */
async function sayAll(people: string[], targets: number[], value: 1 | -1 = 1) {
  const waiting = people.flatMap((person) => targets.map((target) => [person, target] as const));
  while (waiting.length > 0)
    await Promise.all(waiting.splice(0, 12).map(([person, target]) => vote(person, target, value, tick())));
}

describe("patience", () => {
  it("buys no weight: 300 aged accounts of one mailbox never move a public number", async () => {
    const people = await addPeople(300, {
      email: (n) => `one.hand+${n}@example.org`,
      at: () => "now() - interval '4 days'",
    });
    for (const id of claims.slice(0, 3)) await sayAll(people, [id]);
    await matureAllDue();
    await lookForRings();
    expect(await standings(people)).toEqual({ held: 300 });
    for (const id of claims.slice(0, 3)) expect(await tally(id)).toMatchObject({ yes: 0, all_yes: 300 });
    expect(await ringOf("mailbox")).toMatchObject({ held: 300, discounted: 0 });
    expect(await drift()).toEqual([]);
    expect(await getIntegrity()).toMatchObject({ people: { held: 300 }, votes: { held: 900 }, log: [] });
    // Whatever else found them, one act decides, with one entry in the log, and takes it back.
    expect(
      (await getRings(moderator))
        .map(({ rule, held }) => [rule, held] as const)
        .toSorted(([a], [b]) => a.localeCompare(b)),
    ).toEqual([
      ["mailbox", 300],
      ["order", 300],
      ["target", 300],
    ]);
    const id = (await ringOf("mailbox"))?.id ?? "";
    expect(await decideRing(moderator, id, "discounted", "One hand")).toBe(300);
    expect(await standings(people)).toEqual({ discounted: 300 });
    // Its transactions are many, so that votes of others on the same wait for none of them long; its entry is one.
    const { decisions } = (await getRing(moderator, id)) ?? { decisions: [] };
    expect(decisions).toMatchObject([{ action: "ring-discount", accounts: 300, reason: "One hand", undoable: true }]);
    expect(await takeBack(moderator, id, BigInt(decisions[0]?.id ?? 0), "By mistake")).toBe(300);
    expect(await standings(people)).toEqual({ held: 300 });
    expect(await decideRing(moderator, id, "cleared", "A shared mailbox")).toBe(300);
    expect(await standings(people)).toEqual({ counted: 300 });
    expect(await tally(claim(0))).toMatchObject({ yes: 300, all_yes: 300 });
    expect(await drift()).toEqual([]);
    expect((await getIntegrity()).log.map(({ action, accounts }) => [action, accounts])).toEqual([
      ["ring-clear", 300],
      ["ring-reopen", 300],
      ["ring-discount", 300],
    ]);
    // Cleared is cleared.
    expect(await lookForRings()).toBe(0);
  }, 180_000);

  it("of what counts already is held back as well, from the moment that a rule finds it", async () => {
    const people = await addPeople(2, { email: (n) => `a+${n}@example.org`, standing: "counted" });
    await sayAll(people, [claim(0)]);
    expect(await tally(claim(0))).toMatchObject({ yes: 2 });
    expect(await lookForRings()).toBe(2);
    expect(await tally(claim(0))).toMatchObject({ yes: 0, all_yes: 2 });
    await decideRing(moderator, (await ringOf("mailbox"))?.id ?? "", "cleared", "Two people");
    // Though they have said less than a new account must.
    expect(await tally(claim(0))).toMatchObject({ yes: 2 });
  });
});

describe("the rules", () => {
  it("take no two people for one: same domain, other providers' dots, a network over the weeks, an odd hour", async () => {
    await addPeople(8, { email: (n) => `person${n}@company.example` });
    await addPeople(2, { email: (n) => ["a.b@example.org", "ab@example.org"][n] ?? "" });
    await addPeople(9, { from: (n) => `198.51.100.${n}` });
    await addPeople(4, { from: (n) => `203.0.113.${n}`, at: () => "now()" });
    await addPeople(12, { from: () => "127.0.0.1", at: () => "now()" });
    expect(await lookForRings()).toBe(0);
    await addPeople(2, { email: (n) => ["a.b@gmail.com", "ab+x@googlemail.com"][n] ?? "" });
    expect(await lookForRings()).toBe(2);
  });

  it("find what is said in one order, not a crowd that likes the same", async () => {
    // Sixty newcomers of one evening, each with favourites of their own among the popular claims.
    const crowd = await addPeople(60, { at: (n) => `now() - interval '4 days' + interval '${n} minutes'` });
    for (const [n, person] of crowd.entries())
      for (const at of [0, 1, 2, 3])
        await vote(person, claim((n * 7 + at * (1 + (n % 5))) % 12), n % 3 ? 1 : -1, tick());
    expect(await lookForRings()).toBe(0);
    const ring = await addPeople(5, { at: (n) => `now() - interval '4 days' + interval '${n * 10} hours'` });
    for (const at of [3, 1, 2]) await sayAll(ring, [claim(at)]);
    await sayAll(ring.slice(1), [claim(9)], -1);
    await lookForRings();
    const found = await getRing(moderator, (await ringOf("order"))?.id ?? "");
    expect(found?.about).toHaveLength(3);
    expect(found?.about[0]).toMatch(/^Yes to “/);
    expect(found?.targets.map(({ answers }) => answers.length)).toEqual([5, 5, 5, 4]);
    expect(found?.members).toMatchObject(ring.map(() => ({ rules: ["order"], state: "held" })));
    expect(await standings(crowd)).not.toHaveProperty("held");
  });

  it("find a quiet day's newcomers who all came for one thing", async () => {
    const people = await addPeople(10, { at: (n) => `now() - interval '4 days' + interval '${n} minutes'` });
    for (const [n, person] of people.entries()) {
      await vote(person, claim(n), 1, tick());
      await rate(person, "rails", {
        criteria: {},
        experience: "tried",
        years: null,
        stillUsing: null,
        review: null,
        overall: 5,
      });
    }
    expect(await lookForRings()).toBe(10);
    expect((await getRing(moderator, (await ringOf("target"))?.id ?? ""))?.about).toEqual(["5 of 5 for Ruby on Rails"]);
  });
});

it("invented people, who all came at once, are no ring", async () => {
  expect(await addDemo(url)).toBe(60);
  expect(await lookForRings()).toBe(0);
});

it("a class behind one address is held back, never discounted by itself; cleared, it counts, and so do later ones", async () => {
  const students = await addPeople(30, {
    at: (n) => `now() - interval '4 days' + interval '${n} minutes'`,
    from: (n) => `198.51.100.${n % 3}`,
  });
  for (const [n, person] of students.entries())
    for (const at of [0, 1, 2]) await vote(person, claim((n + at * 3) % 12), 1, tick());
  await matureAllDue();
  expect(await standings(students)).toEqual({ held: 30 });
  const ring = await ringOf("network");
  expect(await getRing(moderator, ring?.id ?? "")).toMatchObject({
    held: 30,
    members: students.map(() => ({ neighbours: 29 })),
  });
  expect(await decideRing(moderator, ring?.id ?? "", "cleared", "A class")).toBe(30);
  expect(await standings(students)).toEqual({ counted: 30 });
  const [late = ""] = await addPeople(1, { at: () => "now() - interval '4 days'", from: () => "198.51.100.7" });
  await sayAll([late], claims.slice(20, 23));
  expect(await standings([late])).toEqual({ counted: 1 });
  // The network itself is a hash, and goes when its time is over.
  const kept = JSON.stringify(await query(url, "SELECT encode(network, 'escape') AS network FROM person_network"));
  expect(kept).not.toContain("198.51.100");
  await query(url, "UPDATE person_network SET expires_at = now() - interval '1 minute'");
  await removeOldNetworks();
  expect(await db().personNetwork.count()).toBe(0);
});

describe("a decision on a ring", () => {
  it("is a moderator's, and so is the sight of it", async () => {
    await addPeople(2, { email: (n) => `b+${n}@example.org` });
    await lookForRings();
    const id = (await ringOf("mailbox"))?.id ?? "";
    const member = as("member");
    expect(await getRings(member)).toEqual([]);
    expect(await getRing(member, id)).toBeNull();
    await expect(decideRing(member, id, "cleared", "Mine")).rejects.toMatchObject({ status: 404 });
    await expect(takeBack(member, id, 1n, "Mine")).rejects.toMatchObject({ status: 404 });
    await expect(decideRing(moderator, crypto.randomUUID(), "cleared", "None")).rejects.toMatchObject({ status: 404 });
    await decideRing(moderator, id, "cleared", "Fine");
    await expect(decideRing(moderator, id, "discounted", "Again")).rejects.toMatchObject({ status: 409 });
    await expect(takeBack(moderator, id, 999_999n, "None")).rejects.toMatchObject({ status: 409 });
  });

  it("leaves alone who was discounted by hand, and who was given a role; it is on all rules at once", async () => {
    const [hand = "", role = "", both = "", plain = ""] = await addPeople(4, {
      email: (n) => `c+${n}@example.org`,
      standing: "counted",
    });
    await lookForRings();
    const id = (await ringOf("mailbox"))?.id ?? "";
    const other = await db().ring.create({ data: { rule: "network" } });
    await db().ringMember.create({ data: { ringId: other.id, personId: both, wasCounted: true } });
    await setStanding(moderator, ["c+0@example.org"], "discounted", "By hand");
    await db().person.update({ where: { id: role }, data: { role: "moderator" } });
    expect(await decideRing(moderator, id, "discounted", "One hand")).toBe(2);
    const state = async () =>
      Object.fromEntries(
        (await db().person.findMany({ select: { id: true, standing: true } })).map((one) => [one.id, one.standing]),
      );
    expect(await state()).toEqual({
      [hand]: "discounted",
      [role]: "held",
      [both]: "discounted",
      [plain]: "discounted",
    });
    const undo = (await getRing(moderator, id))?.decisions[0]?.id ?? "0";
    await takeBack(moderator, id, BigInt(undo), "Back");
    await decideRing(moderator, id, "cleared", "Fine");
    expect(await state()).toEqual({ [hand]: "discounted", [role]: "counted", [both]: "counted", [plain]: "counted" });
    expect(await getRing(moderator, other.id)).toMatchObject({ held: 0, cleared: 1, decisions: [{ undoable: true }] });
    // Found by another rule later, and decided on there: what was decided before stays.
    const later = await db().ring.create({ data: { rule: "order" } });
    await db().ringMember.create({ data: { ringId: later.id, personId: both, wasCounted: true } });
    await db().person.update({ where: { id: both }, data: { standing: "held" } });
    await decideRing(moderator, later.id, "discounted", "One hand after all");
    expect((await state())[both]).toBe("discounted");
  });

  it("on one person is no longer undone by the ring's", async () => {
    await addPeople(3, { email: (n) => `d+${n}@example.org`, standing: "counted" });
    await lookForRings();
    const id = (await ringOf("mailbox"))?.id ?? "";
    await decideRing(moderator, id, "discounted", "One hand");
    const undo = BigInt((await getRing(moderator, id))?.decisions[0]?.id ?? 0);
    await setStanding(moderator, ["d+1@example.org"], "new", "She wrote to us");
    expect(await takeBack(moderator, id, undo, "Back")).toBe(2);
    expect(await decideRing(moderator, id, "discounted", "Again")).toBe(2);
    expect(await db().person.findUnique({ where: { email: "d+1@example.org" }, select: { standing: true } })).toEqual({
      standing: "new",
    });
  });
});

it("numbers stay what a recount says while votes arrive and their ring is discounted, taken back and found anew", async () => {
  const ring = await addPeople(40, { email: (n) => `e+${n}@example.org`, standing: "counted" });
  const others = await addPeople(20, { standing: "counted" });
  const few = claims.slice(0, 6);
  await sayAll(ring, few);
  await lookForRings();
  const id = (await ringOf("mailbox"))?.id ?? "";
  const unexpected: unknown[] = [];
  const audits: unknown[][] = [];
  let written = 0;
  let decided = 0;
  const goesOn = () => decided < 12 && unexpected.length === 0;
  const voter = async (n: number) => {
    while (goesOn()) {
      const person = (n % 3 ? ring : others)[crypto.randomInt(n % 3 ? 40 : 20)] ?? "";
      try {
        if (n % 4 === 0)
          await rate(person, "django", {
            criteria: { testing: crypto.randomInt(1, 6) },
            experience: "tried",
            years: null,
            stillUsing: null,
            review: null,
            overall: crypto.randomInt(1, 6),
          });
        else
          await vote(
            person,
            few[crypto.randomInt(few.length)] ?? 0,
            ([1, 0, -1] as const)[crypto.randomInt(3)] ?? 1,
            tick(),
          );
        written += 1;
      } catch (error) {
        if (!String(error).includes("lock timeout")) unexpected.push(error);
      }
    }
  };
  const decider = async () => {
    while (goesOn()) {
      try {
        await decideRing(moderator, id, decided % 2 ? "cleared" : "discounted", "Round and round");
        audits.push(await drift());
        const undo = (await getRing(moderator, id))?.decisions.find(({ undoable }) => undoable)?.id ?? "0";
        await takeBack(moderator, id, BigInt(undo), "Back");
        audits.push(await drift());
        decided += 1;
      } catch (error) {
        if (!String(error).includes("lock timeout")) unexpected.push(error);
      }
    }
  };
  const looker = async () => {
    while (goesOn())
      await lookForRings().catch((error) => String(error).includes("lock timeout") || unexpected.push(error));
  };
  await Promise.all([decider(), looker(), ...Array.from({ length: 10 }, (_, n) => voter(n))]);
  expect(unexpected).toEqual([]);
  expect(audits.length).toBeGreaterThanOrEqual(24);
  expect(audits.flat()).toEqual([]);
  expect(written).toBeGreaterThan(100);
  expect(await standings(ring)).toEqual({ held: 40 });
  const [counted] = await query<{ n: number }>(
    url,
    `SELECT count(*)::int AS n FROM vote WHERE counted AND person_id IN ('${ring.join("','")}')`,
  );
  expect(counted?.n).toBe(0);
}, 180_000);

it("who can't be looked at just now doesn't count just now, and loses nothing", async () => {
  const [person = ""] = await addPeople(1);
  await query(url, "ALTER TABLE ring_member RENAME TO elsewhere");
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  await sayAll([person], claims.slice(0, 3));
  expect(logged).toHaveBeenCalled();
  logged.mockRestore();
  expect(await tally(claim(2))).toMatchObject({ yes: 0, all_yes: 1 });
  await query(url, "ALTER TABLE elsewhere RENAME TO ring_member");
  expect(await matureAllDue()).toBe(1);
  expect(await tally(claim(2))).toMatchObject({ yes: 1 });
});
