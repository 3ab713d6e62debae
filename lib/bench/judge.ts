import type { ClaimKind, Level, Stance } from "../claims/kinds.ts";
import { direction } from "../claims/rules.ts";
import type { BenchEvidence } from "./bench-score.ts";
import { type CheckId, worthOfAnswer } from "./checks.ts";
import { type MeasureId, measures } from "./measures.ts";

/** From this worth on, a check or measure says yes; up to the other, no. Between, it decides nothing. */
const clear = { yes: 0.7, no: 0.3 };

/** What a check or measure is worth for a framework, 0 to 1; null when unknown. */
export function worthOf(id: string, { answers, measures: measured }: BenchEvidence): number | null {
  const answer = answers[id as CheckId];
  if (answer !== undefined) return worthOfAnswer[answer];
  const value = measured[id as MeasureId];
  const measure = measures.find((one) => one.id === id);
  return value && measure ? measure.map(value.value) : null;
}

/**
 * What the bench says to a claim that it decides: a pro, a feature or an easy level needs a yes, a con or a hard level a
 * no. Null where the bench doesn't know or lies between. Computed, so it stays right when answers and figures change.
 */
export function judgementOf(
  claim: { kind: ClaimKind; level: Level | null; decidedBy: string | null },
  evidence: BenchEvidence,
): Stance | null {
  const worth = claim.decidedBy === null ? null : worthOf(claim.decidedBy, evidence);
  if (worth === null || (worth < clear.yes && worth > clear.no)) return null;
  const says = worth >= clear.yes;
  return says === direction(claim) >= 0 ? "supports" : "disputes";
}
