import { answerNames, checks } from "../bench/checks.ts";
import { criteria } from "../claims/criteria.ts";
import { attributeOf, facetValueName } from "../frameworks/attributes.ts";
import { featureIds, features } from "../frameworks/features.ts";
import type { CatalogueRow } from "../frameworks/row.ts";
import { routes } from "../site/routes.ts";
import type { Entry } from "./schema.ts";

/** What the database says, besides the rows of the catalogue. */
export interface Texts {
  claims: { id: number; slug: string; text: string; criterion: string; framework: string }[];
  answers: { framework: string; check: string; answer: string }[];
  lineage: { framework: string; relation: string; name: string }[];
}

const countOf = (count: number) => `${count} ${count === 1 ? "framework" : "frameworks"}`;

/** By name and aliases only: what else is said of a framework leads to the catalogue, where all of its kind stand. */
export const frameworkEntries = (rows: readonly CatalogueRow[]): Entry[] =>
  rows.map((row) => ({
    id: row.slug,
    title: row.name,
    note: row.tagline,
    href: routes.framework(row.slug),
    icon: row.icon,
    name: row.name,
    also: row.aliases.join(" , "),
  }));

const ways = [
  { facet: "language", title: (name: string) => `Written in ${name}` },
  { facet: "kind", title: (name: string) => `Kind: ${name}` },
  { facet: "level", title: (name: string) => `Level: ${name}` },
  { facet: "use", title: (name: string) => `Recommended for: ${name}` },
  { facet: "has", title: (name: string) => `Comes with: ${name}` },
];

/** Filters of the catalogue that leave something, and its order by each criterion. */
export function catalogueEntries(rows: readonly CatalogueRow[]): Entry[] {
  const filters = ways.flatMap(({ facet, title }) => {
    const values = rows.flatMap((row) => attributeOf(facet)?.facet?.values(row) ?? []);
    return [...new Set(values)].map((value) => {
      const feature = facet === "has" ? features.find(({ id }) => id === value) : undefined;
      const name = feature?.name ?? facetValueName(facet, value);
      return {
        id: `${facet}-${value}`,
        title: title(name),
        note: countOf(values.filter((other) => other === value).length),
        href: `${routes.frameworks}?${new URLSearchParams({ [facet]: value })}`,
        name,
        also: `${value} , ${feature?.short ?? ""}`,
      };
    });
  });
  const orders = criteria.map(({ id, name, question }) => ({
    id: `by-${id}`,
    title: `By score: ${name}`,
    note: question,
    href: `${routes.frameworks}?sort=-score-${id}`,
    name,
    also: "",
  }));
  return [...filters, ...orders];
}

/** The bench's checks that are no filter of the catalogue, with how frameworks answer them. */
export function checkEntries(answers: Texts["answers"], rows: readonly CatalogueRow[]): Entry[] {
  return checks
    .filter(({ id }) => !(featureIds as string[]).includes(id))
    .map(({ id, name, question, criterion, scale }) => {
      const given = answers.filter(({ check }) => check === id);
      const best = scale === "part" ? "builtin" : "yes";
      const counts = Object.entries(answerNames).flatMap(([answer, label]) => {
        const count = given.filter((one) => one.answer === answer).length;
        return count > 0 ? [`${label.toLowerCase()} ${count}`] : [];
      });
      return {
        id: `check-${id}`,
        title: name,
        note: counts.join(" · "),
        href: `${routes.method}#check-${id}`,
        best: {
          answer: answerNames[best],
          frameworks: rows
            .filter(({ slug }) => given.some(({ framework, answer }) => framework === slug && answer === best))
            .map((row) => ({ name: row.name, href: `${routes.framework(row.slug)}#score-${criterion}` })),
        },
        name,
        also: question,
      };
    });
}

const relations: Readonly<Record<string, string>> = {
  "inspired-by": "inspired by",
  "built-on": "built on",
  "successor-of": "the successor of",
  "same-authors": "by authors of",
};

/** Claims, and what a framework came from: so a framework that isn't here leads to those that know it. */
export function claimEntries({ claims, lineage }: Texts, rows: readonly CatalogueRow[]): Entry[] {
  const rowOf = new Map(rows.map((row) => [row.slug, row]));
  const said = claims.flatMap(({ id, slug, text, criterion, framework }) => {
    const row = rowOf.get(framework);
    if (!row) return [];
    const name = criteria.find((one) => one.id === criterion)?.name ?? "";
    return [
      {
        id: `claim-${id}`,
        title: text,
        note: row.name,
        href: `${routes.framework(framework)}#claim-${slug}`,
        icon: row.icon,
        name: text,
        also: `${row.name} , ${row.languages.join(" , ")} , ${name}`,
      },
    ];
  });
  const from = lineage.flatMap(({ framework, relation, name }) => {
    const row = rowOf.get(framework);
    if (!row) return [];
    const text = `${row.name} is ${relations[relation] ?? "related to"} ${name}`;
    return [
      {
        id: `lineage-${framework}-${relation}-${name}`,
        title: text,
        note: "Lineage",
        href: `${routes.framework(framework)}#history`,
        icon: row.icon,
        name: text,
        also: "",
      },
    ];
  });
  return [...said, ...from];
}

const pages = [
  ["Help me choose", routes.questions, "A few questions lead to a ranking", "wizard questions start recommend"],
  ["Compare side by side", routes.compare, "Two to ten frameworks", "versus vs difference"],
  ["Weigh and decide", routes.decide, "Constraints, weights, and what would flip it", "decision ranking"],
  ["All frameworks", routes.frameworks, "The whole catalogue", "browse list table catalogue filter"],
  ["Your shortlist", routes.shortlist, "What you have saved", "saved favourites list"],
  ["How to choose", routes.learn, "What a back-end framework is", "introduction guide learn"],
  ["Sources", routes.sources, "Every publication behind the claims", "articles documentation surveys"],
  ["Method", routes.method, "Rules of verdicts, scores and decisions", "bench rules how"],
  ["Are the scores right?", routes.validity, "Checks on the scores themselves", "validity agreement"],
  ["Integrity", routes.integrity, "How votes and ratings are kept honest", "fake votes ratings"],
  ["Developers", routes.developers, "The API and the data", "api json export dump"],
  ["Suggest a framework", routes.suggestFramework, "When one is missing", "missing add new"],
] as const;

export const pageEntries = (): Entry[] =>
  pages.map(([title, href, note, also]) => ({ id: `page-${href}`, title, note, href, name: title, also }));
