import crypto from "node:crypto";
import { beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { vote } from "../claims/mutations.ts";
import { db } from "../db/index.ts";
import { log } from "../log/log.mjs";
import { untouched } from "../request/form-state.ts";
import { createSession } from "../session/sessions.ts";
import { addEntry } from "../shortlist/mutations.ts";
import { freshDatabase } from "../testing/database.ts";
import { defineAction } from "./action.ts";

const browser = vi.hoisted(() => ({ session: "", outcomes: new Map<string, { status: number | null }>() }));
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-framewise-request": "one", "x-framewise-address": "192.0.2.1" }),
  cookies: async () => ({ get: () => ({ value: browser.session }) }),
}));

let claimId = 0;

beforeAll(async () => {
  process.env.DATABASE_URL = await freshDatabase();
  process.env.SITE_URL = "http://localhost:3000";
  Object.assign(globalThis, { framewiseOutcomes: browser.outcomes });
  const framework = await db().framework.create({ data: { slug: "one", name: "One", tagline: "", aliases: [] } });
  const claim = { slug: "a", kind: "pro", criterion: "learning", text: "A claim.", useCases: [], position: 1 };
  claimId = (await db().claim.create({ data: { ...claim, frameworkId: framework.id } })).id;
});

const verbs = {
  "a vote": (personId: string) => vote(personId, claimId, 1, 1n),
  "a framework on a list": (personId: string) => addEntry(personId, null, "one"),
  "anything else": (id: string) => db().person.findUniqueOrThrow({ where: { id } }),
};

it.each(Object.entries(verbs))(
  "%s of who is deleted meanwhile is answered by asking them to sign in",
  async (_, verb) => {
    const person = await db().person.create({ data: { name: "P", email: `p${crypto.randomUUID()}@example.org` } });
    browser.session = await createSession(db(), {
      personId: person.id,
      method: "link",
      device: "Test",
      replaces: null,
    });
    browser.outcomes.set("one", { status: null });
    const action = defineAction({
      access: "member",
      schema: z.object({}),
      run: async (_input, { viewer }) => {
        await db().person.delete({ where: { id: viewer.personId } });
        await verb(viewer.personId);
        return { message: "Done." };
      },
    });
    const state = await action(untouched, new FormData());
    expect(state).toMatchObject({ status: "refused", way: { text: "Sign in" } });
    expect(browser.outcomes.get("one")?.status).toBe(401);
  },
);

it("a fault of ours stays one", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  const person = await db().person.create({ data: { name: "P", email: `p${crypto.randomUUID()}@example.org` } });
  browser.session = await createSession(db(), { personId: person.id, method: "link", device: "Test", replaces: null });
  browser.outcomes.set("one", { status: null });
  const action = defineAction({
    access: "member",
    schema: z.object({}),
    run: async () => Promise.reject(new Error("A fault")),
  });
  await action(untouched, new FormData());
  expect(browser.outcomes.get("one")?.status).toBe(500);
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

it("what is typed comes in without controls, secrets as they are", async () => {
  browser.outcomes.set("one", { status: null });
  const got: unknown[] = [];
  const action = defineAction({
    access: "anyone",
    schema: z.object({ note: z.string(), password: z.string() }),
    run: async (input) => {
      got.push(input);
      return { message: "Done." };
    },
  });
  const form = new FormData();
  form.set("note", "A \u202enote\n");
  form.set("password", "pass\u202eword");
  await action(untouched, form);
  expect(got).toEqual([{ note: "A note\n", password: "pass\u202eword" }]);
});
