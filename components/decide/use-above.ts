import { useState } from "react";
import type { Outcome } from "@/lib/decide/decide";

/** How many of a ranking are shown before the rest is folded away. */
export const few = 10;

const firstOf = ({ ranked }: Outcome) => ranked.slice(0, few).map(({ option }) => option.slug);

/**
 * The slugs of whoever is among the first, as they stood when the hand last rested, and of those who were since the rest
 * was folded away: their rows are kept, since making one anew costs more than all else that a move of a slider changes.
 */
export function useAbove(outcome: Outcome, settled: Outcome, unfolded: boolean): readonly string[] {
  const [kept, setKept] = useState(() => ({ settled, unfolded, slugs: firstOf(settled) }));
  const same = kept.settled === settled && kept.unfolded === unfolded;
  const slugs = same ? kept.slugs : [...new Set([...firstOf(settled), ...(unfolded ? [] : kept.slugs)])];
  const come = firstOf(outcome).filter((slug) => !slugs.includes(slug));
  if (same && come.length === 0) return slugs;
  const now = [...slugs, ...come];
  setKept({ settled, unfolded, slugs: now });
  return now;
}
