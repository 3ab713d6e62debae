import type { CatalogueRow } from "../frameworks/row.ts";
import { buildRowIndex } from "../frameworks/search.ts";
import { routes } from "../site/routes.ts";
import { fold } from "../text/fold.ts";
import { listWithAnd } from "../text/lists.ts";
import { readingsOf, wordsOf } from "../text/synonyms.ts";
import { buildTextIndex } from "../text/text-index.ts";
import { catalogueEntries, checkEntries, claimEntries, frameworkEntries, pageEntries, type Texts } from "./entries.ts";
import type { Entry, Find, Found, GroupId } from "./schema.ts";

/** Finds everything there is words for. Pure: built from what the database says, and asked in a millisecond. */
export interface Finder {
  /** @param most how many of each group */
  find: (query: string, most: Readonly<Record<GroupId, number>>) => Found;
  /** The slug of the one framework that is called so, by name or by an alias of it alone; null for any other text. */
  named: (query: string) => string | null;
}

function indexOf(entries: readonly Entry[]) {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const index = buildTextIndex({
    fields: { name: 4, also: 1 },
    documents: entries.map(({ id, name, also }) => ({ id, name, also })),
  });
  const entriesOf = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  return {
    typed: (query: string) => entriesOf(index.typed(query)),
    exact: (query: string) => entriesOf(index.exact(query)),
    fuzzy: (query: string) => entriesOf(index.fuzzy(query)),
  };
}

export function buildFinder(rows: readonly CatalogueRow[], texts: Texts): Finder {
  const frameworks = indexOf(frameworkEntries(rows));
  const catalogue = indexOf(catalogueEntries(rows));
  const checks = indexOf(checkEntries(texts.answers, rows));
  const claims = indexOf(claimEntries(texts, rows));
  const pages = indexOf(pageEntries());
  const inRows = buildRowIndex(rows);
  const bySlug = new Map(frameworkEntries(rows).map((entry) => [entry.id, entry]));
  const names = namesOf(rows);

  const search = (query: string): { found: Record<GroupId, Entry[]>; unknown: boolean; called: boolean } => {
    const called = frameworks.exact(query);
    const typed = claims.typed(query);
    const found = {
      frameworks: withoutDoubles([...called, ...inRows.exact(query).flatMap((slug) => bySlug.get(slug) ?? [])]),
      catalogue: catalogue.exact(query),
      checks: checks.exact(query),
      claims: typed.length > 0 ? typed : claims.exact(query),
      pages: [...comparisonOf(query, rows, frameworks.exact), ...pages.exact(query)],
    };
    const { claims: speakOfIt, ...others } = found;
    if (Object.values(others).some((entries) => entries.length > 0))
      return { found, unknown: false, called: called.length > 0 };
    // Nothing is called so: what is spelled nearly so, names before all else.
    const near = frameworks.fuzzy(query);
    if (near.length > 0) return { found: { ...found, frameworks: near }, unknown: true, called: true };
    const ways = { catalogue: catalogue.fuzzy(query), checks: checks.fuzzy(query) };
    const last = speakOfIt.length + ways.catalogue.length + ways.checks.length > 0 ? speakOfIt : claims.fuzzy(query);
    return { found: { ...found, ...ways, claims: last }, unknown: true, called: false };
  };

  return {
    named: (query) => names.get(fold(query).trim()) ?? null,
    find: (query, most) => {
      if (query === "") return { query, groups: startingGroups(most.pages), called: false, unknown: false };
      const { found, unknown, called } = search(query);
      const groups = orderOf(found, called).flatMap((id) => {
        const finds = found[id].slice(0, most[id]).map(plain);
        return finds.length > 0 ? [{ id, total: found[id].length, finds }] : [];
      });
      return { query, groups, called, unknown };
    },
  };
}

/** Before anything is typed: where one can go. */
const startingGroups = (most: number): Found["groups"] => {
  const all = pageEntries().map(plain);
  return [{ id: "pages", total: all.length, finds: all.slice(0, most) }];
};

/** Frameworks that are called so come first; where none is, what leads to several. A comparison is asked for by name. */
function orderOf({ pages }: Record<GroupId, Entry[]>, called: boolean): GroupId[] {
  if (pages[0]?.id.startsWith("compare")) return ["pages", "frameworks", "catalogue", "checks", "claims"];
  if (called) return ["frameworks", "catalogue", "checks", "claims", "pages"];
  return ["catalogue", "checks", "frameworks", "claims", "pages"];
}

const withoutDoubles = (entries: Entry[]) => [...new Map(entries.map((entry) => [entry.id, entry])).values()];

const plain = ({ name: _name, also: _also, ...find }: Entry): Find => find;

/** "django vs rails" leads to their comparison. */
function comparisonOf(query: string, rows: readonly CatalogueRow[], named: (part: string) => Entry[]): Entry[] {
  const parts = query.split(/\s+(?:vs\.?|versus|or|and)\s+/i).slice(0, 10);
  if (parts.length < 2) return [];
  const slugs = parts.flatMap((part) => named(part)[0]?.id ?? []);
  const chosen = rows.filter(({ slug }) => slugs.includes(slug));
  if (chosen.length < parts.length) return [];
  const title = `Compare ${listWithAnd(chosen.map(({ name }) => name))}`;
  const href = routes.compareOf(chosen.map(({ slug }) => slug));
  return [{ id: `compare-${href}`, title, note: "Side by side", href, name: title, also: "" }];
}

/**
 * Names, slugs and those aliases that are one framework's alone and no language or platform, folded, with the slug that
 * each stands for.
 */
function namesOf(rows: readonly CatalogueRow[]): Map<string, string> {
  const general = new Set(
    rows.flatMap((row) => [...row.languages, row.platform ?? ""].flatMap((text) => wordsOf(text))),
  );
  const isGeneral = (alias: string) =>
    readingsOf(alias).some((words) => words.length === 1 && general.has(words[0] ?? ""));
  const names = new Map<string, string>();
  const shared = new Set<string>();
  for (const { slug, aliases } of rows)
    for (const alias of aliases.map(fold)) {
      if (isGeneral(alias)) continue;
      if (names.has(alias) && names.get(alias) !== slug) shared.add(alias);
      names.set(alias, slug);
    }
  for (const alias of shared) names.delete(alias);
  for (const { slug, name } of rows) names.set(fold(name), slug).set(slug, slug);
  return names;
}
