"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { attributeOf, facetValueName } from "@/lib/frameworks/attributes";
import { type CatalogueView, catalogueSearch, defaultView, withFilter } from "@/lib/frameworks/search-params";
import type { ShownResult } from "@/lib/frameworks/shown";
import { routes } from "@/lib/site/routes";
import { CatalogueFilters } from "./catalogue-filters";
import { useCatalogue } from "./catalogue-store";
import { CatalogueTable } from "./catalogue-table";
import { CatalogueToolbar } from "./catalogue-toolbar";
import { CatalogueTray } from "./catalogue-tray";

type Navigate = (view: CatalogueView, how?: "push" | "replace") => void;

/** The catalogue: rendered whole on the server for its URL, then moved through in the browser without another request. */
export function Catalogue({ initial, search }: { initial: ShownResult; search: string }) {
  const { view, asked, result, navigate, prepare, busy } = useCatalogue(initial, search);
  const filters = useRef<HTMLInputElement>(null);
  const results = useRef<HTMLParagraphElement>(null);
  const go: Navigate = (next, how) => void navigate(next, how);
  // What was pressed goes away with all beside it: the focus goes on to what it leaves.
  const toResults = () => results.current?.focus({ preventScroll: true });
  const unfilter: Navigate = (next) => {
    if (Object.keys(next.filters).length === 0) toResults();
    go(next);
  };
  const unpick: Navigate = (next) => {
    if (next.pick.length === 0) toResults();
    go(next);
  };
  const widen: Navigate = (next) => {
    toResults();
    go(next);
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Fetched while a hand is on its way, so that the first choice needs no wait.
    const near = () => void prepare(false);
    const element = form.current;
    for (const event of ["pointerover", "focusin"]) element?.addEventListener(event, near, { once: true });
    return () => {
      for (const event of ["pointerover", "focusin"]) element?.removeEventListener(event, near);
    };
  }, [prepare]);
  const chosen = Object.values(asked.filters).flat().length;
  return (
    <form
      ref={form}
      id="catalogue-form"
      action={routes.frameworks}
      onSubmit={(event) => isCompare(event.nativeEvent) || event.preventDefault()}
    >
      <div className="mt-6 grid gap-x-10 gap-y-4 lg:grid-cols-[14rem_minmax(0,1fr)]">
        <div>
          <input
            ref={filters}
            id="show-filters"
            type="checkbox"
            className="peer sr-only lg:hidden"
            aria-label="Show filters"
          />
          <label
            htmlFor="show-filters"
            className="button peer-focus-visible:outline-2 peer-focus-visible:outline-accent lg:hidden"
          >
            {chosen > 0 ? `Filters (${chosen})` : "Filters"}
          </label>
          <div className="mt-3 hidden peer-checked:block lg:mt-0 lg:block">
            <CatalogueFilters view={asked} facets={result.facets} navigate={go} />
            <p className="sticky bottom-0 border-t border-line-strong bg-paper py-3 lg:hidden">
              <button
                type="submit"
                className="button button-strong w-full justify-center"
                onClick={() => {
                  if (filters.current) filters.current.checked = false;
                  results.current?.focus();
                  results.current?.scrollIntoView();
                }}
              >
                <span className="no-script-only">Show results</span>
                <span className="script-only">
                  {`Show ${result.total} ${result.total === 1 ? "result" : "results"}`}
                </span>
              </button>
            </p>
          </div>
        </div>
        <div className="min-w-0">
          <CatalogueToolbar view={asked} navigate={go} />
          <ChosenFilters view={view} navigate={unfilter} />
          <p
            ref={results}
            tabIndex={-1}
            className="mt-4 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 text-sm outline-none"
          >
            <span aria-live="polite" aria-atomic="true">
              {busy ? "Loading …" : `${result.total} of ${result.all} frameworks`}
            </span>
            <Exports view={view} />
          </p>
          <div aria-busy={busy} className="mt-2">
            {result.total === 0 ? (
              <NothingFound view={view} result={result} navigate={widen} />
            ) : (
              <CatalogueTable view={view} result={result} navigate={go} />
            )}
          </div>
          <Pages view={view} result={result} navigate={go} />
          <CatalogueTray view={view} results={[result, initial]} navigate={unpick} />
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

function NothingFound({ view, result, navigate }: { view: CatalogueView; result: ShownResult; navigate: Navigate }) {
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
        <p className="mt-2 text-muted">No single change helps. Start over with fewer filters.</p>
      )}
      {view.q && (
        <p className="mt-4">
          <a href={routes.searchFor(view.q)} className="link">
            Search claims, features and checks as well
          </a>
        </p>
      )}
      <p className="mt-4">
        <ViewLink to={{ ...defaultView, columns: view.columns, pick: view.pick }} navigate={navigate} className="link">
          {`Show all ${result.all}`}
        </ViewLink>
      </p>
    </div>
  );
}

function Pages({ view, result, navigate }: { view: CatalogueView; result: ShownResult; navigate: Navigate }) {
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
