import { addDays, type Cycle, cycleState, cycleStateNames, openEnd } from "@/lib/releases/support";
import { today } from "@/lib/text/dates";
import { FactSource } from "../site/fact-source";
import { Scroll } from "../ui/scroll";

const rowHeight = 26;
const labelWidth = 64;
const width = 720;

/**
 * The support timeline: a bar per release line from its release to its end, with today marked. Drawn on the server; the
 * same dates stand in the table below it.
 */
export function SupportTimeline({ name, cycles }: { name: string; cycles: Cycle[] }) {
  const day = today();
  const dated = cycles.filter((cycle) => cycle.released !== null);
  if (dated.length === 0) return null;
  const shown = dated.slice(0, 9);
  const start = shown.reduce(
    (first, cycle) => ((cycle.released ?? day) < first ? (cycle.released ?? day) : first),
    day,
  );
  const last = shown
    .flatMap((cycle) => [cycle.endOfLife, cycle.extendedUntil])
    .reduce<string>((end, date) => (date && /^\d{4}-/.test(date) && date > end ? date : end), addDays(day, 365));
  const from = Date.parse(start);
  const span = Math.max(1, Date.parse(last) - from);
  const x = (date: string) => labelWidth + ((Date.parse(date) - from) / span) * (width - labelWidth - 8);
  const height = shown.length * rowHeight + 30;
  const years: number[] = [];
  const first = Number(start.slice(0, 4)) + 1;
  const end = Number(last.slice(0, 4));
  const stride = Math.max(1, Math.ceil((end - first + 1) / 8));
  for (let year = first; year <= end; year += stride) years.push(year);
  const rest = cycles.length - shown.length;
  return (
    <figure className="max-w-3xl">
      <Scroll label={`Support timeline of ${name}`}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          className="w-full min-w-[34rem] font-mono text-[11px]"
          role="img"
          aria-labelledby="timeline-title"
        >
          <title id="timeline-title">{`Release lines of ${name} from release to end of support, today marked. The dates are in the table below.`}</title>
          {years.map((year) => (
            <g key={year}>
              <line x1={x(`${year}-01-01`)} x2={x(`${year}-01-01`)} y1={0} y2={height - 20} stroke="var(--line)" />
              <text x={x(`${year}-01-01`)} y={height - 6} textAnchor="middle" fill="var(--muted)">
                {year}
              </text>
            </g>
          ))}
          {shown.map((cycle, index) => {
            const state = cycleState(cycle, day);
            const open = cycle.endOfLife === "open" || cycle.endOfLife === null;
            const stop = open || cycle.endOfLife === "ended" ? last : (cycle.endOfLife ?? last);
            const y = index * rowHeight + 6;
            const left = x(cycle.released ?? start);
            const colour =
              state === "ended" ? "var(--line-strong)" : state === "security" ? "var(--partly)" : "var(--still-true)";
            return (
              <g key={cycle.cycle}>
                <text x={labelWidth - 8} y={y + 11} textAnchor="end" fill="var(--ink)">
                  {cycle.cycle}
                </text>
                <rect
                  x={left}
                  y={y}
                  width={Math.max(3, x(stop) - left)}
                  height={14}
                  rx={2}
                  fill={colour}
                  opacity={state === "ended" ? 0.45 : open ? 0.55 : 0.9}
                />
                {cycle.lts && (
                  <text x={left + 5} y={y + 11} fill="var(--paper)">
                    LTS
                  </text>
                )}
                <title>{`${cycle.cycle}: ${cycleStateNames[state]}`}</title>
              </g>
            );
          })}
          <line x1={x(day)} x2={x(day)} y1={0} y2={height - 18} stroke="var(--accent)" strokeWidth={2} />
          <text x={x(day) + 5} y={height - 20} fill="var(--accent)">
            today
          </text>
        </svg>
      </Scroll>
      <figcaption className="mt-1 flex flex-wrap gap-x-4 text-xs text-muted">
        <span>
          <Key colour="var(--still-true)" /> supported
        </span>
        <span>
          <Key colour="var(--partly)" /> security fixes only
        </span>
        <span>
          <Key colour="var(--line-strong)" /> ended
        </span>
        <span>paler: {openEnd}</span>
        {rest > 0 && <span>{rest} older lines are in the table only</span>}
      </figcaption>
    </figure>
  );
}

function Key({ colour }: { colour: string }) {
  return (
    <span
      aria-hidden="true"
      className="drawn mr-0.5 inline-block size-2.5 rounded-[2px]"
      style={{ background: colour }}
    />
  );
}

function endText(end: string | null): string {
  if (end === "open") return "none announced";
  return end ?? "not published";
}

/** The dates of every release line. */
export function SupportTable({ cycles }: { cycles: Cycle[] }) {
  const day = today();
  return (
    <Scroll label="Release lines">
      <table className="lines">
        <thead>
          <tr>
            {["Line", "Released", "Latest", "Full support until", "End of life", "State"].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cycles.map((cycle) => (
            <tr key={cycle.cycle}>
              <th scope="row">
                {cycle.cycle}
                {cycle.lts && <span>LTS</span>}
              </th>
              <td>{cycle.released ?? "unknown"}</td>
              <td>{cycle.latest ?? "unknown"}</td>
              <td>{endText(cycle.activeUntil)}</td>
              <td>{endText(cycle.endOfLife)}</td>
              <td>
                {cycleStateNames[cycleState(cycle, day)]}
                {cycle.note && ` · ${cycle.note}`}{" "}
                {cycle.source && <FactSource source={cycle.source} asOf={cycle.asOf ?? null} what={cycle.cycle} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
