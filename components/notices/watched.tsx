import { stopWatchingAction } from "@/lib/notices/actions";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { Logo } from "../frameworks/logo";

/** What a person watches, each with the way to stop; works without scripts. */
export function Watched({
  frameworks,
}: {
  frameworks: readonly { slug: string; name: string; icon: string | null }[];
}) {
  return (
    <section aria-labelledby="watched">
      <h2 id="watched" className="mt-12 text-2xl">
        You watch
      </h2>
      {frameworks.length === 0 ? (
        <p className="mt-1 max-w-prose text-sm text-muted">
          Nothing yet. Every framework’s page has a button for it; what is on your lists is watched anyway.
        </p>
      ) : (
        <ul className="ledger mt-3 max-w-xl">
          {frameworks.map(({ slug, name, icon }) => (
            <li key={slug} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
              <span className="flex items-center gap-2.5">
                <Logo icon={icon} name={name} size={18} />
                <a href={routes.history(slug)} className="link">
                  {name}
                </a>
              </span>
              <ActionForm
                action={stopWatchingAction}
                fields={{ framework: slug }}
                submit="Stop watching"
                label={`Stop watching ${name}`}
                quiet
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
