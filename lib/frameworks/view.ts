import { attributeOf, facets, facetValueName } from "./attributes.ts";
import type { CatalogueRow } from "./row.ts";
import type { Search } from "./search.ts";
import { type CatalogueView, withFilter } from "./search-params.ts";

const pageSize = 50;

interface FacetOption {
  id: string;
  name: string;
  /** Rows that would be there with this option, all other facets as they are. */
  count: number;
  chosen: boolean;
}

interface NearMiss {
  /** What to give up, in words. */
  label: string;
  view: CatalogueView;
  count: number;
}

/** What the catalogue shows for a view: computed alike on the server and in the browser. */
export interface CatalogueResult {
  rows: CatalogueRow[];
  groups: { name: string; count: number; rows: CatalogueRow[] }[] | null;
  total: number;
  all: number;
  pages: number;
  page: number;
  facets: { id: string; name: string; help: string; options: FacetOption[] }[];
  nearMisses: NearMiss[];
}

/** Does the row have any of the chosen values? A facet without a choice lets all through. */
function fits(row: CatalogueRow, facetId: string, chosen: readonly string[] | undefined): boolean {
  if (!chosen || chosen.length === 0) return true;
  const values = attributeOf(facetId)?.facet?.values(row) ?? [];
  return chosen.some((value) => values.includes(value));
}

/** "Has" is a list of demands: all of them must be there. Other facets are alternatives. */
const conjunctive = new Set(["has"]);

function passes(row: CatalogueRow, view: CatalogueView, except?: string): boolean {
  return facets.every(({ id }) => {
    const chosen = view.filters[id];
    if (id === except) return true;
    if (conjunctive.has(id)) return (chosen ?? []).every((value) => fits(row, id, [value]));
    return fits(row, id, chosen);
  });
}

function compare(left: number | string | null, right: number | string | null): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  return String(left).localeCompare(String(right), "en");
}

/** Sorted by several keys; unknown values come last whichever way a key goes; ties go by name. */
function sortRows(rows: readonly CatalogueRow[], sort: CatalogueView["sort"]): CatalogueRow[] {
  const keys = [...sort, { id: "name", desc: false }].flatMap(({ id, desc }) => {
    const value = attributeOf(id)?.sort;
    return value ? [{ value, desc }] : [];
  });
  return rows.toSorted((a, b) => {
    for (const { value, desc } of keys) {
      const left = value(a);
      const right = value(b);
      if (left === null || right === null) {
        if (left !== right) return left === null ? 1 : -1;
        continue;
      }
      const order = compare(left, right);
      if (order !== 0) return desc ? -order : order;
    }
    return 0;
  });
}

/** The order of whoever asked for none. */
export const byUse: CatalogueView["sort"] = [{ id: "usage", desc: true }];

function facetOptions(rows: readonly CatalogueRow[], view: CatalogueView, facetId: string): FacetOption[] {
  const facet = attributeOf(facetId)?.facet;
  if (!facet) return [];
  const counts = new Map<string, number>();
  const chosen = view.filters[facetId] ?? [];
  // In a list of demands an option counts on top of what is chosen; in alternatives the facet itself is left out.
  const base = rows.filter((row) => passes(row, view, conjunctive.has(facetId) ? undefined : facetId));
  for (const row of base) for (const value of facet.values(row)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const ids = facet.options?.map((option) => option.id) ?? [...new Set(rows.flatMap((row) => facet.values(row)))];
  for (const value of chosen) if (!ids.includes(value)) ids.push(value);
  const options = ids.map((id) => ({
    id,
    name: facetValueName(facetId, id),
    count: counts.get(id) ?? 0,
    chosen: chosen.includes(id),
  }));
  return facet.options ? options : options.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name, "en"));
}

/** With nothing found: each single constraint whose removal finds something, the most fruitful first. */
function nearMisses(found: (view: CatalogueView) => number, view: CatalogueView): NearMiss[] {
  const misses: NearMiss[] = [];
  const add = (label: string, without: CatalogueView) => {
    const count = found(without);
    if (count > 0) misses.push({ label, view: without, count });
  };
  if (view.q) add(`without “${view.q}”`, { ...view, q: "", page: 1 });
  for (const [id, values] of Object.entries(view.filters)) {
    for (const value of values)
      add(
        `without ${attributeOf(id)?.name.toLowerCase()} “${facetValueName(id, value)}”`,
        withFilter(view, id, value, false),
      );
  }
  return misses.sort((a, b) => b.count - a.count).slice(0, 4);
}

function groupRows(rows: readonly CatalogueRow[], group: string): NonNullable<CatalogueResult["groups"]> {
  const facet = attributeOf(group)?.facet;
  const groups = new Map<string, CatalogueRow[]>();
  for (const row of rows) {
    const value = facet?.values(row)[0];
    const name = value === undefined ? "Unknown" : facetValueName(group, value);
    groups.set(name, [...(groups.get(name) ?? []), row]);
  }
  const order = (name: string) => {
    const at = facet?.options?.findIndex((option) => option.name === name) ?? -1;
    return name === "Unknown" ? 999 : at === -1 ? 500 : at;
  };
  return [...groups]
    .map(([name, members]) => ({ name, count: members.length, rows: members }))
    .sort((a, b) => order(a.name) - order(b.name) || b.count - a.count || a.name.localeCompare(b.name, "en"));
}

function textMatches(rows: readonly CatalogueRow[], query: string, search: Search | null): readonly CatalogueRow[] {
  if (!query || !search) return rows;
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  return search(query).flatMap((slug) => bySlug.get(slug) ?? []);
}

/** All rows that a view lets through, in its order; rows found by a text stand in the search's order unless sorted. */
export function selectRows(rows: readonly CatalogueRow[], view: CatalogueView, search: Search | null): CatalogueRow[] {
  const filtered = textMatches(rows, view.q, search).filter((row) => passes(row, view));
  if (view.sort.length > 0) return sortRows(filtered, view.sort);
  return view.q ? filtered : sortRows(filtered, byUse);
}

/**
 * The whole catalogue through a view: search, filters, facet counts, order, page, groups. Pure; never throws.
 * `search` is needed only for a view with a text (it is loaded on demand in the browser).
 */
export function computeView(
  rows: readonly CatalogueRow[],
  view: CatalogueView,
  search: Search | null,
): CatalogueResult {
  const matching = selectRows(rows, view, search);
  const searched = textMatches(rows, view.q, search);
  const found = (other: CatalogueView) => textMatches(rows, other.q, search).filter((row) => passes(row, other)).length;
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(view.page, pages);
  const shown = matching.slice((page - 1) * pageSize, page * pageSize);
  return {
    rows: shown,
    groups: view.group ? groupRows(shown, view.group) : null,
    total: matching.length,
    all: rows.length,
    pages,
    page,
    facets: facets.map(({ id, name, help }) => ({ id, name, help, options: facetOptions(searched, view, id) })),
    nearMisses: matching.length === 0 ? nearMisses(found, view) : [],
  };
}
