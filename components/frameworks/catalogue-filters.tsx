"use client";

import { attributeOf, facetValueName } from "@/lib/frameworks/attributes";
import { type CatalogueView, withFilter } from "@/lib/frameworks/search-params";
import type { ShownResult } from "@/lib/frameworks/shown";

const openFirst = new Set(["language", "level", "kind"]);

/** The facets, each with the count that its options would leave. Plain checkboxes of a form: they work without scripts. */
export function CatalogueFilters({
  view,
  facets,
  navigate,
}: {
  view: CatalogueView;
  facets: ShownResult["facets"];
  navigate: (view: CatalogueView) => void;
}) {
  return facets.map((facet) => {
    const values = view.filters[facet.id] ?? [];
    const chosen = values.length;
    return (
      <details key={facet.id} open={chosen > 0 || openFirst.has(facet.id)} className="facet">
        <summary title={attributeOf(facet.id)?.help}>
          <span>{attributeOf(facet.id)?.name}</span>
          {chosen > 0 && <span className="count ml-1.5">{`${chosen} chosen`}</span>}
        </summary>
        <fieldset>
          <legend className="sr-only">{attributeOf(facet.id)?.name}</legend>
          {facet.options.map(([option, count]) => (
            <label key={option} className={count === 0 && !values.includes(option) ? "none" : undefined}>
              <input
                type="checkbox"
                name={facet.id}
                value={option}
                checked={values.includes(option)}
                onChange={(event) => navigate(withFilter(view, facet.id, option, event.target.checked))}
              />
              <span>{facetValueName(facet.id, option)}</span>
              <i>{count}</i>
            </label>
          ))}
        </fieldset>
      </details>
    );
  });
}
