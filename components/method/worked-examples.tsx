import type { ReactNode } from "react";
import { Scroll } from "../ui/scroll";

/** What goes in and what comes out, computed by the code that computes the pages. */
export function WorkedExamples({ head, rows }: { head: string[]; rows: [string, ...ReactNode[]][] }) {
  return (
    <Scroll label={`Worked examples: ${head.join(", ")}`} className="mt-5">
      <table className="w-full max-w-3xl text-sm">
        <caption className="eyebrow mb-1 text-left">Worked examples</caption>
        <thead className="text-left text-muted">
          <tr className="border-b border-line-strong">
            {head.map((cell) => (
              <th key={cell} scope="col" className="py-1.5 pr-6 font-medium">
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row[0]} className="border-b border-line">
              {row.map((cell, index) => (
                <td
                  key={head[index]}
                  className={`py-1.5 pr-6 ${index > 0 && typeof cell === "string" ? "font-mono" : ""}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
