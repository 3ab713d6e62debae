import { criterionOf } from "@/lib/claims/criteria";
import type { DecideOption } from "@/lib/decide/option";
import type { TeamOutcome } from "@/lib/decide/team";
import { routes } from "@/lib/site/routes";
import { Section } from "../ui/section";
import { SpreadCells, SpreadTable, spreadHead } from "./spread-table";

/** Scores of their own on which a team differs, beside what the evidence says. */
export function DividedScores({ options, cells }: { options: DecideOption[]; cells: TeamOutcome["cells"] }) {
  const nameOf = (slug: string) => options.find((option) => option.slug === slug)?.name ?? slug;
  return (
    <Section
      id="scores-apart"
      title="Where you disagree: scores"
      lead="Where at least two entered a score of their own, the most divided first."
    >
      {cells.length === 0 ? (
        <p className="text-muted">Nobody, or only one each, entered scores: everywhere else the evidence counted.</p>
      ) : (
        <SpreadTable head={["Framework and criterion", ...spreadHead, "Evidence"]}>
          {cells.map(({ slug, criterion, own, evidence }) => (
            <tr key={`${slug} ${criterion}`} className="border-t border-line">
              <th scope="row" className="py-1 pr-4 text-left font-normal">
                {`${nameOf(slug)}, ${criterionOf(criterion).name.toLowerCase()}`}
              </th>
              <SpreadCells spread={own} />
              <td className="py-1 font-mono text-sm">
                <a href={`${routes.framework(slug)}#score-${criterion}`} className="link">
                  {evidence?.toFixed(2) ?? "none"}
                </a>
              </td>
            </tr>
          ))}
        </SpreadTable>
      )}
    </Section>
  );
}
