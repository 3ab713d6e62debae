import { type CriterionId, criterionOf } from "@/lib/claims/criteria";
import { percent } from "@/lib/decide/percent";
import { type GivenBallot, isUnanimous, type TeamOutcome } from "@/lib/decide/team";
import { Section } from "../ui/section";
import { SpreadCells, SpreadTable, spreadHead } from "./spread-table";

/** What counts for each of a team, where they differ most first. */
export function DividedWeights({ ballots, weights }: { ballots: GivenBallot[]; weights: TeamOutcome["weights"] }) {
  const divided = weights.toSorted((a, b) => b.share.spread - a.share.spread);
  return (
    <Section
      id="weights-apart"
      title="Where you disagree: what counts"
      lead="Shares of the decision, the most divided criterion first. Spread is the standard deviation."
    >
      {divided.every(({ share }) => isUnanimous(share)) ? (
        <p className="text-muted">Nowhere: everybody gave the same shares.</p>
      ) : (
        <SpreadTable head={["Criterion", ...spreadHead, ...ballots.map(({ name }) => name)]}>
          {divided.map(({ criterion, share }) => (
            <tr key={criterion} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                {criterionOf(criterion).name}
              </th>
              <SpreadCells spread={share} as={percent} />
              {ballots.map((ballot, index) => (
                <td key={index} className="py-1 pr-4 font-mono text-sm">
                  {percent(shareOf(ballot.weights, criterion))}
                </td>
              ))}
            </tr>
          ))}
        </SpreadTable>
      )}
    </Section>
  );
}

function shareOf(weights: Record<CriterionId, number>, criterion: CriterionId): number {
  const sum = Object.values(weights).reduce((total, weight) => total + weight, 0);
  return sum > 0 ? weights[criterion] / sum : 0;
}
