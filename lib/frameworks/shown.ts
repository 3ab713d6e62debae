import { endText, supportStates } from "../releases/support.ts";
import { attributeOf } from "./attributes.ts";
import type { CatalogueRow } from "./row.ts";
import type { CatalogueView } from "./search-params.ts";
import type { CatalogueResult } from "./view.ts";

/** What stands in a cell: plain text, "" when unknown, its second line small; or more than that. */
export type Cell =
  | string
  | { text: string; muted: true }
  /** Scores of 1 to 5 to draw, null for none, in the criteria's order. */
  | (number | null)[];

/** A framework as the table shows it: with the cells of the chosen columns, and nothing that isn't seen. */
export interface ShownRow {
  slug: string;
  name: string;
  icon: string | null;
  /** In the order of the result's columns. */
  cells: Cell[];
}

export type Known = Pick<CatalogueRow, "slug" | "name" | "icon">;

/** What the catalogue's page gives to browsers. */
export interface ShownResult extends Omit<CatalogueResult, "rows" | "groups" | "facets"> {
  /** Ids of the columns that cells are given for. */
  columns: string[];
  rows: ShownRow[];
  facets: { id: string; options: [id: string, count: number][] }[];
  groups: { name: string; count: number; slugs: string[] }[] | null;
  /** The picked ones, shown or not. */
  picked: Known[];
}

function cellOf(id: string, row: CatalogueRow): Cell {
  const text = attributeOf(id)?.text(row) ?? "";
  if (id === "profile") return row.scores.map((score) => score && Math.round(score * 10) / 10);
  if (id === "usage") return row.stars === null ? text : `${text}\n★ ${row.stars.toLocaleString("en")}`;
  if (id === "stars") return row.stars?.toLocaleString("en") ?? "";
  if (id === "latest") return [row.latest ?? "", row.latestReleased ?? ""].join("\n").trimEnd();
  if (id === "rating") {
    if (row.rating === null) return { text: row.ratings === 0 ? "none yet" : `${row.ratings} so far`, muted: true };
    return `${row.rating.toFixed(1)}\n${row.ratings} ratings`;
  }
  if (id !== "support") return text;
  if (row.support === "unpublished") return { text: "No policy", muted: true };
  const state = supportStates.find(({ id: one }) => one === row.support)?.name ?? "";
  return [state, endText(row.supportedUntil)].join("\n").trimEnd();
}

/** What of a result is shown: columns that are hidden, and all else that is known of a row, stay behind. */
export function shownOf(result: CatalogueResult, view: CatalogueView, rows: readonly CatalogueRow[]): ShownResult {
  const known = ({ slug, name, icon }: CatalogueRow): Known => ({ slug, name, icon });
  const columns = view.columns.filter((id) => id !== "name");
  return {
    ...result,
    columns,
    facets: result.facets.map(({ id: facet, options }) => ({
      id: facet,
      options: options.map(({ id, count }) => [id, count]),
    })),
    rows: result.rows.map((row) => ({
      ...known(row),
      cells: columns.map((id) => cellOf(id, row)),
    })),
    groups:
      result.groups?.map(({ rows: members, ...group }) => ({ ...group, slugs: members.map(({ slug }) => slug) })) ??
      null,
    picked: view.pick.flatMap((slug) => rows.filter((row) => row.slug === slug).map(known)),
  };
}
