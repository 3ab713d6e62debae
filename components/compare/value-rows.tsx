import type { ComparedRow } from "@/lib/compare/rules";
import { CompareCell, CompareRow } from "./compare-table";

/** Rows of one value each; what differs is marked. */
export function ValueRows({ rows }: { rows: ComparedRow[] }) {
  return (
    <tbody role="rowgroup">
      {rows.map((row) => (
        <CompareRow key={row.id} name={row.name} help={row.help} marked={row.differs}>
          {row.values.map((value, index) => (
            <CompareCell key={index} bar={row.bars?.[index] ?? null} best={row.best?.[index] ?? false}>
              {value || <span className="text-muted">unknown</span>}
            </CompareCell>
          ))}
        </CompareRow>
      ))}
    </tbody>
  );
}

/** What was left out of a block, by name. */
export function LeftOut({ names }: { names: string[] }) {
  if (names.length === 0) return null;
  return <p className="mt-2 text-sm text-muted">Left out, as nothing is known for any of them: {names.join(", ")}.</p>;
}
