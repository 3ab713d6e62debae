import MiniSearch from "minisearch";
import type { CatalogueRow } from "./row.ts";

/** Short forms that people type, by what they mean. Names of frameworks are in their content, as aliases. */
const synonyms = new Map([
  ["js", "javascript"],
  ["node", "node.js"],
  ["nodejs", "node.js"],
  ["ts", "typescript"],
  ["py", "python"],
  ["rb", "ruby"],
  ["golang", "go"],
  ["csharp", "c#"],
  ["cs", "c#"],
  ["cpp", "c++"],
  ["dotnet", ".net"],
  ["jvm", "java"],
]);

interface Document {
  id: string;
  name: string;
  aliases: string;
  languages: string;
  platform: string;
  tagline: string;
}

/** Slugs that a query finds, the best match first. */
export type Search = (query: string) => string[];

/** "#" and "+" belong to names here (C#, C++), so only spaces and separators split words. */
function tokenize(text: string): string[] {
  return text.split(/[\s,;/()]+/).filter(Boolean);
}

/**
 * A search over names, aliases, languages, platforms and taglines that forgives about one typo in five letters and
 * finds word beginnings. Every word of the query must be found.
 */
export function buildSearch(rows: readonly CatalogueRow[]): Search {
  const index = new MiniSearch<Document>({
    fields: ["name", "aliases", "languages", "platform", "tagline"],
    tokenize,
    processTerm: (term) => term.toLowerCase(),
    searchOptions: {
      processTerm: (term) => {
        const word = term.toLowerCase();
        return synonyms.get(word) ?? word;
      },
      combineWith: "AND",
      prefix: (term) => term.length >= 2,
      fuzzy: (term) => (term.length >= 4 ? 0.25 : false),
      boost: { name: 4, aliases: 3, languages: 2 },
    },
  });
  index.addAll(
    rows.map((row) => ({
      id: row.slug,
      name: row.name,
      aliases: row.aliases.join(" , "),
      languages: row.languages.join(" "),
      platform: row.platform ?? "",
      tagline: row.tagline,
    })),
  );
  return (query) => {
    const results = index.search(query);
    // A typo-tolerant match far below the best one is noise: "gin" must not bring "engine".
    const best = results[0]?.score ?? 0;
    return results.filter((result) => result.score >= best * 0.1).map((result) => String(result.id));
  };
}
