import { criteria } from "./criteria.ts";
import { noVotes, type Verdict, type Votes, wilsonLower } from "./rules.ts";

const verdictRank: Record<Verdict, number> = {
  "still-true": 0,
  partly: 1,
  "says-project": 2,
  unverified: 3,
  disputed: 4,
  outdated: 5,
};

interface Ordered {
  verdict: Verdict;
  assertions: readonly { stance: "supports" | "disputes" }[];
  votes?: Votes;
}

/**
 * Claims in reading order: by the Wilson lower bound of "yes" among their votes, then by verdict, then by how many
 * sources support them. Stable, so that the content's own order decides among equals.
 */
export function orderClaims<T extends Ordered>(claims: readonly T[]): T[] {
  const bound = (claim: T) => {
    const { yes, no } = claim.votes ?? noVotes;
    return wilsonLower(yes, yes + no);
  };
  const supports = (claim: T) => claim.assertions.filter((assertion) => assertion.stance === "supports").length;
  return claims.toSorted(
    (a, b) => bound(b) - bound(a) || verdictRank[a.verdict] - verdictRank[b.verdict] || supports(b) - supports(a),
  );
}

/** Claims by criterion in the registry's order; criteria without a claim are left out. */
export function byCriterion<T extends { criterion: string }>(claims: readonly T[]) {
  return criteria
    .map((criterion) => ({ criterion, claims: claims.filter((claim) => claim.criterion === criterion.id) }))
    .filter((group) => group.claims.length > 0);
}
