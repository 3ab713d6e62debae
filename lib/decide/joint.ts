import { criterionIds } from "../claims/criteria.ts";
import { type Outcome, outcomeWith } from "./decide.ts";
import type { DecideOption } from "./option.ts";
import { type OwnCell, withOwnScores } from "./own-scores.ts";
import { sharesOf } from "./ranking.ts";
import type { GivenBallot } from "./team.ts";

/**
 * A team as one person: the mean of everybody's totals is what these shares and scores give. With w_pk what criterion k
 * counts for person p and s_pk their score (or the evidence's), the mean over p of Σ w_pk·s_pk is Σ W_k·S_k, where W_k
 * is the mean of w_pk and S_k the mean of s_pk weighted by w_pk.
 */
export interface Joint {
  /** Of 1, in the criteria's order. */
  shares: number[];
  cells: OwnCell[];
}

export function jointOf(ballots: readonly Omit<GivenBallot, "name">[]): Joint {
  const people = ballots.map(({ weights, scores }) => ({
    shares: sharesOf(criterionIds.map((id) => weights[id])),
    scores,
  }));
  const slugs = [...new Set(people.flatMap(({ scores }) => Object.keys(scores)))];
  const cells = slugs.flatMap((slug) =>
    criterionIds.flatMap((criterion, index) => {
      const entered = people.flatMap(({ shares, scores }) => {
        const score = scores[slug]?.[criterion];
        return score === undefined ? [] : [{ score, weight: shares[index] ?? 0 }];
      });
      const weight = entered.reduce((sum, one) => sum + one.weight, 0);
      const whole = people.reduce((sum, { shares }) => sum + (shares[index] ?? 0), 0);
      // Where it counts nothing for those who entered a score, the score moves nothing.
      if (weight === 0) return [];
      const own = entered.reduce((sum, one) => sum + one.weight * one.score, 0) / weight;
      return [{ slug, criterion, part: weight / whole, own }];
    }),
  );
  const sums = criterionIds.map((_, index) => people.reduce((sum, { shares }) => sum + (shares[index] ?? 0), 0));
  return { shares: sharesOf(sums), cells };
}

/** What a team's decision comes to, by the rules of every decision: ranking, who is too close to call, what stands apart. */
export const jointOutcome = ({ shares, cells }: Joint, allowed: readonly DecideOption[]): Outcome =>
  outcomeWith(shares, withOwnScores(allowed, cells));
