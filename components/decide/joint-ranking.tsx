import type { TeamDecision } from "@/lib/decide/queries";
import type { TeamOutcome } from "@/lib/decide/team";
import { routes } from "@/lib/site/routes";
import { Section } from "../ui/section";
import { SpreadCells, SpreadTable, spreadHead } from "./spread-table";

/** How many of the joint ranking are listed. */
const mostShown = 20;

export function JointRanking({ team, ranking }: { team: TeamDecision; ranking: TeamOutcome["ranking"] }) {
  const [first] = ranking;
  return (
    <Section
      id="joint"
      title="Joint ranking"
      lead={`${team.revealed ? "" : `Of round ${team.opened?.round}. `}The mean of ${team.ballots.length} people’s totals; each counts the same.`}
    >
      {first && (
        <p className="mb-3 text-xl">
          {`${first.option.name} is first together${
            first.firsts.length === team.ballots.length
              ? ", and for everybody."
              : `, and first for ${first.firsts.length} of ${team.ballots.length}.`
          }`}
        </p>
      )}
      <SpreadTable head={["Framework", ...spreadHead, ...team.ballots.map(({ name }) => name)]}>
        {ranking.slice(0, mostShown).map(({ option, total, by }) => (
          <tr key={option.slug} className="border-t border-line">
            <th scope="row" className="py-1 pr-4 text-left font-normal">
              <a href={routes.framework(option.slug)} className="link">
                {option.name}
              </a>
            </th>
            <SpreadCells spread={total} />
            {by.map((one, index) => (
              <td key={index} className="py-1 pr-4 font-mono text-sm">
                <span>{`${one.total.toFixed(2)}${one.rank === 1 ? " ①" : ""}`}</span>
                {one.rank === 1 && <span className="sr-only"> first</span>}
              </td>
            ))}
          </tr>
        ))}
      </SpreadTable>
    </Section>
  );
}
