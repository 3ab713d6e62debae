import type { TeamDecision } from "@/lib/decide/queries";
import type { TeamOutcome } from "@/lib/decide/team";
import { routes } from "@/lib/site/routes";
import { listWithAnd } from "@/lib/text/lists";
import { Section } from "../ui/section";
import { outcomeText } from "./outcome-summary";
import { SpreadCells, SpreadTable, spreadHead } from "./spread-table";

/** How many of the joint ranking are listed. */
const mostShown = 20;

/** What the ballots come to together, in the words and by the rules of every decision. */
export function JointRanking({ team, result: { outcome, totals } }: { team: TeamDecision; result: TeamOutcome }) {
  const people = team.ballots.length;
  const firsts = outcome.group.map(({ option: { slug, name } }) => {
    const count = totals.find((one) => one.slug === slug)?.firsts.length ?? 0;
    return `${name} is first for ${count === people ? "everybody" : count === 0 ? "nobody" : `${count} of ${people}`}`;
  });
  return (
    <Section
      id="joint"
      title="Joint ranking"
      lead={`${team.revealed ? "" : `Of round ${team.opened?.round}. `}The mean of ${people} people’s totals; each counts the same.`}
    >
      <p className="mb-3 text-xl" data-outcome>
        {outcomeText(outcome, { excluded: [] })}
      </p>
      {firsts.length > 0 && <p className="mb-3">{`${listWithAnd(firsts.slice(0, 5))}.`}</p>}
      {outcome.apart.length > 0 && (
        <p className="mb-3 text-sm text-muted">
          Too little is known of <span>{listWithAnd(outcome.apart.map(({ name }) => name))}</span> for what counts to
          you.
        </p>
      )}
      <SpreadTable head={["Framework", ...spreadHead, ...team.ballots.map(({ name }) => name)]}>
        {outcome.ranked.slice(0, mostShown).flatMap(({ option: { slug, name } }) => {
          const one = totals.find((total) => total.slug === slug);
          return one ? [<JointRow key={slug} name={name} one={one} />] : [];
        })}
      </SpreadTable>
    </Section>
  );
}

function JointRow({ name, one: { slug, total, by } }: { name: string; one: TeamOutcome["totals"][number] }) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="py-1 pr-4 text-left font-normal">
        <a href={routes.framework(slug)} className="link">
          {name}
        </a>
      </th>
      <SpreadCells spread={total} />
      {by.map((person, index) => (
        <td key={index} className="py-1 pr-4 font-mono text-sm">
          <span>{`${person.total.toFixed(2)}${person.rank === 1 ? " ①" : ""}`}</span>
          {person.rank === 1 && <span className="sr-only"> first</span>}
        </td>
      ))}
    </tr>
  );
}
