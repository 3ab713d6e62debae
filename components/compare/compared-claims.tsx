import type { Compared } from "@/lib/compare/queries";
import { alignClaims } from "@/lib/compare/rules";
import { VerdictLegend } from "../claims/verdict-badge";
import { CompareCell, CompareRow, CompareTable } from "./compare-table";
import { SideClaims } from "./side-claims";

/** Pros and cons side by side, a row for each criterion; each claim is one line that opens to its sources and votes. */
export function ComparedClaims({
  compared,
  onlyDifferences,
  votable,
}: {
  compared: Compared[];
  onlyDifferences: boolean;
  votable: boolean;
}) {
  const blocks = alignClaims(compared.map(({ framework }) => framework)).filter(
    ({ sides }) => !onlyDifferences || new Set(sides.map((side) => `${side.pros.length} ${side.cons.length}`)).size > 1,
  );
  if (blocks.length === 0) return <p className="text-muted">No source of then says anything for or against them.</p>;
  return (
    <>
      <VerdictLegend />
      <CompareTable label="Pros and cons" compared={compared}>
        <tbody role="rowgroup">
          {blocks.map(({ criterion, sides }) => (
            <CompareRow key={criterion.id} name={criterion.name} help={criterion.question}>
              {sides.map(({ pros, cons }, index) => (
                <CompareCell key={compared[index]?.row.slug}>
                  <SideClaims pros={pros} cons={cons} slug={compared[index]?.row.slug ?? ""} votable={votable} />
                </CompareCell>
              ))}
            </CompareRow>
          ))}
        </tbody>
      </CompareTable>
    </>
  );
}
