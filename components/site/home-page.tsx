import { getBestSupportedClaims, getDisputedClaims, getTotals, type HighlightedClaim } from "@/lib/claims/queries";
import { getScoredCatalogue } from "@/lib/frameworks/queries";
import { defaultView } from "@/lib/frameworks/search-params";
import { computeView } from "@/lib/frameworks/view";
import { siteUrl } from "@/lib/site/identity";
import { routes } from "@/lib/site/routes";
import { Highlight } from "../claims/highlight";
import { languagesOf } from "../decide/questions-page";
import { HomeChoose } from "./home-choose";
import { HomeComparison, pairOf } from "./home-comparison";
import { HomeSpecimen } from "./home-specimen";
import { JsonLd } from "./json-ld";

const doors = [
  { facet: "language", title: "I write" },
  { facet: "level", title: "My level" },
  { facet: "use", title: "I build" },
];

export async function HomePage() {
  const [scored, totals, disputed, supported] = await Promise.all([
    getScoredCatalogue(),
    getTotals(),
    getDisputedClaims(),
    getBestSupportedClaims(),
  ]);
  const rows = scored.map(({ row }) => row);
  const pair = pairOf(scored);
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
            target: `${siteUrl()}${routes.search}?q={query}`,
            "query-input": "required name=query",
          },
        }}
      />
      <div className="grid gap-x-12 gap-y-8 pt-6 sm:pt-10 lg:grid-cols-2 lg:pt-14">
        <div className="min-w-0">
          <h1 className="text-4xl sm:text-6xl">Choose a backend framework with evidence.</h1>
          <p className="mt-3 max-w-xl sm:mt-5 sm:text-lg">
            {totals.frameworks} frameworks side by side: what is said for and against each, by whom, and whether it is
            still true.
          </p>
          <HomeChoose languages={languagesOf(rows)} />
          <p className="mt-4 flex flex-wrap gap-x-5 gap-y-1">
            <a href={routes.frameworks} className="link py-1">
              Browse all {totals.frameworks}
            </a>
            <a href={routes.decide} className="link py-1">
              Weigh and decide
            </a>
            <a href={routes.learn} className="link py-1">
              New to back ends? Start here
            </a>
          </p>
        </div>
        {pair && <HomeComparison pair={pair} />}
      </div>

      <section aria-labelledby="start" className="below mt-14">
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

      <div className="below mt-20 grid items-center gap-x-16 gap-y-10 lg:grid-cols-2">
        <div>
          <h2 className="text-4xl">Every statement taken apart</h2>
          <p className="mt-3 max-w-prose text-lg text-muted">
            Who says it, since when, who disagrees, and what became of it. Unknown is shown as unknown.
          </p>
          <dl className="mt-6 flex flex-wrap gap-x-10 gap-y-3">
            <Total value={totals.claims} name="claims" />
            <Total value={totals.assertions} name="assertions" />
            <Total value={totals.sources} name="sources" />
            <Total value={totals.disputed} name="with a dispute" />
          </dl>
        </div>
        {disputed[0] && <HomeSpecimen claim={disputed[0]} />}
      </div>

      <div className="below mt-20 grid gap-x-16 gap-y-14 lg:grid-cols-2">
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
