import crypto from "node:crypto";
import { expect } from "@playwright/test";
import { type Answer, formsOf, post, send } from "../lib/testing/raw.ts";
import { age, password, type Somebody, somebody, sql, test } from "./people";

// Nothing here does what it is meant to: everybody tries what isn't theirs.

const base = process.env.BASE_URL ?? "";
const cookie = ({ token }: { token: string }) => `framewise-session=${token}`;
const get = (path: string, who?: Somebody) =>
  send(base, path, { headers: { cookie: who && cookie(who), "x-forwarded-for": "10.8.0.1" } });

/** Everything that is kept of a person, but for the time of their last request. */
async function stateOf({ id }: Somebody): Promise<string> {
  const parts = await Promise.all([
    sql("SELECT * FROM person WHERE id = $1", [id]),
    sql("SELECT id, method, device, created_at, expires_at FROM session WHERE person_id = $1 ORDER BY id", [id]),
    sql("SELECT * FROM identity WHERE person_id = $1 ORDER BY provider", [id]),
    sql("SELECT * FROM link WHERE person_id = $1 ORDER BY created_at", [id]),
    sql(
      "SELECT e.* FROM shortlist s JOIN shortlist_entry e ON e.shortlist_id = s.id WHERE s.person_id = $1 ORDER BY framework_id",
      [id],
    ),
  ]);
  return JSON.stringify(parts);
}

/** A person with one of everything. */
async function victim(role = "member"): Promise<Somebody> {
  const person = await somebody(role, "Victim");
  await sql("UPDATE person SET password_hash = 'x' WHERE id = $1", [person.id]);
  await sql(
    "INSERT INTO identity (provider, subject, person_id, label) VALUES ('github', $1::text, $1::uuid, 'victim')",
    [person.id],
  );
  await sql("INSERT INTO shortlist (person_id, name) VALUES ($1, 'My shortlist')", [person.id]);
  await sql(
    "INSERT INTO shortlist_entry (shortlist_id, framework_id, position) SELECT s.id, f.id, f.id FROM shortlist s, framework f WHERE s.person_id = $1 AND f.slug IN ('django', 'rails')",
    [person.id],
  );
  await sql(
    "INSERT INTO session (token_hash, person_id, method, device, expires_at) VALUES (sha256($2::bytea), $1, 'link', 'Phone', now() + interval '1 day')",
    [person.id, crypto.randomBytes(8)],
  );
  return person;
}

/** Refused: by the action, by its page, which leads to signing in, or (409) because the page has no such action. */
const refused = ({ status, headers }: Answer) =>
  [401, 403, 404, 409].includes(status) || (status === 303 && /\/sign-in\?next=/.test(headers.location ?? ""));

const closed = [
  "/account",
  "/account/delete",
  "/account/export",
  "/account/email?token=x",
  "/people",
  "/people?q=a&page=2",
  "/people/log",
  "/moderation",
  "/moderation/rings",
  "/moderation/maintainers",
  "/frameworks/django/maintain?claim=1",
  "/frameworks/django/rate",
  "/frameworks/django/suggest?kind=claim",
  "/suggestions",
  "/suggestions/framework",
  "/notices",
  "/decide/save?f=django,rails",
  "/decide/team/00000000-0000-4000-8000-000000000000",
  "/decide/record?team=00000000-0000-4000-8000-000000000000",
];

test("signed out, every closed page leads to signing in, with the way back, and shows nothing", async () => {
  const owner = await victim("admin");
  for (const path of closed) {
    const { status, headers, body } = await get(path);
    expect([303, 307], path).toContain(status);
    expect(headers.location, path).toMatch(/^(http:\/\/localhost:\d+)?\/sign-in\?next=%2F/);
    expect(body, path).not.toContain(owner.email);
    expect(headers["cache-control"], path).toContain("no-store");
  }
});

test("a session that is made up, of a deleted person, ended or expired is no session", async () => {
  const [gone, ended, old] = [await somebody(), await somebody(), await somebody()];
  await sql("DELETE FROM person WHERE id = $1", [gone.id]);
  await sql("DELETE FROM session WHERE id = $1", [ended.sessionId]);
  await age(old.sessionId, "31 days", "1 minute");
  const made = { ...gone, token: crypto.randomBytes(32).toString("base64url") };
  for (const who of [gone, ended, old, made]) {
    for (const path of closed) expect([303, 307], path).toContain((await get(path, who)).status);
    expect(JSON.parse((await get("/api/me", who)).body)).toEqual({ viewer: null });
    expect(JSON.parse((await get("/api/auth/session", who)).body)).toEqual({});
  }
});

test("the page of people is no page for members and moderators", async () => {
  const admin = await victim("admin");
  for (const role of ["member", "moderator"]) {
    const { status, body } = await get(`/people?q=${admin.email}`, await somebody(role));
    expect(status, role).toBe(404);
    expect(body, role).not.toContain(admin.email);
  }
});

test("the page of moderation is no page for members, and its form does nothing for them", async () => {
  const [moderator, member, owner] = [await somebody("moderator"), await somebody(), await victim()];
  await sql("UPDATE person SET standing = 'counted' WHERE id = $1", [owner.id]);
  expect((await get("/moderation", member)).status).toBe(404);
  const [form] = formsOf((await get("/moderation", moderator)).body);
  if (!form) throw new Error("no form");
  const change = { emails: owner.email, reason: "because I can" };
  expect(refused(await post(base, "/moderation", form, { token: member.token, change }))).toBe(true);
  expect(refused(await post(base, "/moderation", form, { change }))).toBe(true);
  expect(await sql("SELECT standing FROM person WHERE id = $1", [owner.id])).toEqual([{ standing: "counted" }]);
});

test("nobody votes or rates for another: the actor is the session's, whatever the form says", async () => {
  const [owner, attacker] = [await victim(), await somebody()];
  const [claim] = await sql<{ id: number }>("SELECT id FROM claim WHERE retired_at IS NULL ORDER BY id DESC LIMIT 1");
  const vote = formsOf((await get("/frameworks/koa")).body).find(({ fields }) =>
    fields.some(([name]) => name === "of"),
  );
  const rating = formsOf((await get("/frameworks/koa/rate", attacker)).body).find(({ text }) =>
    text.includes("Rate it"),
  );
  if (!vote || !rating || !claim) throw new Error("no form");
  const as = { person: owner.id, personId: owner.id, person_id: owner.id };
  expect((await post(base, "/frameworks/koa", vote, { change: { ...as, vote: `${claim.id} 1` } })).status).toBe(401);
  await post(base, "/frameworks/koa", vote, {
    token: attacker.token,
    change: { ...as, vote: `${claim.id} 1` },
  });
  await post(base, "/frameworks/koa/rate", rating, {
    token: attacker.token,
    change: { ...as, overall: "1", experience: "tried" },
  });
  for (const table of ["vote", "rating", "rating_score"])
    expect(await sql(`SELECT 1 FROM ${table} WHERE person_id = $1`, [owner.id]), table).toEqual([]);
  for (const value of ["2", "-2", "1.5", "NaN", "", "1e9"])
    expect(
      (await post(base, "/frameworks/koa", vote, { token: attacker.token, change: { vote: `${claim.id} ${value}` } }))
        .status,
      value,
    ).toBe(422);
  for (const wrong of ["0", "-1", "99999999999999", "x", "1 OR 1=1"])
    expect([404, 422]).toContain(
      (await post(base, "/frameworks/koa", vote, { token: attacker.token, change: { vote: `${wrong} 1` } })).status,
    );
});

test("what one person's pages hold is never in another's", async () => {
  const [owner, other] = [await victim(), await somebody("moderator")];
  for (const path of ["/account", "/account/export", "/shortlist", "/api/me", "/api/auth/session"]) {
    const { status, body } = await get(path, other);
    expect(status, path).toBe(200);
    for (const secret of [owner.email, owner.id, owner.sessionId, "Victim"]) expect(body, path).not.toContain(secret);
  }
});

test("every form of an account, sent signed out, is refused and changes nothing", async () => {
  const owner = await victim();
  const before = await stateOf(owner);
  const forms = [
    ...formsOf((await get("/account", owner)).body),
    ...formsOf((await get("/account/delete", owner)).body),
    ...formsOf((await get("/shortlist", owner)).body),
  ].filter(({ text }) => text !== "Sign out");
  expect(forms.length).toBeGreaterThan(9);
  for (const form of forms) {
    const change = { name: "Mallory", email: "mallory@example.org", password, confirm: owner.email };
    const answer = await post(base, "/account", form, { change });
    expect(refused(answer), `${answer.status} ${form.text}`).toBe(true);
  }
  expect(await stateOf(owner)).toBe(before);
});

test("every form of an account, sent by another member, a moderator or an administrator, leaves its owner's rows alone", async () => {
  const owner = await victim();
  const before = await stateOf(owner);
  const forms = [
    ...formsOf((await get("/account", owner)).body),
    ...formsOf((await get("/account/delete", owner)).body),
    ...formsOf((await get("/shortlist", owner)).body),
  ];
  for (const role of ["member", "moderator", "admin"]) {
    for (const form of forms) {
      const attacker = await somebody(role, "Mallory");
      const change = { confirm: owner.email, person: owner.id, personId: owner.id, id: owner.id, password };
      const { status } = await post(base, "/account", form, { token: attacker.token, change });
      expect(status, `${role}: ${form.text}`).toBeLessThan(500);
    }
    expect(await stateOf(owner), role).toBe(before);
  }
});

test("a decision and its ballots are not there for who isn't of its team, and its forms do nothing for them or for members who don't own it", async () => {
  const [owner, member, stranger] = [
    await victim(),
    await somebody("member", "Colleague"),
    await somebody("moderator"),
  ];
  const [decision] = await sql<{ id: string }>(
    "INSERT INTO decision (person_id, title, search) VALUES ($1, 'Victim plan', '?f=django,rails') RETURNING id",
    [owner.id],
  );
  const id = decision?.id ?? "";
  const ballot = `INSERT INTO ballot (decision_id, person_id, weights, scores, given_at) VALUES ($1, $2, '{"learning": 73}', '{}', now())`;
  await sql(ballot, [id, owner.id]);
  await sql(ballot.replace("73", "21"), [id, member.id]);
  const path = `/decide/team/${id}`;
  const seen = await get(path, stranger);
  expect([seen.status, seen.body.includes("Victim plan")]).toEqual([404, false]);
  const own = formsOf((await get(path, owner)).body);
  expect(own.map(({ text }) => text.replace(/\s+/g, " ")).join()).toMatch(/Open the 2 ballots/);
  // Before the ballots are opened, nothing of another's is in anybody's page: not even its owner's.
  expect((await get(path, owner)).body).not.toContain('value="21"');
  expect((await get(path, member)).body).not.toContain('value="73"');
  const state = () =>
    sql(
      "SELECT d.*, (SELECT json_agg(b.* ORDER BY b.person_id) FROM ballot b WHERE b.decision_id = d.id) FROM decision d WHERE id = $1",
      [id],
    );
  const before = JSON.stringify(await state());
  for (const form of own) {
    const giving = form.text.includes("Give");
    for (const who of [undefined, stranger, ...(giving ? [] : [member])]) {
      const change = { person: owner.id, personId: owner.id };
      const answer = await post(base, "/account", form, { ...(who && { token: who.token }), change });
      expect(refused(answer), `${answer.status} ${form.text}`).toBe(true);
    }
  }
  expect(JSON.stringify(await state())).toBe(before);
});

test("somebody else's session can't be ended: to others it is not there", async () => {
  const [owner, attacker] = [await victim(), await somebody()];
  const form = formsOf((await get("/account", attacker)).body).find(({ fields }) =>
    fields.some(([name]) => name === "session"),
  );
  if (!form) throw new Error("no form");
  for (const session of [owner.sessionId, crypto.randomUUID()])
    expect((await post(base, "/account", form, { token: attacker.token, change: { session } })).status).toBe(404);
  for (const session of ["", "1", "x' OR 1=1", `${owner.sessionId}\u0000`])
    expect((await post(base, "/account", form, { token: attacker.token, change: { session } })).status, session).toBe(
      422,
    );
  expect(await sql("SELECT 1 FROM session WHERE id = $1", [owner.sessionId])).toHaveLength(1);
});

test("the forms of an administrator do nothing for anybody else, on whatever page they are sent", async () => {
  const [admin, owner] = [await somebody("admin"), await victim()];
  const forms = formsOf((await get(`/people?q=${owner.email}`, admin)).body);
  expect(forms.map(({ text }) => text.includes("Set role") || text.includes("Sign out everywhere"))).toEqual([
    true,
    true,
  ]);
  const before = await stateOf(owner);
  for (const role of [null, "member", "moderator"]) {
    const who = role === null ? null : await somebody(role);
    for (const path of ["/people", "/account", "/", "/frameworks/koa"]) {
      for (const form of forms) {
        for (const person of [owner.id, who?.id ?? owner.id]) {
          const answer = await post(base, path, form, {
            ...(who && { token: who.token }),
            change: { person, role: "admin" },
          });
          expect(refused(answer), `${answer.status} ${role} ${path} ${form.text}`).toBe(true);
        }
      }
    }
    if (who) expect(await sql("SELECT role FROM person WHERE id = $1", [who.id])).toEqual([{ role }]);
  }
  expect(await stateOf(owner)).toBe(before);
  const [setRole] = forms;
  if (!setRole) throw new Error("no form");
  for (const change of [{ role: "owner" }, { role: "" }, { person: "all" }] as Record<string, string>[])
    expect((await post(base, "/people", setRole, { token: admin.token, change })).status).toBe(422);
  expect(
    (
      await post(base, "/people", setRole, {
        token: admin.token,
        change: { role: "admin", person: crypto.randomUUID() },
      })
    ).status,
  ).toBe(404);
});

test("what needs a fresh sign-in is refused with 403 an hour after it", async () => {
  const owner = await victim("admin");
  const forms = [
    ...formsOf((await get("/account", owner)).body),
    ...formsOf((await get("/account/delete", owner)).body),
    ...formsOf((await get(`/people?q=${owner.email}`, owner)).body),
  ].filter(
    ({ text }) =>
      /address|Password|Set password|Remove|Connect|Delete|role|everywhere$/.test(text) &&
      !/everywhere else/.test(text),
  );
  expect(forms.length).toBeGreaterThanOrEqual(7);
  await age(owner.sessionId, "1 hour", "1 minute");
  const before = await stateOf(owner);
  for (const form of forms) {
    const change = { email: "mallory@example.org", password, confirm: owner.email, role: "member" };
    expect((await post(base, "/account", form, { token: owner.token, change })).status, form.text).toBe(403);
  }
  expect(await stateOf(owner)).toBe(before);
  const page = await get("/account/delete", owner);
  expect([page.status, page.headers.location]).toEqual([307, "/sign-in?again=1&next=%2Faccount%2Fdelete"]);
});

test("links of one person open nothing for another, nor does the link of one kind open what another does", async () => {
  const [owner, attacker] = [await victim(), await somebody()];
  const tokens: Record<string, string> = {};
  for (const kind of ["sign-in", "reset", "change-email", "undo-email", "connect", "sign-up"]) {
    tokens[kind] = crypto.randomBytes(32).toString("base64url");
    await sql(
      "INSERT INTO link (token_hash, kind, email, person_id, expires_at) VALUES (sha256($1::bytea), $2, $3, $4, now() + interval '1 hour')",
      [Buffer.from(tokens[kind]), kind, owner.email, owner.id],
    );
  }
  const before = await stateOf(owner);
  const pages: Record<string, string> = {
    "sign-in": "/sign-in/link",
    reset: "/reset/confirm",
    "change-email": "/account/email",
    "undo-email": "/reset/address",
    "sign-up": "/sign-up/confirm",
  };
  for (const [kind, page] of Object.entries(pages)) {
    for (const [other, token] of Object.entries(tokens)) {
      if (other === kind) continue;
      const { body } = await get(`${page}?token=${token}`, attacker);
      expect(body, `${other} on ${page}`).toContain("This link is over.");
    }
  }
  expect((await get(`/account/email?token=${tokens["change-email"]}`, attacker)).body).toContain(
    "This link is for another account.",
  );
  const [confirm] = formsOf((await get(`/account/email?token=${tokens["change-email"]}`, owner)).body);
  if (!confirm) throw new Error("no form");
  expect((await post(base, "/account/email", confirm, { token: attacker.token })).status).toBe(403);
  expect(await stateOf(owner)).toBe(before);
});

test("nothing that needs an account answers to a session in the query, a header or another cookie", async () => {
  const owner = await victim();
  const tries: Promise<Answer>[] = [
    send(base, `/account?session=${owner.token}&framewise-session=${owner.token}`),
    send(base, "/account", { headers: { authorization: `Bearer ${owner.token}` } }),
    send(base, "/account", {
      headers: { cookie: `next-auth.session-token=${owner.token}; __Host-framewise-session=${owner.token}` },
    }),
    send(base, "/account", { headers: { "x-framewise-session": owner.token, "x-framewise-local": "1" } }),
    send(base, "/account", {
      headers: { "x-middleware-subrequest": "middleware:middleware:middleware", "x-original-url": "/account" },
    }),
  ];
  for (const { status } of await Promise.all(tries)) expect([303, 307]).toContain(status);
});
