import "server-only";
import crypto from "node:crypto";
import { db } from "../db/index.ts";
import { Refusal } from "../request/refusal.ts";
import { hashToken, newShareToken } from "../secrets/tokens.ts";
import { can } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";
import type { Weights } from "./presets.ts";
import type { RecordData } from "./record.ts";
import { unopenedFor } from "./record-life.ts";
import { fewestBallots, mostMembers, type OwnScores } from "./team.ts";

/** The id of a record: the first 96 bits of the SHA-256 of its content. */
export function contentId(data: RecordData): string {
  return crypto.createHash("sha256").update(JSON.stringify(data)).digest("base64url").slice(0, 16);
}

/**
 * Keeps a record and returns its id: for good and among a person's own, or for a guest (null) as long as it is opened. The
 * same record is kept once; where one of both has an account, for good.
 */
export async function keepRecord(data: RecordData, personId: string | null): Promise<string> {
  const id = contentId(data);
  await db().$transaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO decision_record AS r (id, data, by_guest)
      VALUES (${id}, ${JSON.stringify(data)}::jsonb, ${personId === null})
      ON CONFLICT (id) DO UPDATE SET by_guest = r.by_guest AND excluded.by_guest, opened_at = now()`;
    if (personId) await tx.recordKeeper.createMany({ data: [{ recordId: id, personId }], skipDuplicates: true });
  });
  return id;
}

/** Remembers that somebody opened a record, to the day; only guests' depend on it. */
export async function noteOpened(id: string): Promise<void> {
  await db().$executeRaw`
    UPDATE decision_record SET opened_at = now()
    WHERE id = ${id} AND by_guest AND opened_at < now() - interval '1 day'`;
}

/** Removes records of guests that nobody has opened for a year. */
export async function removeUnopenedRecords(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM decision_record WHERE by_guest AND opened_at < now() - make_interval(secs => ${unopenedFor / 1000})`;
}

const noDecision = () => new Refusal("There is no such decision.", { status: 404 });

/** A person has so many decisions at most. */
const mostDecisions = 200;

/**
 * Keeps a decision of this id for a person, with one of their own lists or without; one that is there already stays as
 * it is. Throws a `Refusal` (404, 409).
 */
export async function saveDecision(
  personId: string,
  id: string,
  { title, search, list }: { title: string; search: string; list: string | null },
): Promise<void> {
  await db().$transaction(async (tx) => {
    if ((await tx.decision.count({ where: { id, personId } })) > 0) return;
    if (list && (await tx.shortlist.count({ where: { id: list, personId } })) === 0)
      throw new Refusal("There is no such list.", { status: 404, field: "list" });
    if ((await tx.decision.count({ where: { personId } })) >= mostDecisions)
      throw new Refusal(`A person has ${mostDecisions} decisions at most.`, { status: 409 });
    await tx.decision.createMany({
      data: [{ id, personId, title, search, shortlistId: list }],
      skipDuplicates: true,
    });
  });
}

/**
 * Puts a decision in place of one that the person saved before. Throws a `Refusal`: 404 for one that isn't theirs, 409
 * while a team weighs it, since they would weigh something else than they were asked.
 */
export async function replaceDecision(
  personId: string,
  id: string,
  { title, search, list }: { title: string; search: string; list: string | null },
): Promise<void> {
  await db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM decision WHERE id = ${id}::uuid AND person_id = ${personId}::uuid FOR UPDATE`;
    if (rows.length === 0) throw noDecision();
    if ((await tx.ballot.count({ where: { decisionId: id } })) > 0)
      throw new Refusal("A team weighs this one. Save yours as another.", { status: 409, field: "instead" });
    if (list && (await tx.shortlist.count({ where: { id: list, personId } })) === 0)
      throw new Refusal("There is no such list.", { status: 404, field: "list" });
    await tx.decision.update({ where: { id }, data: { title, search, shortlistId: list } });
  });
}

export async function deleteDecision(personId: string, id: string): Promise<void> {
  const { count } = await db().decision.deleteMany({ where: { id, personId } });
  if (count === 0) throw noDecision();
}

/** Invites: a new token of 128 bits, returned here and never again. The link from before is dead. */
export async function invite(personId: string, id: string): Promise<string> {
  const token = newShareToken();
  const { count } = await db().decision.updateMany({ where: { id, personId }, data: { inviteHash: hashToken(token) } });
  if (count === 0) throw noDecision();
  // Who invites takes part as well.
  await db().ballot.createMany({ data: [{ decisionId: id, personId }], skipDuplicates: true });
  return token;
}

/** Ends the invitation; who has joined stays. */
export async function endInvitation(personId: string, id: string): Promise<void> {
  const { count } = await db().decision.updateMany({ where: { id, personId }, data: { inviteHash: null } });
  if (count === 0) throw noDecision();
}

/** Joins the team of a decision by its invitation and returns the decision's id. Joining again changes nothing. */
export async function join(personId: string, token: string): Promise<string> {
  return db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ id: string; revealed_at: Date | null }[]>`
      SELECT id, revealed_at FROM decision WHERE invite_hash = ${hashToken(token)} FOR UPDATE`;
    const [row] = rows;
    if (!row) throw new Refusal("This invitation has ended. Ask for a new one.", { status: 410 });
    const { id } = row;
    const joined = (await tx.ballot.count({ where: { decisionId: id, personId } })) > 0;
    if (row.revealed_at && !joined)
      throw new Refusal("The ballots of this round are open already. You can join when another begins.", {
        status: 409,
      });
    const there = await tx.ballot.count({ where: { decisionId: id } });
    if (there >= mostMembers && !joined)
      throw new Refusal(`A team has ${mostMembers} members at most.`, { status: 409 });
    await tx.ballot.createMany({ data: [{ decisionId: id, personId }], skipDuplicates: true });
    return id;
  });
}

export async function leave(personId: string, id: string): Promise<void> {
  await db().ballot.deleteMany({ where: { decisionId: id, personId } });
}

/**
 * Gives a ballot, or a new one in its place, while everybody is blind. Throws a `Refusal`: 404 for who hasn't joined, 409
 * once the ballots are open.
 */
export async function giveBallot(
  personId: string,
  id: string,
  { weights, scores }: { weights: Weights; scores: OwnScores },
): Promise<void> {
  await db().$transaction(async (tx) => {
    // Opening waits for this, or this for the opening: no ballot is given by who has seen the others.
    const rows = await tx.$queryRaw<{ revealed_at: Date | null }[]>`
      SELECT revealed_at FROM decision WHERE id = ${id}::uuid FOR SHARE`;
    if (!rows[0]) throw noDecision();
    if (rows[0].revealed_at)
      throw new Refusal("The ballots are open already: yours can’t change in this round.", { status: 409 });
    const { count } = await tx.ballot.updateMany({
      where: { decisionId: id, personId },
      data: { weights, scores, givenAt: new Date() },
    });
    if (count === 0) throw noDecision();
  });
}

/**
 * Opens the ballots: from now on all who joined see all, as they are at this moment, also while they weigh again later.
 * Throws a `Refusal` (409) with fewer than two ballots.
 */
export async function reveal(personId: string, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const rows = await tx.$queryRaw<{ round: number; revealed_at: Date | null }[]>`
      SELECT round, revealed_at FROM decision WHERE id = ${id}::uuid AND person_id = ${personId}::uuid FOR UPDATE`;
    const [row] = rows;
    if (!row) throw noDecision();
    if (row.revealed_at) return;
    if ((await tx.ballot.count({ where: { decisionId: id, givenAt: { not: null } } })) < fewestBallots)
      throw new Refusal(`At least ${fewestBallots} must have weighed before the ballots are opened.`, { status: 409 });
    const now = new Date();
    await tx.decision.update({ where: { id }, data: { revealedAt: now, openedAt: now, openedRound: row.round } });
    await tx.$executeRaw`
      UPDATE ballot SET opened = CASE WHEN given_at IS NULL THEN NULL
        ELSE jsonb_build_object('weights', weights, 'scores', scores) END
      WHERE decision_id = ${id}::uuid`;
  });
}

/**
 * Begins another round, where the ballots are open: they are closed, and each has to be given again. What was opened
 * stays seen by all, so that whoever opens and closes has seen no more than the others.
 */
export async function anotherRound(personId: string, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { count } = await tx.decision.updateMany({
      where: { id, personId, revealedAt: { not: null } },
      data: { revealedAt: null, round: { increment: 1 } },
    });
    if (count === 0) throw noDecision();
    await tx.ballot.updateMany({ where: { decisionId: id }, data: { givenAt: null } });
  });
}

/** Takes somebody out of a team, with their ballot. For who made the decision; they themselves stay. */
export async function removeMember(personId: string, id: string, member: string): Promise<void> {
  const { count } = await db().ballot.deleteMany({
    where: { decision: { id, personId }, personId: { equals: member, not: personId } },
  });
  if (count === 0) throw new Refusal("There is no such member.", { status: 404 });
}

/** Hides what the author of a record wrote, or shows it again (null). For moderators; anybody else is a `Refusal` (404). */
export async function hideRecord(viewer: Viewer, id: string, because: string | null): Promise<void> {
  if (!can(viewer, "claims.moderate")) throw new Refusal("There is no such record.", { status: 404 });
  await db().$transaction(async (tx) => {
    const { count } = await tx.decisionRecord.updateMany({ where: { id }, data: { hiddenBecause: because } });
    if (count === 0) throw new Refusal("There is no such record.", { status: 404 });
    await tx.auditEntry.create({
      data: {
        actorId: viewer.personId,
        action: because === null ? "record show" : "record hide",
        detail: { record: id, reason: because },
      },
    });
  });
}
