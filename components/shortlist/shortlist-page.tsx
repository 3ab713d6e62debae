import { maxCompared } from "@/lib/compare/search-params";
import { getCatalogue } from "@/lib/frameworks/queries";
import { removeAction } from "@/lib/shortlist/actions";
import { routes } from "@/lib/site";
import { ActionForm } from "../auth/form";
import { Logo } from "../frameworks/logo";

export async function ShortlistPage({ saved }: { saved: string[] }) {
  const catalogue = await getCatalogue();
  const rows = saved.flatMap((slug) => catalogue.find((row) => row.slug === slug) ?? []);
  return (
    <div className="py-10 sm:py-14">
      <h1 className="text-5xl">Shortlist</h1>
      {rows.length === 0 ? (
        <div className="mt-4 max-w-prose text-lg">
          <p>Nothing yet. Open a framework and press “Save”: it is kept here, for you alone.</p>
          <p className="mt-6">
            <a href={routes.frameworks} className="button button-strong">
              Browse frameworks
            </a>
          </p>
        </div>
      ) : (
        <>
          <p className="mt-2 text-muted">Seen by you alone.</p>
          <ul className="ledger mt-6">
            {rows.map((row) => (
              <li key={row.slug} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <a href={routes.framework(row.slug)} className="flex min-w-0 items-center gap-3">
                  <Logo icon={row.icon} name={row.name} />
                  <span>
                    <span className="link font-medium">{row.name}</span>
                    <span className="block text-sm text-muted">{row.tagline}</span>
                  </span>
                </a>
                <ActionForm
                  action={removeAction}
                  fields={{ framework: row.slug }}
                  submit="Remove"
                  label={`Remove ${row.name}`}
                  quiet
                />
              </li>
            ))}
          </ul>
          {rows.length > 1 && (
            <p className="mt-6">
              <a
                href={routes.compareOf(rows.slice(0, maxCompared).map((row) => row.slug))}
                className="button button-strong"
              >
                Compare {rows.length > maxCompared ? `the first ${maxCompared}` : "them"}
              </a>
            </p>
          )}
        </>
      )}
    </div>
  );
}
