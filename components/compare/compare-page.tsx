import type { Compared } from "@/lib/compare/queries";
import { attributeRows, featureRows, wants } from "@/lib/compare/rules";
import type { CompareView } from "@/lib/compare/search-params";
import { routes } from "@/lib/site/routes";
import { Section } from "../ui/section";
import { CompareControls } from "./compare-controls";
import { CompareHead } from "./compare-head";
import { CompareTable } from "./compare-table";
import { ComparedBenchmark } from "./compared-benchmark";
import { ComparedClaims } from "./compared-claims";
import { ComparedScores } from "./compared-scores";
import { ValueRows } from "./value-rows";

export function ComparePage({ compared, view }: { compared: Compared[]; view: CompareView }) {
  const rows = compared.map(({ row }) => row);
  const slugs = rows.map((row) => row.slug);
  const address = routes.compareOf(slugs);
  const facts = attributeRows(rows, view);
  const cells = wants(view, "features") ? featureRows(rows, view) : [];
  return (
    <>
      <CompareHead compared={compared} view={view} />
      <CompareControls address={address} view={view} slugs={slugs} />
      {facts.length > 0 && (
        <Section id="facts" title="At a glance">
          <CompareTable label="Facts" compared={compared}>
            <ValueRows rows={facts} />
          </CompareTable>
        </Section>
      )}
      {wants(view, "scores") && <ComparedScores compared={compared} />}
      {wants(view, "claims") && (
        <Section
          id="claims"
          title="Pros and cons"
          lead="By criterion. “No claim” means that no source of ours speaks of it, not that all is well."
        >
          <ComparedClaims compared={compared} onlyDifferences={view.onlyDifferences} votable={view.asOf === "now"} />
        </Section>
      )}
      {cells.length > 0 && (
        <Section id="features" title="What comes with it">
          <CompareTable label="Features" compared={compared}>
            <ValueRows rows={cells} />
          </CompareTable>
        </Section>
      )}
      {wants(view, "benchmarks") && <ComparedBenchmark compared={compared} />}
    </>
  );
}
