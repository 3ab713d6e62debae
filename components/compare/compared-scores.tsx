import { criteria } from "@/lib/claims/criteria";
import type { Column } from "@/lib/compare/columns";
import { scoreRows } from "@/lib/compare/score-rows";
import { type CompareView, compareSearch } from "@/lib/compare/search-params";
import { routes } from "@/lib/site/routes";
import { Section } from "../ui/section";
import { CompareCell, CompareRow, CompareTable } from "./compare-table";
import { CriteriaChart } from "./criteria-chart";

/** The scores on every criterion, as a chart and as numbers. */
export function ComparedScores({ columns, view, address }: { columns: Column[]; view: CompareView; address: string }) {
  if (view.asOf !== "now")
    return (
      <Section id="scores" title="Scores per criterion">
        <p className="max-w-prose text-muted">
          There are none for {view.asOf}: scores rest on checks and measures that were read this year, and nobody kept
          what they were then. Claims, versions and support of {view.asOf} are below.{" "}
          <a href={address + compareSearch({ ...view, asOf: "now" })} className="link">
            Scores of today
          </a>
        </p>
      </Section>
    );
  const rows = scoreRows(columns.map(({ framework }) => framework)).filter(
    (row) => !view.onlyDifferences || row.differs,
  );
  if (rows.length === 0) return null;
  return (
    <Section
      id="scores"
      title="Scores per criterion"
      lead={
        <p>
          From the same checks and measures for everybody, moved a little by claims and ratings, by the{" "}
          <a href={`${routes.method}#score`} className="link">
            printed rule
          </a>
          . The line is where a score lies with all that is unknown at its worst and at its best
          {rows.some(({ cells }) => cells.some(({ value }) => value === null)) &&
            "; a letter without a disc has only the line, as less than half is known"}
          .
        </p>
      }
    >
      <CriteriaChart columns={columns} shown={rows.map(({ index }) => index)} />
      <details className="mt-3">
        <summary className="mb-2 text-sm text-muted">The numbers as a table</summary>
        <CompareTable label="Scores per criterion" compared={columns}>
          <tbody role="rowgroup">
            {rows.map(({ index, cells }) => (
              <CompareRow key={index} name={criteria[index]?.name} help={criteria[index]?.question ?? ""}>
                {cells.map(({ value, low, high, coverage, best }, at) => (
                  <CompareCell key={at} bar={value && (value - 1) / 4} best={best}>
                    {coverage === 0 ? (
                      <span className="text-muted">nothing known</span>
                    ) : (
                      <>
                        {value?.toFixed(1) ?? "no single score"}{" "}
                        <span className="count">
                          {low.toFixed(1)}–{high.toFixed(1)}
                        </span>
                      </>
                    )}
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
