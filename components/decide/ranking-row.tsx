import { memo } from "react";
import type { Narrowed } from "@/lib/decide/decide";
import type { DecideOption } from "@/lib/decide/option";
import type { Ranked } from "@/lib/decide/ranking";
import { RankingName } from "./ranking-name";
import { RankingWhy } from "./ranking-why";
import { TotalParts } from "./total-parts";

/** Where a total of 1 to 5 stands, as a part of the bar. */
const along = (value: number) => (value - 1) / 4;

/** From and to, as parts of what holds it: a change of `transform` is the cheapest that a browser knows, without layout. */
const span = (from: number, to: number) => ({
  transform: `translateX(${from * 100}%) scaleX(${Math.max(0, to - from)})`,
});

type Span = Pick<Ranked<DecideOption>, "total" | "low" | "high">;

const Bar = memo(function Bar({ drawn: { total, low, high } }: { drawn: Span }) {
  return (
    <span
      aria-hidden="true"
      className="drawn relative hidden h-4 overflow-hidden rounded-sm bg-sunken [contain:strict] sm:block"
    >
      <span className="drawn absolute inset-x-0 top-1 h-2 origin-left bg-accent" style={span(0, along(total))} />
      <span
        className="drawn absolute inset-x-0 top-[7px] h-0.5 origin-left bg-ink"
        style={span(along(low), along(high))}
      />
    </span>
  );
});

/** One place of the ranking. It is rendered again only when one of its own values changes. */
export const RankingRow = memo(function RankingRow({
  option,
  shift = 0,
  rank,
  total,
  low,
  high,
  drawn,
  wins,
  unsure,
  shares,
  toggle,
}: {
  option: DecideOption;
  /** Pixels by which it is drawn below where it stands in the page. */
  shift?: number | undefined;
  rank: number;
  total: number;
  low: number;
  high: number;
  /** What its bar is drawn from: it may be a picture behind. */
  drawn: Span;
  wins: number;
  unsure: string;
  /** Given when its parts are shown. */
  shares: readonly number[] | null;
  toggle: (slug: string) => void;
}) {
  return (
    <li
      style={shift === 0 ? undefined : { transform: `translateY(${shift}px)` }}
      className="border-t border-line py-1.5 [contain:layout_paint_style]"
      data-option={option.slug}
    >
      <div className="grid grid-cols-[2rem_minmax(0,1fr)_3.5rem_auto] items-center gap-x-3 sm:grid-cols-[2rem_11rem_minmax(0,1fr)_3.5rem_6.75rem_auto]">
        <span className="h-5 text-right font-mono text-sm text-muted [contain:strict]">{rank}</span>
        <RankingName option={option} unsure={unsure} />
        <Bar drawn={drawn} />
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
  shift?: number,
  drawn: Span = one,
) {
  const { option, rank, total, low, high } = one;
  return (
    <RankingRow
      key={option.slug}
      shift={shift}
      option={option}
      rank={rank}
      total={total}
      low={low}
      high={high}
      drawn={drawn}
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
