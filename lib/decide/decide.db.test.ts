import crypto from "node:crypto";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { criterionIds } from "../claims/criteria.ts";
import { db } from "../db/index.ts";
import { seed } from "../frameworks/seed.ts";
import { decide, revert, suggest } from "../moderation/mutations.ts";
import { getQueue, getReportable } from "../moderation/queries.ts";
import { Refusal } from "../request/refusal.ts";
import { freshDatabase } from "../testing/database.ts";
import { madrOf } from "./madr.ts";
import * as verbs from "./mutations.ts";
import { evenWeights, type Weights } from "./presets.ts";
import {
  getChangesSince,
  getDecisions,
  getInvitation,
  getOptions,
  getRecord,
  getRecords,
  getTeamDecision,
  makeRecord,
  makeTeamRecord,
} from "./queries.ts";
import { rank } from "./ranking.ts";
import { openingSearch, type RecordData } from "./record.ts";
import { parseDecision } from "./search-params.ts";
import { teamOutcome } from "./team.ts";
import { nearbyWins } from "./weightings.ts";

vi.mock("./ranking.ts", async (original) => {
  const real = await original<typeof import("./ranking.ts")>();
  return { ...real, rank: vi.fn(real.rank) };
});
vi.mock("./weightings.ts", async (original) => {
  const real = await original<typeof import("./weightings.ts")>();
  return { ...real, nearbyWins: vi.fn(real.nearbyWins) };
});

/** Who makes the records of these tests. */
let keeper = "";

beforeAll(async () => {
  const url = await freshDatabase();
  process.env.DATABASE_URL = url;
  await seed(url);
  keeper = await addPerson();
});

async function addPerson(name = "D"): Promise<string> {
  return (await db().person.create({ data: { email: `d${crypto.randomUUID()}@example.org`, name } })).id;
}
const status = async (work: Promise<unknown>) =>
  work.then(
    () => 200,
    (error: unknown) => (error instanceof Refusal ? error.status : 500),
  );
const between = "?f=django,laravel,rails";
const ballot = { weights: evenWeights, scores: {} };

describe("records", () => {
  const decision = parseDecision(new URLSearchParams(`${between}&preset=small`));
  const words = { title: "T", context: "", chosen: "rails", because: "", deciders: "" };

  it("are kept once however often, read back whole, and differ in nothing on the same day", async () => {
    const made = await makeRecord(decision, words);
    const ids = await Promise.all(Array.from({ length: 20 }, () => verbs.keepRecord(made, keeper)));
    expect(new Set(ids).size).toBe(1);
    const kept = await getRecord(ids[0] ?? "");
    expect(kept).toEqual({ record: made, hiddenBecause: null });
    expect(kept && (await getChangesSince(kept.record))).toEqual([]);
    expect(made.options.every(({ claims }) => (claims?.length ?? 0) > 0)).toBe(true);
  });
  it("of guests go when nobody has opened them for a year; of who has an account they stay", async () => {
    const keep = async (title: string, byGuest: boolean) =>
      verbs.keepRecord(await makeRecord(decision, { ...words, title }), byGuest ? null : keeper);
    const [unopened, opened, own, both] = [
      await keep("unopened", true),
      await keep("opened", true),
      await keep("own", false),
      await keep("both", true),
    ];
    await keep("both", false);
    await keep("both", true);
    await db().$executeRaw`UPDATE decision_record SET opened_at = now() - interval '366 days'`;
    await verbs.noteOpened(opened);
    await verbs.removeUnopenedRecords();
    expect(await getRecord(unopened)).toBeNull();
    for (const id of [opened, own, both]) expect(await getRecord(id)).not.toBeNull();
  });
  it("are read in one go: under 12 KB of Markdown for three frameworks", async () => {
    const text = madrOf(await makeRecord(decision, words), "abcdefghijklmnop", "https://framewise.example");
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(12_000);
    expect(text.match(/^\* (Good|Bad), because “/gm)?.length).toBeGreaterThan(10);
  });
  it("rank and try their weightings once, also when they are looked at again", async () => {
    const made = await makeRecord(decision, words);
    for (const work of [() => makeRecord(decision, words), () => getChangesSince(made)]) {
      vi.mocked(rank).mockClear();
      vi.mocked(nearbyWins).mockClear();
      await work();
      expect([rank, nearbyWins].map((one) => vi.mocked(one).mock.calls.length)).toEqual([1, 1]);
    }
  });
  it("show votes that were cast later, and nothing else", async () => {
    const id = await verbs.keepRecord(await makeRecord(decision, words), keeper);
    await db().$executeRaw`
      UPDATE claim_tally SET yes = 3, all_yes = 3 WHERE claim_id = (SELECT c.id FROM claim c JOIN framework f ON f.id = c.framework_id
        WHERE f.slug = 'rails' AND c.kind = 'pro' ORDER BY c.position LIMIT 1)`;
    const kept = await getRecord(id);
    const changes = kept ? await getChangesSince(kept.record) : [];
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ framework: "rails", was: "0 yes, 0 no", now: "3 yes, 0 no" });
  });
  it("lose their author's words to a moderator, who says why, and get them back; to nobody else", async () => {
    const id = await verbs.keepRecord(
      await makeRecord(decision, { ...words, title: "Bad words", context: "Worse" }),
      keeper,
    );
    const as = (personId: string, role: "member" | "moderator") =>
      ({ personId, role, email: "", name: "", sessionId: "", authenticatedAt: new Date() }) as const;
    const [member, moderator] = [await addPerson(), await addPerson()];
    expect(await status(verbs.hideRecord(as(member, "member"), id, "because"))).toBe(404);
    await verbs.hideRecord(as(moderator, "moderator"), id, "It names somebody.");
    expect(await getRecord(id)).toMatchObject({
      hiddenBecause: "It names somebody.",
      record: { words: { title: "", context: "", chosen: "rails" } },
    });
    await verbs.hideRecord(as(moderator, "moderator"), id, null);
    expect((await getRecord(id))?.record.words.title).toBe("Bad words");
    expect(await db().auditEntry.count({ where: { actorId: moderator } })).toBe(2);
  });
  it("are reported by a reader and hidden when a moderator agrees, and have nothing to report where nothing was written", async () => {
    const title = "Words that break the rules";
    const id = await verbs.keepRecord(
      await makeRecord(decision, { ...words, title, deciders: "A person’s name" }),
      keeper,
    );
    const mute = await verbs.keepRecord(await makeRecord(decision, { ...words, title: "" }), keeper);
    expect(await getReportable({ record: id })).toMatchObject({ what: "record", text: `${title}\nA person’s name` });
    expect(await getReportable({ record: mute })).toBeNull();
    const as = async (role: "member" | "moderator") => ({
      ...({ role, email: "", name: "", sessionId: "", authenticatedAt: new Date() } as const),
      personId: await addPerson(),
    });
    const [reader, moderator] = [await as("member"), await as("moderator")];
    await suggest(reader, "report", null, { what: "record", of: id, flag: "personal", text: "It names somebody." });
    const [report] = (await getQueue(moderator)).open;
    expect(report?.reported?.text).toContain(title);
    await decide(moderator, report?.id ?? "", "approve", "It names a person.", null);
    expect(await getRecord(id)).toMatchObject({
      hiddenBecause: "It names a person.",
      record: { words: { title: "", deciders: "" } },
    });
    expect(await getReportable({ record: id })).toBeNull();
    await revert(moderator, report?.id ?? "", "It is an invented name");
    expect((await getRecord(id))?.record.words.title).toBe(title);
  });
  it("are listed for who made them, their own and their team's, with what was chosen; for nobody else, and not a guest's", async () => {
    const [maker, other] = [await addPerson(), await addPerson()];
    const made = await makeRecord(decision, { ...words, title: "Mine" });
    const team = { people: 3, round: 1, opened: made.day, weights: [], totals: [], entered: [], cells: [] };
    const own = await verbs.keepRecord(made, maker);
    await verbs.keepRecord(made, maker);
    const joint = await verbs.keepRecord({ ...made, version: 3, team, words: { ...words, title: "Ours" } }, maker);
    await verbs.keepRecord({ ...made, words: { ...words, title: "A guest’s" } }, null);
    const chosen = made.options.find(({ slug }) => slug === "rails");
    const line = { day: made.day, chosen: "Ruby on Rails", rank: chosen?.rank };
    expect(await getRecords(maker)).toEqual([
      { id: joint, title: "Ours", ...line, people: 3 },
      { id: own, title: "Mine", ...line, people: null },
    ]);
    expect(await getRecords(other)).toEqual([]);
    await verbs.keepRecord(made, other);
    expect((await getRecords(other)).map(({ id }) => id)).toEqual([own]);
    await db().person.delete({ where: { id: maker } });
    expect(await getRecord(joint)).not.toBeNull();
  });
  it("of unknown ids are not there", async () => {
    for (const id of ["", "x", "0123456789abcdef", "../../../../etc/p"]) expect(await getRecord(id)).toBeNull();
  });
});

describe("a team's decision", () => {
  async function team() {
    const owner = await addPerson("Owner");
    const id = crypto.randomUUID();
    await verbs.saveDecision(owner, id, { title: "Shop", search: between, list: null });
    return { owner, id, token: await verbs.invite(owner, id) };
  }

  it("is joined by its link, once however often, until the link is replaced or ended", async () => {
    const { owner, id, token } = await team();
    const guest = await addPerson("Guest");
    expect(await getInvitation(token)).toMatchObject({ title: "Shop", owner: "Owner", members: 1 });
    await Promise.all(Array.from({ length: 8 }, () => verbs.join(guest, token)));
    expect((await getTeamDecision(owner, id))?.members).toHaveLength(2);
    const second = await verbs.invite(owner, id);
    expect(await status(verbs.join(await addPerson(), token))).toBe(410);
    await verbs.endInvitation(owner, id);
    expect(await getInvitation(second)).toBeNull();
    expect(await status(verbs.join(await addPerson(), second))).toBe(410);
  });
  it("isn't there for anybody else, whatever they try", async () => {
    const { id } = await team();
    const stranger = await addPerson();
    expect(await getTeamDecision(stranger, id)).toBeNull();
    expect(await getTeamDecision(stranger, "nonsense")).toBeNull();
    for (const work of [
      () => verbs.deleteDecision(stranger, id),
      () => verbs.invite(stranger, id),
      () => verbs.endInvitation(stranger, id),
      () => verbs.giveBallot(stranger, id, ballot),
      () => verbs.reveal(stranger, id),
      () => verbs.anotherRound(stranger, id),
    ])
      expect(await status(work())).toBe(404);
    expect(await getDecisions(stranger)).toEqual([]);
  });
  it("shows nobody a ballot of others, its owner neither, before all are opened", async () => {
    const { owner, id, token } = await team();
    const guest = await addPerson("Guest");
    await verbs.join(guest, token);
    await verbs.giveBallot(owner, id, { weights: evenWeights, scores: { rails: { learning: 5 } } });
    expect(await status(verbs.reveal(owner, id))).toBe(409);
    const only = Object.fromEntries(criterionIds.map((one) => [one, one === "security" ? 100 : 0])) as Weights;
    await verbs.giveBallot(guest, id, { weights: only, scores: {} });
    for (const person of [owner, guest]) {
      const seen = await getTeamDecision(person, id);
      expect(seen?.ballots).toEqual([]);
      expect(seen?.members.map(({ name, given }) => [name, given])).toEqual([
        ["Owner", true],
        ["Guest", true],
      ]);
    }
    expect(await status(verbs.reveal(guest, id))).toBe(404);
    await verbs.reveal(owner, id);
    const seen = await getTeamDecision(guest, id);
    expect(seen?.ballots.map(({ name, weights }) => [name, weights.security])).toEqual([
      ["Owner", 50],
      ["Guest", 100],
    ]);
    expect(await status(verbs.giveBallot(guest, id, ballot))).toBe(409);
    await verbs.anotherRound(owner, id);
    const again = await getTeamDecision(guest, id);
    expect([again?.round, again?.ballot?.given, again?.ballot?.weights.security]).toEqual([2, false, 100]);
  });
  it("is recorded as the joint decision that all see, with where they differ, naming nobody; and nothing changes on its day", async () => {
    const { owner, id, token } = await team();
    const guest = await addPerson("Guest");
    await verbs.join(guest, token);
    const only = Object.fromEntries(criterionIds.map((one) => [one, one === "security" ? 100 : 0])) as Weights;
    await verbs.giveBallot(owner, id, { weights: evenWeights, scores: { rails: { learning: 5 } } });
    await verbs.giveBallot(guest, id, { weights: only, scores: { rails: { learning: 1, security: 2 } } });
    const words = { title: "T", context: "", chosen: "django", because: "", deciders: "" };
    const blind = await getTeamDecision(guest, id);
    expect(blind && (await makeTeamRecord(blind, words))).toBeNull();
    await verbs.reveal(owner, id);
    const seen = await getTeamDecision(guest, id);
    if (!seen) throw new Error("The team is gone.");
    const made = await makeTeamRecord(seen, words);
    const shown = teamOutcome(seen.options, seen.ballots);
    expect(made?.options.map(({ slug }) => slug)).toEqual(shown.outcome.ranked.map(({ option }) => option.slug));
    expect(made?.group).toEqual(shown.outcome.group.map(({ option }) => option.slug));
    expect(made).toMatchObject({
      version: 3,
      team: {
        people: 2,
        round: 1,
        cells: [
          { criterion: "learning", own: { n: 2 } },
          { criterion: "security", own: { n: 1 } },
        ],
      },
    });
    expect(made?.shares.find(({ criterion }) => criterion === "security")?.share).toBeGreaterThan(0.5);
    expect(JSON.stringify(made)).not.toMatch(/Owner|Guest/);
    const kept = await getRecord(await verbs.keepRecord(made as RecordData, keeper));
    expect(kept && (await getChangesSince(kept.record))).toEqual([]);
    // Opened from the record it comes to the same figures; from one of before, which had whole weights alone, as well.
    for (const search of [made?.search ?? "", `${between}&w=security.100,learning.8`]) {
      const opened = parseDecision(new URLSearchParams(openingSearch({ ...(made as RecordData), search })));
      const again = await makeRecord(opened, words);
      expect(again.options.map(({ slug, total }) => [slug, total.toFixed(4)])).toEqual(
        made?.options.map(({ slug, total }) => [slug, total.toFixed(4)]),
      );
      expect(again.group).toEqual(made?.group);
      expect(madrOf(again, "abcdefghijklmnop", "https://framewise.example")).toContain("Ruby on Rails, security: 2.00");
    }
  });
  it("goes on showing all what was opened while it weighs again: opening and closing tells its owner nothing more", async () => {
    const { owner, id, token } = await team();
    const guest = await addPerson("Guest");
    await verbs.join(guest, token);
    for (const person of [owner, guest]) await verbs.giveBallot(person, id, ballot);
    expect(await status(verbs.anotherRound(owner, id))).toBe(404);
    await verbs.reveal(owner, id);
    await verbs.anotherRound(owner, id);
    await verbs.giveBallot(owner, id, { weights: { ...evenWeights, security: 77 }, scores: {} });
    const seen = await getTeamDecision(guest, id);
    expect([seen?.round, seen?.revealed, seen?.opened?.round]).toEqual([2, false, 1]);
    expect(seen?.ballots.map(({ name, weights }) => [name, weights.security])).toEqual([
      ["Owner", 50],
      ["Guest", 50],
    ]);
    expect(JSON.stringify(seen?.ballots)).not.toContain("77");
  });
  it("counts nothing of a criterion that came after its ballots were opened", async () => {
    const { owner, id, token } = await team();
    const guest = await addPerson("Guest");
    await verbs.join(guest, token);
    for (const person of [owner, guest]) await verbs.giveBallot(person, id, ballot);
    await verbs.reveal(owner, id);
    await db().$executeRaw`UPDATE ballot SET opened = opened #- '{weights,security}' WHERE decision_id = ${id}::uuid`;
    const seen = await getTeamDecision(owner, id);
    const { weights, outcome } = teamOutcome(seen?.options ?? [], seen?.ballots ?? []);
    expect(weights.find(({ criterion }) => criterion === "security")?.share.mean).toBe(0);
    expect(outcome.ranked.every(({ total }) => total > 1)).toBe(true);
  });
  it("can be rid of somebody by who made it, with their ballot, and by nobody else", async () => {
    const { owner, id, token } = await team();
    const [guest, intruder] = [await addPerson("Guest"), await addPerson("Intruder")];
    for (const person of [guest, intruder]) await verbs.join(person, token);
    expect(await status(verbs.removeMember(guest, id, intruder))).toBe(404);
    expect(await status(verbs.removeMember(owner, id, owner))).toBe(404);
    await verbs.removeMember(owner, id, intruder);
    expect(await getTeamDecision(intruder, id)).toBeNull();
    expect((await getTeamDecision(owner, id))?.members.map(({ name }) => name)).toEqual(["Owner", "Guest"]);
  });
  it("takes no ballot that comes while they are opened, or shows it: never a changed one after opening", async () => {
    const { owner, id, token } = await team();
    const guests = await Promise.all([1, 2, 3, 4].map(async (n) => addPerson(`G${n}`)));
    for (const guest of guests) await verbs.join(guest, token);
    await verbs.giveBallot(owner, id, ballot);
    await verbs.giveBallot(guests[0] ?? "", id, ballot);
    const late = { weights: { ...evenWeights, security: 99 }, scores: {} };
    const [, ...answers] = await Promise.all([
      verbs.reveal(owner, id),
      ...guests.map((guest) => status(verbs.giveBallot(guest, id, late))),
    ]);
    const seen = await getTeamDecision(owner, id);
    const changed = seen?.ballots.filter(({ weights }) => weights.security === 99).length;
    expect(changed).toBe(answers.filter((answer) => answer === 200).length);
    expect(answers.every((answer) => answer === 200 || answer === 409)).toBe(true);
  });
  it("goes with who made it, and a ballot with who gave it", async () => {
    const { owner, id, token } = await team();
    const guest = await addPerson("Guest");
    await verbs.join(guest, token);
    await db().person.delete({ where: { id: guest } });
    expect((await getTeamDecision(owner, id))?.members).toHaveLength(1);
    await db().person.delete({ where: { id: owner } });
    expect(await db().ballot.count({ where: { decisionId: id } })).toBe(0);
  });
  it("is kept once when it is sent twice", async () => {
    const owner = await addPerson();
    const id = crypto.randomUUID();
    await Promise.all([1, 2, 3].map(() => verbs.saveDecision(owner, id, { title: "T", search: between, list: null })));
    expect((await getDecisions(owner)).map((one) => one.id)).toEqual([id]);
  });
  it("keeps with a list of one's own only", async () => {
    const [owner, other] = [await addPerson(), await addPerson()];
    const list = await db().shortlist.create({ data: { personId: other, name: "L" } });
    expect(
      await status(verbs.saveDecision(owner, crypto.randomUUID(), { title: "T", search: "", list: list.id })),
    ).toBe(404);
    await verbs.saveDecision(other, crypto.randomUUID(), { title: "T", search: between, list: list.id });
    expect((await getDecisions(other)).map(({ list: name, own }) => [name, own])).toEqual([["L", true]]);
  });
});

it("every framework of the catalogue is an option, with scores that add up from their parts", async () => {
  const options = await getOptions();
  expect(options.length).toBeGreaterThan(35);
  for (const { parts, scores } of options)
    parts.forEach((part, index) => {
      if (part.bench === null) expect(scores[index]).toBeNull();
      else if (part.ratings === 0)
        expect(scores[index]).toBeCloseTo(Math.min(5, Math.max(1, part.bench + part.shift)), 1);
    });
});
