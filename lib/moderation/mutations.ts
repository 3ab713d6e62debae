import "server-only";
import crypto from "node:crypto";
import { can } from "../auth/permissions.ts";
import type { Viewer } from "../auth/sessions.ts";
import { touched } from "../community/refresh.ts";
import { isUniqueViolation } from "../db/errors.ts";
import { db, type Transaction } from "../db/index.ts";
import { Refusal } from "../refusal.ts";
import { type SuggestionKind, suggestedPosition, suggestedSource } from "./rules.ts";
import { type Body, bodies } from "./schema.ts";

const unknown = () => new Refusal("There is no such suggestion.", { status: 404 });

/**
 * Takes a suggestion in. Of a person whom moderators trust it is applied at once, like one that they approve. Throws a
 * `Refusal` for a blocked person (403) or when what it is about isn't there (404).
 */
export async function suggest(
  viewer: Viewer,
  kind: SuggestionKind,
  slug: string | null,
  body: Body<SuggestionKind>,
): Promise<"open" | "approved"> {
  const done = await db().$transaction(async (tx) => {
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
    const row = await tx.suggestion.create({
      data: { personId: viewer.personId, frameworkId: framework?.id ?? null, kind, body },
    });
    if (person.suggests !== "trusted") return { status: "open" as const };
    await apply(tx, row.id, null);
    await tx.suggestion.update({
      where: { id: row.id },
      data: { status: "approved", decidedAt: new Date(), reason: "Its author is trusted." },
    });
    return { status: "approved" as const };
  });
  if (done.status === "approved" && slug) touched(slug);
  return done.status;
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
 */
export async function decide(
  viewer: Viewer,
  id: string,
  decision: "approve" | "trust" | "decline" | "block",
  reason: string | null,
  sourceKind: string | null,
): Promise<void> {
  if (!can(viewer, "claims.moderate")) throw unknown();
  const approve = decision === "approve" || decision === "trust";
  if (!approve && !reason) throw new Refusal("Say why: its author sees it.", { field: "reason" });
  const slug = await db().$transaction(async (tx) => {
    const { count } = await tx.suggestion.updateMany({
      where: { id, status: "open" },
      data: { status: approve ? "approved" : "declined", reason, decidedById: viewer.personId, decidedAt: new Date() },
    });
    if (count === 0) throw new Refusal("Somebody has decided on it already.", { status: 409 });
    if (approve) await apply(tx, id, sourceKind);
    const row = await tx.suggestion.findUniqueOrThrow({
      where: { id },
      select: { personId: true, kind: true, framework: { select: { slug: true } } },
    });
    if (row.personId && (decision === "trust" || decision === "block"))
      await tx.person.update({
        where: { id: row.personId },
        data: { suggests: decision === "trust" ? "trusted" : "blocked" },
      });
    await tx.auditEntry.create({
      data: {
        actorId: viewer.personId,
        action: `suggestion ${decision}`,
        subjectId: row.personId,
        detail: { suggestion: id, kind: row.kind, framework: row.framework?.slug ?? null, reason },
      },
    });
    return row.framework?.slug;
  });
  if (slug) touched(slug);
}

/** Takes back what an approved suggestion changed. It can be approved anew only as a new suggestion. */
export async function revert(viewer: Viewer, id: string, reason: string): Promise<void> {
  if (!can(viewer, "claims.moderate")) throw unknown();
  const slug = await db().$transaction(async (tx) => {
    const { count } = await tx.suggestion.updateMany({
      where: { id, status: "approved" },
      data: { status: "reverted", reason, decidedById: viewer.personId, decidedAt: new Date() },
    });
    if (count === 0) throw unknown();
    await tx.assertion.deleteMany({
      where: { suggestionId: id, claim: { OR: [{ suggestionId: null }, { suggestionId: { not: id } }] } },
    });
    // A claim is retired, not deleted: people have voted on it.
    await tx.claim.updateMany({ where: { suggestionId: id }, data: { retiredAt: new Date() } });
    await tx.resource.deleteMany({ where: { suggestionId: id } });
    const row = await tx.suggestion.findUniqueOrThrow({
      where: { id },
      select: { kind: true, personId: true, framework: { select: { slug: true } } },
    });
    await tx.auditEntry.create({
      data: {
        actorId: viewer.personId,
        action: "suggestion revert",
        subjectId: row.personId,
        detail: { suggestion: id, kind: row.kind, framework: row.framework?.slug ?? null, reason },
      },
    });
    return row.framework?.slug;
  });
  if (slug) touched(slug);
}

/** Takes trust or a block away again. */
export async function resetSuggests(viewer: Viewer, personId: string): Promise<void> {
  if (!can(viewer, "claims.moderate")) throw unknown();
  await db().$transaction(async (tx) => {
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

/** Enters into the catalogue what a suggestion says. Corrections, flags and missing frameworks are for people to act on. */
async function apply(tx: Transaction, id: string, sourceKind: string | null): Promise<void> {
  const row = await tx.suggestion.findUniqueOrThrow({ where: { id } });
  const { frameworkId } = row;
  if (row.kind === "claim" && frameworkId) {
    const body = bodies.claim.parse(row.body);
    const claim = await tx.claim.create({
      data: {
        frameworkId,
        slug: `suggested-${id.slice(0, 8)}`,
        kind: body.side,
        criterion: body.criterion,
        text: body.text,
        position: suggestedPosition,
        useCases: [],
        suggestionId: id,
      },
    });
    await addAssertion(tx, id, claim.id, sourceKind, {
      ...body,
      stance: "supports",
      locator: body.sourceTitle,
      note: "",
    });
  } else if (row.kind === "assertion") {
    const body = bodies.assertion.parse(row.body);
    await addAssertion(tx, id, body.claim, sourceKind, body);
  } else if (row.kind === "resource" && frameworkId) {
    const body = bodies.resource.parse(row.body);
    try {
      await tx.resource.create({
        data: { ...body, frameworkId, position: suggestedPosition, state: "unchecked", suggestionId: id },
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refusal("This resource is listed already.", { status: 409 });
      throw error;
    }
  }
}

async function addAssertion(
  tx: Transaction,
  suggestionId: string,
  claimId: number,
  sourceKind: string | null,
  body: Pick<Body<"assertion">, "url" | "sourceTitle" | "publisher" | "date" | "stance" | "locator" | "note">,
): Promise<void> {
  const slug = `${suggestedSource}${crypto.createHash("sha256").update(`${body.url} ${body.date}`).digest("hex").slice(0, 16)}`;
  const source = await tx.source.upsert({
    where: { slug },
    // Opinion, unless a moderator has looked and says what it is.
    create: {
      slug,
      kind: sourceKind ?? "article",
      title: body.sourceTitle,
      publisher: body.publisher,
      url: body.url,
      date: body.date,
    },
    update: {},
    select: { id: true },
  });
  const last = await tx.assertion.aggregate({ where: { claimId }, _max: { position: true } });
  await tx.assertion.create({
    data: {
      claimId,
      sourceId: source.id,
      position: Math.max(suggestedPosition, (last._max.position ?? 0) + 1),
      stance: body.stance,
      locator: body.locator,
      url: body.url,
      // A dispute says why; the database insists on it.
      note: body.note || (body.stance === "disputes" ? body.locator : null),
      suggestionId,
    },
  });
}
