import { memo, useMemo, useState } from "react";
import { criteria } from "@/lib/claims/criteria";
import { type Narrowed, nearbyWinsOf, type Outcome } from "@/lib/decide/decide";
import type { DecideOption, Part } from "@/lib/decide/option";
import { percent } from "@/lib/decide/percent";
import { filledScores, type Ranked } from "@/lib/decide/ranking";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";
import { Scroll } from "../ui/scroll";
import { TableHead } from "../ui/table-head";

/** How many are shown before the rest is folded away. */
const few = 12;

/** The first, in the order of when the hand last rested, each with the place that it has now. */
function placesOf({ ranked }: Outcome, settled: Outcome) {
  const before = new Map(settled.ranked.map((one, index) => [one.option, index]));
  return ranked
    .slice(0, few)
    .map((one, place) => ({ one, place }))
    .sort((a, b) => (before.get(a.one.option) ?? a.place) - (before.get(b.one.option) ?? b.place));
}

/** Where a total of 1 to 5 stands, as a part of the bar. */
const along = (value: number) => (value - 1) / 4;

/** All that are left, best first. Each total opens into its parts. */
export function Ranking({
  outcome,
  settled,
  narrowed,
  open,
  toggle,
}: {
  outcome: Outcome;
  settled: Outcome;
  narrowed: Narrowed;
  open: string | null;
  toggle: (slug: string) => void;
}) {
  const wins = useMemo(() => nearbyWinsOf(settled), [settled]);
  // While a slider moves, only the first rows follow at once, by their `order`, which is cheap. The page itself is put in
  // order when the hand rests, so that keyboard and screen reader meet the rows as they are seen.
  const first = useMemo(() => placesOf(outcome, settled), [outcome, settled]);
  const shown = first.map(({ one }) => one.option.slug).join();
  const rest = useMemo(() => {
    const above = new Set(shown.split(","));
    return settled.ranked.filter((one) => !above.has(one.option.slug));
  }, [settled, shown]);
  const [unfolded, setUnfolded] = useState(() => rest.some((one) => one.option.slug === open));
  if (outcome.ranked.length === 0) return null;
  const row = (one: Ranked<DecideOption>, place: number, shares: readonly number[]) => (
    <Row
      key={one.option.slug}
      place={place}
      option={one.option}
      rank={one.rank}
      total={one.total}
      low={one.low}
      high={one.high}
      wins={wins.get(one.option.slug) ?? 0}
      unsure={
        narrowed.unknown
          .get(one.option.slug)
          ?.map(({ demand }) => demand.text)
          .join("; ") ?? ""
      }
      shares={open === one.option.slug ? shares : null}
      toggle={toggle}
    />
  );
  return (
    <section aria-labelledby="ranking-title" className="lg:mt-2">
      <h2 id="ranking-title" className="text-3xl">
        Ranking
      </h2>
      <p className="mt-1 max-w-prose text-sm text-muted">
        Totals of 1 to 5: scores times shares. The thin line is what unknown evidence leaves open. “First in” is the
        part of the weightings near yours, with every weight between half and double, in which it comes first.{" "}
        <a href={`${routes.method}#decide`} className="link">
          How this is computed
        </a>
      </p>
      <ol className="mt-4 grid grid-cols-[minmax(0,1fr)]">
        {first.map(({ one, place }) => row(one, place, outcome.shares))}
      </ol>
      {rest.length > 0 && (
        <details open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
          <summary className="border-t border-line py-2 text-muted">{rest.length} more</summary>
          <ol start={first.length + 1} className="grid grid-cols-[minmax(0,1fr)]">
            {rest.map((one, index) => row(one, index, settled.shares))}
          </ol>
        </details>
      )}
    </section>
  );
}

const Row = memo(function Row({
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
      <div className="grid grid-cols-[2rem_minmax(0,1fr)_3.5rem_auto] items-center gap-x-3 sm:grid-cols-[2rem_11rem_minmax(0,1fr)_3.5rem_5.5rem_auto]">
        <span className="h-5 text-right font-mono text-sm text-muted [contain:strict]">{rank}</span>
        <Name option={option} unsure={unsure} />
        <span aria-hidden="true" className="relative hidden h-4 overflow-hidden rounded-sm bg-sunken sm:block">
          <span
            className="absolute inset-y-1 left-0 w-full origin-left bg-ink"
            style={{ transform: `scaleX(${along(total)})` }}
          />
          {high > low && (
            <span
              className="absolute inset-y-[7px] left-0 w-full origin-left bg-accent"
              style={{ transform: `translateX(${along(low) * 100}%) scaleX(${along(high) - along(low)})` }}
            />
          )}
        </span>
        <span className="h-6 text-right font-mono [contain:strict]" data-total>
          {total.toFixed(2)}
        </span>
        <Why option={option} wins={wins} open={shares !== null} toggle={toggle} />
      </div>
      {shares && <Parts option={option} shares={shares} low={low} high={high} />}
    </li>
  );
});

// What no slider changes is left alone while one moves: a ranking of sixty must follow within a frame.
const Name = memo(function Name({ option, unsure }: { option: DecideOption; unsure: string }) {
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Logo icon={option.icon} name={option.name} size={18} />
      <a href={routes.framework(option.slug)} className="truncate hover:text-accent">
        {option.name}
      </a>
      {unsure && (
        <span className="chip shrink-0" title={`Not known: ${unsure}`}>
          ?<span className="sr-only"> not known: {unsure}</span>
        </span>
      )}
    </span>
  );
});

const Why = memo(function Why({
  option,
  wins,
  open,
  toggle,
}: {
  option: DecideOption;
  wins: number;
  open: boolean;
  toggle: (slug: string) => void;
}) {
  return (
    <>
      <span className="hidden whitespace-nowrap text-right font-mono text-xs text-muted sm:block">
        first in {percent(wins)}
      </span>
      <button
        type="submit"
        name="open"
        value={option.slug}
        aria-expanded={open}
        aria-label={`Why: the parts of ${option.name}’s total`}
        className="chip min-h-8 px-2"
        onClick={(event) => {
          event.preventDefault();
          toggle(option.slug);
        }}
      >
        Why
      </button>
    </>
  );
});

/** Where a score comes from, in words. */
function partText({ bench, shift, claims, ratings }: Part, interval: string): string {
  if (bench === null) return `too little known: ${interval} possible`;
  const moved = claims > 0 && shift !== 0 ? `, ${shift > 0 ? "+" : "−"}${Math.abs(shift).toFixed(2)} from claims` : "";
  const rated = ratings > 0 ? `, ${ratings} ${ratings === 1 ? "rating" : "ratings"}` : "";
  return `measures and checks ${bench.toFixed(2)} (${interval})${moved}${rated}`;
}

/** A total taken apart: each score with its share, where it comes from, and the way to the evidence. */
function Parts({
  option,
  shares,
  low,
  high,
}: {
  option: DecideOption;
  shares: readonly number[];
  low: number;
  high: number;
}) {
  const filled = filledScores(option);
  return (
    <Scroll
      label={`The parts of ${option.name}’s total`}
      className="my-2 ml-2 border-l-2 border-line-strong pl-3 sm:ml-11"
    >
      <table className="w-full min-w-[34rem] text-sm">
        <caption className="sr-only">The parts of {option.name}’s total</caption>
        <TableHead names={["Criterion", "Share", "Score", "Gives", "From"]} figures={["Share", "Score", "Gives"]} />
        <tbody>
          {criteria.map((criterion, index) => {
            const part = option.parts[index];
            const score = option.scores[index] ?? null;
            const share = shares[index] ?? 0;
            const interval = `${(option.lows?.[index] ?? 1).toFixed(1)} to ${(option.highs?.[index] ?? 5).toFixed(1)}`;
            return (
              <tr key={criterion.id} className={`border-t border-line ${share === 0 ? "text-muted" : ""}`}>
                <th scope="row" className="py-1 pr-4 text-left font-normal">
                  <a href={`${routes.framework(option.slug)}#score-${criterion.id}`} className="link">
                    {criterion.name}
                  </a>
                </th>
                <td className="py-1 pr-4 text-right font-mono">{percent(share)}</td>
                <td className="py-1 pr-4 text-right font-mono">{score?.toFixed(2) ?? "—"}</td>
                <td className="py-1 pr-4 text-right font-mono">{(share * (filled[index] ?? 1)).toFixed(2)}</td>
                <td className="py-1">{part ? partText(part, interval) : ""}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-2 text-sm text-muted">
        {high - low > 0.005
          ? `With what is unknown, the total lies between ${low.toFixed(2)} and ${high.toFixed(2)}. `
          : "Nothing that counts is unknown."}
      </p>
    </Scroll>
  );
}
