import { buildTextIndex, type TextIndex } from "../text/text-index.ts";
import { facetValueName, frameworkKinds } from "./attributes.ts";
import { features } from "./features.ts";
import type { CatalogueRow } from "./row.ts";

/** Slugs that a query finds, the best match first. */
export type Search = (query: string) => string[];

const named = (facet: string, ids: readonly string[]) => ids.map((id) => facetValueName(facet, id)).join(" , ");

/** What a row says: name, aliases, languages, what it comes with and is recommended for, kind, level, topics of its claims. */
export function buildRowIndex(rows: readonly CatalogueRow[]): TextIndex {
  return buildTextIndex({
    fields: { name: 9, aliases: 6, languages: 4, has: 2, uses: 2, about: 1 },
    documents: rows.map((row) => ({
      id: row.slug,
      name: row.name,
      aliases: row.aliases.join(" , "),
      languages: [...row.languages, row.platform ?? ""].join(" , "),
      has: features
        .filter(({ id }) => row.has.includes(id))
        .map(({ name, short }) => `${name} , ${short}`)
        .join(" , "),
      uses: named("use", row.useCases),
      about: [
        row.tagline,
        frameworkKinds.find(({ id }) => id === row.kind)?.name ?? "",
        named("level", row.levels),
        ...row.topics,
      ].join(" , "),
    })),
  });
}

/** Every word of the query must be found in a row; where none has them all, typos are forgiven. */
export function buildSearch(rows: readonly CatalogueRow[]): Search {
  const index = buildRowIndex(rows);
  return (query) => {
    const exact = index.exact(query);
    return exact.length > 0 ? exact : index.fuzzy(query);
  };
}
