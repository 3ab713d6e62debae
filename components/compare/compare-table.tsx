import type { CSSProperties, ReactNode } from "react";
import type { Compared } from "@/lib/compare/queries";
import { routes } from "@/lib/site/routes";
import { Logo } from "../frameworks/logo";
import { seriesColour } from "./criteria-chart";

/**
 * The frame of every block of a comparison: one column per framework under a head that stays in sight. On a phone a
 * row's name stands above its cells, so that all sides stay visible. Roles are given because that changes `display`.
 */
export function CompareTable({
  label,
  compared,
  children,
}: {
  label: string;
  compared: Compared[];
  children: ReactNode;
}) {
  const n = compared.length;
  return (
    <section
      {...(n > 2 ? { tabIndex: 0, "aria-label": `${label}, scrolls sideways` } : {})}
      className={`compare-frame relative ${n > 5 ? "overflow-x-auto" : n > 2 ? "max-md:overflow-x-auto" : ""}`}
    >
      <table
        role="table"
        aria-label={label}
        className="compare w-full border-collapse"
        style={{ "--n": n } as CSSProperties}
      >
        <thead role="rowgroup" className="sticky top-0 z-10 bg-paper">
          <tr role="row" className="border-b border-line-strong">
            <td role="cell" className="corner" />
            {compared.map(({ row }, index) => (
              <th key={row.slug} role="columnheader" scope="col" className="px-2 py-2 text-left text-sm font-semibold">
                <a href={routes.framework(row.slug)} className="inline-flex items-center gap-2 hover:text-accent">
                  <span
                    aria-hidden="true"
                    className="drawn h-4 w-1 rounded-full"
                    style={{ background: seriesColour(index) }}
                  />
                  <Logo icon={row.icon} name={row.name} size={16} />
                  {row.name}
                </a>
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}

export function CompareRow({
  name,
  help,
  marked,
  children,
}: {
  name: ReactNode;
  help?: string;
  /** Whether values differ: marked with a rule beside the name. */
  marked?: boolean;
  children: ReactNode;
}) {
  return (
    <tr role="row" className="border-b border-line align-top">
      <th
        role="rowheader"
        scope="row"
        title={help}
        className={`py-2 pr-3 text-left text-sm font-medium text-muted ${marked ? "differs" : ""}`}
      >
        {name}
        {marked && <span className="sr-only"> (differs)</span>}
      </th>
      {children}
    </tr>
  );
}

export function CompareCell({ children }: { children: ReactNode }) {
  return (
    <td role="cell" className="px-2 py-2 text-sm">
      {children}
    </td>
  );
}
