import type { FrameworkView } from "@/lib/frameworks/framework";

const width = 320;
const height = 72;

/** Stars over time as a line; the readings behind it are in its text for those who don't see it. */
export function StarHistory({ stars }: { stars: FrameworkView["stars"] }) {
  const first = stars[0];
  const last = stars.at(-1);
  if (!first || !last || stars.length < 3) return null;
  const from = Date.parse(first.date);
  const span = Date.parse(last.date) - from || 1;
  const top = Math.max(...stars.map((point) => point.stars));
  const points = stars.map((point) => {
    const x = ((Date.parse(point.date) - from) / span) * (width - 8) + 4;
    return `${x.toFixed(1)},${(height - 6 - (point.stars / top) * (height - 14)).toFixed(1)}`;
  });
  const label = `GitHub stars: ${first.stars.toLocaleString("en")} on ${first.date}, ${last.stars.toLocaleString("en")} on ${last.date}`;
  return (
    <figure>
      <h2 className="mb-2 mt-8 text-2xl">Attention</h2>
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full" role="img" aria-label={label}>
        <line x1="0" x2={width} y1={height - 6} y2={height - 6} stroke="var(--line)" />
        <polyline points={points.join(" ")} fill="none" stroke="var(--accent)" strokeWidth="2" strokeLinejoin="round" />
      </svg>
      <figcaption className="text-xs text-muted">
        {label}. {stars.length} readings;{" "}
        <a href={last.source} className="link" rel="nofollow">
          source
        </a>
        . Stars measure attention, not quality.
      </figcaption>
    </figure>
  );
}
