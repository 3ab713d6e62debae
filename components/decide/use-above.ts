import { useState } from "react";
import type { Outcome } from "@/lib/decide/decide";

/** How many of a ranking are shown before the rest is folded away. */
export const few = 10;

const firstOf = ({ ranked }: Outcome) => ranked.slice(0, few).map(({ option }) => option.slug);

/**
 * The slugs of whoever is among the first, or was since the hand last rested: their rows are kept, since making one anew
 * costs more than all else that a move of a slider changes.
 */
export function useAbove(outcome: Outcome, settled: Outcome): readonly string[] {
  const [kept, setKept] = useState(() => ({ settled, slugs: firstOf(settled) }));
  const slugs = kept.settled === settled ? kept.slugs : firstOf(settled);
  const come = firstOf(outcome).filter((slug) => !slugs.includes(slug));
  if (kept.settled === settled && come.length === 0) return slugs;
  const now = [...slugs, ...come];
  setKept({ settled, slugs: now });
  return now;
}
