import type { CriterionScore } from "@/lib/bench/score";

/** Where a score of 1 to 5 stands on the meter, in pixels. */
const width = 84;
const along = (score: number) => (width * (score - 1)) / 4;

/** A score with its interval and what it rests on. Where too little is known, only the interval. */
export function ScoreMeter({ score }: { score: CriterionScore }) {
  const { value, low, high, coverage, ratings } = score;
  if (coverage === 0) return <span className="text-sm text-muted">nothing known for a score</span>;
  return (
    <span className="meter">
      <svg width={width} height="8" viewBox={`0 0 ${width} 8`} aria-hidden="true">
        <rect width={width} height="8" rx="2" fill="var(--sunken)" />
        {value !== null && <rect width={along(value)} height="8" rx="2" fill="var(--ink)" />}
        <rect x={along(low)} y="3" width={Math.max(1, along(high) - along(low))} height="2" fill="var(--accent)" />
      </svg>
      <span>
        <span className="figure">{value === null ? `${low.toFixed(1)} to ${high.toFixed(1)}` : value.toFixed(1)}</span>
        <span className="sr-only"> of 5</span>
        <span className="max-sm:sr-only">{`, ${Math.round(coverage * 100)} % known`}</span>
        {ratings > 0 && `, ${ratings} ${ratings === 1 ? "rating" : "ratings"}`}
      </span>
    </span>
  );
}
