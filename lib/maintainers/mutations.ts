import "server-only";
import { touched } from "../cache/refresh.ts";
import { db } from "../db/index.ts";
import { transact } from "../db/transact.ts";
import { Refusal } from "../request/refusal.ts";
import { can } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";

const noReply = () => new Refusal("There is no such reply.", { status: 404 });

/**
 * Says a maintainer's word on a claim of their framework, in place of what they said before. Sent again, it changes
 * nothing. What a moderator hid stays hidden. Returns the framework's slug. Throws a `Refusal` (403) for anybody else.
 */
export async function saveReply(viewer: Viewer, claim: number, text: string): Promise<string> {
  const slug = await transact(async (tx) => {
    // Held against a revocation at the same time: whichever is first, the other sees.
    const [place] = await tx.$queryRaw<{ id: string; slug: string }[]>`
      SELECT m.id, f.slug FROM maintainer m
      JOIN framework f ON f.id = m.framework_id JOIN claim c ON c.framework_id = f.id
      WHERE m.person_id = ${viewer.personId}::uuid AND m.revoked_at IS NULL AND c.id = ${claim}
        AND c.retired_at IS NULL AND f.retired_at IS NULL FOR SHARE OF m`;
    if (!place)
      throw new Refusal("To reply to it, a moderator has to have confirmed you as a maintainer of its framework.", {
        status: 403,
      });
    await tx.$executeRaw`
      INSERT INTO claim_reply AS r (maintainer_id, claim_id, text) VALUES (${place.id}::uuid, ${claim}, ${text})
      ON CONFLICT (claim_id, maintainer_id) DO UPDATE SET text = EXCLUDED.text, deleted_at = NULL, updated_at = now(),
        created_at = CASE WHEN r.deleted_at IS NULL THEN r.created_at ELSE now() END
      WHERE r.text <> EXCLUDED.text OR r.deleted_at IS NOT NULL`;
    return place.slug;
  });
  touched(slug);
  return slug;
}

/** Takes one's own reply off, or puts it back within a day; former maintainers too. Returns the framework's slug. */
export async function removeReply(viewer: Viewer, claim: number, removed: boolean): Promise<string> {
  const own = { claimId: claim, maintainer: { personId: viewer.personId } };
  const { count } = await db().claimReply.updateMany({
    where: { ...own, deletedAt: removed ? null : { not: null } },
    data: { deletedAt: removed ? new Date() : null },
  });
  const row = await db().claimReply.findFirst({
    where: own,
    select: { maintainer: { select: { framework: { select: { slug: true } } } } },
  });
  if (!row) throw noReply();
  const { slug } = row.maintainer.framework;
  if (count > 0) touched(slug);
  return slug;
}

/** Hides a reply, or (without a reason) shows it again. Moderators only; in the log. */
export async function hideReply(viewer: Viewer, id: string, because: string | null): Promise<void> {
  if (!can(viewer, "claims.moderate")) throw noReply();
  const slug = await transact(async (tx) => {
    const { count } = await tx.claimReply.updateMany({ where: { id }, data: { hiddenBecause: because } });
    if (count === 0) throw noReply();
    const { maintainer } = await tx.claimReply.findUniqueOrThrow({
      where: { id },
      select: { maintainer: { select: { personId: true, framework: { select: { slug: true } } } } },
    });
    await tx.auditEntry.create({
      data: {
        actorId: viewer.personId,
        action: because === null ? "reply show" : "reply hide",
        subjectId: maintainer.personId,
        detail: { reply: id, framework: maintainer.framework.slug, reason: because },
      },
    });
    return maintainer.framework.slug;
  });
  touched(slug);
}

/** Forgets what its author took off a day ago. What a moderator hid stays, so that it can't be said anew. */
export async function forgetRemovedReplies(): Promise<void> {
  await db()
    .$executeRaw`DELETE FROM claim_reply WHERE deleted_at < now() - interval '1 day' AND hidden_because IS NULL`;
}
