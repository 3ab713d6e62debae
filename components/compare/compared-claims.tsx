import type { Compared } from "@/lib/compare/queries";
import { alignClaims } from "@/lib/compare/rules";
import { CompareCell, CompareRow, CompareTable } from "./compare-table";
import { SideClaims } from "./side-claims";

/** Pros and cons side by side, criterion by criterion. */
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
    <CompareTable label="Pros and cons" compared={compared}>
      {blocks.map(({ criterion, sides }) => (
        <tbody role="rowgroup" key={criterion.id}>
          <tr role="row">
            <th
              role="rowheader"
              scope="rowgroup"
              colSpan={compared.length + 1}
              className="criterion pb-1 pt-7 text-left font-serif text-2xl font-normal"
            >
              {criterion.name}
            </th>
          </tr>
          {(["pros", "cons"] as const).map((side) =>
            sides.every((claims) => claims[side].length === 0) ? null : (
              <CompareRow key={side} name={side === "pros" ? "Pros" : "Cons"}>
                {sides.map((claims, index) => (
                  <CompareCell key={compared[index]?.row.slug}>
                    <SideClaims claims={claims[side]} slug={compared[index]?.row.slug ?? ""} votable={votable} />
                  </CompareCell>
                ))}
              </CompareRow>
            ),
          )}
        </tbody>
      ))}
    </CompareTable>
  );
}
