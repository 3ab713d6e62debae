import crypto from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { isAway } from "../db/errors.ts";
import { db } from "../db/index.ts";
import { UtcClient } from "../db/pool.ts";
import { getOutbox } from "../mail/queue.ts";
import { query } from "../process/postgres.ts";
import { hashToken } from "../secrets/tokens.ts";
import { createSession, endSession, findSession } from "../session/sessions.ts";
import { freshDatabase } from "../testing/database.ts";
import { createLink, mailLink, peekLink } from "./links.ts";
import * as verbs from "./mutations.ts";
import { hashPassword } from "./passwords.ts";

let url = "";
const browser = { device: "Test", replaces: null };
const secret = "lantern moss orbit";

beforeAll(async () => {
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  process.env.SITE_URL = "http://localhost:3000";
  delete process.env.SMTP_URL;
});

/** What was refused otherwise than with these; on a busy machine some get no connection in time, and are told so. */
const unexpected = (results: PromiseSettledResult<unknown>[], statuses: number[]) =>
  results.flatMap((result): unknown[] => {
    if (result.status === "fulfilled" || isAway(result.reason)) return [];
    return statuses.includes((result.reason as { status?: number }).status ?? 0) ? [] : [result.reason];
  });

async function addPerson(over: { email?: string; name?: string; passwordHash?: string | null; role?: string } = {}) {
  return db().person.create({
    data: {
      name: "Somebody",
      email: `p${crypto.randomBytes(6).toString("hex")}@example.org`,
      passwordHash: null,
      ...over,
    },
  });
}

async function signedIn(role = "member") {
  const person = await addPerson({ role });
  const token = await createSession(db(), { personId: person.id, method: "link", ...browser });
  const viewer = await findSession(token);
  if (!viewer) throw new Error("not signed in");
  return { person, token, viewer };
}

describe("a session", () => {
  it("is found by its token, of which only a SHA-256 is stored", async () => {
    const { token, viewer, person } = await signedIn();
    expect(viewer).toMatchObject({ personId: person.id, role: "member" });
    const dump = JSON.stringify(await query(url, "SELECT encode(token_hash, 'hex') AS hash, s.* FROM session s"));
    expect(dump).not.toContain(token);
    expect(dump).toContain(Buffer.from(hashToken(token)).toString("hex"));
  });

  it("is not found by anything else", async () => {
    const { token } = await signedIn();
    for (const other of [
      undefined,
      null,
      "",
      token.slice(1),
      `${token}x`,
      token.toLowerCase(),
      "' OR 1=1 --".padEnd(43, "x"),
      {},
      [token],
    ])
      expect(await findSession(other)).toBeNull();
    // The hash itself, read from a stolen copy of the database, opens nothing.
    expect(await findSession(Buffer.from(hashToken(token)).toString("base64url"))).toBeNull();
  });

  it("ends after 14 days without use, after 30 in any case, and when it is ended; twice is no error", async () => {
    for (const [used, made, alive] of [
      ["13 days 23 hours", "20 days", true],
      ["14 days 1 minute", "20 days", false],
      ["1 minute", "29 days 23 hours", true],
      ["1 minute", "30 days 1 minute", false],
    ] as const) {
      const { token } = await signedIn();
      await query(
        url,
        `UPDATE session SET last_seen_at = now() - interval '${used}', expires_at = now() - interval '${made}' + interval '30 days' WHERE token_hash = '\\x${Buffer.from(hashToken(token)).toString("hex")}'`,
      );
      expect((await findSession(token)) !== null, `${used}, ${made}`).toBe(alive);
    }
    const { token } = await signedIn();
    await endSession(db(), token);
    await endSession(db(), token);
    expect(await findSession(token)).toBeNull();
  });

  it("notes its use at most every five minutes, so that reading doesn't write", async () => {
    const { token } = await signedIn();
    const seen = async () =>
      (await db().session.findUnique({ where: { tokenHash: hashToken(token) } }))?.lastSeenAt.getTime() ?? 0;
    const first = await seen();
    await findSession(token);
    expect(await seen()).toBe(first);
    await query(url, `UPDATE session SET last_seen_at = now() - interval '6 minutes'`);
    await findSession(token);
    expect(Date.now() - (await seen())).toBeLessThan(60_000);
  });

  it("replaces the one that the browser had before", async () => {
    const { person, token } = await signedIn();
    const next = await createSession(db(), { personId: person.id, method: "link", device: "Test", replaces: token });
    expect(await findSession(token)).toBeNull();
    expect(await findSession(next)).not.toBeNull();
  });
});

describe("a link", () => {
  it("makes exactly one session of 64 redemptions at once", async () => {
    const person = await addPerson();
    const token = await createLink(db(), { kind: "sign-in", email: person.email, personId: person.id });
    const results = await Promise.allSettled(Array.from({ length: 64 }, () => verbs.signInWithLink(token, browser)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(unexpected(results, [410])).toEqual([]);
    expect(await db().session.count({ where: { personId: person.id } })).toBe(1);
  });

  it("makes exactly one account of 64 redemptions at once, and of 16 links to one address", async () => {
    const email = `new${crypto.randomBytes(4).toString("hex")}@example.org`;
    const tokens = await Promise.all(
      Array.from({ length: 16 }, () => createLink(db(), { kind: "sign-up", email, personId: null })),
    );
    const results = await Promise.allSettled(
      Array.from({ length: 64 }, (_, index) =>
        verbs.createAccount(tokens[index % 16] ?? "", { name: "One", password: null }, browser),
      ),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(unexpected(results, [409, 410])).toEqual([]);
    const people = await db().person.findMany({ where: { email }, include: { sessions: true } });
    expect(people.map((person) => person.sessions.length)).toEqual([1]);
  });

  it("resets one password of 64 at once, and leaves one session", async () => {
    const person = await addPerson({ passwordHash: await hashPassword(secret) });
    const token = await createLink(db(), { kind: "reset", email: person.email, personId: person.id });
    const results = await Promise.allSettled(
      Array.from({ length: 64 }, (_, index) => verbs.resetPassword(token, `${secret} ${index}`, browser)),
    );
    const won = results.findIndex(({ status }) => status === "fulfilled");
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await verbs.signInWithPassword(person.email, `${secret} ${won}`, browser)).not.toBeNull();
    expect(await verbs.signInWithPassword(person.email, secret, browser)).toBeNull();
  }, 60_000);

  it("is for one purpose: no other kind is opened by it", async () => {
    const person = await addPerson();
    for (const kind of ["sign-up", "reset", "change-email", "undo-email", "connect"] as const) {
      const token = await createLink(db(), { kind, email: person.email, personId: person.id });
      expect(await peekLink(token, "sign-in")).toBeNull();
      await expect(verbs.signInWithLink(token, browser)).rejects.toMatchObject({ status: 410 });
      expect(await peekLink(token, kind)).not.toBeNull();
    }
  });

  it("is dead once its time is over", async () => {
    const person = await addPerson();
    const token = await createLink(db(), { kind: "sign-in", email: person.email, personId: person.id });
    await query(url, `UPDATE link SET expires_at = now() - interval '1 second'`);
    expect(await peekLink(token, "sign-in")).toBeNull();
    await expect(verbs.signInWithLink(token, browser)).rejects.toMatchObject({ status: 410 });
  });

  it("doesn't sign in to an account that has another address since", async () => {
    const person = await addPerson();
    const token = await createLink(db(), { kind: "sign-in", email: person.email, personId: person.id });
    await db().person.update({ where: { id: person.id }, data: { email: `moved-${person.email}` } });
    await expect(verbs.signInWithLink(token, browser)).rejects.toMatchObject({ status: 410 });
  });

  it("lasts ten minutes where it gives access and a day where it proves an address", async () => {
    const person = await addPerson();
    for (const [kind, minutes] of [
      ["sign-in", 10],
      ["reset", 10],
      ["connect", 10],
      ["sign-up", 1440],
      ["change-email", 1440],
      ["undo-email", 7 * 1440],
    ] as const) {
      const token = await createLink(db(), { kind, email: person.email, personId: person.id });
      const row = await db().link.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
      expect(Math.round((row.expiresAt.getTime() - row.createdAt.getTime()) / 60_000), kind).toBe(minutes);
    }
  });
});

describe("mail", () => {
  it("goes to known and unknown addresses alike: one letter, whichever was asked for", async () => {
    const person = await addPerson();
    for (const wanted of ["sign-up", "sign-in", "reset"] as const) {
      for (const [email, subject] of [
        [person.email, { "sign-up": "already have", "sign-in": "Sign in to", reset: "Reset your" }[wanted]],
        [
          `x${crypto.randomBytes(4).toString("hex")}@example.org`,
          { "sign-up": "Finish your", "sign-in": "No Framewise account", reset: "No Framewise account" }[wanted],
        ],
      ] as const) {
        await mailLink(wanted, email, { next: null, save: null }, crypto.randomUUID());
        const found = (await getOutbox()).find(({ letter }) => letter.to === email);
        expect(found?.letter.subject, `${wanted} ${email}`).toContain(subject);
      }
    }
  });

  it("is sent once for a wish that comes twice, and again for another", async () => {
    const email = "twice@example.org";
    const wish = crypto.randomUUID();
    const count = async () => (await getOutbox(1_000)).filter(({ letter }) => letter.to === email).length;
    for (const one of [wish, wish]) await mailLink("sign-up", email, { next: null, save: null }, one);
    expect(await count()).toBe(1);
    await mailLink("sign-up", email, { next: null, save: null }, crypto.randomUUID());
    expect(await count()).toBe(2);
  });

  it("to an address that isn't proven has nothing in it that a person typed", async () => {
    const person = await addPerson({ name: "Blocked: verify at https://evil.example/verify now." });
    const viewer = await findSession(await createSession(db(), { personId: person.id, method: "link", ...browser }));
    const stranger = `stranger${crypto.randomBytes(4).toString("hex")}@example.org`;
    await verbs.askToChangeEmail(viewer as NonNullable<typeof viewer>, stranger, crypto.randomUUID());
    const found = (await getOutbox()).find(({ letter }) => letter.to === stranger);
    expect(found?.letter.text).toContain("/account/email?token=");
    expect(JSON.stringify(found)).not.toMatch(/evil|Blocked/);
  });

  it("is sealed in the database: neither address nor link can be read there", async () => {
    const email = "sealed@example.org";
    await mailLink("sign-in", email, { next: null, save: null }, crypto.randomUUID());
    const dump = JSON.stringify(await query(url, "SELECT encode(sealed, 'escape') AS sealed FROM mail"));
    expect(dump).not.toContain(email);
    expect(dump).not.toContain("token=");
  });
});

describe("a password", () => {
  it("signs in its owner only, and its hash follows when parameters rise", async () => {
    const { hash } = await import("@node-rs/argon2");
    const weak = await hash(secret, { memoryCost: 8_192, timeCost: 1 });
    const person = await addPerson({ passwordHash: weak });
    expect(await verbs.signInWithPassword(person.email, "wrong", browser)).toBeNull();
    expect((await verbs.signInWithPassword(person.email, secret, browser))?.personId).toBe(person.id);
    const stored = await db().person.findUniqueOrThrow({ where: { id: person.id } });
    expect(stored.passwordHash).toContain("m=19456,t=2,p=1");
    expect(await verbs.signInWithPassword(person.email, secret, browser)).not.toBeNull();
  });

  it("that is reset while it is being checked signs nobody in", async () => {
    const person = await addPerson({ passwordHash: await hashPassword(secret) });
    const token = await createLink(db(), { kind: "reset", email: person.email, personId: person.id });
    await Promise.all([
      verbs.resetPassword(token, "another lantern in the rain", browser),
      ...Array.from({ length: 20 }, () => verbs.signInWithPassword(person.email, secret, browser)),
    ]);
    const sessions = await db().session.findMany({ where: { personId: person.id } });
    expect(sessions.map(({ method }) => method)).toEqual(["reset"]);
  });

  it("that changes signs out every other browser", async () => {
    const { viewer, token, person } = await signedIn();
    const other = await createSession(db(), { personId: person.id, method: "link", ...browser });
    await verbs.setPassword(viewer, "another lantern in the rain");
    expect(await findSession(other)).toBeNull();
    expect(await findSession(token)).not.toBeNull();
  });
});

describe("an address", () => {
  it("that two accounts ask for at once goes to one", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => signedIn()));
    const email = `wanted${crypto.randomBytes(4).toString("hex")}@example.org`;
    const tokens = await Promise.all(
      people.map(({ person }) => createLink(db(), { kind: "change-email", email, personId: person.id })),
    );
    const results = await Promise.allSettled(
      people.map(({ viewer }, index) => verbs.changeEmail(viewer, tokens[index] ?? "")),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(unexpected(results, [409, 410])).toEqual([]);
    expect(await db().person.count({ where: { email } })).toBe(1);
  });
});

/** A thief at a browser that is signed in changes the address to theirs, as often as they like. */
async function moveTo(person: { id: string }, viewer: NonNullable<Awaited<ReturnType<typeof findSession>>>) {
  const email = `thief${crypto.randomBytes(6).toString("hex")}@example.org`;
  const token = await createLink(db(), { kind: "change-email", email, personId: person.id });
  await verbs.changeEmail(viewer, token);
  return { ...viewer, email };
}

/** The link in the newest letter to an address. */
async function undoLink(email: string): Promise<string> {
  const found = (await getOutbox(1_000)).find(({ letter }) => letter.to === email);
  return /\/reset\/address\?token=([\w-]{43})/.exec(found?.letter.text ?? "")?.[1] ?? "";
}

const emailOf = async ({ id }: { id: string }) => (await db().person.findUniqueOrThrow({ where: { id } })).email;

describe("a changed address", () => {
  it("is taken back by the letter to the old one, whatever was done since: all sessions and other ways in end", async () => {
    const { person, viewer, token } = await signedIn();
    const thief = await moveTo(person, viewer);
    await verbs.setPassword(thief, "the thief's own lantern");
    await db().identity.create({ data: { provider: "github", subject: person.id, label: "x", personId: person.id } });
    await db().secondStep.create({ data: { personId: person.id, sealed: new Uint8Array(), usedStep: 0 } });
    const reset = await createLink(db(), { kind: "reset", email: thief.email, personId: person.id });
    await verbs.resetPassword(reset, "the thief's other lantern", browser);
    await moveTo(person, thief);
    const signIn = await createLink(db(), { kind: "sign-in", email: await emailOf(person), personId: person.id });
    await verbs.undoEmailChange(await undoLink(person.email));
    expect(await emailOf(person)).toBe(person.email);
    expect(await db().session.count({ where: { personId: person.id } })).toBe(0);
    expect(await db().identity.count({ where: { personId: person.id } })).toBe(0);
    expect(await db().secondStep.count({ where: { personId: person.id } })).toBe(0);
    expect(await findSession(token)).toBeNull();
    for (const password of ["the thief's own lantern", "the thief's other lantern"])
      expect(await verbs.signInWithPassword(person.email, password, browser)).toBeNull();
    await expect(verbs.signInWithLink(signIn, browser)).rejects.toMatchObject({ status: 410 });
    // Nor can the thief take back in turn what was taken back.
    await expect(verbs.undoEmailChange(await undoLink(thief.email))).rejects.toMatchObject({ status: 410 });
    expect(await emailOf(person)).toBe(person.email);
  });

  it("is taken back without taking off a second step from before it: the mailbox alone is one step", async () => {
    const { person, viewer } = await signedIn();
    const createdAt = new Date(Date.now() - 3_600_000);
    await db().secondStep.create({ data: { personId: person.id, sealed: new Uint8Array(), usedStep: 0, createdAt } });
    await moveTo(person, viewer);
    await verbs.undoEmailChange(await undoLink(person.email));
    expect(await db().secondStep.count({ where: { personId: person.id } })).toBe(1);
  });

  it("that was taken back to a later address can still be taken back to the first", async () => {
    const { person, viewer } = await signedIn();
    const second = await moveTo(person, viewer);
    await query(url, `UPDATE link SET created_at = created_at - interval '1 hour' WHERE email = '${person.email}'`);
    await moveTo(person, second);
    const [first, later] = [await undoLink(person.email), await undoLink(second.email)];
    await verbs.undoEmailChange(later);
    expect(await emailOf(person)).toBe(second.email);
    await verbs.undoEmailChange(first);
    expect(await emailOf(person)).toBe(person.email);
    await expect(verbs.undoEmailChange(first)).rejects.toMatchObject({ status: 410 });
  });

  it("is found by who asks for a sign-in or a reset with the old one, and refused while another account has it", async () => {
    const { person, viewer } = await signedIn();
    await moveTo(person, viewer);
    for (const wanted of ["reset", "sign-in"] as const) {
      await mailLink(wanted, person.email, { next: null, save: null }, crypto.randomUUID());
      expect(await peekLink(await undoLink(person.email), "undo-email")).not.toBeNull();
    }
    const undo = await undoLink(person.email);
    const other = await createLink(db(), { kind: "sign-up", email: person.email, personId: null });
    const made = await verbs.createAccount(other, { name: "Made in a panic", password: null }, browser);
    await expect(verbs.undoEmailChange(undo)).rejects.toMatchObject({ status: 409 });
    const owner = await findSession(made.token);
    await verbs.deleteAccount(owner as NonNullable<typeof owner>);
    await verbs.undoEmailChange(undo);
    expect(await emailOf(person)).toBe(person.email);
  });

  it("is over after seven days", async () => {
    const { person, viewer } = await signedIn();
    await moveTo(person, viewer);
    const undo = await undoLink(person.email);
    await query(url, `UPDATE link SET expires_at = expires_at - interval '7 days' WHERE kind = 'undo-email'`);
    await expect(verbs.undoEmailChange(undo)).rejects.toMatchObject({ status: 410 });
  });

  it("and a reset by the owner at the same moment end one after the other, never in a fault", async () => {
    const { person, viewer } = await signedIn();
    const email = `next${crypto.randomBytes(6).toString("hex")}@example.org`;
    const change = await createLink(db(), { kind: "change-email", email, personId: person.id });
    const reset = await createLink(db(), { kind: "reset", email: person.email, personId: person.id });
    const waiting = async () =>
      (
        await query(
          url,
          "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
        )
      ).length;
    // Somebody holds the session that the reset ends: it waits there, with all that it has taken before.
    const holder = new UtcClient({ connectionString: url });
    await holder.connect();
    await holder.query("BEGIN");
    await holder.query("SELECT 1 FROM session WHERE person_id = $1 FOR UPDATE", [person.id]);
    const resetting = verbs.resetPassword(reset, secret, browser);
    await expect.poll(waiting).toBe(1);
    const changing = verbs.changeEmail(viewer, change);
    changing.catch(() => {});
    await expect.poll(waiting).toBe(2);
    await holder.query("COMMIT");
    await holder.end();
    await resetting;
    await expect(changing).rejects.toMatchObject({ status: 410 });
    expect(await emailOf(person)).toBe(person.email);
  });
});

describe("the last way to sign in", () => {
  it("survives two removals at once", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { viewer, person } = await signedIn();
      await db().person.update({ where: { id: person.id }, data: { passwordHash: "x" } });
      await db().identity.create({ data: { provider: "github", subject: person.id, label: "x", personId: person.id } });
      const results = await Promise.allSettled([
        verbs.removeMethod(viewer, "password"),
        verbs.removeMethod(viewer, "github"),
      ]);
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    }
  });
});

describe("administrators", () => {
  it("are never all gone: not by stepping down, not by leaving, not by two at once", async () => {
    await db().person.updateMany({ where: { role: "admin" }, data: { role: "member" } });
    const [first, second] = [await signedIn("admin"), await signedIn("admin")];
    const results = await Promise.allSettled([
      verbs.setRole(first.viewer, second.person.id, "member"),
      verbs.setRole(second.viewer, first.person.id, "member"),
      verbs.deleteAccount(first.viewer),
      verbs.deleteAccount(second.viewer),
    ]);
    expect(await db().person.count({ where: { role: "admin" } })).toBe(1);
    expect(results.some(({ status }) => status === "rejected")).toBe(true);
  });

  it("act by the role that they have at that moment, not by the one that they had when the page came", async () => {
    const [admin, demoted, member] = [await signedIn("admin"), await signedIn("admin"), await signedIn()];
    await verbs.setRole(admin.viewer, demoted.person.id, "member");
    await expect(verbs.setRole(demoted.viewer, member.person.id, "admin")).rejects.toMatchObject({ status: 404 });
    expect((await db().person.findUniqueOrThrow({ where: { id: member.person.id } })).role).toBe("member");
  });
});

it("deleting an account takes every row of it, and its address is free again", async () => {
  const { viewer, person } = await signedIn();
  await db().identity.create({ data: { provider: "oidc", subject: person.id, label: "x", personId: person.id } });
  await createLink(db(), { kind: "sign-in", email: person.email, personId: person.id });
  await createLink(db(), { kind: "sign-up", email: person.email, personId: null });
  await verbs.deleteAccount(viewer);
  for (const table of ["session", "identity", "link", "shortlist"])
    expect(await query(url, `SELECT 1 FROM ${table} WHERE person_id = '${person.id}'`), table).toEqual([]);
  expect(await db().link.count({ where: { email: person.email } })).toBe(0);
  await addPerson({ email: person.email });
});
