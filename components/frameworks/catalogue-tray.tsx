"use client";

import { type CatalogueView } from "@/lib/frameworks/search-params";
import type { Known, ShownResult } from "@/lib/frameworks/shown";
import { routes } from "@/lib/site/routes";
import { Logo } from "./logo";

/** What was picked to compare; its state is in the URL too. Without scripts the button submits the picked boxes. */
export function CatalogueTray({
  view,
  results,
  navigate,
}: {
  view: CatalogueView;
  /** Where the picked ones may be known from. */
  results: ShownResult[];
  navigate: (view: CatalogueView) => void;
}) {
  const { pick } = view;
  const known = results.flatMap((result): Known[] => [...result.rows, ...result.picked]);
  return (
    <div
      className={`sticky bottom-0 z-10 mt-6 border-t-2 border-ink bg-panel px-3 py-3 ${pick.length === 0 ? "no-script-only" : ""}`}
      role="region"
      aria-label="Picked to compare"
    >
      <div className="flex w-full flex-wrap items-center gap-2">
        <span className="eyebrow mr-1">Compare</span>
        {pick.map((slug) => {
          const { name, icon } = known.find((one) => one.slug === slug) ?? { name: slug, icon: null };
          return (
            <button
              key={slug}
              type="button"
              className="choice items-center"
              onClick={() => navigate({ ...view, pick: pick.filter((other) => other !== slug) })}
            >
              <Logo icon={icon} name={name} size={16} />
              <span>{`${name} `}</span>
              <span aria-hidden="true">×</span>
              <span className="sr-only">take out</span>
            </button>
          );
        })}
        <span className="ml-auto flex items-center gap-3">
          {pick.length === 1 && <span className="text-sm text-muted">Pick one more.</span>}
          {pick.length === 10 && <span className="text-sm text-muted">Ten is the most.</span>}
          {pick.length >= 2 && (
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
