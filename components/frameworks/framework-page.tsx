import { contestedOf } from "@/lib/claims/rules";
import { levelsOf } from "@/lib/claims/summary";
import { factText } from "@/lib/frameworks/facts";
import { type FrameworkView } from "@/lib/frameworks/framework";
import { getNeighbours } from "@/lib/frameworks/queries";
import { rivalsOf } from "@/lib/frameworks/rivals";
import { standings } from "@/lib/frameworks/standing";
import { warningOf } from "@/lib/frameworks/warnings";
import { supportOf, supportStates, supportText } from "@/lib/releases/support";
import { siteUrl } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";
import { today } from "@/lib/text/dates";
import { Scores } from "../bench/scores";
import { RatingSummary } from "../ratings/rating-summary";
import { SaveButton } from "../shortlist/save-button";
import { JsonLd } from "../site/json-ld";
import { Section } from "../ui/section";
import { Benchmarks } from "./benchmarks";
import { Embed } from "./embed";
import { FactList } from "./fact-list";
import { FeatureMatrix } from "./feature-matrix";
import { Lineage } from "./lineage";
import { Logo } from "./logo";
import { ClaimList, ProsAndCons } from "./pros-and-cons";
import { Resources } from "./resources";
import { StarHistory } from "./star-history";
import { SupportTable, SupportTimeline } from "./support-timeline";
import { Usage } from "./usage";
import { WarningNote } from "./warning";

const contents = [
  ["scores", "Scores"],
  ["pros-and-cons", "Pros and cons"],
  ["ratings", "Ratings"],
  ["level", "Knowledge needed"],
  ["use-cases", "Use cases"],
  ["features", "Features"],
  ["support", "Support"],
  ["history", "History"],
  ["benchmarks", "Benchmarks"],
  ["resources", "Learn it"],
  ["corrections", "Corrections"],
] as const;

export async function FrameworkPage({ framework }: { framework: FrameworkView }) {
  const { name, claims, releases, facts } = framework;
  const day = today();
  const rows = await getNeighbours();
  const row = rows.find((candidate) => candidate.slug === framework.slug);
  const rivals = row ? rivalsOf(row, rows) : [];
  const warning = warningOf(
    {
      name,
      standing: framework.standing.value,
      cycles: releases,
      latestReleased: facts.latest?.value?.released ?? null,
      claims: claims.length,
      contested: contestedOf(claims),
    },
    day,
  );
  return (
    <>
      <JsonLd data={structuredData(framework)} />
      <Head framework={framework} rivalSlugs={rivals.slice(0, 2).map((rival) => rival.row.slug)} />
      {warning && <WarningNote warning={warning} />}
      {framework.suggested && claims.length === 0 && <SuggestedNote framework={framework} />}
      <div className="mt-8 grid gap-x-12 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          <nav
            aria-label="On this page"
            className="no-print flex flex-wrap gap-x-4 gap-y-1 border-y border-line py-2 text-sm"
          >
            {contents
              .filter(([id]) => id !== "corrections" || framework.corrections.length > 0)
              .map(([id, title]) => (
                <a key={id} href={`#${id}`} className="py-0.5 text-muted hover:text-accent">
                  {title}
                </a>
              ))}
          </nav>
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
          <Section id="support" title="Releases and support" lead={<SupportLead framework={framework} />}>
            {releases.length > 0 && (
              <>
                <SupportTimeline name={name} cycles={releases} />
                <details className="mt-4" open={releases.length <= 12}>
                  <summary className="mb-2 text-sm text-muted">All {releases.length} release lines as a table</summary>
                  <SupportTable cycles={releases} />
                </details>
              </>
            )}
          </Section>
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
        <aside aria-label="Facts" className="mt-14 min-w-0 lg:mt-0">
          <h2 className="mb-3 text-2xl">Facts</h2>
          <FactList framework={framework} />
          <StarHistory stars={framework.stars} />
          <h2 className="mb-2 mt-8 text-2xl">In surveys</h2>
          <Usage figures={framework.usage} />
          <h2 className="mb-2 mt-8 text-2xl">Embed</h2>
          <Embed slug={framework.slug} name={name} />
        </aside>
      </div>
    </>
  );
}

/** What readers found wrong on the page, as they wrote it and a moderator approved it, until the page says so itself. */
function Corrections({ framework }: { framework: FrameworkView }) {
  if (framework.corrections.length === 0) return null;
  return (
    <Section
      id="corrections"
      title="Corrections"
      lead="What readers found wrong on this page, in their words, with their source. A moderator approved each."
    >
      <ul className="ledger max-w-prose">
        {framework.corrections.map(({ text, url, day }) => (
          <li key={`${day} ${url} ${text}`} className="py-3">
            <p dir="auto" className="whitespace-pre-line">
              {text}
            </p>
            <p className="mt-1 text-sm text-muted">
              {day} ·{" "}
              <a href={url} className="link" rel="nofollow noopener ugc">
                {new URL(url).hostname}
              </a>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** On a page that is empty still: why, and what a reader can do about it. */
function SuggestedNote({ framework: { slug, name } }: { framework: FrameworkView }) {
  return (
    <aside role="note" className="mt-6 max-w-3xl border-l-4 border-line-strong bg-sunken px-4 py-3">
      <p className="font-semibold">A reader suggested {name}.</p>
      <p>
        Nobody has entered more than its name and site yet: everything else is unknown, its scores too.{" "}
        <a href={`${routes.suggest(slug)}?kind=claim`} rel="nofollow" className="link">
          Add what you know, with a source
        </a>
      </p>
    </aside>
  );
}

function Head({ framework, rivalSlugs }: { framework: FrameworkView; rivalSlugs: string[] }) {
  const { name, tagline, facts, releases, claims } = framework;
  const levels = levelsOf(claims);
  const meta = [
    factText(facts.languages),
    factText(facts.kind),
    factText(facts.licence),
    levels.length > 0 ? `${levels.join(" / ")} level` : "level unknown",
    supportText(releases, today()),
    standings.find(({ id }) => id !== "active" && id === framework.standing.value)?.name,
  ];
  return (
    <div className="mt-10">
      <p className="eyebrow">
        <a href={routes.frameworks} className="hover:text-accent">
          Frameworks
        </a>{" "}
        / {name}
      </p>
      <div className="mt-3 flex items-center gap-4">
        <Logo icon={framework.icon} name={name} size={48} />
        <h1 className="text-5xl sm:text-6xl">{name}</h1>
      </div>
      <p dir="auto" className="mt-3 max-w-2xl text-lg">
        {tagline}
      </p>
      <ul className="mt-3 flex flex-wrap gap-x-4 font-mono text-sm text-muted">
        {meta.filter(Boolean).map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
      <div className="no-print mt-5 flex flex-wrap items-start gap-2">
        <a href={routes.compareOf([framework.slug, ...rivalSlugs])} className="button button-strong">
          Compare with rivals
        </a>
        <a href={`${routes.compare}?f=${framework.slug}`} className="button">
          Compare with …
        </a>
        <SaveButton slug={framework.slug} name={name} />
        <a href={routes.suggest(framework.slug)} rel="nofollow" className="button">
          Suggest a change
        </a>
      </div>
    </div>
  );
}

function SupportLead({ framework }: { framework: FrameworkView }) {
  const support = supportOf(framework.releases, today());
  const lines = supportText(framework.releases, today());
  const state = supportStates.find((item) => item.id === support.state);
  const policy = framework.policyUrl ? (
    <a href={framework.policyUrl} className="link" rel="nofollow">
      the project’s policy
    </a>
  ) : (
    "no policy page that we found"
  );
  return (
    <p>
      {lines}. {state?.meaning}
      {(framework.policyUrl || framework.supportSource) && (
        <>
          {" "}
          From {policy}
          {framework.supportSource && (
            <>
              {" "}
              by way of{" "}
              <a href={framework.supportSource} className="link" rel="nofollow">
                {new URL(framework.supportSource).hostname}
              </a>
              , as of {framework.supportAsOf}
            </>
          )}
          .
        </>
      )}
    </p>
  );
}

function structuredData(framework: FrameworkView) {
  const { name, tagline, slug, facts } = framework;
  return {
    "@type": "SoftwareApplication",
    name,
    description: tagline,
    applicationCategory: "DeveloperApplication",
    operatingSystem: factText(facts.platform) ?? undefined,
    softwareVersion: facts.latest?.value?.version,
    license: factText(facts.licence) ?? undefined,
    sameAs: [factText(facts.website), factText(facts.repository)].filter(Boolean),
    url: `${siteUrl()}${routes.framework(slug)}`,
  };
}
