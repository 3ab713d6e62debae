import { memo } from "react";
import type { Outcome } from "@/lib/decide/decide";
import { type EveryRow, rowOf } from "./ranking-row";

/** All but the first, as they stood when the hand last rested. */
export const RankingRest = memo(function RankingRest({
  settled,
  above,
  every,
  start,
}: {
  settled: Outcome;
  /** Slugs of those that have a row above, with a comma between them. */
  above: string;
  every: EveryRow;
  start: number;
}) {
  const taken = new Set(above.split(","));
  return (
    <ol start={start}>
      {settled.ranked.filter(({ option }) => !taken.has(option.slug)).map((one) => rowOf(one, every, settled.shares))}
    </ol>
  );
});
