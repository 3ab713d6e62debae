import { arrange } from "@/lib/compare/columns";
import { differencesOf } from "@/lib/compare/differences";
import type { Compared } from "@/lib/compare/queries";
import { alikeRows, attributeRows, dividedCriteria, featureRows, told, wants } from "@/lib/compare/rules";
import { type CompareView, compareSearch } from "@/lib/compare/search-params";
import { routes } from "@/lib/site/routes";
import { VoteForm } from "../claims/vote-form";
import { Section } from "../ui/section";
import { pageOf, SentOnce } from "../ui/sent-once";
import { CompareBar } from "./compare-bar";
import { CompareControls } from "./compare-controls";
import { CompareHead } from "./compare-head";
import { CompareTable } from "./compare-table";
import { ComparedBenchmark } from "./compared-benchmark";
import { ComparedClaims } from "./compared-claims";
import { ComparedDifferences } from "./compared-differences";
import { ComparedScores } from "./compared-scores";
import { KeepPlace } from "./keep-place";
import { Alike, LeftOut, ValueRows } from "./value-rows";

/** The answer first: what sets them apart, then the profile of scores; then everything, block by block. */
export function ComparePage({ compared, view }: { compared: Compared[]; view: CompareView }) {
  const slugs = compared.map(({ row }) => row.slug);
  const address = routes.compareOf(slugs);
  const page = pageOf(address + compareSearch(view), compared);
  const columns = arrange(compared, view.first);
  const rows = columns.map(({ row }) => row);
  const facts = told(attributeRows(rows, view), view);
  const cells = wants(view, "features") ? told(featureRows(rows), view) : null;
  const alike = alikeRows(cells?.rows ?? []);
  const apart = cells?.rows.filter(({ name }) => ![...alike.values()].flat().includes(name)) ?? [];
  const spoken = view.onlyDifferences ? divided(columns) : columns;
  return (
    <>
      <SentOnce page={page} name="head">
        <CompareHead columns={columns} view={view} />
      </SentOnce>
      <CompareControls address={address} view={view} slugs={slugs} page={page} />
      <SentOnce page={page} name="answer" className="compare-answer">
        {view.rows === null && (
          <ComparedDifferences
            compared={columns}
            found={differencesOf(columns.map(({ framework }) => framework))}
            view={view}
          />
        )}
        {wants(view, "scores") && <ComparedScores columns={columns} view={view} address={address} />}
      </SentOnce>
      <div className="compare-body">
        <KeepPlace>
          <SentOnce page={page} name="bar">
            <CompareBar compared={compared} view={view} />
          </SentOnce>
        </KeepPlace>
        {facts.rows.length + facts.empty.length > 0 && (
          <Section id="facts" title="At a glance">
            <SentOnce page={page} name="facts">
              <CompareTable label="Facts" compared={columns}>
                <ValueRows rows={facts.rows} />
              </CompareTable>
              <LeftOut names={facts.empty} />
            </SentOnce>
          </Section>
        )}
        {wants(view, "claims") && (
          <Section
            id="claims"
            title="Pros and cons"
            lead={
              view.onlyDifferences
                ? "Criteria on which what is said weighs for one and not for another."
                : "By criterion. “No claim” means that no source of ours speaks of it, not that all is well."
            }
          >
            {view.onlyDifferences && spoken.every(({ framework }) => framework.claims.length === 0) ? (
              <p className="text-muted">On no criterion do claims weigh for one and not for another.</p>
            ) : (
              <>
                {view.asOf === "now" && <VoteForm />}
                <SentOnce page={page} name="claims">
                  <ComparedClaims
                    compared={spoken}
                    onlyDifferences={view.onlyDifferences}
                    votable={view.asOf === "now"}
                  />
                </SentOnce>
              </>
            )}
          </Section>
        )}
        {cells && cells.rows.length + cells.empty.length > 0 && (
          <Section id="features" title="What comes with it">
            <SentOnce page={page} name="features">
              <CompareTable label="Features" compared={columns}>
                <ValueRows rows={apart} />
              </CompareTable>
              <Alike by={alike} />
              <LeftOut names={cells.empty} />
            </SentOnce>
          </Section>
        )}
        {wants(view, "benchmarks") && <ComparedBenchmark compared={columns} view={view} page={page} />}
      </div>
    </>
  );
}

/** The same with claims on those criteria only that divide them. */
function divided<T extends Compared>(columns: T[]): T[] {
  const criteria = dividedCriteria(columns.map(({ framework }) => framework));
  return columns.map((column) => ({
    ...column,
    framework: {
      ...column.framework,
      claims: column.framework.claims.filter(({ criterion }) => criteria.has(criterion)),
    },
  }));
}
