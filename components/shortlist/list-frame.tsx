import type { ReactNode } from "react";
import { maxCompared } from "@/lib/compare/search-params";
import type { CatalogueRow } from "@/lib/frameworks/row";
import { routes } from "@/lib/site/routes";

/** What stands around one's own list: its title, and the ways on to comparing and deciding. */
export function ListFrame({ rows, title, children }: { rows: CatalogueRow[]; title: string; children: ReactNode }) {
  const compared = rows.slice(0, maxCompared).map(({ slug }) => slug);
  return (
    <div className="max-w-4xl py-10 sm:py-14">
      <h1 dir="auto" className="text-5xl">
        {title}
      </h1>
      {rows.length === 0 && (
        <div className="mt-4 max-w-prose text-lg">
          <p>Nothing on it yet. Open a framework and press “Save”: it is kept here.</p>
          <p className="mt-6">
            <a href={routes.frameworks} className="button button-strong">
              Browse frameworks
            </a>
          </p>
        </div>
      )}
      {rows.length > 1 && (
        <p className="mt-4 flex flex-wrap gap-2">
          <a href={routes.compareOf(compared)} className="button button-strong">
            {rows.length > maxCompared ? `Compare the first ${maxCompared}` : "Compare them"}
          </a>
          <a href={`${routes.decide}?f=${rows.map(({ slug }) => slug).join(",")}`} className="button">
            Decide between them
          </a>
        </p>
      )}
      <div>{children}</div>
    </div>
  );
}
