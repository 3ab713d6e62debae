import type { SourcedClaim, SourceView } from "@/lib/claims/source";
import { openEnd } from "@/lib/releases/support";
import { routes } from "@/lib/site/routes";
import { sourceKinds } from "@/lib/sources/kinds";
import { SourceChips } from "../claims/source-chips";
import { VerdictBadge } from "../claims/verdict-badge";
import { Logo } from "../frameworks/logo";
import { pageOf, SentOnce } from "../ui/sent-once";

/** A source: what it says of each framework, who disputes it, and how it has aged. */
export function SourcePage({ source }: { source: SourceView }) {
  const { claims } = source;
  const made = claims.filter((claim) => claim.stance === "supports");
  const disputedByOthers = made.filter((claim) => othersDispute(claim, source.slug).length > 0);
  const stale = made.filter((claim) => claim.staleness?.stale);
  const frameworks = [...new Map(claims.map((claim) => [claim.framework.slug, claim.framework])).values()];
  const kind = sourceKinds.find((item) => item.id === source.kind);
  return (
    <SentOnce page={pageOf(routes.source(source.slug), source)} name="source">
      <p className="eyebrow mt-10">
        <a href={routes.sources} className="hover:text-accent">
          Sources
        </a>{" "}
        / {kind?.name}
      </p>
      <h1 dir="auto" className="mt-3 max-w-4xl text-4xl sm:text-5xl">
        {source.title}
      </h1>
      <p className="mt-3 text-muted">
        <bdi>{source.publisher}</bdi>, {source.date}.{" "}
        {source.url ? (
          <a href={source.url} className="link break-all" rel="nofollow">
            {source.url.replace("https://", "")}
          </a>
        ) : (
          "Its address was not recorded."
        )}
      </p>
      {source.note && <p className="mt-2 max-w-prose text-muted">{source.note}</p>}
      <dl className="mt-6 flex flex-wrap gap-x-10 gap-y-3">
        <Figure value={made.length} name="claims made" />
        <Figure value={disputedByOthers.length} name="of them disputed by others" />
        <Figure value={claims.length - made.length} name="claims of others disputed" />
        <Figure value={stale.length} name="about a version whose support has since ended" />
      </dl>
      {frameworks.length > 1 && (
        <nav aria-label="Frameworks" className="no-print mt-6 flex flex-wrap gap-x-4 border-y border-line py-2 text-sm">
          {frameworks.map((framework) => (
            <a key={framework.slug} href={`#${framework.slug}`} className="py-0.5 text-muted hover:text-accent">
              {framework.name}
            </a>
          ))}
        </nav>
      )}
      {frameworks.map((framework) => (
        <section key={framework.slug} id={framework.slug} aria-labelledby={`${framework.slug}-title`} className="mt-12">
          <h2 id={`${framework.slug}-title`} className="text-3xl">
            <a href={routes.framework(framework.slug)} className="inline-flex items-center gap-3 hover:text-accent">
              <Logo icon={framework.icon} name={framework.name} size={26} />
              {framework.name}
            </a>
          </h2>
          <Aged claims={claims.filter((claim) => claim.framework.slug === framework.slug)} date={source.date} />
          <ul className="ledger mt-3">
            {claims
              .filter((claim) => claim.framework.slug === framework.slug)
              .map((claim) => (
                <SourceClaim key={claim.slug} claim={claim} source={source.slug} />
              ))}
          </ul>
        </section>
      ))}
      {claims.length === 0 && <p className="mt-10 text-muted">No claim refers to it at present.</p>}
      {source.recommendations.length > 0 && <Recommendations source={source} />}
    </SentOnce>
  );
}

function othersDispute(claim: SourcedClaim, slug: string) {
  return claim.assertions.filter((assertion) => assertion.stance === "disputes" && assertion.source.slug !== slug);
}

function Figure({ value, name }: { value: number; name: string }) {
  return (
    <div className="flex max-w-44 flex-col-reverse justify-end">
      <dt className="text-sm text-muted">{name}</dt>
      <dd className="font-mono text-2xl">{value}</dd>
    </div>
  );
}

/** Claim's year → version current then → its end of life. */
function Aged({ claims, date }: { claims: SourcedClaim[]; date: string }) {
  const staleness = claims[0]?.staleness;
  if (!staleness)
    return (
      <p className="mt-1 text-sm text-muted">
        Which version was current in {date.slice(0, 4)} is not known from published dates.
      </p>
    );
  const end =
    staleness.end === null
      ? "end not published"
      : staleness.end === "open"
        ? openEnd
        : staleness.stale
          ? `ended ${staleness.end}`
          : `supported until ${staleness.end}`;
  return (
    <p className="mt-1 font-mono text-sm">
      {date.slice(0, 4)} → {staleness.cycle} → <span className={staleness.stale ? "text-outdated" : ""}>{end}</span>
      {staleness.stale && (
        <span className="font-sans text-muted">
          {" "}
          · what it says of this framework is about a version that is no longer supported
        </span>
      )}
    </p>
  );
}

function SourceClaim({ claim, source }: { claim: SourcedClaim; source: string }) {
  const own = claim.assertions.filter((assertion) => assertion.source.slug === source);
  const others = claim.assertions.filter((assertion) => assertion.source.slug !== source);
  return (
    <li
      id={`${claim.framework.slug}-${claim.slug}`}
      className="grid gap-x-8 gap-y-1 py-3 target:bg-accent-soft md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
    >
      <div>
        <p className="leading-snug">
          {claim.stance === "disputes" && <span className="text-disputed">Disputes: </span>}
          <a href={`${routes.framework(claim.framework.slug)}#claim-${claim.slug}`} className="hover:text-accent">
            <bdi>{claim.text}</bdi>
          </a>
        </p>
        {own.map((assertion) => (
          <p key={`${assertion.locator} ${assertion.url ?? ""}`} className="text-sm text-muted">
            {assertion.url ? (
              <a href={assertion.url} className="link" rel="nofollow">
                <bdi>{assertion.locator}</bdi>
              </a>
            ) : (
              <bdi>{assertion.locator}</bdi>
            )}
            {assertion.note && (
              <>
                {" "}
                · <bdi>{assertion.note}</bdi>
              </>
            )}
          </p>
        ))}
      </div>
      <div>
        <div className="flex flex-wrap items-center gap-2">
          <VerdictBadge verdict={claim.verdict} />
          <SourceChips assertions={others} anchor={`${claim.framework.slug}-${claim.slug}`} />
        </div>
        {others
          .filter((assertion) => assertion.stance === "disputes")
          .map((assertion) => (
            <p key={`${assertion.source.slug} ${assertion.locator}`} className="mt-1 text-sm">
              <span className="text-disputed">
                ✕ <bdi>{assertion.source.publisher}</bdi>, {assertion.source.date.slice(0, 4)}:
              </span>{" "}
              <bdi>{assertion.note}</bdi>
            </p>
          ))}
      </div>
    </li>
  );
}

function Recommendations({ source }: { source: SourceView }) {
  return (
    <section aria-labelledby="recommends" className="mt-14">
      <h2 id="recommends" className="text-3xl">
        Resources it recommends
      </h2>
      <ul className="mt-4 grid gap-x-10 sm:grid-cols-2">
        {source.recommendations.map((resource) => (
          <li key={`${resource.framework.slug} ${resource.url}`} className="border-t border-line py-2">
            <a href={resource.url} className="link" rel="nofollow">
              <bdi>{resource.title}</bdi>
            </a>
            <p className="text-sm text-muted">
              <a href={`${routes.framework(resource.framework.slug)}#resources`} className="link">
                {resource.framework.name}
              </a>{" "}
              · {resource.cost}
              {resource.state === "outdated" && <span className="text-outdated"> · outdated</span>}
              {resource.state === "unchecked" && " · not checked by us"}
            </p>
            {resource.note && <p className="text-sm text-muted">{resource.note}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
