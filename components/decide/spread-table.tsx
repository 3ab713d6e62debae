import type { ReactNode } from "react";
import type { Spread } from "@/lib/decide/team";
import { Scroll } from "../ui/scroll";
import { TableHead } from "../ui/table-head";

/** Names of the columns that `SpreadCells` fills. */
export const spreadHead = ["Mean", "From … to", "Spread"];

/** What several people said of each row. */
export function SpreadTable({ head, children }: { head: string[]; children: ReactNode }) {
  return (
    <Scroll label={head.join(", ")}>
      <table className="w-full min-w-[34rem]">
        <TableHead names={head} />
        <tbody>{children}</tbody>
      </table>
    </Scroll>
  );
}

const hundredths = (value: number) => value.toFixed(2);

export function SpreadCells({ spread, as = hundredths }: { spread: Spread; as?: (value: number) => string }) {
  return (
    <>
      <td className="py-1 pr-4 font-mono text-sm">{as(spread.mean)}</td>
      <td className="py-1 pr-4 font-mono text-sm">{`${as(spread.low)} … ${as(spread.high)}`}</td>
      <td className="py-1 pr-4 font-mono text-sm">{as(spread.spread)}</td>
    </>
  );
}
