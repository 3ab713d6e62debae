import { maxCompared } from "@/lib/compare/search-params";
import { getCatalogue } from "@/lib/frameworks/queries";
import { duplicateListAction } from "@/lib/shortlist/actions";
import type { SharedList } from "@/lib/shortlist/queries";
import { routes } from "@/lib/site/routes";
import { ActionForm } from "../form/action-form";
import { EntryWords } from "./entry-words";
import { NamedFramework } from "./named-framework";

/** Somebody's list, as they let others see it. */
export async function SharedListPage({ list, id }: { list: SharedList; id: string }) {
  const catalogue = await getCatalogue();
  return (
    <div className="max-w-4xl py-10 sm:py-14">
      <p className="eyebrow">
        <span>{list.mine ? "Your list, as others see it" : "A list of "}</span>
        {!list.mine && <bdi>{list.owner}</bdi>}
        <span>{` · ${list.visibility === "public" ? "public" : "by link"}`}</span>
      </p>
      <h1 dir="auto" className="mt-1 text-5xl">
        {list.name}
      </h1>
      {list.entries.length === 0 && <p className="mt-4 text-lg text-muted">Nothing is on it at the moment.</p>}
      <ol className="ledger mt-6">
        {list.entries.map(({ slug, status, note, reason }) => {
          const row = catalogue.find((one) => one.slug === slug);
          return (
            row && (
              <li key={slug} className="py-3">
                <NamedFramework row={row} />
                <EntryWords status={status} note={note} reason={reason} />
              </li>
            )
          );
        })}
      </ol>
      <div className="mt-6 flex flex-wrap items-start gap-2">
        {list.entries.length > 1 && (
          <a
            href={routes.compareOf(list.entries.slice(0, maxCompared).map(({ slug }) => slug))}
            className="button button-strong"
          >
            Compare them
          </a>
        )}
        <ActionForm action={duplicateListAction} fields={{ key: id }} submit="Copy to my lists" quiet once />
      </div>
    </div>
  );
}
