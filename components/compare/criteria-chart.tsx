import { criteria } from "@/lib/claims/criteria";
import type { Compared } from "@/lib/compare/queries";

const series = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)", "var(--series-5)"];

export function seriesColour(index: number): string {
  return series[index % series.length] ?? "var(--ink)";
}

const ticks = [1, 2, 3, 4, 5];
const rowHeight = 34;

/** Where a score of 1 to 5 stands across a row, in percent of its width; dots keep clear of the edges. */
function across(score: number): number {
  return 4 + ((score - 1) / 4) * 92;
}

/** Dots closer than this many points may cover each other: they then stand apart in height, never in value. */
const tooClose = 0.35;
const heights = [-7, 7, 0];

/**
 * Scores per criterion as numbered dots on a scale of 1 to 5, drawn on the server for any width. The same numbers stand
 * in the table below it.
 */
export function CriteriaChart({ compared }: { compared: Compared[] }) {
  const names = compared.map(({ row }) => row.name).join(", ");
  return (
    <figure className="max-w-4xl">
      <div
        role="img"
        aria-label={`Scores of ${names} on ${criteria.length} criteria, 1 to 5. The numbers are in the table below.`}
      >
        {criteria.map((criterion, index) => (
          <div
            key={criterion.id}
            className="grid grid-cols-[6.5rem_minmax(0,1fr)] items-center gap-3 sm:grid-cols-[9.5rem_minmax(0,1fr)]"
          >
            <span className="text-right text-xs leading-tight sm:text-sm">{criterion.name}</span>
            <Row
              scores={compared.map(({ row }) => row.scores[index] ?? null)}
              intervals={compared.map(({ framework }) => framework.scores[index] ?? null)}
            />
          </div>
        ))}
        <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
          <span />
          <svg width="100%" height="18" className="font-mono text-[11px]">
            {ticks.map((tick) => (
              <text key={tick} x={`${across(tick)}%`} y={13} textAnchor="middle" fill="var(--muted)">
                {tick}
              </text>
            ))}
          </svg>
        </div>
      </div>
      <figcaption className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {compared.map(({ row }, index) => (
          <span key={row.slug} className="inline-flex items-center gap-1.5">
            <span
              aria-hidden="true"
              className="drawn inline-grid size-5 place-items-center rounded-full font-mono text-[11px] font-semibold text-paper"
              style={{ background: seriesColour(index) }}
            >
              {index + 1}
            </span>
            {row.name}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

function Row({
  scores,
  intervals,
}: {
  scores: (number | null)[];
  intervals: ({ low: number; high: number } | null)[];
}) {
  const known = scores.filter((score) => score !== null);
  const middle = rowHeight / 2;
  return (
    <svg width="100%" height={rowHeight} className="overflow-visible">
      {ticks.map((tick) => (
        <line
          key={tick}
          x1={`${across(tick)}%`}
          x2={`${across(tick)}%`}
          y1={0}
          y2={rowHeight}
          stroke="var(--line)"
          strokeDasharray={tick === 3 ? undefined : "2 3"}
        />
      ))}
      {known.length > 1 && (
        <line
          x1={`${across(Math.min(...known))}%`}
          x2={`${across(Math.max(...known))}%`}
          y1={middle}
          y2={middle}
          stroke="var(--line-strong)"
          strokeWidth={2}
        />
      )}
      {known.length === 0 && (
        <text x={`${across(3)}%`} y={middle + 4} textAnchor="middle" fill="var(--muted)" className="text-[12px]">
          no single score
        </text>
      )}
      {intervals.map((interval, index) =>
        interval && interval.high - interval.low > 0.05 ? (
          <line
            key={index}
            x1={`${across(interval.low)}%`}
            x2={`${across(interval.high)}%`}
            y1={middle + (heights[index % heights.length] ?? 0)}
            y2={middle + (heights[index % heights.length] ?? 0)}
            stroke={seriesColour(index)}
            strokeWidth={1.5}
            strokeOpacity={0.6}
          />
        ) : null,
      )}
      {scores.map((score, index) => {
        if (score === null) return null;
        const crowded = scores.some(
          (other, place) => place !== index && other !== null && Math.abs(other - score) < tooClose,
        );
        const height = crowded ? (heights[index % heights.length] ?? 0) : 0;
        return (
          <svg key={index} x={`${across(score)}%`} y={middle} className="overflow-visible">
            <g transform={`translate(0 ${height})`}>
              <circle r={8.5} fill={seriesColour(index)} stroke="var(--paper)" strokeWidth={1.5} />
              <text y={4} textAnchor="middle" fill="var(--paper)" className="font-mono text-[11px] font-semibold">
                {index + 1}
              </text>
            </g>
          </svg>
        );
      })}
    </svg>
  );
}
