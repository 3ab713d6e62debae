import type { FrameworkView } from "@/lib/frameworks/framework";
import { getNeighbours } from "@/lib/frameworks/queries";
import { rivalsOf } from "@/lib/frameworks/rivals";
import { routes } from "@/lib/site/routes";
import { Scores } from "../bench/scores";
import { VoteForm } from "../claims/vote-form";
import { RatingSummary } from "../ratings/rating-summary";
import { JsonLd } from "../site/json-ld";
import { Section } from "../ui/section";
import { pageOf, SentOnce } from "../ui/sent-once";
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
  const page = pageOf(routes.framework(framework.slug), [framework, rivals]);
  return (
    <>
      <JsonLd data={structuredData(framework)} />
      <FrameworkHead framework={framework} rivalSlugs={rivals.slice(0, 2).map((rival) => rival.row.slug)} />
      <FrameworkWarning framework={framework} />
      {framework.suggested && framework.claims.length === 0 && <SuggestedNote framework={framework} />}
      <VoteForm />
      <SentOnce page={page} name="summary">
        <SummaryCard framework={framework} />
      </SentOnce>
      <div className="mt-6 gap-x-10 lg:grid lg:grid-cols-[8.5rem_minmax(0,1fr)]">
        <Contents sections={framework.corrections.length > 0 ? withCorrections : sections} />
        <div className="framework min-w-0">
          <Section
            tight
            id="scores"
            title="Scores"
            lead="By measures and checks with their sources. Each opens into its parts."
          >
            <SentOnce page={page} name="scores">
              <Scores framework={framework} />
            </SentOnce>
          </Section>
          <Section
            tight
            id="pros-and-cons"
            title="Pros and cons"
            lead="The best supported first. Each opens to its sources and votes."
          >
            <SentOnce page={page} name="pros-and-cons">
              <ProsAndCons framework={framework} />
            </SentOnce>
          </Section>
          <Section tight id="ratings" title="Ratings" lead="By people who say how they know it; they move the scores.">
            <RatingSummary framework={framework} />
          </Section>
          <Section tight id="use-cases" title="Use cases and knowledge needed">
            <SentOnce page={page} name="use-cases">
              <ClaimList framework={framework} kind="use-case" />
              <div id="level" className="mt-3">
                <ClaimList framework={framework} kind="level" />
              </div>
            </SentOnce>
          </Section>
          <Section tight id="features" title="Features">
            <SentOnce page={page} name="features">
              <ClaimList framework={framework} kind="feature" />
              <FeatureMatrix framework={framework} />
            </SentOnce>
          </Section>
          <Section tight id="facts" title="Facts">
            <SentOnce page={page} name="facts">
              <FactList framework={framework} />
              <Attention framework={framework} />
            </SentOnce>
          </Section>
          <SupportSection framework={framework} page={page} />
          <Section tight id="history" title="History, lineage and rivals">
            <SentOnce page={page} name="history">
              <ClaimList framework={framework} kind="history" />
              <div className="mt-4">
                <Lineage framework={framework} rivals={rivals} />
              </div>
            </SentOnce>
          </Section>
          <Section
            tight
            id="benchmarks"
            title="Benchmarks"
            lead="Each run stands on its own: never compare a figure with one of another run."
          >
            <SentOnce page={page} name="benchmarks">
              <Benchmarks results={framework.benchmarks} />
            </SentOnce>
          </Section>
          <Section tight id="resources" title="Learn it">
            <SentOnce page={page} name="resources">
              <Resources resources={framework.resources} />
            </SentOnce>
          </Section>
          <Corrections framework={framework} />
          <SentOnce page={page} name="embed">
            <Embed slug={framework.slug} name={framework.name} />
          </SentOnce>
        </div>
      </div>
    </>
  );
}
