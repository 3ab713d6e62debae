import { routes } from "@/lib/site/routes";
import { sourceKinds } from "@/lib/sources/kinds";
import { getSources, type SourceSummary } from "@/lib/sources/queries";
import { Section } from "../ui/section";

export async function SourcesPage() {
  const sources = await getSources();
  const kinds = sourceKinds
    .map((kind) => ({ kind, own: sources.filter((source) => source.kind === kind.id) }))
    .filter(({ own }) => own.length > 0);
  return (
    <>
      <h1 className="mt-10 text-5xl">Sources</h1>
      <p className="mt-2 max-w-prose text-muted">
        {sources.length} publications. Each opens into the claims that it makes, what others dispute of them, and what
        has gone stale since. Figures and dates come from the data sets under{" "}
        <a href={routes.licences} className="link">
          data licences
        </a>
        .
      </p>
      {kinds.map(({ kind, own }) => (
        <Section
          key={kind.id}
          id={kind.id}
          title={kind.id === "article" ? "Articles" : kind.name}
          lead={
            kind.primary
              ? "Primary evidence: it can confirm a claim."
              : "Opinion: it can make a claim or dispute one, but not confirm it."
          }
        >
          <ul className={kind.id === "article" ? "ledger" : "grid gap-x-10 sm:grid-cols-2 lg:grid-cols-3"}>
            {own.map((source) => (
              <SourceLine key={source.slug} source={source} />
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}

function SourceLine({ source }: { source: SourceSummary }) {
  return (
    <li className="border-t border-line py-3">
      <a href={routes.source(source.slug)} className="font-medium hover:text-accent">
        <bdi>{source.title}</bdi>
      </a>
      <p className="text-sm text-muted">
        <bdi>{source.publisher}</bdi>, {source.date}
      </p>
      <p className="text-sm">
        supports <span className="font-mono">{source.supports}</span>
        {source.disputes > 0 && (
          <>
            {" "}
            · disputes <span className="font-mono">{source.disputes}</span>
          </>
        )}
      </p>
    </li>
  );
}
