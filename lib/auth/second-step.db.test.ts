import crypto from "node:crypto";
import { generate } from "otplib";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "../db/index.ts";
import { createSession, findHalfSession, findSession, type Viewer } from "../session/sessions.ts";
import { freshDatabase } from "../testing/database.ts";
import { doSecondStep, getOffer, getSecondStep, removeApp, setUpSecondStep } from "./second-step-mutations.ts";

beforeAll(async () => {
  process.env.DATABASE_URL = await freshDatabase();
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
});

/** Seconds since 1970, so many spans of 30 seconds from now. */
const at = (spans: number) => Math.floor(Date.now() / 1_000) + 30 * spans;

async function newPerson(role = "member") {
  return db().person.create({ data: { email: `${crypto.randomUUID()}@example.org`, name: "A", role } });
}

const signIn = (personId: string) =>
  createSession(db(), { personId, method: "link", device: "Firefox", replaces: null });

async function viewerOf(token: string): Promise<Viewer> {
  const viewer = await findSession(token);
  if (!viewer) throw new Error("Nobody is signed in.");
  return viewer;
}

/** Somebody who signs in in two steps, as of the span before this one, with the secret and the codes on paper. */
async function twoSteps(role = "member") {
  const { id } = await newPerson(role);
  const token = await signIn(id);
  const viewer = await viewerOf(token);
  const offer = await getOffer(viewer);
  await setUpSecondStep(viewer, await generate({ secret: offer.secret, epoch: at(-1) }));
  return { id, token, viewer, ...offer };
}

async function half(token: string) {
  const found = await findHalfSession(token);
  if (!found) throw new Error("No second step is owed.");
  return found;
}

describe("setting it up", () => {
  it("takes a code of the secret that was shown, and any other changes nothing", async () => {
    const { id } = await newPerson();
    const viewer = await viewerOf(await signIn(id));
    await expect(setUpSecondStep(viewer, "000000")).rejects.toThrow("not the one of this moment");
    expect(await getSecondStep(id)).toBeNull();
    const { secret } = await getOffer(viewer);
    await setUpSecondStep(viewer, ` ${await generate({ secret })} `);
    expect(await getSecondStep(id)).toMatchObject({ codes: 10 });
  });

  it("shows the same again until it is done, and something else in another session and after it was removed", async () => {
    const { id } = await newPerson();
    const [one, other] = [await viewerOf(await signIn(id)), await viewerOf(await signIn(id))];
    const shown = await getOffer(one);
    expect(await getOffer(one)).toEqual(shown);
    expect((await getOffer(other)).secret).not.toBe(shown.secret);
    await setUpSecondStep(one, await generate({ secret: shown.secret }));
    await removeApp(one);
    const again = await getOffer(one);
    expect(again.secret).not.toBe(shown.secret);
    expect(again.codes.filter((code) => shown.codes.includes(code))).toEqual([]);
  });

  it("keeps nothing that a copy of the database could sign in with", async () => {
    const { id, secret, codes } = await twoSteps();
    const rows = await db().$queryRaw`
      SELECT s.*, encode(s.sealed, 'escape') AS text, c.hash FROM second_step s JOIN recovery_code c USING (person_id)
      WHERE person_id = ${id}::uuid`;
    const kept = JSON.stringify(rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
    for (const sign of [secret, ...codes, ...codes.map((code) => code.replaceAll("-", ""))])
      expect(kept).not.toContain(sign);
  });

  it("of two that set it up at once, one does", async () => {
    const { id } = await newPerson();
    const viewer = await viewerOf(await signIn(id));
    const code = await generate({ secret: (await getOffer(viewer)).secret });
    const done = await Promise.allSettled([setUpSecondStep(viewer, code), setUpSecondStep(viewer, code)]);
    expect(done.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await getSecondStep(id)).toMatchObject({ codes: 10 });
  });
});

describe("a session", () => {
  it("is nobody's until the second step is done: also one from before it was set up", async () => {
    const { id } = await newPerson();
    const [before, here] = [await signIn(id), await signIn(id)];
    const viewer = await viewerOf(here);
    await setUpSecondStep(viewer, await generate({ secret: (await getOffer(viewer)).secret }));
    expect(await findSession(here)).toMatchObject({ personId: id });
    expect(await findSession(before)).toBeNull();
    expect(await findHalfSession(before)).toMatchObject({ personId: id });
    expect(await findHalfSession(here)).toBeNull();
  });

  it("is somebody's once a code was given, which is good once, whoever sends it at the same moment", async () => {
    const { id, secret } = await twoSteps();
    const tokens = [await signIn(id), await signIn(id), await signIn(id)];
    const code = await generate({ secret });
    const tries = await Promise.allSettled(tokens.map(async (token) => doSecondStep(await half(token), code)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await Promise.all(tokens.map(findSession))).filter(Boolean)).toHaveLength(1);
  });

  it("takes no code of another time, of another person, or that was used to set it up", async () => {
    const { id, secret } = await twoSteps();
    const stranger = await twoSteps();
    const session = await half(await signIn(id));
    const wrong = [
      await generate({ secret, epoch: at(-3) }),
      await generate({ secret, epoch: at(3) }),
      await generate({ secret, epoch: at(-1) }),
      await generate({ secret: stranger.secret }),
      stranger.codes[0] ?? "",
      "",
      "12345",
    ];
    for (const code of wrong) await expect(doSecondStep(session, code), code).rejects.toThrow("not the one");
  });

  it("is opened by a code on paper, however it is written, and by each once", async () => {
    const { id, codes } = await twoSteps();
    const [first = "", second = ""] = codes;
    await doSecondStep(await half(await signIn(id)), first.toUpperCase().replaceAll("-", " "));
    expect(await getSecondStep(id)).toMatchObject({ codes: 9 });
    const session = await half(await signIn(id));
    await expect(doSecondStep(session, first)).rejects.toThrow("not the one");
    await doSecondStep(session, second);
  });
});

it("a session that owes the second step ends when that is taken away, and doesn't become whole", async () => {
  const { id, token, viewer } = await twoSteps();
  const owing = await signIn(id);
  await half(owing);
  await removeApp(viewer);
  expect([await findSession(owing), await findHalfSession(owing)]).toEqual([null, null]);
  expect(await findSession(token)).toMatchObject({ personId: id });
});

describe("a role", () => {
  it("waits for the second step, and is there from then on", async () => {
    const { id } = await newPerson("admin");
    const token = await signIn(id);
    expect(await findSession(token)).toMatchObject({ role: "member", withheld: "admin" });
    const viewer = await viewerOf(token);
    await setUpSecondStep(viewer, await generate({ secret: (await getOffer(viewer)).secret }));
    const after = await findSession(token);
    expect(after?.role).toBe("admin");
    expect(after).not.toHaveProperty("withheld");
    await removeApp(viewer);
    expect(await findSession(token)).toMatchObject({ role: "member", withheld: "admin" });
  });
});
