import { memo } from "react";
import type { DecideOption } from "@/lib/decide/option";
import { RankingName } from "./ranking-name";
import { RankingWhy } from "./ranking-why";
import { TotalParts } from "./total-parts";

/** Where a total of 1 to 5 stands, as a part of the bar. */
const along = (value: number) => (value - 1) / 4;

/** One place of the ranking. It is rendered again only when one of its own values changes. */
export const RankingRow = memo(function RankingRow({
  option,
  place,
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
  place: number;
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
    <li
      style={{ order: place }}
      className="border-t border-line py-1.5 [contain:layout_paint_style]"
      data-option={option.slug}
    >
      <div className="grid grid-cols-[2rem_minmax(0,1fr)_3.5rem_auto] items-center gap-x-3 sm:grid-cols-[2rem_11rem_minmax(0,1fr)_3.5rem_6.75rem_auto]">
        <span className="h-5 text-right font-mono text-sm text-muted [contain:strict]">{rank}</span>
        <RankingName option={option} unsure={unsure} />
        <span aria-hidden="true" className="drawn relative hidden h-4 overflow-hidden rounded-sm bg-sunken sm:block">
          <span
            className="drawn absolute inset-y-1 left-0 w-full origin-left bg-ink"
            style={{ transform: `scaleX(${along(total)})` }}
          />
          {high > low && (
            <span
              className="drawn absolute inset-y-[7px] left-0 w-full origin-left bg-accent"
              style={{ transform: `translateX(${along(low) * 100}%) scaleX(${along(high) - along(low)})` }}
            />
          )}
        </span>
        <span className="h-6 text-right font-mono [contain:strict]" data-total>
          {total.toFixed(2)}
        </span>
        <RankingWhy option={option} wins={wins} open={shares !== null} toggle={toggle} />
      </div>
      {shares && <TotalParts option={option} shares={shares} low={low} high={high} />}
    </li>
  );
});
