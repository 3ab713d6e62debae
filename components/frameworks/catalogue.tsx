"use client";

import type { MouseEvent, ReactNode } from "react";
import { attributeOf, facetValueName } from "@/lib/frameworks/attributes";
import { type CatalogueView, catalogueSearch, defaultView, withFilter } from "@/lib/frameworks/search-params";
import type { CatalogueResult } from "@/lib/frameworks/view";
import { routes } from "@/lib/site/routes";
import { CatalogueFilters } from "./catalogue-filters";
import { useCatalogue } from "./catalogue-store";
import { CatalogueTable } from "./catalogue-table";
import { CatalogueToolbar } from "./catalogue-toolbar";

type Navigate = (view: CatalogueView, how?: "push" | "replace") => void;

/** The catalogue: rendered whole on the server for its URL, then moved through in the browser without another request. */
export function Catalogue({ initial, search }: { initial: CatalogueResult; search: string }) {
  const { view, result, navigate, busy } = useCatalogue(initial, search);
  const go: Navigate = (next, how) => void navigate(next, how);
  const chosen = Object.values(view.filters).flat().length;
  return (
    <form
      id="catalogue-form"
      action={routes.frameworks}
      onSubmit={(event) => isCompare(event.nativeEvent) || event.preventDefault()}
    >
      <div className="mt-6 grid gap-x-10 gap-y-4 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <div>
          <input id="show-filters" type="checkbox" className="peer sr-only lg:hidden" aria-label="Show filters" />
          <label
            htmlFor="show-filters"
            className="button peer-focus-visible:outline-2 peer-focus-visible:outline-accent lg:hidden"
          >
            {chosen > 0 ? `Filters (${chosen})` : "Filters"}
          </label>
          <div className="mt-3 hidden peer-checked:block lg:mt-0 lg:block">
            <CatalogueFilters view={view} result={result} navigate={go} />
          </div>
        </div>
        <div className="min-w-0">
          <CatalogueToolbar view={view} navigate={go} />
          <ChosenFilters view={view} navigate={go} />
          <p className="mt-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-sm">
            <span aria-live="polite" aria-atomic="true">
              {busy ? "Loading …" : `${result.total} of ${result.all} frameworks`}
            </span>
            <Exports view={view} />
          </p>
          <div aria-busy={busy} className="mt-2">
            {result.total === 0 ? (
              <NothingFound view={view} result={result} navigate={go} />
            ) : (
              <CatalogueTable view={view} result={result} navigate={go} />
            )}
          </div>
          <Pages view={view} result={result} navigate={go} />
          <Tray view={view} navigate={go} />
        </div>
      </div>
    </form>
  );
}

/** The compare button submits the form for real, to another address; the rest is handled here. */
function isCompare(event: Event): boolean {
  return event instanceof SubmitEvent && event.submitter?.hasAttribute("formaction") === true;
}

/** A link that works without scripts and, with them, changes the view in place. */
function ViewLink({
  to,
  navigate,
  className,
  children,
}: {
  to: CatalogueView;
  navigate: Navigate;
  className?: string;
  children: ReactNode;
}) {
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    navigate(to);
  };
  return (
    <a href={`${routes.frameworks}${catalogueSearch(to)}`} onClick={follow} className={className}>
      {children}
    </a>
  );
}

function ChosenFilters({ view, navigate }: { view: CatalogueView; navigate: Navigate }) {
  const chosen = Object.entries(view.filters).flatMap(([facet, values]) => values.map((value) => ({ facet, value })));
  if (chosen.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap items-center gap-1.5" aria-label="Chosen filters">
      {chosen.map(({ facet, value }) => (
        <li key={`${facet} ${value}`}>
          <ViewLink to={withFilter(view, facet, value, false)} navigate={navigate} className="chip min-h-7">
            <span className="text-muted">{attributeOf(facet)?.name}</span> <span>{facetValueName(facet, value)}</span>{" "}
            <span aria-hidden="true">×</span>
            <span className="sr-only">remove</span>
          </ViewLink>
        </li>
      ))}
      <li>
        <ViewLink to={{ ...view, q: "", filters: {}, page: 1 }} navigate={navigate} className="link px-1 text-sm">
          Clear all
        </ViewLink>
      </li>
    </ul>
  );
}

const exported = { csv: "CSV", "csv&bom=1": "CSV for Excel", json: "JSON", md: "Markdown" };

function Exports({ view }: { view: CatalogueView }) {
  const query = catalogueSearch({ ...view, page: 1, pick: [], columns: defaultView.columns, group: null }).replace(
    "?",
    "&",
  );
  return (
    <span className="text-muted">
      Download{" "}
      {Object.entries(exported).map(([format, name]) => (
        <a key={format} href={`/frameworks/export?format=${format}${query}`} className="link ml-1.5" download>
          {name}
        </a>
      ))}
    </span>
  );
}

function NothingFound({
  view,
  result,
  navigate,
}: {
  view: CatalogueView;
  result: CatalogueResult;
  navigate: Navigate;
}) {
  return (
    <div className="border-y border-line py-10">
      <p className="font-serif text-2xl">Nothing fits all of that.</p>
      {result.nearMisses.length > 0 ? (
        <>
          <p className="mt-2 text-muted">One step away:</p>
          <ul className="mt-2 flex flex-wrap gap-2">
            {result.nearMisses.map((miss) => (
              <li key={miss.label}>
                <ViewLink to={miss.view} navigate={navigate} className="choice">
                  <span>{miss.label}</span> <span className="count">{miss.count}</span>
                </ViewLink>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="mt-2 text-muted">No single step helps. Start over with fewer wishes.</p>
      )}
      <p className="mt-4">
        <ViewLink to={{ ...defaultView, columns: view.columns, pick: view.pick }} navigate={navigate} className="link">
          {`Show all ${result.all}`}
        </ViewLink>
      </p>
    </div>
  );
}

function Pages({ view, result, navigate }: { view: CatalogueView; result: CatalogueResult; navigate: Navigate }) {
  if (result.pages <= 1) return null;
  return (
    <nav aria-label="Pages" className="mt-6 flex items-center justify-center gap-6 text-sm">
      {result.page > 1 && (
        <ViewLink to={{ ...view, page: result.page - 1 }} navigate={navigate} className="button">
          ← Previous
        </ViewLink>
      )}
      <span>{`Page ${result.page} of ${result.pages}`}</span>
      {result.page < result.pages && (
        <ViewLink to={{ ...view, page: result.page + 1 }} navigate={navigate} className="button">
          Next →
        </ViewLink>
      )}
    </nav>
  );
}

/** What was picked to compare; its state is in the URL too. Without scripts the button submits the picked boxes. */
function Tray({ view, navigate }: { view: CatalogueView; navigate: Navigate }) {
  const { pick } = view;
  const enough = pick.length >= 2;
  return (
    <div
      className={`sticky bottom-0 z-10 mt-6 border-t-2 border-ink bg-panel px-3 py-3 ${pick.length === 0 ? "no-script-only" : ""}`}
      role="region"
      aria-label="Picked to compare"
    >
      <div className="flex w-full flex-wrap items-center gap-2">
        <span className="eyebrow mr-1">Compare</span>
        {pick.map((slug) => (
          <button
            key={slug}
            type="button"
            className="chip min-h-7"
            onClick={() => navigate({ ...view, pick: pick.filter((other) => other !== slug) })}
          >
            <span>{slug}</span> <span aria-hidden="true">×</span>
            <span className="sr-only">take out</span>
          </button>
        ))}
        <span className="ml-auto flex items-center gap-3">
          {pick.length === 1 && <span className="text-sm text-muted">Pick one more.</span>}
          {pick.length === 10 && <span className="text-sm text-muted">Ten is the most.</span>}
          {enough && (
            <a href={routes.compareOf(pick)} className="button button-strong">
              {`Compare ${pick.length}`}
            </a>
          )}
          <button type="submit" formAction={routes.compare} className="button no-script-only">
            Compare the picked
          </button>
          {pick.length > 0 && (
            <button type="button" className="link text-sm" onClick={() => navigate({ ...view, pick: [] })}>
              Clear
            </button>
          )}
        </span>
      </div>
    </div>
  );
}
