import { noVotes, verdictOf } from "./rules.ts";
import { type ClaimView, toEvidence } from "./view.ts";

/**
 * Claims as they stood on a day: those that a source had made by then, with the assertions known by then and the
 * verdict that follows. Votes are today's, so a past day has none. A source dated only by its year counts from that year on.
 */
export function claimsAsOf(claims: readonly ClaimView[], day: string): ClaimView[] {
  return claims.flatMap((claim) => {
    const assertions = claim.assertions.filter((assertion) => assertion.source.date <= day);
    if (!assertions.some((assertion) => assertion.stance === "supports")) return [];
    return [{ ...claim, assertions, votes: noVotes, verdict: verdictOf(assertions.map(toEvidence), day) }];
  });
}
