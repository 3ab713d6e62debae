import "server-only";
import { db, type Transaction } from "../db/index.ts";
import { Refusal } from "../request/refusal.ts";
import type { HalfViewer, Viewer } from "../session/sessions.ts";
import {
  askToMake,
  askToSign,
  bytesOf,
  challengeLife,
  checkMade,
  checkSigned,
  isCopy,
  readMade,
  readSigned,
} from "./passkeys.ts";
import { beginSecondStep, getOffer, note, removeWay, tellAdded } from "./second-step-mutations.ts";

/** Passkeys that one account has at most. */
const mostPasskeys = 20;

const late = () => new Refusal("That took too long, or another tab asked after this one. Try again.", { status: 410 });
const unfit = (then: string) =>
  new Refusal(`This passkey’s answer doesn’t fit this site and account. ${then}`, { status: 422 });

const keysOf = (personId: string) =>
  db().passkey.findMany({ where: { personId }, select: { credential: true, transports: true } });

/** Begins adding a passkey: what the browser is to make it by. */
export async function askForNewPasskey(viewer: Viewer) {
  const known = await keysOf(viewer.personId);
  if (known.length >= mostPasskeys)
    throw new Refusal(`An account has ${mostPasskeys} passkeys at most. Remove one first.`, { status: 409 });
  return given(viewer.sessionId, await askToMake(viewer, known));
}

/** Adds the passkey that the browser made. True when it is the first second step of the account. */
export async function addPasskey(viewer: Viewer, name: string, answer: string): Promise<boolean> {
  const response = readMade(answer);
  if (!response) throw unfit("Try again.");
  await takeChallenge(viewer.sessionId, response.challenge);
  const key = await checkMade(response);
  if (!key) throw unfit("Nothing was added; try again.");
  const { codes } = await getOffer(viewer);
  return db().$transaction(async (tx) => {
    const first = await beginSecondStep(tx, viewer, codes);
    const data = { ...key, personId: viewer.personId, name, transports: response.response.transports };
    const { count } = await tx.passkey.createMany({ data: [data], skipDuplicates: true });
    if (count === 0) throw new Refusal("This passkey is in use here already.", { status: 409 });
    await tellAdded(tx, viewer, first, "a passkey");
    return first;
  });
}

/** Takes a passkey of the viewer's own away. True when signing in takes one step again. */
export const removePasskey = (viewer: Viewer, id: string): Promise<boolean> =>
  removeWay(viewer, "one of your passkeys", (tx) =>
    tx.passkey.deleteMany({ where: { id, personId: viewer.personId } }),
  );

/** Begins the second step by a passkey: what the browser is to sign. */
export async function askForPasskey({ personId, sessionId }: HalfViewer) {
  const known = await keysOf(personId);
  if (known.length === 0) throw new Refusal("This account has no passkey. Type a code.", { status: 409 });
  return given(sessionId, await askToSign(known));
}

/** Does the second step of a session, by what a passkey of that person signed in it. */
export async function doPasskeyStep({ personId, sessionId }: HalfViewer, answer: string): Promise<void> {
  const response = readSigned(answer);
  if (!response) throw unfit("Try again, or type a code.");
  await takeChallenge(sessionId, response.challenge);
  const key = await db().passkey.findFirst({
    where: { personId, credential: bytesOf(response.id) },
    select: { id: true, publicKey: true, counter: true },
  });
  if (!key)
    throw new Refusal("This passkey isn’t one of this account. Choose another one, or type a code.", { status: 403 });
  const counter = await checkSigned(response, key);
  if (counter === null) throw unfit("Try again, or type a code.");
  if (isCopy(key.counter, counter) || !(await db().$transaction((tx) => pass(tx, { ...key, sessionId }, counter)))) {
    await note(db(), personId, "refused: a passkey that may be a copy");
    throw new Refusal(
      "This passkey has counted back, as a copy of it would, so it isn’t taken. Type a code, then remove it on your account page.",
      { status: 403 },
    );
  }
}

/** False when the same key was used at the same moment. */
async function pass(
  tx: Transaction,
  { id, counter: before, sessionId }: { id: string; counter: bigint; sessionId: string },
  counter: number,
): Promise<boolean> {
  const { count } = await tx.passkey.updateMany({
    where: { id, counter: before },
    data: { counter, lastUsedAt: new Date() },
  });
  if (count === 1) await tx.session.updateMany({ where: { id: sessionId }, data: { secondAt: new Date() } });
  return count === 1;
}

/** Keeps the challenge of these options for the session: the newest one counts. */
async function given<Options extends { challenge: string }>(sessionId: string, options: Options): Promise<Options> {
  const challengeUntil = new Date(Date.now() + challengeLife);
  await db().session.updateMany({
    where: { id: sessionId },
    data: { challenge: bytesOf(options.challenge), challengeUntil },
  });
  return options;
}

/** Uses up the challenge that was given to this session. Throws a `Refusal` when it is another, old, or used already. */
async function takeChallenge(sessionId: string, challenge: string): Promise<void> {
  const { count } = await db().session.updateMany({
    where: { id: sessionId, challenge: bytesOf(challenge), challengeUntil: { gt: new Date() } },
    data: { challenge: null, challengeUntil: null },
  });
  if (count === 0) throw late();
}
