import { getBestSupportedClaims, getDisputedClaims, getTotals, type HighlightedClaim } from "@/lib/claims/queries";
import { getCatalogue } from "@/lib/frameworks/queries";
import { defaultView } from "@/lib/frameworks/search-params";
import { computeView } from "@/lib/frameworks/view";
import { siteUrl } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";
import { Highlight } from "../claims/highlight";
import { SourceChips } from "../claims/source-chips";
import { VerdictBadge } from "../claims/verdict-badge";
import { JsonLd } from "./json-ld";

const doors = [
  { facet: "language", title: "I write" },
  { facet: "level", title: "My level" },
  { facet: "use", title: "I build" },
];

export async function HomePage() {
  const [rows, totals, disputed, supported] = await Promise.all([
    getCatalogue(),
    getTotals(),
    getDisputedClaims(),
    getBestSupportedClaims(),
  ]);
  const { facets } = computeView(rows, defaultView, null);
  return (
    <>
      <JsonLd
        data={{
          "@type": "WebSite",
          name: "Framewise",
          url: siteUrl(),
          potentialAction: {
            "@type": "SearchAction",
            target: `${siteUrl()}${routes.frameworks}?q={query}`,
            "query-input": "required name=query",
          },
        }}
      />
      <div className="grid gap-x-16 gap-y-10 pt-12 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)] lg:pt-20">
        <div>
          <h1 className="text-5xl sm:text-7xl">Choose a backend framework with evidence.</h1>
          <p className="mt-6 max-w-xl text-lg">
            What is said for and against {totals.frameworks} frameworks: who says it, since when, who disagrees, and
            whether it is still true. Compare them side by side and defend your choice.
          </p>
          <p className="mt-6 flex flex-wrap gap-3">
            <a href={routes.questions} className="button button-strong">
              Help me choose
            </a>
            <a href={routes.frameworks} className="button">
              Browse all {totals.frameworks}
            </a>
            <a href={routes.compare} className="button">
              Compare two
            </a>
            <a href={routes.decide} className="button">
              Weigh and decide
            </a>
          </p>
          <p className="mt-3 text-sm">
            New to this?{" "}
            <a href={routes.learn} className="link">
              What a back-end framework is and how to choose one
            </a>
          </p>
          <dl className="mt-10 flex flex-wrap gap-x-10 gap-y-3">
            <Total value={totals.claims} name="claims" />
            <Total value={totals.assertions} name="assertions" />
            <Total value={totals.sources} name="sources" />
            <Total value={totals.disputed} name="with a dispute" />
          </dl>
        </div>
        {disputed[0] && <Specimen claim={disputed[0]} />}
      </div>

      <section aria-labelledby="start" className="mt-20">
        <h2 id="start" className="text-4xl">
          Start from yourself
        </h2>
        <div className="mt-6 grid gap-10 md:grid-cols-3">
          {doors.map(({ facet, title }) => (
            <div key={facet}>
              <h3 className="eyebrow mb-3">{title}</h3>
              <ul className="flex flex-wrap gap-2">
                {facets
                  .find((item) => item.id === facet)
                  ?.options.filter((option) => option.count > 0)
                  .slice(0, 14)
                  .map((option) => (
                    <li key={option.id}>
                      <a
                        href={`${routes.frameworks}?${new URLSearchParams({ [facet]: option.id })}`}
                        className="choice"
                      >
                        {option.name} <span className="count">{option.count}</span>
                      </a>
                    </li>
                  ))}
              </ul>
            </div>
          ))}
        </div>
      </section>

      <div className="mt-20 grid gap-x-16 gap-y-14 lg:grid-cols-2">
        <Ledger
          id="disputed"
          title="What is disputed"
          lead="Sources contradict each other, or documentation contradicts them."
          claims={disputed.slice(1)}
        />
        <Ledger
          id="supported"
          title="What is best supported"
          lead="Several sources say so, one of them official and current, and nobody disputes it."
          claims={supported}
        />
      </div>
    </>
  );
}

function Total({ value, name }: { value: number; name: string }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="font-mono text-2xl">{value.toLocaleString("en")}</dd>
    </div>
  );
}

/** One real claim, taken apart: what this site does, shown rather than told. */
function Specimen({ claim }: { claim: HighlightedClaim }) {
  return (
    <figure className="self-end border border-line-strong bg-panel p-6 sm:p-8">
      <figcaption className="eyebrow flex justify-between gap-4">
        <span>{claim.framework.name}</span>
        <span>a claim, taken apart</span>
      </figcaption>
      <p dir="auto" className="mt-4 font-serif text-3xl leading-tight">
        {claim.text}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <VerdictBadge verdict={claim.verdict} />
        <SourceChips assertions={claim.assertions} anchor={`${claim.framework.slug}-${claim.slug}`} />
      </div>
      <ul className="mt-5 space-y-3 border-t border-line pt-4 text-sm">
        {claim.assertions.slice(0, 3).map((assertion) => (
          <li key={`${assertion.source.slug} ${assertion.locator}`}>
            <span className={assertion.stance === "supports" ? "text-still-true" : "text-disputed"}>
              {assertion.stance === "supports" ? "✓" : "✕"} {assertion.source.date.slice(0, 4)}
            </span>{" "}
            <bdi>{assertion.note ?? `${assertion.source.publisher}: ${assertion.locator}`}</bdi>
          </li>
        ))}
      </ul>
      <a
        href={`${routes.framework(claim.framework.slug)}#claim-${claim.slug}`}
        className="link mt-4 inline-block text-sm"
      >
        See it in its place
      </a>
    </figure>
  );
}

function Ledger({ id, title, lead, claims }: { id: string; title: string; lead: string; claims: HighlightedClaim[] }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-4xl">
        {title}
      </h2>
      <p className="mt-1 text-muted">{lead}</p>
      <div className="ledger mt-4">
        {claims.length === 0 && <p className="py-4 text-muted">Nothing yet.</p>}
        {claims.map((claim) => (
          <Highlight key={`${claim.framework.slug} ${claim.slug}`} claim={claim} />
        ))}
      </div>
    </section>
  );
}
