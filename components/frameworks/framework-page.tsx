import type { FrameworkView } from "@/lib/frameworks/framework";
import { getNeighbours } from "@/lib/frameworks/queries";
import { rivalsOf } from "@/lib/frameworks/rivals";
import { Scores } from "../bench/scores";
import { VoteForm } from "../claims/vote-form";
import { RatingSummary } from "../ratings/rating-summary";
import { JsonLd } from "../site/json-ld";
import { Section } from "../ui/section";
import { Attention } from "./attention";
import { Benchmarks } from "./benchmarks";
import { Contents } from "./contents";
import { Corrections } from "./corrections";
import { Embed } from "./embed";
import { FactList } from "./fact-list";
import { FeatureMatrix } from "./feature-matrix";
import { FrameworkHead } from "./framework-head";
import { FrameworkWarning } from "./framework-warning";
import { Lineage } from "./lineage";
import { ClaimList, ProsAndCons } from "./pros-and-cons";
import { Resources } from "./resources";
import { structuredData } from "./structured-data";
import { SuggestedNote } from "./suggested-note";
import { SummaryCard } from "./summary-card";
import { SupportSection } from "./support-section";

const sections = [
  ["scores", "Scores"],
  ["pros-and-cons", "Pros and cons"],
  ["ratings", "Ratings"],
  ["use-cases", "Use cases"],
  ["features", "Features"],
  ["facts", "Facts"],
  ["support", "Support"],
  ["history", "History"],
  ["benchmarks", "Benchmarks"],
  ["resources", "Learn it"],
] as const;
const withCorrections = [...sections, ["corrections", "Corrections"]] as const;

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
      <VoteForm />
      <SummaryCard framework={framework} />
      <div className="mt-6 gap-x-10 lg:grid lg:grid-cols-[8.5rem_minmax(0,1fr)]">
        <Contents sections={framework.corrections.length > 0 ? withCorrections : sections} />
        <div className="framework min-w-0">
          <Section
            tight
            id="scores"
            title="Scores"
            lead="By measures and checks with their sources. Each opens into its parts."
          >
            <Scores framework={framework} />
          </Section>
          <Section
            tight
            id="pros-and-cons"
            title="Pros and cons"
            lead="The best supported first. Each opens to its sources and votes."
          >
            <ProsAndCons framework={framework} />
          </Section>
          <Section tight id="ratings" title="Ratings" lead="By people who say how they know it; they move the scores.">
            <RatingSummary framework={framework} />
          </Section>
          <Section tight id="use-cases" title="Use cases and knowledge needed">
            <ClaimList framework={framework} kind="use-case" />
            <div id="level" className="mt-3">
              <ClaimList framework={framework} kind="level" />
            </div>
          </Section>
          <Section tight id="features" title="Features">
            <ClaimList framework={framework} kind="feature" />
            <FeatureMatrix framework={framework} />
          </Section>
          <Section tight id="facts" title="Facts">
            <FactList framework={framework} />
            <Attention framework={framework} />
          </Section>
          <SupportSection framework={framework} />
          <Section tight id="history" title="History, lineage and rivals">
            <ClaimList framework={framework} kind="history" />
            <div className="mt-4">
              <Lineage framework={framework} rivals={rivals} />
            </div>
          </Section>
          <Section
            tight
            id="benchmarks"
            title="Benchmarks"
            lead="Each run stands on its own: never compare a figure with one of another run."
          >
            <Benchmarks results={framework.benchmarks} />
          </Section>
          <Section tight id="resources" title="Learn it">
            <Resources resources={framework.resources} />
          </Section>
          <Corrections framework={framework} />
          <Embed slug={framework.slug} name={framework.name} />
        </div>
      </div>
    </>
  );
}
