import { useState } from "react";
import type { Outcome } from "@/lib/decide/decide";

/** How many of a ranking are shown before the rest is folded away. */
export const few = 10;

const firstOf = ({ ranked }: Outcome) => ranked.slice(0, few).map(({ option }) => option.slug);

/**
 * The slugs of whoever is among the first, as they stood when the hand last rested, and of those who were before: their
 * rows are kept, since making one anew costs more than all else that a move of a slider changes.
 * @param tidy whether those who are no longer among the first go to the rest when the hand rests
 */
export function useAbove(outcome: Outcome, settled: Outcome, tidy: boolean): readonly string[] {
  const [kept, setKept] = useState(() => ({ settled, tidy, slugs: firstOf(settled) }));
  const same = kept.settled === settled && kept.tidy === tidy;
  const slugs = same ? kept.slugs : [...new Set([...firstOf(settled), ...(tidy ? [] : kept.slugs)])];
  const come = firstOf(outcome).filter((slug) => !slugs.includes(slug));
  if (same && come.length === 0) return slugs;
  const now = [...slugs, ...come];
  setKept({ settled, tidy, slugs: now });
  return now;
}
