import { routes } from "@/lib/site/routes";
import { dataSources } from "@/lib/sources/licences";

export function LicencesPage() {
  return (
    <>
      <p className="eyebrow mt-10">
        <a href={routes.sources} className="hover:text-accent">
          Sources
        </a>{" "}
        / Data licences
      </p>
      <h1 className="mt-3 text-5xl">Data licences</h1>
      <p className="mt-2 max-w-prose text-muted">
        Facts are quoted with their source and date where they stand. These are the collections that they were taken
        from, with the notices that their licences ask for. Claims are written by us; their sources are linked beside
        them.
      </p>
      <ul className="ledger mt-8 max-w-4xl">
        {dataSources.map((source) => (
          <li key={source.name} className="py-4">
            <h2 className="text-2xl">
              <a href={source.url} className="hover:text-accent" rel="nofollow">
                {source.name}
              </a>
            </h2>
            <p>{source.used}</p>
            <p className="font-mono text-sm text-muted">{source.licence}</p>
            {source.text && (
              <details className="mt-1 text-sm">
                <summary className="text-muted">
                  Notice<span className="sr-only"> of {source.name}</span>
                </summary>
                <div className="mt-2 max-w-prose space-y-2 border-l-2 border-line pl-3">
                  <p>{source.copyright}</p>
                  {source.text.map((paragraph) => (
                    <p key={paragraph.slice(0, 40)}>{paragraph}</p>
                  ))}
                </div>
              </details>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
