import { useMemo, useRef, useState } from "react";
import { type Narrowed, nearbyWinsOf, type Outcome } from "@/lib/decide/decide";
import { routes } from "@/lib/site/routes";
import { RankingRest } from "./ranking-rest";
import { type EveryRow, rowOf } from "./ranking-row";
import { few, useAbove } from "./use-above";
import { useShifts } from "./use-shifts";

/** All that are left, best first. Each total opens into its parts. */
export function Ranking({
  outcome,
  later,
  settled,
  narrowed,
  open,
  toggle,
}: {
  outcome: Outcome;
  /** A picture behind: what bars are drawn from. */
  later: Outcome;
  settled: Outcome;
  narrowed: Narrowed;
  open: string | null;
  toggle: (slug: string) => void;
}) {
  const wins = useMemo(() => nearbyWinsOf(settled), [settled]);
  const every: EveryRow = useMemo(() => ({ narrowed, wins, open, toggle }), [narrowed, wins, open, toggle]);
  // While a slider moves, only the first rows follow at once, as drawn in their new places, which is cheap. The page itself
  // is put in order when the hand rests, so that keyboard and screen reader meet the rows as they are seen.
  const drawn = useMemo(() => new Map(later.ranked.map((one) => [one.option.slug, one])), [later]);
  const above = useAbove(outcome, settled);
  const now = new Map(outcome.ranked.map((one, place) => [one.option.slug, { ...one, place }]));
  const placeOf = (slug: string) => now.get(slug)?.place ?? Number.POSITIVE_INFINITY;
  // Those that have fallen out of sight are left as they were.
  const before = useMemo(() => new Map(settled.ranked.map((one) => [one.option.slug, one])), [settled]);
  const shownOf = (slug: string) =>
    placeOf(slug) < few || unfolded ? now.get(slug) : (before.get(slug) ?? now.get(slug));
  const list = useRef<HTMLOListElement>(null);
  const rows = above.filter((slug) => now.has(slug));
  const [unfolded, setUnfolded] = useState(() => open !== null && now.has(open) && !above.includes(open));
  const { shifts, height } = useShifts(list, rows, placeOf, unfolded ? rows.length : few);
  if (outcome.ranked.length === 0) return null;
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
      <ol
        ref={list}
        style={outcome === settled || unfolded ? undefined : { height, overflow: "clip" }}
        className="mt-4 grid grid-cols-[minmax(0,1fr)]"
      >
        {rows.map((slug) => {
          const one = shownOf(slug);
          return one && rowOf(one, every, outcome.shares, shifts.get(slug), drawn.get(slug));
        })}
      </ol>
      {outcome.ranked.length > few && (
        <details open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
          <summary className="border-t border-line py-2 text-muted">{`${outcome.ranked.length - few} more`}</summary>
          <RankingRest settled={settled} above={above.join()} every={every} start={few + 1} />
        </details>
      )}
    </section>
  );
}
