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

/** Whether somebody signs in in two steps, since when, and how many codes on paper are left. Null when not. */
export async function getSecondStep(personId: string): Promise<{ createdAt: string; codes: number } | null> {
  const row = await db().secondStep.findUnique({
    where: { personId },
    select: { createdAt: true, _count: { select: { codes: true } } },
  });
  return row && { createdAt: row.createdAt.toISOString(), codes: row._count.codes };
}

/** Sets the second step up that was offered, once a code proves that the app has it. This session has done it then; others owe it. */
export async function setUpSecondStep(viewer: Viewer, code: string): Promise<void> {
  const { secret, codes } = await getOffer(viewer);
  const span = await spanOf(secret, code, null);
  if (span === null) throw wrong();
  await db().$transaction(async (tx) => {
    const { personId } = viewer;
    const made = await tx.secondStep.createMany({
      data: [{ personId, sealed: sealSecret(secret), usedStep: span }],
      skipDuplicates: true,
    });
    if (made.count === 0) throw new Refusal("You sign in in two steps already.", { status: 409 });
    await tx.recoveryCode.createMany({ data: codes.map((one) => ({ personId, hash: hashCode(one) })) });
    await tx.session.update({ where: { id: viewer.sessionId }, data: { secondAt: new Date() } });
    await note(tx, personId, "set up");
    await post(
      tx,
      letters.notice(
        viewer.email,
        `Signing in to ${siteName} takes two steps now`,
        "From now on signing in to your account takes a code of an app besides.",
      ),
    );
  });
}

/** Takes the second step away, with its codes. Sessions that still owe it end: they must not become whole by that. */
export async function removeSecondStep(viewer: Viewer): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.secondStep.deleteMany({ where: { personId: viewer.personId } });
    if (count === 0) return;
    await tx.session.deleteMany({ where: { personId: viewer.personId, secondAt: null } });
    await note(tx, viewer.personId, "removed");
    await post(
      tx,
      letters.notice(
        viewer.email,
        `Signing in to ${siteName} takes one step now`,
        "The second step of signing in to your account was removed, with its codes.",
      ),
    );
  });
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

const note = (tx: Transaction, personId: string, what: string) =>
  tx.auditEntry.create({ data: { action: "second step", actorId: personId, subjectId: personId, detail: { what } } });
