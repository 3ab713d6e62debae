import { memo } from "react";
import type { Narrowed } from "@/lib/decide/decide";
import type { DecideOption } from "@/lib/decide/option";
import type { Ranked } from "@/lib/decide/ranking";
import { Bar } from "./bar";
import { RankingName } from "./ranking-name";
import { RankingWhy } from "./ranking-why";
import { TotalParts } from "./total-parts";

/** One place of the ranking. It is rendered again only when one of its own values changes. */
export const RankingRow = memo(function RankingRow({
  option,
  rank,
  total,
  low,
  high,
  wins,
  unsure,
  shares,
  toggle,
}: {
  option: DecideOption;
  rank: number;
  total: number;
  low: number;
  high: number;
  wins: number;
  unsure: string;
  /** Given when its parts are shown. */
  shares: readonly number[] | null;
  toggle: (slug: string) => void;
}) {
  return (
    <li className="border-t border-line py-1.5 [contain:layout_paint_style]" data-option={option.slug}>
      <div className="grid grid-cols-[2rem_minmax(0,1fr)_3.5rem_auto] items-center gap-x-3 sm:grid-cols-[2rem_11rem_minmax(0,1fr)_3.5rem_6.75rem_auto]">
        <span className="h-5 text-right font-mono text-sm text-muted [contain:strict]" data-rank>
          {rank}
        </span>
        <RankingName option={option} unsure={unsure} />
        <Bar total={total} low={low} high={high} />
        <span className="h-6 text-right font-mono [contain:strict]" data-total>
          {total.toFixed(2)}
        </span>
        <RankingWhy option={option} wins={wins} open={shares !== null} toggle={toggle} />
      </div>
      {shares && <TotalParts option={option} shares={shares} low={low} high={high} />}
    </li>
  );
});

/** What all rows are told, and no move of a slider changes. */
export interface EveryRow {
  narrowed: Narrowed;
  wins: ReadonlyMap<string, number>;
  open: string | null;
  toggle: (slug: string) => void;
}

export function rowOf(
  one: Ranked<DecideOption>,
  { narrowed, wins, open, toggle }: EveryRow,
  shares: readonly number[],
) {
  const { option, rank, total, low, high } = one;
  return (
    <RankingRow
      key={option.slug}
      option={option}
      rank={rank}
      total={total}
      low={low}
      high={high}
      wins={wins.get(option.slug) ?? 0}
      unsure={
        narrowed.unknown
          .get(option.slug)
          ?.map(({ demand }) => demand.text)
          .join("; ") ?? ""
      }
      shares={open === option.slug ? shares : null}
      toggle={toggle}
    />
  );
}
