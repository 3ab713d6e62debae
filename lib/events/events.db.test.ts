import crypto from "node:crypto";
import { beforeAll, expect, it, vi } from "vitest";
import { getActs, getEvents } from "../auth/log.ts";
import { setRole } from "../auth/mutations.ts";
import { setStanding } from "../community/mutations.ts";
import { db } from "../db/index.ts";
import { log } from "../log/log.mjs";
import { memberStates, ringRuleIds } from "../people/rings.ts";
import { standings } from "../people/standing.ts";
import { query } from "../process/postgres.ts";
import type { Viewer } from "../session/sessions.ts";
import { freshDatabase } from "../testing/database.ts";
import { eventKindIds } from "./kinds.ts";
import { noteEvent, removeOldEvents } from "./mutations.ts";

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
});

async function somebody(role: Viewer["role"]): Promise<Viewer> {
  const email = `${crypto.randomUUID()}@example.org`;
  const { id } = await db().person.create({ data: { email, name: "S", role } });
  return { personId: id, email, name: "S", role, sessionId: "", authenticatedAt: new Date() };
}

it("a flood of tries is a line with a count, apart for every account and network, and names no address and no token", async () => {
  const admin = await somebody("admin");
  const victim = await somebody("member");
  const tried = { personId: victim.personId, address: "198.51.100.7", path: "/sign-in" };
  await Promise.all(Array.from({ length: 40 }, () => noteEvent("sign-in-failed", tried)));
  await noteEvent("sign-in-failed", { ...tried, address: "203.0.113.7" });
  await noteEvent("sign-in-failed", { ...tried, personId: null });
  await noteEvent("closed-page", { ...tried, address: "127.0.0.1", path: "/decide/join/a-secret-token?x=y" });
  const events = await getEvents(admin, 1);
  expect(events.map(({ kind, what, email, count }) => [kind, what, email, count])).toEqual([
    ["closed-page", "/decide", victim.email, 1],
    ["sign-in-failed", "/sign-in", null, 1],
    ["sign-in-failed", "/sign-in", victim.email, 1],
    ["sign-in-failed", "/sign-in", victim.email, 40],
  ]);
  expect(events[0]?.network).toBeNull();
  expect(events[1]?.network).toBe(events[3]?.network);
  expect(events[2]?.network).not.toBe(events[3]?.network);
  const kept = JSON.stringify(await query(url, "SELECT row_to_json(e) AS row FROM security_event e"));
  expect(kept).not.toMatch(/198\.51\.100|secret-token/);
});

it("roles and discounts stand beside it, with who did it to whom", async () => {
  const [admin, moderator, member] = [await somebody("admin"), await somebody("member"), await somebody("member")];
  await setRole(admin, moderator.personId, "moderator");
  await setStanding({ ...moderator, role: "moderator" }, [member.email], "discounted", "Made for voting only");
  expect(await getActs(admin, 1)).toMatchObject([
    {
      action: "discount",
      actor: moderator.email,
      subject: member.email,
      detail: expect.stringContaining("voting only"),
    },
    { action: "role", actor: admin.email, subject: moderator.email, detail: "to: moderator, from: member" },
  ]);
  for (const role of ["member", "moderator"] as const) {
    const other = await somebody(role);
    expect([await getActs(other, 1), await getEvents(other, 1)]).toEqual([[], []]);
  }
});

it("what is old is forgotten, and what can't be noted is refused all the same", async () => {
  const admin = await somebody("admin");
  await query(url, "UPDATE security_event SET last_at = now() - interval '91 days' WHERE kind = 'sign-in-failed'");
  await removeOldEvents();
  expect((await getEvents(admin, 1)).map(({ kind }) => kind)).toEqual(["closed-page"]);
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  await noteEvent("refused", { personId: crypto.randomUUID(), address: "198.51.100.7", path: "/" });
  expect(logged).toHaveBeenCalledOnce();
  logged.mockRestore();
});

it("the database knows the kinds of events and the rules for rings that the code does", async () => {
  const listOf = async (constraint: string) => {
    const [row] = await query<{ text: string }>(
      url,
      `SELECT pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE conname = '${constraint}'`,
    );
    return [...(row?.text ?? "").matchAll(/'([a-z-]+)'/g)]
      .map(([, word = ""]) => word)
      .toSorted((a, b) => a.localeCompare(b));
  };
  expect(await listOf("security_event_kind_known")).toEqual(eventKindIds.toSorted());
  expect(await listOf("ring_rule_known")).toEqual(ringRuleIds.toSorted());
  expect(await listOf("ring_member_state_known")).toEqual(Object.keys(memberStates).toSorted());
  expect(await listOf("person_standing_known")).toEqual(Object.keys(standings).toSorted());
});
