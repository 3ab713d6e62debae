import { criteria } from "@/lib/claims/criteria";
import type { Column } from "@/lib/compare/columns";
import { lanesOf, type Placed } from "@/lib/compare/lanes";
import { letterOf, Mark } from "./mark";

const ticks = [1, 2, 3, 4, 5];
const laneHeight = 19;

/** Where a score of 1 to 5 stands across a row, in percent of its width; marks keep clear of the edges. */
const across = (score: number) => `${(4 + ((score - 1) / 4) * 92).toFixed(1)}%`;

/**
 * The scores of all as lettered marks on a scale of 1 to 5, each on the line of its interval, drawn on the server for
 * any width. The same numbers stand in the table below it.
 */
export function CriteriaChart({ columns, shown }: { columns: Column[]; shown: readonly number[] }) {
  const names = columns.map(({ row }) => row.name).join(", ");
  return (
    <figure className="profile">
      <figcaption className="mb-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {columns.map(({ row, place }) => (
          <span key={row.slug} className="inline-flex items-center gap-1.5">
            <Mark place={place} />
            {row.name}
          </span>
        ))}
      </figcaption>
      <div
        role="img"
        aria-label={`Scores of ${names} on ${shown.length} criteria, 1 to 5. The numbers are in the table below.`}
      >
        {shown.map((index) => (
          <div key={index} className="profile-row">
            <span>{criteria[index]?.name}</span>
            <Row
              placed={lanesOf(
                columns.map(({ framework, place }) => ({ place, ...(framework.scores[index] ?? unknown) })),
              )}
            />
          </div>
        ))}
        <div className="profile-row">
          <span />
          <svg height="16">
            {ticks.map((tick) => (
              <text key={tick} x={across(tick)} y={12}>
                {tick}
              </text>
            ))}
          </svg>
        </div>
      </div>
    </figure>
  );
}

const unknown = { value: null, low: 1, high: 5, coverage: 0 };

function Row({ placed }: { placed: Placed[] }) {
  const lanes = Math.max(1, ...placed.map(({ lane }) => lane + 1));
  return (
    <svg height={lanes * laneHeight + 5}>
      {placed.map(({ place, value, low, high, lane }) => {
        const y = 2.5 + (lane + 0.5) * laneHeight;
        return (
          <g key={place} className={`s${place}`}>
            <line x1={across(low)} x2={across(high)} y1={y} y2={y} className={value === null ? "open" : undefined} />
            <svg x={across(value ?? low)} y={y}>
              {value !== null && <circle r={8.5} />}
              <text y={4} className={value === null ? "open" : undefined}>
                {letterOf(place)}
              </text>
            </svg>
          </g>
        );
      })}
    </svg>
  );
}
