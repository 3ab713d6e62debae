import { spelled } from "../text/fold.ts";
import { isSlug } from "../text/slug.ts";
import { columns, defaultColumns, facets, groupable, sortable } from "./attributes.ts";
import { featureOf } from "./features.ts";

/**
 * The whole state of the catalogue, as its URL says it. Parsing never throws: what isn't known or doesn't fit is left
 * out, so that an old or a mangled link still shows a sensible page.
 */
export interface CatalogueView {
  q: string;
  /** Facet id → chosen values; any of them fits, and every facet must fit. */
  filters: Record<string, string[]>;
  sort: { id: string; desc: boolean }[];
  columns: string[];
  group: string | null;
  page: number;
  /** Rows chosen for comparison. */
  pick: string[];
}

export const maxQuery = 100;
const maxPick = 10;
const maxValues = 40;

export const defaultView: CatalogueView = {
  q: "",
  filters: {},
  sort: [],
  columns: defaultColumns,
  group: null,
  page: 1,
  pick: [],
};

/** Every key that the catalogue's URL may have: what makes a request one for a filtered page. */
export const catalogueKeys = ["q", ...facets.map((facet) => facet.id), "sort", "cols", "group", "page", "pick"];

/** Several values of one key, given repeatedly (as a form does) or with commas (as a short link does). */
function many(params: URLSearchParams, key: string, limit = maxValues): string[] {
  const values = params.getAll(key).flatMap((value) => value.slice(0, 2_000).split(","));
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== "" && value.length <= 80))].slice(
    0,
    limit,
  );
}

export function parseCatalogueView(params: URLSearchParams): CatalogueView {
  const filters: Record<string, string[]> = {};
  for (const facet of facets) {
    const options = facet.facet?.options?.map(({ id }) => id);
    const known = options ?? facet.facet?.spellings ?? [];
    const asked = many(params, facet.id).map((value) => {
      const id = spelled(known, value) ?? value;
      return facet.id === "has" ? (featureOf(id) ?? id) : id;
    });
    const values = [...new Set(asked)].filter((value) => !options || options.includes(value));
    if (values.length > 0) filters[facet.id] = values;
  }
  const sort = many(params, "sort", 4)
    .map((value) => ({ id: value.replace(/^-/, ""), desc: value.startsWith("-") }))
    .filter(
      ({ id }, index, all) =>
        sortable.some((item) => item.id === id) && all.findIndex((item) => item.id === id) === index,
    );
  const chosen = many(params, "cols").filter((id) => columns.some((column) => column.id === id));
  const group = params.get("group");
  const page = Number(params.get("page") ?? 1);
  return {
    q: (params.get("q") ?? "").replace(/\s+/g, " ").trim().slice(0, maxQuery),
    filters,
    sort,
    columns:
      chosen.length > 0
        ? columns.filter((column) => chosen.includes(column.id) || column.id === "name").map((column) => column.id)
        : defaultColumns,
    group: (groupable as readonly string[]).includes(group ?? "") ? group : null,
    page: Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1,
    pick: many(params, "pick", maxPick).filter(isSlug),
  };
}

/** Whether an address spells a filter in other capitals or letters than the view that it stands for. */
export function isMisspelled(params: URLSearchParams, view: CatalogueView): boolean {
  return facets.some(({ id }) => {
    const known = view.filters[id] ?? [];
    return many(params, id).some((value) => !known.includes(value) && spelled(known, value) !== undefined);
  });
}

/** The query string of a view without what is the default: the same view always gives the same string. */
export function catalogueSearch(view: CatalogueView): string {
  const params = new URLSearchParams();
  if (view.q) params.set("q", view.q);
  for (const facet of facets) for (const value of view.filters[facet.id] ?? []) params.append(facet.id, value);
  if (view.sort.length > 0) params.set("sort", view.sort.map(({ id, desc }) => (desc ? `-${id}` : id)).join(","));
  if (view.columns.join() !== defaultColumns.join()) params.set("cols", view.columns.join(","));
  if (view.group) params.set("group", view.group);
  if (view.page > 1) params.set("page", String(view.page));
  if (view.pick.length > 0) params.set("pick", view.pick.join(","));
  const text = params.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}

/** The same view with one value of a facet switched on or off, from its first page. */
export function withFilter(view: CatalogueView, facet: string, value: string, on: boolean): CatalogueView {
  const others = (view.filters[facet] ?? []).filter((candidate) => candidate !== value);
  const values = on ? [...others, value] : others;
  const { [facet]: _, ...rest } = view.filters;
  return { ...view, page: 1, filters: values.length > 0 ? { ...rest, [facet]: values } : rest };
}
