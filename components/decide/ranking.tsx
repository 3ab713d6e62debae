import { useMemo, useState } from "react";
import { type Narrowed, nearbyWinsOf, type Outcome } from "@/lib/decide/decide";
import type { DecideOption } from "@/lib/decide/option";
import type { Ranked } from "@/lib/decide/ranking";
import { routes } from "@/lib/site/routes";
import { RankingRow } from "./ranking-row";

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
    <RankingRow
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
          <summary className="border-t border-line py-2 text-muted">{`${rest.length} more`}</summary>
          <ol start={first.length + 1} className="grid grid-cols-[minmax(0,1fr)]">
            {rest.map((one, index) => row(one, index, settled.shares))}
          </ol>
        </details>
      )}
    </section>
  );
}
