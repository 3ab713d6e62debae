import type { ReactNode } from "react";
import type { Compared } from "@/lib/compare/queries";

/**
 * A block of a comparison, under the bar that names the columns and stays in sight (compare-bar.tsx). Its own head is
 * for screen readers. Roles are given because the styles change `display`; which columns a screen has room for is said
 * in globals.css.
 */
export function CompareTable({
  label,
  compared,
  children,
}: {
  label: string;
  compared: readonly Compared[];
  children: ReactNode;
}) {
  return (
    <table role="table" aria-label={label} className="compare">
      <thead role="rowgroup" className="sr-only">
        <tr role="row">
          <td role="cell" />
          {compared.map(({ row }) => (
            <th key={row.slug} role="columnheader" scope="col">
              {row.name}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
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
    <tr role="row">
      <th role="rowheader" scope="row" title={help} className={marked ? "differs" : undefined}>
        {name}
        {marked && <i> (differs)</i>}
      </th>
      {children}
    </tr>
  );
}

export function CompareCell({
  bar,
  best,
  children,
}: {
  /** 0 to 1: the length of the bar behind a number. */
  bar?: number | null;
  best?: boolean;
  children: ReactNode;
}) {
  const style = bar ? { style: { "--bar": `${Math.round(bar * 100)}%` } as React.CSSProperties } : {};
  return (
    <td role="cell" className={best ? "best" : undefined} {...style}>
      {children}
      {best && <i>best</i>}
    </td>
  );
}
