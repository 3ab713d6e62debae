import { type Ref, type RefObject, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type Narrowed, nearbyWinsOf, type Outcome } from "@/lib/decide/decide";
import { routes } from "@/lib/site/routes";
import { drawBars, drawRanking } from "./draw-ranking";
import { RankingRest } from "./ranking-rest";
import { type EveryRow, rowOf } from "./ranking-row";
import { few, useAbove } from "./use-above";
import type { Scene } from "./use-decision";
import { useHeights } from "./use-heights";
import { useSettled } from "./use-settled";

/** Milliseconds after which no further move of a slider is expected. */
const longRest = 2_000;

/** All that are left, best first. Each total opens into its parts. */
export function Ranking({
  outcome,
  scene,
  ref,
  settled,
  narrowed,
  open,
  toggle,
}: {
  outcome: Outcome;
  scene: RefObject<Scene>;
  /** Gets what draws an outcome into the first rows. */
  ref: Ref<(outcome: Outcome) => boolean>;
  settled: Outcome;
  narrowed: Narrowed;
  open: string | null;
  toggle: (slug: string) => void;
}) {
  const wins = useMemo(() => nearbyWinsOf(settled), [settled]);
  const every: EveryRow = useMemo(() => ({ narrowed, wins, open, toggle }), [narrowed, wins, open, toggle]);
  // While a slider moves, rows are as they were when the hand last rested, and only the first follow, as drawn into them.
  // The page itself is put in order at rest, so that keyboard and screen reader meet the rows as they are seen.
  const before = useMemo(() => new Map(settled.ranked.map((one) => [one.option.slug, one])), [settled]);
  const now = useMemo(() => new Map(outcome.ranked.map((one) => [one.option.slug, one])), [outcome]);
  const [unfolded, setUnfolded] = useState(
    () => open !== null && outcome.ranked.findIndex(({ option }) => option.slug === open) >= few,
  );
  const tidy = useSettled(settled, longRest) === settled;
  const above = useAbove(outcome, settled, unfolded || tidy).filter((slug) => now.has(slug));
  const list = useRef<HTMLOListElement>(null);
  const heights = useHeights(list, above.join());
  const most = unfolded ? above.length : few;
  const drawNow = (drawn: Outcome) => list.current !== null && drawRanking(list.current, drawn, { heights, most });
  useImperativeHandle(ref, () => drawNow);
  useLayoutEffect(() => {
    drawNow(scene.current.now);
    if (list.current) drawBars(list.current, scene.current.now);
  });
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
      <ol ref={list} className="ranking-rows mt-4">
        {above.map((slug) => {
          const one = (slug === open ? undefined : before.get(slug)) ?? now.get(slug);
          return one && rowOf(one, every, outcome.shares);
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
