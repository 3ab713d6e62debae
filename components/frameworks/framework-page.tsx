import type { FrameworkView } from "@/lib/frameworks/framework";
import { getNeighbours } from "@/lib/frameworks/queries";
import { rivalsOf } from "@/lib/frameworks/rivals";
import { Scores } from "../bench/scores";
import { RatingSummary } from "../ratings/rating-summary";
import { JsonLd } from "../site/json-ld";
import { Section } from "../ui/section";
import { Benchmarks } from "./benchmarks";
import { Contents } from "./contents";
import { Corrections } from "./corrections";
import { FeatureMatrix } from "./feature-matrix";
import { FrameworkAside } from "./framework-aside";
import { FrameworkHead } from "./framework-head";
import { FrameworkWarning } from "./framework-warning";
import { Lineage } from "./lineage";
import { ClaimList, ProsAndCons } from "./pros-and-cons";
import { Resources } from "./resources";
import { structuredData } from "./structured-data";
import { SuggestedNote } from "./suggested-note";
import { SupportSection } from "./support-section";

export async function FrameworkPage({ framework }: { framework: FrameworkView }) {
  const rows = await getNeighbours();
  const row = rows.find((candidate) => candidate.slug === framework.slug);
  const rivals = row ? rivalsOf(row, rows) : [];
  return (
    <>
      <JsonLd data={structuredData(framework)} />
      <FrameworkHead framework={framework} rivalSlugs={rivals.slice(0, 2).map((rival) => rival.row.slug)} />
      <FrameworkWarning framework={framework} />
      {framework.suggested && framework.claims.length === 0 && <SuggestedNote framework={framework} />}
      <div className="mt-8 grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <Contents framework={framework} />
          <Section
            id="scores"
            title="Scores"
            lead="From 1 to 5, by measures and checks with their sources. Each opens into its parts."
          >
            <Scores framework={framework} />
          </Section>
          <Section id="pros-and-cons" title="Pros and cons" lead="By criterion; within it the best supported first.">
            <ProsAndCons framework={framework} />
          </Section>
          <Section
            id="ratings"
            title="Ratings"
            lead="By people who say how they know it. They move the scores above, by the printed rule."
          >
            <RatingSummary framework={framework} />
          </Section>
          <Section id="level" title="Knowledge needed">
            <ClaimList framework={framework} kind="level" />
          </Section>
          <Section id="use-cases" title="Use cases">
            <ClaimList framework={framework} kind="use-case" />
          </Section>
          <Section id="features" title="Features" lead="What is said of it, then what comes with it, cell by cell.">
            <ClaimList framework={framework} kind="feature" />
            <h3 className="mb-2 mt-8 text-lg font-semibold">What comes with it</h3>
            <FeatureMatrix framework={framework} />
          </Section>
          <SupportSection framework={framework} />
          <Section id="history" title="History, lineage and rivals">
            <ClaimList framework={framework} kind="history" />
            <div className="mt-6">
              <Lineage framework={framework} rivals={rivals} />
            </div>
          </Section>
          <Section
            id="benchmarks"
            title="Benchmarks"
            lead="Each run stands for itself: hardware, load tool and versions differ, so never compare a figure with one of another run."
          >
            <Benchmarks results={framework.benchmarks} />
          </Section>
          <Section id="resources" title="Learn it">
            <Resources resources={framework.resources} />
          </Section>
          <Corrections framework={framework} />
        </div>
        <FrameworkAside framework={framework} />
      </div>
    </>
  );
}
