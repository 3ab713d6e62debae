import { type Criterion, criteria } from "../claims/criteria.ts";
import { orderClaims } from "../claims/order.ts";
import type { ClaimView } from "../claims/view.ts";
import { type Attribute, attributeOf } from "../frameworks/attributes.ts";
import { featureSupports, features } from "../frameworks/features.ts";
import type { CatalogueRow } from "../frameworks/row.ts";
import { type CompareView, compareRows } from "./search-params.ts";

export interface ComparedRow {
  id: string;
  name: string;
  help: string;
  /** One per framework; "" is unknown. */
  values: string[];
  differs: boolean;
}

/** Whether the known values of a row differ; two unknowns are no difference, unknown against known is one. */
function differs(values: readonly string[]): boolean {
  return new Set(values).size > 1;
}

/** Whether the reader wants a row. */
export function wants(view: CompareView, id: string): boolean {
  return view.rows === null || view.rows.includes(id);
}

/** Rows of facts, from the facet registry, as the view wants them. */
export function attributeRows(rows: readonly CatalogueRow[], view: CompareView): ComparedRow[] {
  const wanted: Attribute[] = compareRows.flatMap(({ id }) => (wants(view, id) ? (attributeOf(id) ?? []) : []));
  return wanted
    .map((attribute) => {
      const values = rows.map((row) => (attribute.display ?? attribute.text)(row));
      return { id: attribute.id, name: attribute.name, help: attribute.help, values, differs: differs(values) };
    })
    .filter((row) => !view.onlyDifferences || row.differs);
}

/** One row per compared feature: how each framework comes by it. */
export function featureRows(rows: readonly CatalogueRow[], view: CompareView): ComparedRow[] {
  return features
    .map(({ id, name }) => {
      const values = rows.map((row) => featureSupports.find((support) => support.id === row.features[id])?.name ?? "");
      return {
        id,
        name,
        help: "Curated from documentation; the framework's page links each source.",
        values,
        differs: differs(values),
      };
    })
    .filter((row) => !view.onlyDifferences || row.differs);
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
