import type { ComparedRow } from "@/lib/compare/rules";
import { CompareCell, CompareRow } from "./compare-table";

/** Rows of one value each; what differs is marked. */
export function ValueRows({ rows }: { rows: ComparedRow[] }) {
  return (
    <tbody role="rowgroup">
      {rows.map((row) => (
        <CompareRow key={row.id} name={row.name} help={row.help} marked={row.differs}>
          {row.values.map((value, index) => (
            <CompareCell key={index}>{value || <span className="text-muted">unknown</span>}</CompareCell>
          ))}
        </CompareRow>
      ))}
    </tbody>
  );
}
