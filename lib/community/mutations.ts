import "server-only";
import { touched } from "../cache/refresh.ts";
import { db } from "../db/index.ts";
import { matureIfDue } from "../people/mutations.ts";
import { spokenOf } from "../people/queries.ts";
import type { Standing } from "../people/standing.ts";
import { Refusal } from "../request/refusal.ts";
import { can } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";

/**
 * Discounts what accounts said, or restores it: it is kept all along, it only stops or begins to count. One entry in
 * the log for each. Returns how many changed. For moderators; anybody else is a `Refusal` (404).
 */
export async function setStanding(
  viewer: Viewer,
  emails: readonly string[],
  standing: Extract<Standing, "new" | "discounted">,
  reason: string,
): Promise<number> {
  if (!can(viewer, "claims.moderate")) throw new Refusal("There is no such page.", { status: 404 });
  let changed = 0;
  for (const email of [...new Set(emails)].sort()) {
    const id = await db().$transaction(async (tx) => {
      const person = await tx.person.findUnique({ where: { email }, select: { id: true, standing: true, role: true } });
      if (!person || person.standing === standing || (standing === "new" && person.standing === "counted")) return null;
      if (person.role !== "member" && standing === "discounted")
        throw new Refusal("Moderators and administrators can't be discounted. Take their role first.", { status: 409 });
      await tx.person.update({ where: { id: person.id }, data: { standing } });
      // Whoever is restored is cleared of every ring as well, or the next decision on one would undo it.
      if (standing === "new")
        await tx.ringMember.updateMany({
          where: { personId: person.id },
          data: { state: "cleared", decisionId: null },
        });
      await tx.auditEntry.create({
        data: {
          actorId: viewer.personId,
          action: standing === "discounted" ? "discount" : "restore",
          subjectId: person.id,
          detail: { from: person.standing, to: standing, reason },
        },
      });
      return person.id;
    });
    if (!id) continue;
    changed += 1;
    if (standing === "new") await matureIfDue(id);
    for (const slug of await spokenOf([id])) touched(slug);
  }
  return changed;
}
