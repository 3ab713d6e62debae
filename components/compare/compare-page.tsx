import { criteria } from "@/lib/claims/criteria";
import type { ClaimView } from "@/lib/claims/view";
import { asOfDay, type Compared } from "@/lib/compare/queries";
import { alignClaims, attributeRows, type ComparedRow, featureRows, wants } from "@/lib/compare/rules";
import { asOfChoices, type CompareView, compareRows, compareSearch, maxCompared } from "@/lib/compare/search-params";
import { routes } from "@/lib/site/routes";
import { SourceChips } from "../claims/source-chips";
import { VerdictBadge } from "../claims/verdict-badge";
import { VoteControl } from "../claims/vote-control";
import { rpsText } from "../frameworks/benchmarks";
import { Logo } from "../frameworks/logo";
import { Section } from "../ui/section";
import { CompareCell, CompareRow, CompareTable } from "./compare-table";
import { CriteriaChart } from "./criteria-chart";
import { Handover } from "./handover";

export function ComparePage({ compared, view }: { compared: Compared[]; view: CompareView }) {
  const rows = compared.map(({ row }) => row);
  const slugs = rows.map((row) => row.slug);
  const address = routes.compareOf(slugs);
  const facts = attributeRows(rows, view);
  const cells = wants(view, "features") ? featureRows(rows, view) : [];
  const day = asOfDay(view.asOf);
  return (
    <>
      <h1 className="mt-10 flex flex-wrap items-center gap-x-5 gap-y-2 text-4xl sm:text-6xl">
        {rows.map((row, index) => (
          <span key={row.slug} className="inline-flex items-center gap-3">
            {index > 0 && <span className="text-2xl text-muted">vs</span>}{" "}
            <Logo icon={row.icon} name={row.name} size={34} /> {row.name}{" "}
          </span>
        ))}
      </h1>
      <p className="mt-3 text-muted">
        {view.asOf === "now"
          ? `As of today, ${day}.`
          : `As of the end of ${view.asOf}: what sources had said, which versions were out, what was supported then. Features are known for today only.`}
      </p>
      <Controls address={address} view={view} slugs={slugs} />

      {facts.length > 0 && (
        <Section id="facts" title="At a glance">
          <CompareTable label="Facts" compared={compared}>
            <ValueRows rows={facts} />
          </CompareTable>
        </Section>
      )}
      {wants(view, "scores") && (
        <Section
          id="scores"
          title="Scores per criterion"
          lead={
            <p>
              From sourced claims by the{" "}
              <a href={`${routes.method}#score`} className="link">
                printed rule
              </a>
              , moved by ratings; 3 is the middle. A score without evidence is left out, not set to zero.
            </p>
          }
        >
          <CriteriaChart compared={compared} />
          <details className="mt-4">
            <summary className="mb-2 text-sm text-muted">The numbers as a table</summary>
            <CompareTable label="Scores per criterion" compared={compared}>
              <tbody role="rowgroup">
                {criteria.map((criterion, index) => (
                  <CompareRow key={criterion.id} name={criterion.name} help={criterion.question}>
                    {rows.map((row) => (
                      <CompareCell key={row.slug}>
                        {row.scores[index]?.toFixed(2) ?? <span className="text-muted">no evidence</span>}
                      </CompareCell>
                    ))}
                  </CompareRow>
                ))}
              </tbody>
            </CompareTable>
          </details>
        </Section>
      )}
      {wants(view, "claims") && (
        <Section
          id="claims"
          title="Pros and cons"
          lead="By criterion. “No claim” means that no source of ours speaks of it, not that all is well."
        >
          <ClaimsBlock compared={compared} onlyDifferences={view.onlyDifferences} votable={view.asOf === "now"} />
        </Section>
      )}
      {cells.length > 0 && (
        <Section id="features" title="What comes with it">
          <CompareTable label="Features" compared={compared}>
            <ValueRows rows={cells} />
          </CompareTable>
        </Section>
      )}
      {wants(view, "benchmarks") && <BenchmarkBlock compared={compared} />}
    </>
  );
}

function ValueRows({ rows }: { rows: ComparedRow[] }) {
  return (
    <tbody role="rowgroup">
      {rows.map((row) => (
        <CompareRow key={row.id} name={row.name} help={row.help} marked={row.differs}>
          {row.values.map((value, index) => (
            <CompareCell key={index}>{value || <span className="text-muted">unknown</span>}</CompareCell>
          ))}
        </CompareRow>
      ))}
    </tbody>
  );
}

function Controls({ address, view, slugs }: { address: string; view: CompareView; slugs: string[] }) {
  const to = (change: Partial<CompareView>) => `${address}${compareSearch({ ...view, ...change })}`;
  return (
    <div className="no-print mt-5 flex flex-wrap items-start gap-x-6 gap-y-3 border-y border-line py-3 text-sm">
      <nav aria-label="As of" className="flex items-center gap-1">
        <span className="mr-1 text-muted">As of</span>
        {asOfChoices.map((choice) => (
          <a
            key={choice}
            href={to({ asOf: choice })}
            aria-current={choice === view.asOf ? "true" : undefined}
            className="chip min-h-8 px-2.5 aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
          >
            {choice}
          </a>
        ))}
      </nav>
      <a href={to({ onlyDifferences: !view.onlyDifferences })} className="chip min-h-8 px-2.5">
        <span aria-hidden="true">{view.onlyDifferences ? "☑" : "☐"}</span> Only differences
        <span className="sr-only">{view.onlyDifferences ? ": on, switch off" : ": off, switch on"}</span>
      </a>
      <details className="relative">
        <summary className="chip min-h-8 list-none px-2.5">
          Rows{view.rows && ` (${view.rows.length} of ${compareRows.length})`}
        </summary>
        <form
          action={address}
          className="mt-2 max-w-md rounded border border-line-strong bg-panel p-3 sm:absolute sm:z-20 sm:w-96"
        >
          <fieldset className="grid grid-cols-2 gap-x-4">
            <legend className="sr-only">Rows to show</legend>
            {compareRows.map((row) => (
              <label key={row.id} className="flex min-h-7 items-center gap-2">
                <input
                  type="checkbox"
                  name="rows"
                  value={row.id}
                  defaultChecked={wants(view, row.id)}
                  className="size-4 accent-[var(--accent)]"
                />
                {row.name}
              </label>
            ))}
          </fieldset>
          {view.onlyDifferences && <input type="hidden" name="diff" value="1" />}
          {view.asOf !== "now" && <input type="hidden" name="asof" value={view.asOf} />}
          <p className="mt-2 flex items-center gap-3">
            <button type="submit" className="button">
              Show these
            </button>
            <a href={to({ rows: null })} className="link">
              All
            </a>
          </p>
        </form>
      </details>
      <a href={`${routes.compare}?${slugs.map((slug) => `f=${slug}`).join("&")}`} className="chip min-h-8 px-2.5">
        {slugs.length < maxCompared ? "Add or remove" : "Change"}
      </a>
      <Handover markdown={`${address}/markdown${compareSearch(view)}`} />
    </div>
  );
}

function ClaimsBlock({
  compared,
  onlyDifferences,
  votable,
}: {
  compared: Compared[];
  onlyDifferences: boolean;
  votable: boolean;
}) {
  const blocks = alignClaims(compared.map(({ framework }) => framework)).filter(
    ({ sides }) => !onlyDifferences || new Set(sides.map((side) => `${side.pros.length} ${side.cons.length}`)).size > 1,
  );
  if (blocks.length === 0) return <p className="text-muted">No source of then says anything for or against them.</p>;
  return (
    <CompareTable label="Pros and cons" compared={compared}>
      {blocks.map(({ criterion, sides }) => (
        <tbody role="rowgroup" key={criterion.id}>
          <tr role="row">
            <th
              role="rowheader"
              scope="rowgroup"
              colSpan={compared.length + 1}
              className="criterion pb-1 pt-7 text-left font-serif text-2xl font-normal"
            >
              {criterion.name}
            </th>
          </tr>
          {(["pros", "cons"] as const).map((side) =>
            sides.every((claims) => claims[side].length === 0) ? null : (
              <CompareRow key={side} name={side === "pros" ? "Pros" : "Cons"}>
                {sides.map((claims, index) => (
                  <CompareCell key={compared[index]?.row.slug}>
                    <SideClaims claims={claims[side]} slug={compared[index]?.row.slug ?? ""} votable={votable} />
                  </CompareCell>
                ))}
              </CompareRow>
            ),
          )}
        </tbody>
      ))}
    </CompareTable>
  );
}

/** Votes are on what holds today, so a past year shows none. */
function SideClaims({ claims, slug, votable }: { claims: ClaimView[]; slug: string; votable: boolean }) {
  if (claims.length === 0) return <span className="text-muted">No claim</span>;
  return (
    <ul className="space-y-3">
      {claims.map((claim) => (
        <li key={claim.slug}>
          <a href={`${routes.framework(slug)}#claim-${claim.slug}`} className="hover:text-accent">
            <bdi>{claim.text}</bdi>
          </a>
          <div className="mt-1 flex flex-wrap items-center gap-1">
            <VerdictBadge verdict={claim.verdict} />
            <SourceChips assertions={claim.assertions} anchor={`${slug}-${claim.slug}`} />
          </div>
          {votable && <VoteControl claim={claim.id} text={claim.text} {...claim.votes} />}
        </li>
      ))}
    </ul>
  );
}

/** The one run that charts are drawn from, at 64 connections; the best entry of each framework. */
function BenchmarkBlock({ compared }: { compared: Compared[] }) {
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
