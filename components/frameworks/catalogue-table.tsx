"use client";

import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { Fragment, type MouseEvent, type ReactNode, useMemo } from "react";
import { confirmedText } from "@/lib/claims/summary";
import { columns as attributes } from "@/lib/frameworks/attributes";
import type { CatalogueRow } from "@/lib/frameworks/row";
import { type CatalogueView, catalogueSearch } from "@/lib/frameworks/search-params";
import type { CatalogueResult } from "@/lib/frameworks/view";
import { ratingText } from "@/lib/ratings/rules";
import { endText, supportStates } from "@/lib/releases/support";
import { routes } from "@/lib/site/routes";
import { Logo } from "./logo";

// Rows come sorted, filtered and cut to a page (lib/frameworks/view.ts, on the server as in the browser): the table
// owns columns, their visibility, the sort state and the selection.
const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, rowSortingFeature });
const helper = createColumnHelper<typeof features, CatalogueRow>();

const cells: Record<string, (row: CatalogueRow) => ReactNode> = {
  name: (row) => (
    <a href={routes.framework(row.slug)} className="flex items-center gap-2.5 font-semibold hover:text-accent">
      <Logo icon={row.icon} name={row.name} />
      <span>{row.name}</span>
    </a>
  ),
  support: (row) => {
    const state = supportStates.find((item) => item.id === row.support);
    const until = endText(row.supportedUntil);
    return (
      <span className={row.support === "unpublished" ? "text-muted" : ""}>
        <span>{row.support === "unpublished" ? "No policy" : state?.name}</span>
        {until && <span className="block whitespace-nowrap font-mono text-xs text-muted">{until}</span>}
      </span>
    );
  },
  latest: (row) => (
    <span className="font-mono text-[0.8125rem]">
      <span>{row.latest ?? "unknown"}</span>
      {row.latestReleased && <span className="block whitespace-nowrap text-xs text-muted">{row.latestReleased}</span>}
    </span>
  ),
  stars: (row) =>
    row.stars === null ? (
      <Unknown />
    ) : (
      <span className="font-mono text-[0.8125rem]">{row.stars.toLocaleString("en")}</span>
    ),
  rating: (row) =>
    row.rating === null ? (
      <span className="text-muted">{row.ratings === 0 ? "none yet" : `${row.ratings} so far`}</span>
    ) : (
      <span className="font-mono text-[0.8125rem]">{ratingText(row.rating, row.ratings)}</span>
    ),
  confirmed: (row) => <span className="font-mono text-[0.8125rem]">{confirmedText(row)}</span>,
};

function Unknown() {
  return <span className="text-muted">unknown</span>;
}

const columns = helper.columns(
  attributes.map((attribute) =>
    helper.accessor((row) => attribute.text(row), {
      id: attribute.id,
      header: attribute.name,
      enableHiding: attribute.id !== "name",
      enableSorting: attribute.sort !== undefined,
      cell: ({ row, getValue }) => {
        const cell = cells[attribute.id];
        if (cell) return cell(row.original);
        const text = getValue();
        if (text === "") return <Unknown />;
        return <span className={attribute.numeric ? "font-mono text-[0.8125rem]" : undefined}>{text}</span>;
      },
    }),
  ),
);

const attributeById = new Map(attributes.map((attribute) => [attribute.id, attribute]));

export function CatalogueTable({
  view,
  result,
  navigate,
}: {
  view: CatalogueView;
  result: CatalogueResult;
  navigate: (view: CatalogueView) => void;
}) {
  const columnVisibility = useMemo(
    () => Object.fromEntries(attributes.map(({ id }) => [id, view.columns.includes(id)])),
    [view.columns],
  );
  const rowSelection = useMemo(() => Object.fromEntries(view.pick.map((slug) => [slug, true as const])), [view.pick]);
  const table = useTable({
    features,
    columns,
    data: result.rows,
    getRowId: (row) => row.slug,
    manualSorting: true,
    enableMultiSort: true,
    state: { columnVisibility, rowSelection, sorting: view.sort },
    onSortingChange: (change) => {
      const sort = typeof change === "function" ? change(view.sort) : change;
      navigate({ ...view, sort, page: 1 });
    },
    onRowSelectionChange: (change) => {
      const chosen = typeof change === "function" ? change(rowSelection) : change;
      const pick = Object.keys(chosen)
        .filter((slug) => chosen[slug])
        .slice(0, 10);
      navigate({ ...view, pick });
    },
  });
  const rowsById = new Map(table.getRowModel().rows.map((row) => [row.id, row]));
  const groups = result.groups ?? [{ name: "", count: result.rows.length, rows: result.rows }];
  const width = table.getVisibleLeafColumns().length + 1;

  return (
    <table className="catalogue w-full border-collapse text-sm" aria-label="Frameworks">
      <thead className="border-b border-line-strong text-left">
        {table.getHeaderGroups().map((group) => (
          <tr key={group.id}>
            <th scope="col" className="w-8 py-2">
              <span className="sr-only">Pick to compare</span>
            </th>
            {group.headers.map((header) => {
              const sorted = view.sort.find((item) => item.id === header.column.id);
              const place = view.sort.length > 1 && sorted ? view.sort.indexOf(sorted) + 1 : null;
              const attribute = attributeById.get(header.column.id);
              return (
                <th
                  key={header.id}
                  scope="col"
                  aria-sort={sorted ? (sorted.desc ? "descending" : "ascending") : undefined}
                  className={`px-2 py-2 font-medium ${attribute?.numeric ? "text-right" : ""}`}
                >
                  {header.column.getCanSort() ? (
                    <a
                      href={`${routes.frameworks}${catalogueSearch({ ...view, page: 1, sort: nextSort(view, header.column.id) })}`}
                      title={`${attribute?.help ?? ""} Click to sort; with Shift, in addition.`}
                      className="whitespace-nowrap text-muted hover:text-accent"
                      onClick={(event: MouseEvent) => {
                        if (event.metaKey || event.ctrlKey) return;
                        event.preventDefault();
                        const sort = nextSort(view, header.column.id, event.shiftKey);
                        table.setSorting(sort);
                      }}
                    >
                      <table.FlexRender header={header} />
                      <span aria-hidden="true">{sorted ? (sorted.desc ? " ↓" : " ↑") : ""}</span>
                      {place !== null && <sup>{place}</sup>}
                    </a>
                  ) : (
                    <span className="text-muted">
                      <table.FlexRender header={header} />
                    </span>
                  )}
                </th>
              );
            })}
          </tr>
        ))}
      </thead>
      {groups.map((group) => (
        <tbody key={group.name}>
          {group.name && (
            <tr>
              <th scope="rowgroup" colSpan={width} className="pb-1 pt-6 text-left font-serif text-xl font-normal">
                <span>{group.name}</span> <span className="count">{group.count}</span>
              </th>
            </tr>
          )}
          {group.rows.map(({ slug }) => {
            const row = rowsById.get(slug);
            if (!row) return null;
            return (
              <tr key={slug} className="border-b border-line hover:bg-sunken">
                <td className="pick py-2">
                  <label className="flex size-6 items-center justify-center">
                    <span className="sr-only">{`Pick ${row.original.name} to compare`}</span>
                    <input
                      type="checkbox"
                      name="pick"
                      value={slug}
                      form="catalogue-form"
                      checked={row.getIsSelected()}
                      onChange={row.getToggleSelectedHandler()}
                      className="size-4 accent-[var(--accent)]"
                    />
                  </label>
                </td>
                {row.getVisibleCells().map((cell) => {
                  const attribute = attributeById.get(cell.column.id);
                  const content = <table.FlexRender cell={cell} />;
                  return (
                    <Fragment key={cell.id}>
                      {cell.column.id === "name" ? (
                        <th scope="row" className="px-2 py-2 text-left font-normal">
                          {content}
                        </th>
                      ) : (
                        <td
                          data-label={attribute?.name}
                          className={`px-2 py-2 ${attribute?.numeric ? "sm:text-right" : ""}`}
                        >
                          {content}
                        </td>
                      )}
                    </Fragment>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

/** Ascending, then descending, then not at all; added to what is sorted already, or alone. Numbers start with the largest. */
function nextSort(view: CatalogueView, id: string, add = false): CatalogueView["sort"] {
  const now = view.sort.find((item) => item.id === id);
  const first = attributeById.get(id)?.numeric ?? false;
  const next = now === undefined ? [{ id, desc: first }] : now.desc === first ? [{ id, desc: !first }] : [];
  if (!add) return next;
  if (now === undefined) return [...view.sort, ...next].slice(-4);
  return view.sort.flatMap((item) => (item.id === id ? next : [item]));
}
