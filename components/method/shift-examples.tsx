import { shiftOf } from "@/lib/bench/score";
import type { ScoredClaim, Verdict } from "@/lib/claims/rules";
import { WorkedExamples } from "./worked-examples";

const claim = (verdict: Verdict, kind: ScoredClaim["kind"] = "pro"): ScoredClaim => ({ kind, level: null, verdict });

const examples: { text: string; claims: ScoredClaim[] }[] = [
  { text: "None", claims: [] },
  { text: "One pro, still true", claims: [claim("still-true")] },
  {
    text: "Three pros still true, one con unverified",
    claims: [claim("still-true"), claim("still-true"), claim("still-true"), claim("unverified", "con")],
  },
  { text: "One pro disputed, one con still true", claims: [claim("disputed"), claim("still-true", "con")] },
];

/** Claims, and how far they move a score. */
export function ShiftExamples() {
  return (
    <WorkedExamples
      head={["Claims that move it", "Shift"]}
      rows={examples.map(({ text, claims }) => [text, shiftOf(claims).shift.toFixed(2)])}
    />
  );
}
