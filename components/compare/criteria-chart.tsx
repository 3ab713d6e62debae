import type { CSSProperties } from "react";
import { criteria } from "@/lib/claims/criteria";
import type { Column } from "@/lib/compare/columns";
import { lanesOf, type Mark, type Placed, tooClose } from "@/lib/compare/lanes";
import { Mark as Letter, letterOf } from "./mark";

const ticks = [1, 2, 3, 4, 5];

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
            <Letter place={place} />
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
              marks={columns.map(({ framework, place }) => ({
                place,
                ...(framework.scores[index] ?? unknown),
              }))}
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

const lanes = (placed: Placed[]) => Math.max(1, ...placed.map(({ lane }) => lane + 1));

/** How high a row and a mark in it stand is the style sheet's: a wide screen needs fewer lanes. */
function Row({ marks }: { marks: Mark[] }) {
  const narrow = lanesOf(marks);
  const wide = lanesOf(marks, tooClose.wide);
  return (
    <svg style={{ "--narrow": lanes(narrow), "--wide": lanes(wide) } as CSSProperties}>
      {narrow.map(({ place, value, low, high, lane }, at) => (
        <g
          key={place}
          className={`s${place}`}
          style={{ "--narrow": lane, "--wide": wide[at]?.lane ?? 0 } as CSSProperties}
        >
          <line x1={across(low)} x2={across(high)} className={value === null ? "open" : undefined} />
          <svg x={across(value ?? low)}>
            {value !== null && <circle r={8.5} />}
            <text y={4} className={value === null ? "open" : undefined}>
              {letterOf(place)}
            </text>
          </svg>
        </g>
      ))}
    </svg>
  );
}
