import { arrange, broughtForward } from "@/lib/compare/columns";
import type { Compared } from "@/lib/compare/queries";
import { type CompareView, compareSearch, minCompared } from "@/lib/compare/search-params";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";
import { Mark } from "./mark";

/**
 * The names of the columns: one bar over all blocks, so that it stays in sight at every width. Columns that a screen
 * has no room for are hidden by globals.css; the switch brings one of them to the front.
 */
export function CompareBar({ compared, view }: { compared: readonly Compared[]; view: CompareView }) {
  const slugs = compared.map(({ row }) => row.slug);
  const address = routes.compareOf(slugs);
  const without = (slug: string) => {
    const left = slugs.filter((other) => other !== slug);
    if (left.length < minCompared) return `${routes.compare}?f=${left[0]}`;
    return routes.compareOf(left) + compareSearch({ ...view, first: view.first.filter((other) => other !== slug) });
  };
  const columns = arrange(compared, view.first);
  return (
    <>
      <ul aria-label="Columns" className="compare-columns">
        {columns.map(({ row, place }) => (
          <li key={row.slug}>
            <Mark place={place} />
            <Logo icon={row.icon} name={row.name} size={16} />
            <a href={routes.framework(row.slug)}>{row.name}</a>
            <a href={without(row.slug)} className="no-print" title={`Leave out ${row.name}`}>
              <span aria-hidden="true">×</span>
              <span className="sr-only">Leave out {row.name}</span>
            </a>
          </li>
        ))}
      </ul>
      <ul aria-label="Show instead" className="compare-switch no-print">
        {columns.map(({ row, place }) => (
          <li key={row.slug}>
            <a href={address + compareSearch({ ...view, first: broughtForward(compared, view.first, row.slug) })}>
              <Mark place={place} /> <span className="sr-only">Show </span>
              {row.name}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
