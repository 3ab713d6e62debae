import { marksTo, yearsBetween } from "@/lib/frameworks/axis";
import type { FrameworkView } from "@/lib/frameworks/framework";

const width = 480;
const height = 150;
const [left, right, top, bottom] = [44, 8, 8, 20];

/** Stars over time against their axes; the readings behind the line are in its text for those who don't see it. */
export function StarHistory({ stars }: { stars: FrameworkView["stars"] }) {
  const first = stars[0];
  const last = stars.at(-1);
  if (!first || !last || stars.length < 3)
    return <p className="text-sm text-muted">Too few readings of its stars for a history.</p>;
  const from = Date.parse(first.date);
  const span = Date.parse(last.date) - from || 1;
  const marks = marksTo(Math.max(...stars.map((point) => point.stars)));
  const x = (date: string) => left + ((Date.parse(date) - from) / span) * (width - left - right);
  const y = (count: number) => height - bottom - (count / (marks.at(-1) ?? 1)) * (height - bottom - top);
  const label = `GitHub stars: ${first.stars.toLocaleString("en")} on ${first.date}, ${last.stars.toLocaleString("en")} on ${last.date}`;
  return (
    <figure>
      <h3 className="eyebrow">Stars on GitHub</h3>
      <svg viewBox={`0 0 ${width} ${height}`} className="w-full font-mono text-[11px]" role="img" aria-label={label}>
        <g stroke="var(--line)">
          {marks.map((mark) => (
            <line key={mark} x1={left} x2={width - right} y1={y(mark)} y2={y(mark)} />
          ))}
        </g>
        <g fill="var(--muted)" textAnchor="end">
          {marks.map((mark) => (
            <text key={mark} x={left - 6} y={y(mark) + 4}>
              {mark >= 1_000 ? `${mark / 1_000}k` : mark}
            </text>
          ))}
        </g>
        <g fill="var(--muted)" textAnchor="middle">
          {yearsBetween(first.date, last.date).map((year) => (
            <text key={year} x={x(`${year}-01-01`)} y={height - 4}>
              {year}
            </text>
          ))}
        </g>
        <polyline
          points={stars.map((point) => `${x(point.date).toFixed(1)},${y(point.stars).toFixed(1)}`).join(" ")}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="2"
          strokeLinejoin="round"
        />
      </svg>
      <figcaption className="text-xs text-muted">
        {`${label}. ${stars.length} readings; `}
        <a href={last.source} className="link" rel="nofollow">
          source
        </a>
        . Stars measure attention, not quality.
      </figcaption>
    </figure>
  );
}
