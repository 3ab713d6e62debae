import { criteria } from "../claims/criteria.ts";
import { endText, supportStates } from "../releases/support.ts";
import { attributeOf } from "./attributes.ts";
import type { CatalogueRow } from "./row.ts";
import type { CatalogueView } from "./search-params.ts";
import type { CatalogueResult } from "./view.ts";

/** What stands in a cell: plain text, "" when unknown, or more than that. */
export type Cell =
  | string
  | { text: string; small?: string; muted?: boolean }
  /** Scores of 1 to 5 to draw, null for none, and the most telling of them in words. */
  | { scores: (number | null)[]; words: string };

/** A framework as the table shows it: with the cells of the chosen columns, and nothing that isn't seen. */
export interface ShownRow {
  slug: string;
  name: string;
  icon: string | null;
  cells: Record<string, Cell>;
}

export type Known = Pick<CatalogueRow, "slug" | "name" | "icon">;

/** What the catalogue's page gives to browsers. */
export interface ShownResult extends Omit<CatalogueResult, "rows" | "groups"> {
  rows: ShownRow[];
  groups: { name: string; count: number; slugs: string[] }[] | null;
  /** The picked ones, shown or not. */
  picked: Known[];
}

/** "Best: maturity 4.9, testing 4.8; least: performance 1.9": what the bars say, for who doesn't see them. */
function profileWords(scores: readonly (number | null)[]): string {
  const known = scores.flatMap((score, index) =>
    score === null ? [] : [{ name: criteria[index]?.name.toLowerCase(), score }],
  );
  const sorted = known.toSorted((a, b) => b.score - a.score);
  const say = (list: typeof known) => list.map(({ name, score }) => `${name} ${score.toFixed(1)}`).join(", ");
  if (sorted.length < 3) return sorted.length === 0 ? "No scores" : say(sorted);
  return `Best: ${say(sorted.slice(0, 2))}; least: ${say(sorted.slice(-1))}`;
}

function cellOf(id: string, row: CatalogueRow): Cell {
  const text = attributeOf(id)?.text(row) ?? "";
  if (id === "profile")
    return { scores: row.scores.map((score) => score && Math.round(score * 10) / 10), words: profileWords(row.scores) };
  if (id === "usage") return row.stars === null ? text : { text, small: `★ ${row.stars.toLocaleString("en")}` };
  if (id === "stars") return row.stars?.toLocaleString("en") ?? "";
  if (id === "latest")
    return row.latestReleased ? { text: row.latest ?? "", small: row.latestReleased } : (row.latest ?? "");
  if (id === "rating") {
    if (row.rating === null) return { text: row.ratings === 0 ? "none yet" : `${row.ratings} so far`, muted: true };
    return { text: row.rating.toFixed(1), small: `${row.ratings} ratings` };
  }
  if (id !== "support") return text;
  const state =
    row.support === "unpublished" ? "No policy" : supportStates.find(({ id: one }) => one === row.support)?.name;
  const until = endText(row.supportedUntil);
  return {
    text: state ?? "",
    ...(until ? { small: until } : {}),
    ...(row.support === "unpublished" ? { muted: true } : {}),
  };
}

/** What of a result is shown: columns that are hidden, and all else that is known of a row, stay behind. */
export function shownOf(result: CatalogueResult, view: CatalogueView, rows: readonly CatalogueRow[]): ShownResult {
  const known = ({ slug, name, icon }: CatalogueRow): Known => ({ slug, name, icon });
  const ids = view.columns.filter((id) => id !== "name");
  return {
    ...result,
    rows: result.rows.map((row) => ({
      ...known(row),
      cells: Object.fromEntries(ids.map((id) => [id, cellOf(id, row)])),
    })),
    groups:
      result.groups?.map(({ rows: members, ...group }) => ({ ...group, slugs: members.map(({ slug }) => slug) })) ??
      null,
    picked: view.pick.flatMap((slug) => rows.filter((row) => row.slug === slug).map(known)),
  };
}
