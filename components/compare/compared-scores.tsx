import { criteria } from "@/lib/claims/criteria";
import type { Compared } from "@/lib/compare/queries";
import { routes } from "@/lib/site/routes";
import { Section } from "../ui/section";
import { CompareCell, CompareRow, CompareTable } from "./compare-table";
import { CriteriaChart } from "./criteria-chart";

/** The scores on every criterion, as a chart and as numbers. */
export function ComparedScores({ compared }: { compared: Compared[] }) {
  return (
    <Section
      id="scores"
      title="Scores per criterion"
      lead={
        <p>
          From sourced claims by the{" "}
          <a href={`${routes.method}#score`} className="link">
            printed rule
          </a>
          , moved by ratings; 3 is the middle. A score without evidence is left out, not set to zero.
        </p>
      }
    >
      <CriteriaChart compared={compared} />
      <details className="mt-4">
        <summary className="mb-2 text-sm text-muted">The numbers as a table</summary>
        <CompareTable label="Scores per criterion" compared={compared}>
          <tbody role="rowgroup">
            {criteria.map((criterion, index) => (
              <CompareRow key={criterion.id} name={criterion.name} help={criterion.question}>
                {compared.map(({ row }) => (
                  <CompareCell key={row.slug}>
                    {row.scores[index]?.toFixed(2) ?? <span className="text-muted">no evidence</span>}
                  </CompareCell>
                ))}
              </CompareRow>
            ))}
          </tbody>
        </CompareTable>
      </details>
    </Section>
  );
}
