import { attributes } from "../frameworks/attributes.ts";
import { isSlug } from "../text/slug.ts";

/** What a comparison shows, as its URL says it. Parsing never throws. */
export interface CompareView {
  /** Ids of the rows that the reader chose; null for all. */
  rows: string[] | null;
  onlyDifferences: boolean;
  /** The year up to which evidence is known, or now. */
  asOf: "2020" | "2024" | "now";
  /** Slugs whose columns come before the others: a narrow screen shows only the first ones. */
  first: string[];
}

export const compareKeys = ["rows", "diff", "asof", "first"];
export const asOfChoices = ["2020", "2024", "now"] as const;

export const minCompared = 2;
export const maxCompared = 10;

/** Rows of the comparison: the table's attributes but its name and scores, and the blocks below. */
export const compareRows = [
  ...attributes
    .filter(
      (attribute) =>
        attribute.id !== "name" && attribute.id !== "has" && !attribute.drawn && !attribute.id.startsWith("score-"),
    )
    .map(({ id, name }) => ({ id, name })),
  { id: "features", name: "Features, cell by cell" },
  { id: "scores", name: "Scores per criterion" },
  { id: "claims", name: "Pros and cons" },
  { id: "benchmarks", name: "Benchmark" },
];

export function parseCompareView(params: URLSearchParams): CompareView {
  const chosen = params.getAll("rows").flatMap((value) => value.slice(0, 2_000).split(","));
  const known = compareRows.map((row) => row.id).filter((id) => chosen.includes(id));
  const asOf = asOfChoices.find((choice) => choice === params.get("asof")) ?? "now";
  const diff = params.get("diff");
  const first = (params.get("first") ?? "").slice(0, 700).toLowerCase().split(",").filter(isSlug);
  return {
    rows: known.length === 0 || known.length === compareRows.length ? null : known,
    onlyDifferences: diff === "1" || diff === "on",
    asOf,
    first: [...new Set(first)].slice(0, maxCompared),
  };
}

export function compareSearch(view: CompareView): string {
  const params = new URLSearchParams();
  if (view.rows) params.set("rows", view.rows.join(","));
  if (view.onlyDifferences) params.set("diff", "1");
  if (view.asOf !== "now") params.set("asof", view.asOf);
  if (view.first.length > 0) params.set("first", view.first.join(","));
  const text = params.toString().replaceAll("%2C", ",");
  return text ? `?${text}` : "";
}

const separator = "-vs-";

/**
 * The frameworks that an address such as `django-vs-rails` names: sorted, each once. Null when it names fewer than one,
 * more than ten, or something that can't be a slug.
 */
export function parsePair(pair: string): string[] | null {
  if (pair.length > 700) return null;
  const slugs = [...new Set(pair.toLowerCase().split(separator))].sort();
  if (slugs.length > maxCompared || slugs.some((slug) => !isSlug(slug))) return null;
  return slugs;
}
