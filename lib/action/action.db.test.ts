import crypto from "node:crypto";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { voteAction } from "../claims/actions.ts";
import { db } from "../db/index.ts";
import { resetSuggestsAction } from "../moderation/actions.ts";
import { query } from "../process/postgres.ts";
import { type Action, untouched } from "../request/form-state.ts";
import { limits } from "../request/limits.ts";
import { createSession } from "../session/sessions.ts";
import { removeAction, saveAction } from "../shortlist/actions.ts";
import { freshDatabase } from "../testing/database.ts";

let token: string | undefined;
let referer = "";
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ "x-framewise-address": "203.0.113.7", referer })),
  cookies: () => Promise.resolve({ get: () => (token ? { value: token } : undefined), set: () => {} }),
}));

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.SITE_URL = "http://localhost:3000";
});

beforeEach(async () => {
  const person = await db().person.create({ data: { email: `${crypto.randomUUID()}@example.org`, name: "Somebody" } });
  token = await createSession(db(), { personId: person.id, method: "link", device: "Test", replaces: null });
  await query(url, "DELETE FROM rate_limit");
});

function send(action: Action, fields: Record<string, string>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return action(untouched, data);
}

const counted = async () =>
  (await query<{ points: number }>(url, "SELECT points FROM rate_limit WHERE key LIKE 'writes-of-a-person:%'"))[0]
    ?.points ?? 0;

it.each([
  ["a vote", voteAction, { claim: "1", value: "1" }],
  ["saving", saveAction, { framework: "koa" }],
  ["taking off the shortlist", removeAction, { framework: "koa" }],
])("%s of who is signed in counts against their own limit, from whatever address", async (_what, action, fields) => {
  await send(action, fields);
  expect(await counted()).toBe(1);
  await query(
    url,
    `UPDATE rate_limit SET points = ${limits["writes of a person"].points} WHERE key LIKE 'writes-of-a%'`,
  );
  expect(await send(action, fields)).toMatchObject({
    status: "refused",
    message: expect.stringMatching(/^That was too often/) as string,
  });
});

it("a visitor's save is theirs, and their vote is answered with why it can't be", async () => {
  token = undefined;
  expect(await send(saveAction, { framework: "koa" })).toMatchObject({ status: "done" });
  expect(await send(voteAction, { claim: "1", value: "1" })).toMatchObject({
    status: "refused",
    message: "Votes are people’s, so sign in first.",
    way: { text: "Sign in" },
  });
  expect(await counted()).toBe(0);
});

it.each([
  ["http://localhost:3000/moderation?page=2", "/account/second-step?needed=1&next=%2Fmoderation%3Fpage%3D2"],
  ["https://elsewhere.example/moderation", "/account/second-step?needed=1"],
])(
  "what takes a second step leads to setting it up, and back to the page of ours that it was sent from: %s",
  async (from, href) => {
    referer = from;
    const moderator = { email: `${crypto.randomUUID()}@example.org`, name: "Moderator", role: "moderator" };
    const { id: personId } = await db().person.create({ data: moderator });
    token = await createSession(db(), { personId, method: "link", device: "Test", replaces: null });
    expect(await send(resetSuggestsAction, { person: personId })).toMatchObject({
      status: "refused",
      message: "What you may do here takes two steps of signing in.",
      way: { href },
    });
  },
);
