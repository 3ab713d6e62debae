import { criterionOf } from "@/lib/claims/criteria";
import type { DecideOption } from "@/lib/decide/option";
import type { TeamOutcome } from "@/lib/decide/team";
import { routes } from "@/lib/site/routes";
import { Section } from "../ui/section";
import { SpreadCells, SpreadTable, spreadHead } from "./spread-table";

/** Every score that somebody of a team entered, with who did, beside what the evidence says. */
export function DividedScores({ options, cells }: { options: DecideOption[]; cells: TeamOutcome["cells"] }) {
  const nameOf = (slug: string) => options.find((option) => option.slug === slug)?.name ?? slug;
  return (
    <Section
      id="scores-apart"
      title="Scores of your own"
      lead="Every score that somebody entered in place of the evidence’s. Each moves the totals; the most divided come first."
    >
      {cells.length === 0 ? (
        <p className="text-muted">Nobody entered one: everywhere the evidence counted.</p>
      ) : (
        <SpreadTable head={["Framework and criterion", "Who entered what", "Evidence", ...spreadHead]}>
          {cells.map(({ slug, criterion, own, by, evidence }) => (
            <tr key={`${slug} ${criterion}`} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                {`${nameOf(slug)}, ${criterionOf(criterion).name.toLowerCase()}`}
              </th>
              <td className="py-1 pr-4 text-sm">
                {by.map(({ name, score }, index) => (
                  <span key={index}>
                    <span>{index > 0 && ", "}</span>
                    <bdi>{name}</bdi> <span>{score}</span>
                  </span>
                ))}
              </td>
              <td className="py-1 pr-4 font-mono text-sm">
                <a href={`${routes.framework(slug)}#score-${criterion}`} className="link">
                  {evidence?.toFixed(2) ?? "none"}
                </a>
              </td>
              <SpreadCells spread={own} />
            </tr>
          ))}
        </SpreadTable>
      )}
    </Section>
  );
}
