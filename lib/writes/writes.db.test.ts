import crypto from "node:crypto";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { voteAction } from "../claims/actions.ts";
import { criterionIds } from "../claims/criteria.ts";
import { db } from "../db/index.ts";
import { query } from "../process/postgres.ts";
import { rateAction } from "../ratings/actions.ts";
import { untouched } from "../request/form-state.ts";
import { limits, spend } from "../request/limits.ts";
import { createSession } from "../session/sessions.ts";
import { removeAction, saveAction } from "../shortlist/actions.ts";
import { firstList, mostEntries, visitorCookie } from "../shortlist/rules.ts";
import { freshDatabase } from "../testing/database.ts";
import { answerWrite } from "./serve.ts";
import type { WriteName } from "./writes.ts";

// An action and the address beside it are one write: whatever the situation, the same answer, and the same left behind.

const address = "198.51.100.7";
const site = "http://localhost:3000";
const page = "/frameworks/one";
const actions = { vote: voteAction, save: saveAction, remove: removeAction, rate: rateAction };

/** What Next says of the request that an action answers. */
const asked = vi.hoisted(() => ({
  cookies: {} as Record<string, string>,
  set: [] as string[],
  outcomes: new Map<string, { status: number | null; retryAfter?: number }>(),
}));
vi.mock("next/headers", () => ({
  headers: async () =>
    new Headers({
      "x-framewise-request": "one",
      "x-framewise-address": "198.51.100.7",
      referer: "http://localhost:3000/frameworks/one",
    }),
  cookies: async () => ({
    get: (name: string) => (Object.hasOwn(asked.cookies, name) ? { value: asked.cookies[name] } : undefined),
    set: (name: string, value: string) => asked.set.push(`${name}=${value}`),
  }),
}));
vi.mock("next/navigation", () => ({
  redirect: (to: string) => {
    throw Object.assign(new Error("redirect"), { to });
  },
}));

interface Answer {
  status: number;
  retryAfter: number | undefined;
  said: unknown;
  cookies: string[];
}
type Send = (name: WriteName, fields: Record<string, string>, cookies: Record<string, string>) => Promise<Answer>;

const byAction: Send = async (name, fields, cookies) => {
  Object.assign(asked, { cookies, set: [] });
  asked.outcomes.set("one", { status: null });
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.set(field, value);
  const said: unknown = await actions[name](untouched, data).catch((error: unknown) => ({
    to: (error as { to?: string }).to,
  }));
  const { status, retryAfter } = asked.outcomes.get("one") ?? { status: null };
  return { status: status ?? 200, retryAfter, said, cookies: asked.set };
};

const byAddress: Send = async (name, fields, cookies) => {
  const cookie = Object.entries(cookies).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
  const headers = { "x-framewise-address": address, referer: site + page, cookie: cookie.join("; ") };
  const {
    status,
    retryAfter,
    body,
    cookies: set,
  } = await answerWrite({
    name,
    headers,
    body: new URLSearchParams(fields).toString(),
  });
  return { status, retryAfter, said: JSON.parse(body), cookies: set.map((one) => one.split(";")[0] ?? "") };
};

let url = "";
let claims: number[] = [];

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.DATABASE_POOL = "16";
  process.env.SITE_URL = site;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  Object.assign(globalThis, { framewiseOutcomes: asked.outcomes });
  const frameworks = [{ slug: "one" }, { slug: "two" }, { slug: "gone", retiredAt: new Date() }];
  await db().framework.createMany({
    data: frameworks.map((one) => ({ ...one, name: one.slug, tagline: "", aliases: [] })),
  });
  const { id } = await db().framework.findUniqueOrThrow({ where: { slug: "one" } });
  const claim = { kind: "pro", criterion: "learning", text: "A claim.", useCases: [], frameworkId: id };
  await db().claim.createMany({
    data: ["a", "b", "c", "d"].map((slug, position) => ({
      ...claim,
      slug,
      position,
      retiredAt: slug === "d" ? new Date() : null,
    })),
  });
  claims = (await db().claim.findMany({ orderBy: { position: "asc" } })).map((one) => one.id);
});

const clean = () => query(url, "DELETE FROM person; DELETE FROM rate_limit; DELETE FROM security_event");
beforeEach(clean);

interface Person {
  id: string;
  token: string;
}

async function somebody(sql = ""): Promise<Person> {
  const { id } = await db().person.create({ data: { email: `${crypto.randomUUID()}@example.org`, name: "Somebody" } });
  const token = await createSession(db(), { personId: id, method: "link", device: "Test", replaces: null });
  if (sql) await query(url, sql.replaceAll("$id", `'${id}'`));
  return { id, token };
}

const session = "framewise-session";
const signedIn = ({ token }: Person) => ({ [session]: token });
const signInWay = { href: `/sign-in?next=${encodeURIComponent(page)}`, text: "Sign in" };

interface Situation {
  name: WriteName;
  fields: () => Record<string, string>;
  /** Makes who sends it, and returns their cookies. */
  who: () => Promise<Record<string, string>>;
  status: number;
  said: object;
}

const member = async () => signedIn(await somebody());
const vote = { name: "vote" as const, fields: () => ({ claim: String(claims[0]), value: "1", sequence: "10" }) };
const signInFirst = { status: 401, said: { message: "Votes are people’s, so sign in first.", way: signInWay } };
const as = (sql: string) => async () => signedIn(await somebody(sql));
const voted = (data: object, message: RegExp) => ({
  status: 200,
  said: { status: "done", message: expect.stringMatching(message) as string, data },
});
const notCounted = voted({ value: 1, counted: false, yes: 0, no: 0 }, /^Your vote is kept/);
const save = { name: "save" as const, fields: () => ({ framework: "one" }) };
const rate = {
  name: "rate" as const,
  fields: () => ({
    framework: "one",
    overall: "4",
    experience: "production",
    years: "3",
    still: "yes",
    review: "Good.",
  }),
};
const tooOften = {
  status: 429,
  said: { message: expect.stringMatching(/^That was too often\. Try again in/) as string },
};
const marked = { status: 422, said: { message: "Look at the fields that are marked." } };
const others = crypto.randomUUID();
const full = Array.from({ length: mostEntries }, (_, index) => `filler-${index}`);

const situations: Record<string, Situation> = {
  "a vote of a new account": { ...vote, who: member, ...notCounted },
  "a vote of one that counts": {
    ...vote,
    who: as("UPDATE person SET standing = 'counted' WHERE id = $id"),
    ...voted({ value: 1, counted: true, yes: 1, no: 0 }, /^Your vote counts/),
  },
  "a vote of one that is discounted": {
    ...vote,
    who: as("UPDATE person SET standing = 'discounted' WHERE id = $id"),
    ...notCounted,
  },
  "a vote that is taken back": {
    ...vote,
    fields: () => ({ ...vote.fields(), value: "0" }),
    who: () => voter("counted", 1, 5),
    ...voted({ value: 0, counted: true, yes: 0, no: 0 }, /taken back/),
  },
  "an older click than the one before": {
    ...vote,
    who: () => voter("counted", -1, 11),
    ...voted({ value: -1, counted: true, yes: 0, no: 1 }, /^Your vote counts/),
  },
  "a click of the far future": {
    ...vote,
    fields: () => ({ ...vote.fields(), sequence: "99999999999999999" }),
    who: member,
    ...notCounted,
  },
  "a vote by a button's one value": {
    ...vote,
    fields: () => ({ vote: `${claims[0]} -1` }),
    who: member,
    ...voted({ value: -1, counted: false, yes: 0, no: 0 }, /^Your vote is kept/),
  },
  "the vote that makes an account count": {
    ...vote,
    who: as(
      `UPDATE person SET active_days = 2, created_at = now() - interval '4 days' WHERE id = $id;
       INSERT INTO vote (person_id, claim_id, value, sequence) SELECT $id, id, 1, 1 FROM claim WHERE slug IN ('b', 'c')`,
    ),
    ...voted({ value: 1, counted: true, yes: 1, no: 0 }, /^Your vote counts/),
  },
  "nobody's vote": { ...vote, who: async () => ({}), ...signInFirst },
  "a token that is none": { ...vote, who: async () => ({ [session]: "x".repeat(43) }), ...signInFirst },
  "a token in no form of ours": { ...vote, who: async () => ({ [session]: "' OR 1=1 --" }), ...signInFirst },
  "a session that ended by time": {
    ...vote,
    who: as("UPDATE session SET expires_at = now() WHERE person_id = $id"),
    ...signInFirst,
  },
  "a session that nobody used for long": {
    ...vote,
    who: as("UPDATE session SET last_seen_at = now() - interval '15 days' WHERE person_id = $id"),
    ...signInFirst,
  },
  "a session that was ended": { ...vote, who: as("DELETE FROM session WHERE person_id = $id"), ...signInFirst },
  "a session that owes its second step": {
    ...vote,
    who: as("INSERT INTO second_step (person_id, sealed, used_step) VALUES ($id, '\\x00', 0)"),
    ...signInFirst,
  },
  "a session that did its second step": {
    ...vote,
    who: as(
      `INSERT INTO second_step (person_id, sealed, used_step) VALUES ($id, '\\x00', 0);
       UPDATE session SET second_step_at = now() WHERE person_id = $id`,
    ),
    ...notCounted,
  },
  "a session whose last use is some time ago": {
    ...vote,
    who: as(
      `UPDATE session SET last_seen_at = now() - interval '1 day' WHERE person_id = $id;
       UPDATE person SET last_active_on = CURRENT_DATE - 1 WHERE id = $id`,
    ),
    ...notCounted,
  },
  "a claim that isn't there": {
    ...vote,
    fields: () => ({ ...vote.fields(), claim: "999999" }),
    who: member,
    status: 404,
    said: { message: "There is no such claim any more." },
  },
  "a claim that was retired": {
    ...vote,
    fields: () => ({ ...vote.fields(), claim: String(claims[3]) }),
    who: member,
    status: 404,
    said: { message: "There is no such claim any more." },
  },
  "no number for a claim": { ...vote, fields: () => ({ claim: "x", value: "1" }), who: member, ...marked },
  "a value that is none": { ...vote, fields: () => ({ ...vote.fields(), value: "2" }), who: member, ...marked },
  "a sequence that is none": { ...vote, fields: () => ({ ...vote.fields(), sequence: "-1" }), who: member, ...marked },
  "nothing at all": { ...vote, fields: () => ({}), who: member, ...marked },
  "what no text can hold": { ...save, fields: () => ({ framework: "o\0ne" }), who: member, ...marked },
  "bad input of nobody": { ...vote, fields: () => ({ claim: "x" }), who: async () => ({}), ...signInFirst },
  "the last try of a person": {
    ...vote,
    who: async () => {
      const person = await somebody();
      await spend({ name: "writes of a person", key: person.id });
      await query(url, `UPDATE rate_limit SET points = ${limits["writes of a person"].points - 1}`);
      return signedIn(person);
    },
    ...notCounted,
  },
  "one more than a person may": {
    ...vote,
    who: async () => {
      const person = await somebody();
      await spend({ name: "writes of a person", key: person.id });
      await query(url, `UPDATE rate_limit SET points = ${limits["writes of a person"].points}`);
      return signedIn(person);
    },
    ...tooOften,
  },
  "a person's limit whose time is over": {
    ...vote,
    who: async () => {
      const person = await somebody();
      await spend({ name: "writes of a person", key: person.id });
      await query(url, "UPDATE rate_limit SET points = 9999, expire = expire - 3600000");
      return signedIn(person);
    },
    ...notCounted,
  },
  "one more than an address may": {
    ...vote,
    who: async () => {
      await spend({ name: "writes from an address", key: address });
      await query(url, `UPDATE rate_limit SET points = ${limits["writes from an address"].points}`);
      return member();
    },
    ...tooOften,
  },
  "one more than an address may, of a visitor": {
    ...save,
    who: async () => {
      await spend({ name: "writes from an address", key: address });
      await query(url, `UPDATE rate_limit SET points = ${limits["writes from an address"].points}`);
      return {};
    },
    ...tooOften,
  },
  "saving to a first list": {
    ...save,
    who: member,
    status: 200,
    said: { status: "done", message: "Saved.", data: { saved: true } },
  },
  "saving what is saved, on a list that is full": {
    ...save,
    who: () => saver(["one", ...full.slice(1)]),
    status: 200,
    said: { message: "Saved." },
  },
  "saving to a list that is full": {
    ...save,
    who: () => saver(full),
    status: 409,
    said: { message: "A list has 100 frameworks at most." },
  },
  "saving to somebody else's list": {
    ...save,
    fields: () => ({ framework: "one", list: others }),
    who: async () => {
      await saver(["two"], others);
      return member();
    },
    status: 404,
    said: { message: "There is no such list." },
  },
  "saving what isn't there": {
    ...save,
    fields: () => ({ framework: "gone" }),
    who: member,
    status: 404,
    said: { message: "There is no such framework." },
  },
  "a visitor's saving": {
    ...save,
    who: async () => ({ [visitorCookie]: "two" }),
    status: 200,
    said: { message: "Kept in this browser.", data: { saved: true } },
  },
  "a visitor's taking off": {
    name: "remove",
    fields: () => ({ framework: "two" }),
    who: async () => ({ [visitorCookie]: "one.two" }),
    status: 200,
    said: { message: "Removed.", data: { saved: false, was: expect.stringContaining('"position":1') as string } },
  },
  "taking off all lists": {
    name: "remove",
    fields: () => ({ framework: "two" }),
    who: () => saver(["one", "two"], others),
    status: 200,
    said: { data: { saved: false, was: expect.stringContaining(`"list":"${others}"`) as string } },
  },
  "taking off what isn't on": {
    name: "remove",
    fields: () => ({ framework: "one" }),
    who: member,
    status: 200,
    said: { data: { saved: false, was: "[]" } },
  },
  "a rating": {
    ...rate,
    fields: () => ({ ...rate.fields(), ...Object.fromEntries(criterionIds.map((id) => [id, "2"])) }),
    who: member,
    status: 200,
    said: { to: "/frameworks/one?rated=1#ratings" },
  },
  "a rating in place of another": {
    ...rate,
    who: async () => {
      const person = await somebody("UPDATE person SET standing = 'counted' WHERE id = $id");
      await byAddress(
        "rate",
        { ...rate.fields(), experience: "tried", [criterionIds[0] ?? ""]: "1" },
        signedIn(person),
      );
      return signedIn(person);
    },
    status: 200,
    said: { to: "/frameworks/one?rated=1#ratings" },
  },
  "a rating without its number": {
    ...rate,
    fields: () => ({ framework: "one", experience: "tried" }),
    who: member,
    status: 422,
    said: { errors: { overall: "Choose from 1 to 5." }, values: { experience: "tried" } },
  },
  "a rating of what isn't there": {
    ...rate,
    fields: () => ({ ...rate.fields(), framework: "gone" }),
    who: member,
    status: 404,
    said: { message: "There is no such framework." },
  },
};

async function voter(standing: string, value: number, sequence: number) {
  return signedIn(
    await somebody(
      `UPDATE person SET standing = '${standing}' WHERE id = $id;
       INSERT INTO vote (person_id, claim_id, value, sequence) VALUES ($id, ${claims[0]}, ${value}, ${sequence})`,
    ),
  );
}

async function saver(slugs: readonly string[], id: string = crypto.randomUUID()) {
  const person = await somebody();
  await db().framework.createMany({
    data: slugs.map((slug) => ({ slug, name: slug, tagline: "", aliases: [] })),
    skipDuplicates: true,
  });
  const frameworks = await db().framework.findMany({ where: { slug: { in: [...slugs] } }, orderBy: { id: "asc" } });
  await db().shortlist.create({ data: { id, personId: person.id, name: firstList } });
  await db().shortlistEntry.createMany({
    data: frameworks.map((one, position) => ({ shortlistId: id, frameworkId: one.id, position })),
  });
  return signedIn(person);
}

/** Everything that people leave behind, without what no two runs have alike. */
const left = () =>
  query(
    url,
    `SELECT 'vote' AS what, claim_id::text AS a, value::text AS b, counted::text AS c, (sequence < 10^16)::text AS d FROM vote
     UNION ALL SELECT 'tally', claim_id::text, concat_ws(' ', yes, no, all_yes, all_no), '', '' FROM claim_tally
     UNION ALL SELECT 'person', standing, active_days::text, (last_active_on = CURRENT_DATE)::text, '' FROM person
     UNION ALL SELECT 'session', (last_seen_at > now() - interval '1 minute')::text, '', '', '' FROM session
     UNION ALL SELECT 'limit', split_part(key, ':', 1), points::text, (expire > extract(epoch FROM now()) * 1000)::text, '' FROM rate_limit
     UNION ALL SELECT 'network', encode(network, 'hex'), '', '', '' FROM person_network
     UNION ALL SELECT 'event', kind, what, (person_id IS NULL)::text, (network IS NULL)::text FROM security_event
     UNION ALL SELECT 'entry', framework_id::text, position::text, status, note FROM shortlist_entry
     UNION ALL SELECT 'rating', experience, concat_ws(' ', years, still_using), review, framework_id::text FROM rating
     UNION ALL SELECT 'score', criterion, value::text, experience, counted::text FROM rating_score
     UNION ALL SELECT 'numbers', criterion, experience, concat_ws(' ', n1, n2, n3, n4, n5, everyone), '' FROM rating_tally WHERE everyone > 0
     ORDER BY 1, 2, 3, 4, 5`,
  );

it.each(Object.entries(situations))("%s: the same answer and the same left behind, either way", async (_, one) => {
  const results = [];
  for (const send of [byAction, byAddress]) {
    await clean();
    const answer = await send(one.name, one.fields(), await one.who());
    expect(answer).toMatchObject({ status: one.status, said: one.said });
    results.push({ answer, left: await left() });
  }
  const [action, addressed] = results;
  // Only the moment of the try may differ.
  const retryAfter = addressed?.answer.retryAfter;
  expect(typeof retryAfter).toBe(typeof action?.answer.retryAfter);
  if (retryAfter !== undefined && action) {
    expect(Math.abs((action.answer.retryAfter ?? 0) - retryAfter)).toBeLessThanOrEqual(2);
    action.answer.retryAfter = retryAfter;
  }
  expect(ageless(addressed)).toEqual(ageless(action));
});

/** How long to wait is a sentence as well, and of a list made anew only its place matters. */
const ageless = (result: unknown) =>
  JSON.parse(
    JSON.stringify(result)
      .replaceAll(/Try again in [^"]*/g, "")
      .replaceAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, "id"),
  ) as unknown;

it("counts a signed-out try nowhere, and a refused one where it was refused", async () => {
  await byAddress("vote", vote.fields(), {});
  expect(await query(url, "SELECT 1 FROM rate_limit")).toEqual([]);
  await byAddress("vote", { claim: "x" }, await member());
  expect(await query(url, "SELECT points FROM rate_limit")).toEqual([{ points: 1 }, { points: 1 }]);
});

it("notes a session's use once, and the day of it", async () => {
  const person = await somebody();
  await query(
    url,
    `UPDATE session SET last_seen_at = now() - interval '1 hour';
     UPDATE person SET active_days = 1, last_active_on = CURRENT_DATE - 1`,
  );
  for (let turn = 0; turn < 3; turn += 1) await byAddress("vote", vote.fields(), signedIn(person));
  expect(
    await query(url, "SELECT active_days, last_seen_at > now() - interval '1 minute' AS now FROM person, session"),
  ).toEqual([{ active_days: 2, now: true }]);
});

it("lets through exactly as many as a limit has, however many come at once, by both ways together", async () => {
  const person = await somebody();
  const { points } = limits["writes of a person"];
  const answers = await Promise.all(
    Array.from({ length: points + 30 }, (_, index) =>
      index % 10 === 0
        ? spend({ name: "writes of a person", key: person.id }).then(({ allowed }) => ({ status: allowed ? 200 : 429 }))
        : byAddress("vote", { ...vote.fields(), sequence: String(index) }, signedIn(person)),
    ),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(points);
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(30);
});

it("is exact and keeps the newest click, whatever order a storm of them comes in", async () => {
  const people = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      somebody(index % 3 ? "UPDATE person SET standing = 'counted' WHERE id = $id" : ""),
    ),
  );
  const clicks = people.flatMap((person) =>
    Array.from({ length: 18 }, (_, at) => ({
      person,
      claim: claims[at % 3],
      value: [1, 0, -1][at % 5] ?? 1,
      at: at + 1,
    })),
  );
  const mixed = clicks.toSorted((a, b) => ((a.at * 7 + a.person.id.charCodeAt(1)) % 11) - ((b.at * 5) % 11));
  const answers = await Promise.all(
    mixed.map(({ person, claim, value, at }) =>
      byAddress("vote", { claim: String(claim), value: String(value), sequence: String(at) }, signedIn(person)),
    ),
  );
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  expect(await query(url, "SELECT * FROM community_drift")).toEqual([]);
  const stored = await query<{ sequence: string }>(url, "SELECT sequence::text FROM vote");
  expect(stored.map(({ sequence }) => Number(sequence)).toSorted((a, b) => a - b)).toEqual(
    [16, 17, 18].flatMap((last) => people.map(() => last)),
  );
});

it("an account that is deleted while it votes is asked to sign in", async () => {
  const person = await somebody();
  let answer: Promise<Answer> | undefined;
  await db().$transaction(async (tx) => {
    await tx.person.delete({ where: { id: person.id } });
    answer = byAddress("vote", vote.fields(), signedIn(person));
    await vi.waitUntil(
      async () =>
        (
          await query(
            url,
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
          )
        ).length > 0,
    );
  });
  expect(await answer).toMatchObject(signInFirst);
});

it("has no other names", async () => {
  for (const name of ["", "votes", "toString", "__proto__", "vote/x"])
    expect(await answerWrite({ name, headers: {}, body: "" })).toEqual({ status: 404, cookies: [], body: "" });
});
