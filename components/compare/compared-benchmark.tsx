import type { Compared } from "@/lib/compare/queries";
import { rpsText } from "../frameworks/benchmarks";
import { Section } from "../ui/section";
import { CompareCell, CompareRow, CompareTable } from "./compare-table";

/** The one run that charts are drawn from, at 64 connections; the best entry of each framework. */
export function ComparedBenchmark({ compared }: { compared: Compared[] }) {
  const figures = compared.map(({ framework }) =>
    framework.benchmarks
      .filter((result) => result.run.preferred && result.test === "64 connections")
      .sort((a, b) => b.rps - a.rps)
      .at(0),
  );
  const run = figures.find((figure) => figure !== undefined)?.run;
  if (!run) return null;
  const top = Math.max(...figures.map((figure) => figure?.rps ?? 0));
  return (
    <Section id="benchmarks" title="Benchmark" lead={<p>{run.caveat}</p>}>
      <CompareTable label="Benchmark" compared={compared}>
        <tbody role="rowgroup">
          <CompareRow name="Requests/s, 64 connections">
            {figures.map((figure, index) => (
              <CompareCell key={compared[index]?.row.slug}>
                {figure ? (
                  <>
                    <span className="font-mono">{rpsText(figure.rps)}</span>
                    <span className="block text-xs text-muted">
                      {figure.label} {figure.version}
                    </span>
                    <svg
                      viewBox="0 0 100 6"
                      preserveAspectRatio="none"
                      className="mt-1 h-1.5 w-full"
                      aria-hidden="true"
                    >
                      <rect width="100" height="6" fill="var(--sunken)" />
                      <rect width={(figure.rps / top) * 100} height="6" fill="var(--ink)" />
                    </svg>
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
    </Section>
  );
}
