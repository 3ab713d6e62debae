import { memo } from "react";
import type { DecideOption } from "@/lib/decide/option";
import { percent } from "@/lib/decide/percent";

/** How often it comes first nearby, and the button that opens its total. Left alone while a slider moves. */
export const RankingWhy = memo(function RankingWhy({
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
        {`first in ${percent(wins)}`}
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
