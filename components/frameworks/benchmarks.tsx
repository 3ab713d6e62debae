import type { FrameworkView } from "@/lib/frameworks/framework";
import { Scroll } from "../ui/scroll";

type Result = FrameworkView["benchmarks"][number];

/** A figure of requests per second, rounded as far as such figures mean anything. */
export function rpsText(rps: number): string {
  return Math.round(Number(rps.toPrecision(3))).toLocaleString("en");
}

/** The most that an entry of it did in a run, and how many figures there are besides. */
function headline(rows: readonly Result[]): string {
  const best = rows.reduce<Result | null>((most, row) => (most && most.rps >= row.rps ? most : row), null);
  const count = `${rows.length} ${rows.length === 1 ? "figure" : "figures"}`;
  return best ? `${count}, at most ${rpsText(best.rps)} requests/s (${best.test})` : count;
}

/** Results by run, each run with hardware, tool, date and caveat: figures of different runs are never put side by side. */
export function Benchmarks({ results }: { results: Result[] }) {
  if (results.length === 0) return <p className="text-muted">No run that we hold includes it.</p>;
  const runs = new Map<string, Result[]>();
  for (const result of results) runs.set(result.run.slug, [...(runs.get(result.run.slug) ?? []), result]);
  const [first, ...others] = [...runs.values()].sort(
    (a, b) => Number(b[0]?.run.preferred) - Number(a[0]?.run.preferred),
  );
  return (
    <div className="ledger">
      {first && <Run rows={first} />}
      {others.length > 0 && (
        <details className="py-1">
          <summary className="py-1 text-sm text-muted">
            {`${others.length} other ${others.length === 1 ? "run" : "runs"}`}
          </summary>
          <div className="ledger ml-4">
            {others.map((rows) => (
              <Run key={rows[0]?.run.slug} rows={rows} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

/** One run with its figures, and all that says how far they can be believed. */
function Run({ rows }: { rows: readonly Result[] }) {
  const run = rows[0]?.run;
  if (!run) return null;
  return (
    <details className="py-1">
      <summary className="py-1">
        <span className="font-medium">{run.title}</span> <span className="text-sm text-muted">{headline(rows)}</span>
      </summary>
      <p className="mt-2 max-w-prose border-l-2 border-partly pl-3 text-sm">{run.caveat}</p>
      <p className="mt-2 max-w-prose text-sm text-muted">
        {run.method} Hardware: {run.hardware ?? "not recorded"}. Load: {run.loadTool ?? "not recorded"}.
        {run.entrants && <> {run.entrants} entrants.</>}{" "}
        <a href={run.url} className="link" rel="nofollow">
          Source, {run.date}
        </a>{" "}
        ({run.licence})
      </p>
      <Scroll label={`Figures of ${run.title}`}>
        <table className="mt-2 text-sm">
          <thead className="text-left text-muted">
            <tr className="border-b border-line-strong">
              <th scope="col" className="py-1 pr-6 font-medium">
                Test
              </th>
              <th scope="col" className="pr-6 font-medium">
                Entry
              </th>
              <th scope="col" className="pr-6 font-medium">
                Version
              </th>
              <th scope="col" className="pr-6 text-right font-medium">
                Requests/s
              </th>
              <th scope="col" className="text-right font-medium">
                p99 ms
              </th>
            </tr>
          </thead>
          <tbody className="font-mono text-[0.8125rem]">
            {rows.map((row) => (
              <tr key={`${row.label} ${row.test}`} className="border-b border-line">
                <th scope="row" className="py-1 pr-6 text-left font-normal">
                  {row.test}
                </th>
                <td className="pr-6">
                  {row.label}
                  {row.note && <span className="block font-sans text-xs text-muted">{row.note}</span>}
                </td>
                <td className="pr-6">{row.version ?? "–"}</td>
                <td className="pr-6 text-right">
                  {rpsText(row.rps)}
                  {row.suspect && <span className="text-refused"> suspect</span>}
                </td>
                <td className="text-right">{row.p99?.toFixed(1) ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </details>
  );
}
