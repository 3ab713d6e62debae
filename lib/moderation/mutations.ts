import { can } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";
import "server-only";
import crypto from "node:crypto";
import { community, touched } from "../cache/refresh.ts";
import { db, type Transaction } from "../db/index.ts";
import { transact } from "../db/transact.ts";
import { Refusal } from "../request/refusal.ts";
import { affectedBy, apply, takeBack } from "./apply.ts";
import { kinds, type SuggestionKind } from "./kinds.ts";
import { noteReopening } from "./reopened.ts";
import type { Body } from "./schema.ts";

const unknown = () => new Refusal("There is no such suggestion.", { status: 404 });

/**
 * Takes a suggestion in. Of a person whom moderators trust it is applied at once, like one that they approve, unless it
 * takes off what others said. One of this id that is there already stays as it is. Throws a `Refusal` for a blocked person (403) or when what it is about isn't there (404).
 */
export async function suggest(
  viewer: Viewer,
  kind: SuggestionKind,
  slug: string | null,
  body: Body<SuggestionKind>,
  id: string = crypto.randomUUID(),
): Promise<"open" | "approved"> {
  const done = await transact(async (tx) => {
    const already = await sent(tx, viewer, id);
    if (already) return { status: already, affected: null };
    const person = await tx.person.findUniqueOrThrow({ where: { id: viewer.personId }, select: { suggests: true } });
    if (person.suggests === "blocked")
      throw new Refusal("A moderator has blocked suggestions from this account.", { status: 403 });
    const framework =
      slug === null ? null : await tx.framework.findFirst({ where: { slug, retiredAt: null }, select: { id: true } });
    if (slug !== null && !framework) throw new Refusal("There is no such framework.", { status: 404 });
    const claimId = "claim" in body ? body.claim : null;
    if (
      claimId !== null &&
      !(await tx.claim.findFirst({ where: { id: claimId, frameworkId: framework?.id ?? -1, retiredAt: null } }))
    )
      throw new Refusal("There is no such claim on this framework any more.", { status: 404 });
    const before = await kinds[kind].check(tx, body);
    const known = await kinds[kind].known(tx, { id, body, frameworkId: framework?.id ?? null });
    if (known) throw new Refusal(known, { status: 409 });
    const { count } = await tx.suggestion.createMany({
      data: [{ id, personId: viewer.personId, frameworkId: framework?.id ?? null, kind, body, before: before ?? null }],
      skipDuplicates: true,
    });
    if (count === 0) return { status: (await sent(tx, viewer, id)) ?? ("open" as const), affected: null };
    if (person.suggests !== "trusted" || kinds[kind].needsModerator) return { status: "open" as const, affected: null };
    await apply(tx, id, { sourceKind: null, seen: null });
    await tx.suggestion.update({
      where: { id },
      data: { status: "approved", decidedAt: new Date(), reason: "Its author is trusted." },
    });
    return { status: "approved" as const, affected: await affectedBy(tx, id) };
  });
  if (done.status === "approved") touched(community);
  if (done.affected) touched(done.affected);
  return done.status;
}

/** What became of a suggestion that was sent before; null for one that wasn't. */
async function sent(tx: Transaction, { personId }: Viewer, id: string): Promise<"open" | "approved" | null> {
  const row = await tx.suggestion.findFirst({ where: { id, personId }, select: { status: true } });
  return row && (row.status === "approved" ? "approved" : "open");
}

/** Takes one's own suggestion back, while it waits. */
export async function withdrawSuggestion(viewer: Viewer, id: string): Promise<void> {
  const { count } = await db().suggestion.updateMany({
    where: { id, personId: viewer.personId, status: "open" },
    data: { status: "withdrawn" },
  });
  if (count === 0) throw unknown();
}

/**
 * Decides on a suggestion that waits: of two moderators at once, one does. Everything is in the log.
 * @param decision `trust` approves it and applies what its author suggests from now on at once; `block` declines it and
 * refuses theirs from now on
 * @param seen the words of the claim that the moderator had before them; a `Refusal` (409) when it has others by now
 */
export async function decide(
  viewer: Viewer,
  id: string,
  decision: "approve" | "trust" | "decline" | "block",
  reason: string | null,
  sourceKind: string | null,
  seen: string | null = null,
): Promise<void> {
  if (!can(viewer, "claims.moderate")) throw unknown();
  const approve = decision === "approve" || decision === "trust";
  if (!approve && !reason) throw new Refusal("Say why: its author sees it.", { field: "reason" });
  const affected = await transact(async (tx) => {
    const { count } = await tx.suggestion.updateMany({
      where: { id, status: "open" },
      data: { status: approve ? "approved" : "declined", reason, decidedById: viewer.personId, decidedAt: new Date() },
    });
    if (count === 0) throw new Refusal("Somebody has decided on it already.", { status: 409 });
    if (approve) await apply(tx, id, { sourceKind, seen });
    const author = await noteDecision(tx, viewer, id, decision, { reason });
    if (author && (decision === "trust" || decision === "block"))
      await tx.person.update({
        where: { id: author },
        data: { suggests: decision === "trust" ? "trusted" : "blocked" },
      });
    return affectedBy(tx, id);
  });
  touched(community);
  if (affected) touched(affected);
}

/** Writes what a moderator did with a suggestion into the log. Returns whose it is; null when its author left. */
async function noteDecision(
  tx: Transaction,
  viewer: Viewer,
  id: string,
  what: string,
  more: { reason?: string | null; proof?: string },
): Promise<string | null> {
  const { personId, kind, framework } = await tx.suggestion.findUniqueOrThrow({
    where: { id },
    select: { personId: true, kind: true, framework: { select: { slug: true } } },
  });
  await tx.auditEntry.create({
    data: {
      actorId: viewer.personId,
      action: `suggestion ${what}`,
      subjectId: personId,
      detail: { suggestion: id, kind, framework: framework?.slug ?? null, ...more },
    },
  });
  return personId;
}

/**
 * Confirms somebody as a maintainer whom nobody asked for: by their address, with the proof that a moderator has seen. It is
 * kept as a request that they approved, and taken back like one. Throws a `Refusal` where there is no such account.
 */
export async function confirmMaintainer(
  viewer: Viewer,
  email: string,
  slug: string,
  body: Body<"maintainer">,
  id: string,
): Promise<void> {
  if (!can(viewer, "claims.moderate")) throw unknown();
  await transact(async (tx) => {
    if ((await tx.suggestion.count({ where: { id } })) > 0) return;
    const person = await tx.person.findUnique({ where: { email }, select: { id: true } });
    if (!person) throw new Refusal("Nobody has an account with this address.", { field: "email" });
    const framework = await tx.framework.findFirst({ where: { slug, retiredAt: null }, select: { id: true } });
    if (!framework) throw new Refusal("There is no such framework.", { field: "framework" });
    await tx.suggestion.create({
      data: {
        id,
        personId: person.id,
        frameworkId: framework.id,
        kind: "maintainer",
        body,
        status: "approved",
        decidedById: viewer.personId,
        decidedAt: new Date(),
      },
    });
    await apply(tx, id, { sourceKind: null, seen: null });
    await noteDecision(tx, viewer, id, "confirm", { proof: body.url });
  });
  touched(community);
}

/** Decides on many as on each alone, and returns whose were decided; those that couldn't be are left waiting. */
export async function decideAll(
  viewer: Viewer,
  picked: readonly { id: string; seen: string | null }[],
  decision: "approve" | "decline",
  reason: string | null,
): Promise<{ done: string[]; left: number }> {
  const done: string[] = [];
  for (const { id, seen } of picked)
    try {
      await decide(viewer, id, decision, reason, null, seen);
      done.push(id);
    } catch (error) {
      if (!(error instanceof Refusal) || error.field) throw error;
    }
  return { done, left: picked.length - done.length };
}

/** Undoes a decision: what it changed is taken back, which the history tells of an approval, and the suggestion waits again. */
export async function reopen(viewer: Viewer, id: string): Promise<void> {
  if (!can(viewer, "claims.moderate")) throw unknown();
  const affected = await transact(async (tx) => {
    const was = await tx.suggestion.findUnique({ where: { id }, select: { status: true } });
    const { count } = await tx.suggestion.updateMany({
      where: { id, status: { in: ["approved", "declined"], equals: was?.status ?? "" } },
      data: { status: "open", reason: null, decidedById: null, decidedAt: null },
    });
    if (count === 0) throw new Refusal("There is nothing to undo any more.", { status: 409 });
    if (was?.status === "approved") {
      await takeBack(tx, id);
      await noteReopening(tx, id);
    }
    await noteDecision(tx, viewer, id, "reopen", {});
    return affectedBy(tx, id);
  });
  touched(community);
  if (affected) touched(affected);
}

/** Takes back what an approved suggestion changed. It can be approved anew only as a new suggestion. */
export async function revert(viewer: Viewer, id: string, reason: string): Promise<void> {
  if (!can(viewer, "claims.moderate")) throw unknown();
  const affected = await transact(async (tx) => {
    const { count } = await tx.suggestion.updateMany({
      where: { id, status: "approved" },
      data: { status: "reverted", reason, decidedById: viewer.personId, decidedAt: new Date() },
    });
    if (count === 0) throw unknown();
    await takeBack(tx, id);
    await noteDecision(tx, viewer, id, "revert", { reason });
    return affectedBy(tx, id);
  });
  touched(community);
  if (affected) touched(affected);
}

/** Takes trust or a block away again. */
export async function resetSuggests(viewer: Viewer, personId: string): Promise<void> {
  if (!can(viewer, "claims.moderate")) throw unknown();
  await transact(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: personId, suggests: { not: "normal" } },
      data: { suggests: "normal" },
    });
    if (count === 0) throw new Refusal("There is nothing to reset.", { status: 404 });
    await tx.auditEntry.create({
      data: { actorId: viewer.personId, action: "suggestions normal", subjectId: personId, detail: {} },
    });
  });
}
