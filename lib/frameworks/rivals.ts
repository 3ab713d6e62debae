import type { CatalogueRow } from "./row.ts";

/**
 * What a framework is weighed against: up to `limit` others, those with the same language first, then the same kind,
 * then a shared use case; among equals the better known. Nothing editorial: the reason is printed beside each.
 */
export function rivalsOf(
  row: CatalogueRow,
  rows: readonly CatalogueRow[],
  limit = 5,
): { row: CatalogueRow; why: string }[] {
  return rows
    .filter((other) => other.slug !== row.slug)
    .map((other) => {
      const language = other.languages.find((name) => row.languages.includes(name));
      const kind = other.kind !== null && other.kind === row.kind;
      const uses = other.useCases.filter((use) => row.useCases.includes(use)).length;
      const why = [language && `also ${language}`, kind && `also ${other.kind}`].filter(Boolean).join(", ");
      return {
        row: other,
        why: why || "shared use cases",
        weight: (language ? 8 : 0) + (kind ? 4 : 0) + Math.min(uses, 3),
      };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (b.row.stars ?? 0) - (a.row.stars ?? 0))
    .slice(0, limit)
    .map(({ row: other, why }) => ({ row: other, why }));
}
