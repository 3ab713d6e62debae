import { worthOfAnswer } from "../bench/checks.ts";
import { shiftOf } from "../bench/score.ts";
import { type Criterion, criteria } from "../claims/criteria.ts";
import { orderClaims } from "../claims/order.ts";
import type { ClaimView } from "../claims/view.ts";
import { type Attribute, attributeOf } from "../frameworks/attributes.ts";
import { type FeatureSupport, featureSupports, features } from "../frameworks/features.ts";
import type { CatalogueRow } from "../frameworks/row.ts";
import { leastApart } from "./differences.ts";
import { type CompareView, compareRows } from "./search-params.ts";

export interface ComparedRow {
  id: string;
  name: string;
  help: string;
  /** One per framework; "" is unknown. */
  values: string[];
  differs: boolean;
  /** How long a bar behind each value is, 0 to 1; null where length would say nothing. */
  bars: (number | null)[] | null;
  /** Which values are the best, where best means something and not all are. */
  best: boolean[] | null;
}

/** Whether the reader wants a row. */
export function wants(view: CompareView, id: string): boolean {
  return view.rows === null || view.rows.includes(id);
}

/** From here on numbers of people, or years, are told apart. */
const factorApart = 2;
const yearsApart = 5;

/** Our own counts, and versions of things that have nothing in common: they always differ, and it says nothing. */
const neverDiffers = new Set(["latest", "pros", "cons", "confirmed", "contested", "ratings", "votes"]);
const counts = new Set(["pros", "cons", "contested", "ratings", "votes"]);
const barred = new Set(["stars", "usage", "rating", ...counts]);
const bestIsMost = new Set(["rating"]);

/** Whether known values differ. Unknown against known is no difference: unknown is not "no". */
function differs(attribute: Attribute, rows: readonly CatalogueRow[]): boolean {
  if (neverDiffers.has(attribute.id)) return false;
  const known = rows.filter((row) => attribute.text(row) !== "");
  if (barred.has(attribute.id) || attribute.id === "first") {
    const numbers = known.map((row) => Number.parseFloat(attribute.text(row)));
    const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
    if (numbers.length < 2) return false;
    return attribute.id === "first" ? most - least >= yearsApart : most >= factorApart * least && most > least;
  }
  return new Set(known.map(attribute.text)).size > 1;
}

/** Whether anything is known of anybody; of counts, whether there is anything to count. */
const saysSomething = ({ id, values }: Pick<ComparedRow, "id" | "values">): boolean =>
  values.some((value) => value !== "" && !(counts.has(id) && value === "0"));

function bestOf(numbers: (number | null)[]): boolean[] | null {
  const known = numbers.filter((number) => number !== null);
  const most = Math.max(...known);
  if (known.length < 2 || known.every((number) => number === most)) return null;
  return numbers.map((number) => number === most);
}

function attributeRow(attribute: Attribute, rows: readonly CatalogueRow[]): ComparedRow {
  const { id, name, help } = attribute;
  // "0 ratings" stands for no mean: it is shown beside means only.
  const known = rows.some((row) => attribute.text(row) !== "");
  const values = rows.map((row) => (known ? (attribute.display ?? attribute.text)(row) : ""));
  const numbers = rows.map((row) => {
    const value = Number.parseFloat(attribute.text(row));
    return attribute.numeric && Number.isFinite(value) ? value : null;
  });
  const most = Math.max(...numbers.map((number) => number ?? 0));
  return {
    id,
    name,
    help,
    values,
    differs: differs(attribute, rows),
    bars: barred.has(id) && most > 0 ? numbers.map((number) => number && number / most) : null,
    best: bestIsMost.has(id) ? bestOf(numbers) : null,
  };
}

/** Rows of facts, from the facet registry, that the view asks for. */
export function attributeRows(rows: readonly CatalogueRow[], view: CompareView): ComparedRow[] {
  const wanted: Attribute[] = compareRows.flatMap(({ id }) => (wants(view, id) ? (attributeOf(id) ?? []) : []));
  return wanted.map((attribute) => attributeRow(attribute, rows));
}

const worthOf = (support: FeatureSupport | undefined): number | null =>
  support === undefined ? null : worthOfAnswer[support === "official-package" ? "official" : support];

/** One row per compared feature: how each framework comes by it. */
export function featureRows(rows: readonly CatalogueRow[]): ComparedRow[] {
  return features.map(({ id, name }) => {
    const worths = rows.map((row) => worthOf(row.features[id]));
    const known = worths.filter((worth) => worth !== null);
    const apart = known.length > 1 && Math.max(...known) - Math.min(...known) >= leastApart;
    return {
      id,
      name,
      help: "Curated from documentation; the framework's page links each source.",
      values: rows.map((row) => featureSupports.find((support) => support.id === row.features[id])?.name ?? ""),
      differs: apart,
      bars: null,
      best: apart ? bestOf(worths) : null,
    };
  });
}

/** The rows that say something, or those that differ; and the names of those that nothing is known for. */
export function told(all: ComparedRow[], view: CompareView): { rows: ComparedRow[]; empty: string[] } {
  const rows = all.filter(saysSomething);
  return {
    rows: rows.filter((row) => !view.onlyDifferences || row.differs),
    empty: all.filter((row) => !rows.includes(row)).map(({ name }) => name),
  };
}

/** Criteria on which claims speak for one framework and against another, or are silent on balance for one of them. */
export function dividedCriteria(frameworks: readonly { claims: readonly ClaimView[] }[]): Set<string> {
  const divided = criteria.filter(({ id }) => {
    const signs = frameworks.flatMap(({ claims }) => {
      const own = claims.filter((claim) => claim.criterion === id && (claim.kind === "pro" || claim.kind === "con"));
      return own.length === 0 ? [] : [Math.sign(shiftOf(own).shift)];
    });
    return new Set(signs).size > 1;
  });
  return new Set(divided.map(({ id }) => id));
}

export interface AlignedClaims {
  criterion: Criterion;
  /** One per framework. */
  sides: { pros: ClaimView[]; cons: ClaimView[] }[];
}

/** Pros and cons side by side, by criterion; a criterion that nobody speaks of is left out. */
export function alignClaims(frameworks: readonly { claims: readonly ClaimView[] }[]): AlignedClaims[] {
  return criteria
    .map((criterion) => ({
      criterion,
      sides: frameworks.map(({ claims }) => {
        const own = claims.filter((claim) => claim.criterion === criterion.id);
        return {
          pros: orderClaims(own.filter((claim) => claim.kind === "pro")),
          cons: orderClaims(own.filter((claim) => claim.kind === "con")),
        };
      }),
    }))
    .filter(({ sides }) => sides.some(({ pros, cons }) => pros.length + cons.length > 0));
}
