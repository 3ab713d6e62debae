import { judgementOf } from "../bench/judge.ts";
import type { ClaimKind, Level } from "../claims/kinds.ts";
import type { Prisma } from "../db/generated/client.ts";
import { evidenceOf } from "./evidence.ts";

/**
 * Works out what the bench says to every claim that a check or measure decides, and keeps it with the claim: so it is
 * right again after every change of answers, figures and weights.
 * @param frameworkId of this framework only
 */
export async function judgeClaims(tx: Prisma.TransactionClient, day: string, frameworkId?: number): Promise<void> {
  const frameworks = await tx.framework.findMany({
    where: frameworkId === undefined ? {} : { id: frameworkId },
    select: {
      facts: true,
      releases: true,
      usage: true,
      answers: true,
      measures: true,
      claims: { select: { id: true, kind: true, level: true, decidedBy: true, judged: true } },
    },
  });
  const changed = new Map<string | null, number[]>();
  for (const { claims, ...known } of frameworks) {
    const evidence = evidenceOf(known, day);
    for (const { id, kind, level, decidedBy, judged } of claims) {
      const says = judgementOf({ kind: kind as ClaimKind, level: level as Level | null, decidedBy }, evidence);
      if (says !== judged) changed.set(says, [...(changed.get(says) ?? []), id]);
    }
  }
  for (const [judged, ids] of changed) await tx.claim.updateMany({ where: { id: { in: ids } }, data: { judged } });
}
