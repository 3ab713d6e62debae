import type { Compared } from "@/lib/compare/queries";
import type { CompareView } from "@/lib/compare/search-params";
import { rpsText } from "../frameworks/benchmarks";
import { Section } from "../ui/section";
import { type pageOf, SentOnce } from "../ui/sent-once";
import { CompareCell, CompareRow, CompareTable } from "./compare-table";

/** Figures of one run that are closer than this are level: it is what runs of it differ by. */
const level = 1.25;

/** The one run that charts are drawn from, at 64 connections; the best entry of each framework. */
export function ComparedBenchmark({
  compared,
  view,
  page,
}: {
  compared: readonly Compared[];
  view: CompareView;
  page: ReturnType<typeof pageOf>;
}) {
  const figures = compared.map(({ framework }) =>
    framework.benchmarks
      .filter((result) => result.run.preferred && result.test === "64 connections")
      .sort((a, b) => b.rps - a.rps)
      .at(0),
  );
  const known = figures.filter((figure) => figure !== undefined);
  const run = known[0]?.run;
  if (!run) return null;
  const top = Math.max(...known.map(({ rps }) => rps));
  const tells = known.length > 1 && known.some(({ rps }) => rps * level < top);
  if (view.onlyDifferences && !tells) return null;
  return (
    <Section id="benchmarks" title="Benchmark" lead={<p>{run.caveat}</p>}>
      <SentOnce page={page} name="benchmarks">
        <CompareTable label="Benchmark" compared={compared}>
          <tbody role="rowgroup">
            <CompareRow name="Requests/s, 64 connections" marked={tells}>
              {figures.map((figure, index) => (
                <CompareCell
                  key={compared[index]?.row.slug}
                  bar={figure ? figure.rps / top : null}
                  best={tells && figure !== undefined && figure.rps * level > top}
                >
                  {figure ? (
                    <>
                      <span className="font-mono">{rpsText(figure.rps)}</span>
                      <span className="count block">{`${figure.label} ${figure.version ?? ""}`}</span>
                    </>
                  ) : (
                    <span className="text-muted">not in this run</span>
                  )}
                </CompareCell>
              ))}
            </CompareRow>
          </tbody>
        </CompareTable>
        <p className="mt-3 max-w-prose text-sm text-muted">
          {run.method} Hardware: {run.hardware}. Load: {run.loadTool}.{" "}
          <a href={run.url} className="link" rel="nofollow">
            {run.title}
          </a>{" "}
          ({run.licence}).
        </p>
      </SentOnce>
    </Section>
  );
}
