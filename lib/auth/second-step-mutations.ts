import "server-only";
import { db, type Transaction } from "../db/index.ts";
import { post } from "../mail/queue.ts";
import { Refusal } from "../request/refusal.ts";
import type { HalfViewer, Viewer } from "../session/sessions.ts";
import { siteName } from "../site/identity.ts";
import { letters } from "./letters.ts";
import { hashCode, offerOf, type SetUp, sealSecret, spanOf, unsealSecret } from "./second-step.ts";

const wrong = () =>
  new Refusal("This code is not the one of this moment, or it was used already. Type the one that the app shows now.", {
    field: "code",
  });

/** How often somebody set a second step up or took it away: what is offered is another one each time. */
const timesBefore = (personId: string): Promise<number> =>
  db().auditEntry.count({ where: { subjectId: personId, action: "second step" } });

/** What this person may set up, in this session. */
export async function getOffer(viewer: Viewer): Promise<SetUp> {
  return offerOf(viewer, await timesBefore(viewer.personId));
}

export interface SecondStep {
  /** Since when codes of an app are taken; null without one. */
  appAt: string | null;
  /** Codes on paper that are left. */
  codes: number;
  passkeys: { id: string; name: string; createdAt: string; lastUsedAt: string | null }[];
}

/** How somebody does the second step of signing in. Null when they sign in in one. */
export async function getSecondStep(personId: string): Promise<SecondStep | null> {
  const row = await db().secondStep.findUnique({
    where: { personId },
    select: {
      appAt: true,
      _count: { select: { codes: true } },
      passkeys: {
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        select: { id: true, name: true, createdAt: true, lastUsedAt: true },
      },
    },
  });
  return (
    row && {
      appAt: row.appAt?.toISOString() ?? null,
      codes: row._count.codes,
      passkeys: row.passkeys.map(({ createdAt, lastUsedAt, ...passkey }) => ({
        ...passkey,
        createdAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
      })),
    }
  );
}

/**
 * Lets somebody sign in in two steps from now on, with the codes on paper that they were shown, unless they do already. This session has
 * done it then; others owe it. What the step is done by is added in the same transaction.
 */
export async function beginSecondStep(tx: Transaction, viewer: Viewer, codes: string[]): Promise<boolean> {
  const { personId } = viewer;
  const { count } = await tx.secondStep.createMany({
    data: [{ personId, sealed: new Uint8Array(), usedStep: 0, appAt: null }],
    skipDuplicates: true,
  });
  // One thing after another: what is last to be taken away must be seen by who takes it.
  await tx.$queryRaw`SELECT 1 FROM second_step WHERE person_id = ${personId}::uuid FOR UPDATE`;
  if (count === 0) return false;
  await tx.recoveryCode.createMany({ data: codes.map((one) => ({ personId, hash: hashCode(one) })) });
  await tx.session.update({ where: { id: viewer.sessionId }, data: { secondAt: new Date() } });
  return true;
}

/** Writes down and mails what was added: by the first, signing in takes two steps. */
export async function tellAdded(tx: Transaction, viewer: Viewer, first: boolean, what: string): Promise<void> {
  await note(tx, viewer.personId, first ? "set up" : `added: ${what}`);
  await post(
    tx,
    first
      ? letters.notice(
          viewer.email,
          `Signing in to ${siteName} takes two steps now`,
          `From now on signing in to your account takes ${what} besides.`,
        )
      : letters.notice(
          viewer.email,
          `Your ${siteName} account has another second step`,
          `The second step of signing in to your account can be done by ${what} now, too.`,
        ),
  );
}

/** Sets the app up that was offered, once a code proves that it has the secret. True when it is the first second step. */
export async function setUpSecondStep(viewer: Viewer, code: string): Promise<boolean> {
  const { secret, codes } = await getOffer(viewer);
  const span = await spanOf(secret, code, null);
  if (span === null) throw wrong();
  const { personId } = viewer;
  return db().$transaction(async (tx) => {
    const first = await beginSecondStep(tx, viewer, codes);
    const { count } = await tx.secondStep.updateMany({
      where: { personId, appAt: null },
      data: { sealed: sealSecret(secret), usedStep: span, appAt: new Date() },
    });
    if (count === 0) throw new Refusal("An app is set up for this account already.", { status: 409 });
    await tellAdded(tx, viewer, first, "a code of an app");
    return first;
  });
}

/** Takes one way to do the second step away. True when it was the last, and signing in takes one step again. */
export async function removeWay(
  viewer: Viewer,
  what: string,
  remove: (tx: Transaction) => Promise<{ count: number }>,
): Promise<boolean> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM second_step WHERE person_id = ${viewer.personId}::uuid FOR UPDATE`;
    const { count } = await remove(tx);
    if (count === 0) return (await tx.secondStep.count({ where: { personId: viewer.personId } })) === 0;
    const last = await endIfEmpty(tx, viewer.personId);
    await note(tx, viewer.personId, last ? "removed" : `removed: ${what}`);
    await post(
      tx,
      last
        ? letters.notice(
            viewer.email,
            `Signing in to ${siteName} takes one step now`,
            "The second step of signing in to your account was removed, with its codes.",
          )
        : letters.notice(
            viewer.email,
            `A second step of your ${siteName} account was removed`,
            `The second step of signing in to your account can’t be done by ${what} any more.`,
          ),
    );
    return last;
  });
}

/** Takes the app away. */
export const removeApp = (viewer: Viewer): Promise<boolean> =>
  removeWay(viewer, "a code of an app", (tx) =>
    tx.secondStep.updateMany({ where: { personId: viewer.personId, appAt: { not: null } }, data: noApp }),
  );

const noApp = { sealed: new Uint8Array(), usedStep: 0, appAt: null };

/** Takes away what was set up since then, and the whole step where nothing else is left. */
export async function forgetSince(tx: Transaction, personId: string, since: Date): Promise<void> {
  const gte = { gte: since };
  await tx.secondStep.deleteMany({ where: { personId, createdAt: gte } });
  await tx.passkey.deleteMany({ where: { personId, createdAt: gte } });
  await tx.secondStep.updateMany({ where: { personId, appAt: gte }, data: noApp });
  await endIfEmpty(tx, personId);
}

/** Without app and passkeys the codes go too. Sessions that still owe the step end: they must not become whole by that. */
async function endIfEmpty(tx: Transaction, personId: string): Promise<boolean> {
  const { count } = await tx.secondStep.deleteMany({ where: { personId, appAt: null, passkeys: { none: {} } } });
  if (count > 0) await tx.session.deleteMany({ where: { personId, secondAt: null } });
  return count > 0;
}

/** Does the second step of a session, by a code of the app or one on paper, which is gone then. Each is good once. */
export async function doSecondStep({ personId, sessionId }: HalfViewer, code: string): Promise<void> {
  await db().$transaction(async (tx) => {
    if (!(await takeCode(tx, personId, code))) throw wrong();
    await tx.session.update({ where: { id: sessionId }, data: { secondAt: new Date() } });
  });
}

async function takeCode(tx: Transaction, personId: string, code: string): Promise<boolean> {
  const kept = await tx.secondStep.findUnique({ where: { personId }, select: { sealed: true, usedStep: true } });
  const secret = kept && unsealSecret(kept.sealed);
  const span = secret ? await spanOf(secret, code, kept.usedStep) : null;
  if (span !== null) {
    // Of two that send the same code at once, one is taken.
    const { count } = await tx.secondStep.updateMany({
      where: { personId, usedStep: { lt: span } },
      data: { usedStep: span },
    });
    return count === 1;
  }
  const { count } = await tx.recoveryCode.deleteMany({ where: { personId, hash: hashCode(code) } });
  if (count === 1) await note(tx, personId, "done by a code on paper");
  return count === 1;
}

/** Writes down what happened with somebody's second step. */
export const note = (tx: Transaction, personId: string, what: string) =>
  tx.auditEntry.create({ data: { action: "second step", actorId: personId, subjectId: personId, detail: { what } } });
