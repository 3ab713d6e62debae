import { asOfChoices, type CompareView, compareSearch, maxCompared } from "@/lib/compare/search-params";
import { routes } from "@/lib/site/routes";
import { type pageOf, SentOnce } from "../ui/sent-once";
import { Handover } from "./handover";
import { RowsChoice } from "./rows-choice";

/** As of when, how much of it, of which frameworks, and where to take it. Each choice is an address. */
export function CompareControls({
  address,
  view,
  slugs,
  page,
}: {
  address: string;
  view: CompareView;
  slugs: string[];
  page: ReturnType<typeof pageOf>;
}) {
  const to = (change: Partial<CompareView>) => `${address}${compareSearch({ ...view, ...change })}`;
  return (
    <div className="no-print mt-4 flex flex-wrap items-center gap-x-5 gap-y-2 border-y border-line py-2 text-sm">
      <a href={`${routes.decide}?f=${slugs.join(",")}`} className="button button-strong">
        Decide between these
      </a>
      <nav aria-label="As of" className="flex items-center gap-1">
        <span className="mr-1 text-muted">As of</span>
        {asOfChoices.map((choice) => (
          <a
            key={choice}
            href={to({ asOf: choice })}
            aria-current={choice === view.asOf ? "true" : undefined}
            className="chip min-h-8 px-2.5 aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-paper"
          >
            {choice}
          </a>
        ))}
      </nav>
      <a href={to({ onlyDifferences: !view.onlyDifferences })} className="chip min-h-8 px-2.5">
        <span aria-hidden="true">{view.onlyDifferences ? "☑" : "☐"}</span> Only differences
        <span className="sr-only">{view.onlyDifferences ? ": on, switch off" : ": off, switch on"}</span>
      </a>
      <SentOnce page={page} name="rows" className="contents">
        <RowsChoice address={address} view={view} />
      </SentOnce>
      <a href={`${routes.compare}?${slugs.map((slug) => `f=${slug}`).join("&")}`} className="chip min-h-8 px-2.5">
        {slugs.length < maxCompared ? "Add or remove" : "Change"}
      </a>
      <Handover markdown={`${address}/markdown${compareSearch(view)}`} />
    </div>
  );
}
