import crypto from "node:crypto";
import { generate } from "otplib";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../db/index.ts";
import { takeDue } from "../mail/queue.ts";
import { createSession, findHalfSession, findSession, type Viewer } from "../session/sessions.ts";
import { newAuthenticator } from "../testing/authenticator.ts";
import { freshDatabase } from "../testing/database.ts";
import { addPasskey, askForNewPasskey, askForPasskey, doPasskeyStep, removePasskey } from "./passkey-mutations.ts";
import { readMade, vouches } from "./passkeys.ts";
import {
  doSecondStep,
  forgetSince,
  getOffer,
  getSecondStep,
  removeApp,
  setUpSecondStep,
} from "./second-step-mutations.ts";

const origin = "https://choose.example.org";

beforeAll(async () => {
  process.env.DATABASE_URL = await freshDatabase();
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  process.env.SITE_URL = `${origin}/`;
});

const signIn = (personId: string) =>
  createSession(db(), { personId, method: "link", device: "Firefox", replaces: null });

async function viewerOf(token: string): Promise<Viewer> {
  const viewer = await findSession(token);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

async function half(token: string) {
  const found = await findHalfSession(token);
  if (!found) throw new Error("No second step is owed.");
  return found;
}

async function newPerson(role = "member") {
  const { id } = await db().person.create({ data: { email: `${crypto.randomUUID()}@example.org`, name: "A", role } });
  const token = await signIn(id);
  return { id, token, viewer: await viewerOf(token) };
}

/** Adds a passkey that a new authenticator makes. */
async function add(viewer: Viewer, counter = 0, name = "My key") {
  const key = newAuthenticator(origin);
  const first = await addPasskey(viewer, name, key.make((await askForNewPasskey(viewer)).challenge, counter));
  return { key, first };
}

/** Somebody who signs in in two steps, by a passkey. */
async function withPasskey(counter = 0, role = "member") {
  const person = await newPerson(role);
  return { ...person, ...(await add(person.viewer, counter)) };
}

const addApp = async (viewer: Viewer) => {
  const { secret, codes } = await getOffer(viewer);
  return { first: await setUpSecondStep(viewer, await generate({ secret })), codes, secret };
};

const subjectsTo = async (viewer: Viewer) =>
  (await db().auditEntry.findMany({ where: { subjectId: viewer.personId }, orderBy: { id: "asc" } })).map(
    ({ detail }) => (detail as { what: string }).what,
  );

describe("adding a passkey", () => {
  it("makes signing in take two steps, with the codes on paper that were shown; a further one adds none", async () => {
    const { id, token, viewer } = await newPerson();
    const before = await signIn(id);
    const { codes } = await getOffer(viewer);
    expect((await add(viewer, 0, "Laptop")).first).toBe(true);
    expect(await getSecondStep(id)).toMatchObject({
      appAt: null,
      codes: 10,
      passkeys: [{ name: "Laptop", lastUsedAt: null }],
    });
    expect(await findSession(token)).toMatchObject({ personId: id });
    expect(await findSession(before)).toBeNull();
    await doSecondStep(await half(before), codes[0] ?? "");
    expect((await add(viewer)).first).toBe(false);
    expect(await getSecondStep(id)).toMatchObject({ codes: 9, passkeys: [{}, {}] });
    expect(await subjectsTo(viewer)).toEqual(["set up", "done by a code on paper", "added: a passkey"]);
    const letters = (await takeDue(100)).flatMap(({ letter }) => (letter?.to === viewer.email ? letter.subject : []));
    expect(letters).toEqual([
      "Signing in to Framewise takes two steps now",
      "Your Framewise account has another second step",
    ]);
  });

  it("takes an answer once, by the session that was asked, in its time, and to the newest question", async () => {
    const { id, token, viewer } = await newPerson();
    const key = newAuthenticator(origin);
    const old = await askForNewPasskey(viewer);
    const { challenge } = await askForNewPasskey(viewer);
    const refused = (who: Viewer, answer: string) =>
      expect(addPasskey(who, "K", answer)).rejects.toMatchObject({ status: 410 });
    await refused(viewer, key.make(old.challenge));
    const other = await viewerOf(await signIn(id));
    await refused(other, key.make(challenge));
    await db().session.update({
      where: { id: viewer.sessionId },
      data: { challengeUntil: new Date(Date.now() - 1_000) },
    });
    await refused(viewer, key.make(challenge));
    expect(await getSecondStep(id)).toBeNull();
    const again = await askForNewPasskey(viewer);
    await addPasskey(viewer, "K", key.make(again.challenge));
    await refused(await viewerOf(token), key.make(again.challenge));
    expect((await getSecondStep(id))?.passkeys).toHaveLength(1);
  });

  it("takes none that was made at another site, however it calls itself, or that comes with a certificate", async () => {
    const { id, viewer } = await newPerson();
    for (const lies of [
      { origin: "https://ch00se.example.org" },
      { origin: "http://choose.example.org" },
      { rpId: "example.org" },
      { vouching: true },
    ]) {
      const { challenge } = await askForNewPasskey(viewer);
      const answer = newAuthenticator(origin).make(challenge, 0, lies);
      await expect(addPasskey(viewer, "K", answer), JSON.stringify(lies)).rejects.toMatchObject({ status: 422 });
    }
    for (const answer of ["", "null", "{}", "[]", '{"id":1}', newAuthenticator(origin).sign("A")])
      await expect(addPasskey(viewer, "K", answer), answer).rejects.toMatchObject({ status: 422 });
    expect(await getSecondStep(id)).toBeNull();
  });

  it("looks at no certificate: those may name addresses that we would ask", async () => {
    const key = newAuthenticator(origin);
    const objectOf = (answer: string) => readMade(answer)?.response.attestationObject ?? "";
    expect(await vouches(objectOf(key.make("A", 0, { vouching: true })))).toBe(true);
    expect(await vouches(objectOf(key.make("A")))).toBe(false);
  });

  it("is asked for at the configured address, without a certificate, and not where it is already", async () => {
    const { viewer, key } = await withPasskey();
    expect(await askForNewPasskey(viewer)).toMatchObject({
      rp: { id: "choose.example.org" },
      attestation: "none",
      excludeCredentials: [{ id: key.id, transports: ["usb"] }],
      authenticatorSelection: { userVerification: "preferred" },
    });
  });

  it("takes no key that an account has, not even another one", async () => {
    const { key, viewer } = await withPasskey();
    for (const who of [viewer, (await newPerson()).viewer]) {
      const answer = key.make((await askForNewPasskey(who)).challenge);
      await expect(addPasskey(who, "K", answer)).rejects.toMatchObject({ status: 409 });
    }
  });

  it("of two that are the first at the same moment, both are there, and the codes are of one", async () => {
    const { id, viewer } = await newPerson();
    const other = await viewerOf(await signIn(id));
    const done = await Promise.all([add(viewer), add(other)]);
    expect(done.filter(({ first }) => first)).toHaveLength(1);
    expect(await getSecondStep(id)).toMatchObject({ codes: 10, passkeys: [{}, {}] });
  });
});

describe("the second step by a passkey", () => {
  it("is done by what the key signs for this session, once, and says when it was used", async () => {
    const { id, key } = await withPasskey();
    const [token, other] = [await signIn(id), await signIn(id)];
    const options = await askForPasskey(await half(token));
    expect(options).toMatchObject({ rpId: "choose.example.org", allowCredentials: [{ id: key.id }] });
    const answer = key.sign(options.challenge);
    await expect(doPasskeyStep(await half(other), answer)).rejects.toMatchObject({ status: 410 });
    const session = await half(token);
    const tries = await Promise.allSettled([doPasskeyStep(session, answer), doPasskeyStep(session, answer)]);
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await findSession(token)).toMatchObject({ personId: id });
    expect(await findSession(other)).toBeNull();
    expect((await getSecondStep(id))?.passkeys).toMatchObject([{ lastUsedAt: expect.any(String) }]);
  });

  it("isn't done at another site, by another person's key, by another key, or by words that are none", async () => {
    const { id, key } = await withPasskey();
    const stranger = await withPasskey();
    const session = await half(await signIn(id));
    const answers: [(challenge: string) => string, number][] = [
      [(challenge) => key.sign(challenge, 0, { origin: "https://evil.example" }), 422],
      [(challenge) => key.sign(challenge, 0, { rpId: "evil.example" }), 422],
      [(challenge) => stranger.key.sign(challenge), 403],
      [(challenge) => newAuthenticator(origin).sign(challenge), 403],
      [
        (challenge) =>
          newAuthenticator(origin)
            .sign(challenge)
            .replaceAll(/"(id|rawId)":"[^"]*"/g, `"$1":"${key.id}"`),
        422,
      ],
      [(challenge) => key.make(challenge), 422],
      [() => "not JSON", 422],
    ];
    for (const [answer, status] of answers) {
      const { challenge } = await askForPasskey(session);
      await expect(doPasskeyStep(session, answer(challenge)), answer.toString()).rejects.toMatchObject({ status });
    }
    const { challenge } = await askForPasskey(session);
    await doPasskeyStep(session, key.sign(challenge));
  });

  it("takes no key that has counted back, or not on, and writes that down; one that never counts is fine", async () => {
    const { id, key, viewer } = await withPasskey(5);
    const step = async (counter: number) => {
      const session = await half(await signIn(id));
      return doPasskeyStep(session, key.sign((await askForPasskey(session)).challenge, counter));
    };
    await step(7);
    for (const counter of [7, 6, 0]) await expect(step(counter)).rejects.toMatchObject({ status: 403 });
    await step(8);
    expect(await subjectsTo(viewer)).toEqual(["set up", ...Array(3).fill("refused: a passkey that may be a copy")]);
  });

  it("isn't offered to who has none, and their codes still do", async () => {
    const { id, viewer } = await newPerson();
    const { codes } = await addApp(viewer);
    const session = await half(await signIn(id));
    await expect(askForPasskey(session)).rejects.toMatchObject({ status: 409 });
    await doSecondStep(session, codes[0] ?? "");
  });

  it("is enough for a role with power over others", async () => {
    const { id, token, viewer } = await newPerson("moderator");
    expect(viewer).toMatchObject({ role: "member", withheld: "moderator" });
    await add(viewer);
    expect(await findSession(token)).toMatchObject({ personId: id, role: "moderator" });
  });
});

describe("a passkey and an app", () => {
  it("stand beside each other: each can be taken away, and with the last the codes and who owes the step", async () => {
    const { id, viewer, token } = await withPasskey();
    expect((await addApp(viewer)).first).toBe(false);
    await expect(addApp(viewer)).rejects.toMatchObject({ status: 409 });
    const step = await getSecondStep(id);
    expect(step).toMatchObject({ appAt: expect.any(String), codes: 10, passkeys: [{}] });
    const [passkey = { id: "" }] = step?.passkeys ?? [];
    const stranger = await withPasskey();
    expect(await removePasskey(stranger.viewer, passkey.id)).toBe(false);
    expect((await getSecondStep(id))?.passkeys).toHaveLength(1);
    expect(await removeApp(viewer)).toBe(false);
    expect(await getSecondStep(id)).toMatchObject({ appAt: null, codes: 10 });
    const owing = await signIn(id);
    expect(await removePasskey(viewer, passkey.id)).toBe(true);
    expect(await getSecondStep(id)).toBeNull();
    expect([await findSession(owing), await findHalfSession(owing)]).toEqual([null, null]);
    expect(await findSession(token)).toMatchObject({ personId: id });
    expect(await subjectsTo(viewer)).toEqual([
      "set up",
      "added: a code of an app",
      "removed: a code of an app",
      "removed",
    ]);
  });

  it("both taken away at once leave nothing behind", async () => {
    const { id, viewer } = await withPasskey();
    await addApp(viewer);
    const [passkey = { id: "" }] = (await getSecondStep(id))?.passkeys ?? [];
    const last = await Promise.all([removeApp(viewer), removePasskey(viewer, passkey.id)]);
    expect(last.filter(Boolean)).toHaveLength(1);
    expect(await db().recoveryCode.count({ where: { personId: id } })).toBe(0);
  });

  it("from after a moment go, and what was there before stays", async () => {
    const [old, fresh] = [await withPasskey(), await newPerson()];
    const since = new Date();
    await db().secondStep.update({ where: { personId: old.id }, data: { createdAt: new Date(0) } });
    await db().passkey.updateMany({ where: { personId: old.id }, data: { createdAt: new Date(0) } });
    await add(old.viewer);
    await addApp(old.viewer);
    await add(fresh.viewer);
    for (const { id } of [old, fresh]) await db().$transaction((tx) => forgetSince(tx, id, since));
    expect(await getSecondStep(old.id)).toMatchObject({ appAt: null, passkeys: [{ name: "My key" }] });
    expect(await getSecondStep(fresh.id)).toBeNull();
  });
});

it("no passkey outlives its account", async () => {
  const { id } = await withPasskey();
  await db().person.delete({ where: { id } });
  expect(await db().passkey.count({ where: { personId: id } })).toBe(0);
});
