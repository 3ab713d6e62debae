import type { CriterionScore } from "@/lib/bench/score";
import { criterionOf } from "@/lib/claims/criteria";

/** Where a score of 1 to 5 stands, in percent of the width. */
const along = (score: number) => 25 * (score - 1);

/** Its scores as bars, each with the interval of what is unknown or uncertain as a thin line. */
export function Profile({ scores }: { scores: readonly CriterionScore[] }) {
  return (
    <ul className="profile" aria-label="Scores from 1 to 5">
      {scores.map(({ criterion, value, low, high, coverage }) => (
        <li key={criterion}>
          <span>{criterionOf(criterion).name}</span>
          <svg width="100%" height="8" aria-hidden="true">
            <rect width="100%" height="8" rx="2" fill="var(--sunken)" />
            {value !== null && <rect width={`${along(value)}%`} height="8" rx="2" fill="var(--ink)" />}
            {coverage > 0 && (
              <rect x={`${along(low)}%`} y="3" width={`${along(high) - along(low)}%`} height="2" fill="var(--accent)" />
            )}
          </svg>
          <span className={value === null ? "text-muted" : ""}>
            {value === null ? "?" : value.toFixed(1)}
            <span className="sr-only">
              {coverage === 0
                ? " nothing known"
                : `${value === null ? " too little known" : " of 5"}, between ${low.toFixed(1)} and ${high.toFixed(1)}`}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
