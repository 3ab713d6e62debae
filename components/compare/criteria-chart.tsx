import { criteria } from "@/lib/claims/criteria";
import type { Compared } from "@/lib/compare/queries";

const width = 760;
const labelWidth = 150;
const rowHeight = 30;
const series = ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)", "var(--series-5)"];

export function seriesColour(index: number): string {
  return series[index % series.length] ?? "var(--ink)";
}

/** Scores per criterion as numbered dots on a scale of 1 to 5. The same numbers stand in the table below it. */
export function CriteriaChart({ compared }: { compared: Compared[] }) {
  const x = (score: number) => labelWidth + 14 + ((score - 1) / 4) * (width - labelWidth - 40);
  const shown = criteria.map((criterion, index) => ({
    criterion,
    scores: compared.map(({ row }) => row.scores[index] ?? null),
  }));
  const height = shown.length * rowHeight + 28;
  const names = compared.map(({ row }) => row.name).join(", ");
  return (
    <figure>
      <div className="overflow-x-auto">
        <svg viewBox={`0 0 ${width} ${height}`} className="w-full min-w-[30rem] max-w-4xl text-[12px]" role="img" aria-labelledby="chart-title">
          <title id="chart-title">{`Scores of ${names} on ${shown.length} criteria, 1 to 5. The numbers are in the table below.`}</title>
          {[1, 2, 3, 4, 5].map((tick) => (
            <g key={tick}>
              <line x1={x(tick)} x2={x(tick)} y1={4} y2={height - 22} stroke="var(--line)" strokeDasharray={tick === 3 ? undefined : "2 3"} />
              <text x={x(tick)} y={height - 6} textAnchor="middle" fill="var(--muted)" className="font-mono">
                {tick}
              </text>
            </g>
          ))}
          {shown.map(({ criterion, scores }, place) => {
            const y = place * rowHeight + 20;
            const known = scores.filter((score) => score !== null);
            const low = Math.min(...known);
            const high = Math.max(...known);
            return (
              <g key={criterion.id}>
                <text x={labelWidth - 6} y={y + 4} textAnchor="end" fill={known.length > 0 ? "var(--ink)" : "var(--muted)"}>
                  {criterion.name}
                </text>
                {known.length > 1 && <line x1={x(low)} x2={x(high)} y1={y} y2={y} stroke="var(--line-strong)" strokeWidth={2} />}
                {known.length === 0 && (
                  <text x={x(3)} y={y + 4} textAnchor="middle" fill="var(--muted)">
                    no evidence
                  </text>
                )}
                {scores.map((score, index) => {
                  if (score === null) return null;
                  const before = scores.slice(0, index).filter((other) => other !== null && Math.abs(other - score) < 0.09).length;
                  return (
                    <g key={compared[index]?.row.slug} transform={`translate(${x(score) + before * 15} ${y})`}>
                      <circle r={8.5} fill={seriesColour(index)} stroke="var(--paper)" strokeWidth={1.5} />
                      <text y={4} textAnchor="middle" fill="var(--paper)" className="font-mono text-[11px] font-semibold">
                        {index + 1}
                      </text>
                    </g>
                  );
                })}
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {compared.map(({ row }, index) => (
          <span key={row.slug} className="inline-flex items-center gap-1.5">
            <span
              aria-hidden="true"
              className="inline-grid size-5 place-items-center rounded-full font-mono text-[11px] font-semibold text-paper"
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
