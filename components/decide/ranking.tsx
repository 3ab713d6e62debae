import { useMemo, useState } from "react";
import { type Narrowed, nearbyWinsOf, type Outcome } from "@/lib/decide/decide";
import { routes } from "@/lib/site/routes";
import { RankingRest } from "./ranking-rest";
import { type EveryRow, rowOf } from "./ranking-row";
import { few, useAbove } from "./use-above";

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
  // While a slider moves, only the first rows follow at once, by their `order`, which is cheap. The page itself is put in
  // order when the hand rests, so that keyboard and screen reader meet the rows as they are seen.
  const before = useMemo(() => new Map(settled.ranked.map((one) => [one.option.slug, one])), [settled]);
  const drawn = useMemo(() => new Map(later.ranked.map((one) => [one.option.slug, one])), [later]);
  const above = useAbove(outcome, settled);
  const now = new Map(outcome.ranked.map((one, place) => [one.option.slug, { ...one, place }]));
  const [unfolded, setUnfolded] = useState(() => open !== null && now.has(open) && !above.includes(open));
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
      <ol className="mt-4 grid grid-cols-[minmax(0,1fr)]">
        {above.map((slug) => {
          const one = now.get(slug);
          if (!one) return null;
          const hidden = one.place >= few && !unfolded;
          return hidden
            ? rowOf(before.get(slug) ?? one, every, settled.shares, "hidden")
            : rowOf(one, every, outcome.shares, one.place, drawn.get(slug));
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
