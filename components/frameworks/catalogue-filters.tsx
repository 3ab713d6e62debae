"use client";

import { type CatalogueView, withFilter } from "@/lib/frameworks/search-params";
import type { CatalogueResult } from "@/lib/frameworks/view";

/** The facets, each with the count that its options would leave. Plain checkboxes of a form: they work without scripts. */
export function CatalogueFilters({
  view,
  result,
  navigate,
}: {
  view: CatalogueView;
  result: CatalogueResult;
  navigate: (view: CatalogueView) => void;
}) {
  return (
    <div className="space-y-1">
      {result.facets.map((facet) => {
        const chosen = facet.options.filter((option) => option.chosen).length;
        const open = chosen > 0 || facet.id === "language" || facet.id === "level" || facet.id === "kind";
        return (
          <details key={facet.id} open={open} className="border-t border-line py-2">
            <summary className="text-sm font-medium" title={facet.help}>
              <span>{facet.name}</span>
              {chosen > 0 && <span className="count ml-1.5">{`${chosen} chosen`}</span>}
            </summary>
            <fieldset className="mt-1 max-h-72 overflow-y-auto">
              <legend className="sr-only">{facet.name}</legend>
              {facet.options.map((option) => (
                <label
                  key={option.id}
                  className={`flex min-h-7 items-center gap-2 py-0.5 text-sm ${option.count === 0 && !option.chosen ? "text-muted" : ""}`}
                >
                  <input
                    type="checkbox"
                    name={facet.id}
                    value={option.id}
                    checked={option.chosen}
                    onChange={(event) => navigate(withFilter(view, facet.id, option.id, event.target.checked))}
                    className="size-4 shrink-0 accent-[var(--accent)]"
                  />
                  <span className="min-w-0 flex-1">{option.name}</span>
                  <span className="count">{option.count}</span>
                </label>
              ))}
            </fieldset>
          </details>
        );
      })}
    </div>
  );
}
