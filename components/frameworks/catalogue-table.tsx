"use client";

import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSelectionFeature,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { Fragment, type MouseEvent, useMemo } from "react";
import { columns as attributes } from "@/lib/frameworks/attributes";
import { type CatalogueView, catalogueSearch, defaultView } from "@/lib/frameworks/search-params";
import type { Cell, ShownResult, ShownRow } from "@/lib/frameworks/shown";
import { byUse } from "@/lib/frameworks/view";
import { routes } from "@/lib/site/routes";
import { CatalogueCell } from "./catalogue-cell";
import { Logo } from "./logo";

// Rows come sorted, filtered and cut to a page (lib/frameworks/view.ts, on the server as in the browser): the table
// owns columns, their visibility, the sort state and the selection.
const features = tableFeatures({ columnVisibilityFeature, rowSelectionFeature, rowSortingFeature });
type Row = ShownRow & { byId: Record<string, Cell> };
const helper = createColumnHelper<typeof features, Row>();

const columns = helper.columns(
  attributes.map((attribute) =>
    helper.accessor((row) => row.byId[attribute.id] ?? "", {
      id: attribute.id,
      header: attribute.name,
      enableHiding: attribute.id !== "name",
      enableSorting: attribute.sort !== undefined,
      cell: ({ row: { original }, getValue }) =>
        attribute.id === "name" ? (
          <a href={routes.framework(original.slug)}>
            <Logo icon={original.icon} name={original.name} />
            <span>{original.name}</span>
          </a>
        ) : (
          <CatalogueCell cell={getValue()} />
        ),
    }),
  ),
);

/** Shown by default only where there is room for them. */
const spare = new Set(["level", "confirmed"]);
/** More columns than a page has room for scroll in a frame of their own. */
const mostBeside = 8;

const attributeById = new Map(attributes.map((attribute) => [attribute.id, attribute]));

export function CatalogueTable({
  view,
  result,
  navigate,
}: {
  view: CatalogueView;
  result: ShownResult;
  navigate: (view: CatalogueView) => void;
}) {
  const columnVisibility = useMemo(
    () => Object.fromEntries(attributes.map(({ id }) => [id, view.columns.includes(id)])),
    [view.columns],
  );
  const rowSelection = useMemo(() => Object.fromEntries(view.pick.map((slug) => [slug, true as const])), [view.pick]);
  const rows = useMemo(
    () =>
      result.rows.map((row): Row => {
        const byId = Object.fromEntries(result.columns.map((id, at) => [id, row.cells[at] ?? ""]));
        return { ...row, byId };
      }),
    [result],
  );
  const table = useTable({
    features,
    columns,
    data: rows,
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
  const groups = result.groups ?? [{ name: "", count: result.rows.length, slugs: result.rows.map(({ slug }) => slug) }];
  const sorting = orderOf(view);
  const plain = view.columns === defaultView.columns || view.columns.join() === defaultView.columns.join();
  const className = (id: string) =>
    [attributeById.get(id)?.numeric && "number", plain && spare.has(id) && "spare"].filter(Boolean).join(" ") ||
    undefined;
  const wide = !plain && view.columns.length > mostBeside;
  // On a phone each cell is named by the style sheet, from its column on.
  const names = Object.fromEntries(
    table
      .getVisibleLeafColumns()
      .map(({ id }, at) => [`--c${at + 2}`, JSON.stringify(attributeById.get(id)?.name ?? "")]),
  );
  const width = table.getVisibleLeafColumns().length + 1;

  return (
    <div className={wide ? "catalogue-frame" : undefined} {...(wide ? frame : {})}>
      <table className="catalogue" aria-label="Frameworks" style={names}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              <th scope="col">
                <span className="sr-only">Pick to compare</span>
              </th>
              {group.headers.map(({ id, column }) => {
                const sorted = sorting.find((item) => item.id === column.id);
                const place = sorting.length > 1 && sorted ? sorting.indexOf(sorted) + 1 : null;
                const attribute = attributeById.get(column.id);
                return (
                  <th
                    key={id}
                    scope="col"
                    aria-sort={sorted ? (sorted.desc ? "descending" : "ascending") : undefined}
                    className={className(column.id)}
                    {...(column.getCanSort() ? {} : { title: attribute?.help })}
                  >
                    {column.getCanSort() ? (
                      <a
                        href={`${routes.frameworks}${catalogueSearch({ ...view, page: 1, sort: nextSort(view, column.id) })}`}
                        title={`${attribute?.help ?? ""} Click to sort; with Shift, in addition.`}
                        onClick={(event: MouseEvent) => {
                          if (event.metaKey || event.ctrlKey) return;
                          event.preventDefault();
                          table.setSorting(nextSort(view, column.id, event.shiftKey));
                        }}
                      >
                        <span>{attribute?.name}</span>
                        <span aria-hidden="true">{sorted ? (sorted.desc ? " ↓" : " ↑") : ""}</span>
                        {place !== null && <sup>{place}</sup>}
                      </a>
                    ) : (
                      attribute?.name
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
                <th scope="rowgroup" colSpan={width}>
                  <span>{`${group.name} `}</span>
                  <span className="count">{group.count}</span>
                </th>
              </tr>
            )}
            {group.slugs.map((slug) => {
              const row = rowsById.get(slug);
              if (!row) return null;
              return (
                <tr key={slug}>
                  <td className="pick">
                    <label>
                      <input
                        type="checkbox"
                        name="pick"
                        value={slug}
                        aria-label={`Pick ${row.original.name} to compare`}
                        checked={row.getIsSelected()}
                        onChange={row.getToggleSelectedHandler()}
                      />
                    </label>
                  </td>
                  {row.getVisibleCells().map((cell) => (
                    <Fragment key={cell.id}>
                      {cell.column.id === "name" ? (
                        <th scope="row">
                          <table.FlexRender cell={cell} />
                        </th>
                      ) : (
                        <td className={className(cell.column.id)}>
                          <table.FlexRender cell={cell} />
                        </td>
                      )}
                    </Fragment>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

const frame = { role: "region", "aria-label": "Frameworks, scrolls sideways", tabIndex: 0 };

/** What the rows are sorted by, also where the reader asked for nothing; a text brings its own order. */
const orderOf = (view: CatalogueView) => (view.sort.length === 0 && view.q === "" ? byUse : view.sort);

/** Ascending, then descending, then not at all; added to what is sorted already, or alone. Numbers start with the largest. */
function nextSort(view: CatalogueView, id: string, add = false): CatalogueView["sort"] {
  const now = orderOf(view).find((item) => item.id === id);
  const first = attributeById.get(id)?.numeric ?? false;
  const next = now === undefined ? [{ id, desc: first }] : now.desc === first ? [{ id, desc: !first }] : [];
  if (!add) return next;
  if (view.sort.every((item) => item.id !== id)) return [...view.sort, ...next].slice(-4);
  return view.sort.flatMap((item) => (item.id === id ? next : [item]));
}
