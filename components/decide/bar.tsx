import { memo } from "react";

interface Span {
  total: number;
  low: number;
  high: number;
}

/** Where a total of 1 to 5 stands, as a part of the bar. */
const along = (value: number) => (value - 1) / 4;

/** From and to, as parts of what holds it: a change of `transform` is the cheapest that a browser knows, without layout. */
const span = (from: number, to: number) => `translateX(${from * 100}%) scaleX(${Math.max(0, to - from)})`;

/** How the total's bar and the line of what is unknown are drawn. */
export const barsOf = ({ total, low, high }: Span) => [span(0, along(total)), span(along(low), along(high))] as const;

export const Bar = memo(function Bar({ total, low, high }: Span) {
  const [known, open] = barsOf({ total, low, high });
  return (
    <span
      aria-hidden="true"
      className="drawn relative hidden h-4 overflow-hidden rounded-sm bg-sunken [contain:strict] sm:block"
    >
      <span
        data-bar
        className="drawn absolute inset-x-0 top-1 h-2 origin-left bg-accent"
        style={{ transform: known }}
      />
      <span
        data-bar
        className="drawn absolute inset-x-0 top-[7px] h-0.5 origin-left bg-ink"
        style={{ transform: open }}
      />
    </span>
  );
});
