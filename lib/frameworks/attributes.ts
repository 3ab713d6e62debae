import { criteria } from "../claims/criteria.ts";
import { levels } from "../claims/kinds.ts";
import { confirmedText } from "../claims/summary.ts";
import { ratingText } from "../ratings/rules.ts";
import { endText, supportStates } from "../releases/support.ts";
import { features } from "./features.ts";
import type { CatalogueRow } from "./row.ts";
import { standings } from "./standing.ts";
import { useCases } from "./use-cases.ts";

/**
 * The facet registry: one list from which the table takes its columns, the filters their facets, the comparison its
 * rows and the exports their fields.
 */
export interface Attribute {
  /** Appears in URLs and exports: never renamed. */
  id: string;
  name: string;
  /** How it comes about, in a sentence. */
  help: string;
  /** Plain text, "" when unknown: what exports print. */
  text: (row: CatalogueRow) => string;
  /** For the eye, where it isn't the text: a number with its thousands apart. */
  display?: (row: CatalogueRow) => string;
  /** Null, unknown, sorts last in both directions. Absent: not sortable. */
  sort?: (row: CatalogueRow) => number | string | null;
  facet?: {
    values: (row: CatalogueRow) => readonly string[];
    /** In this order; without it by count. */
    options?: readonly { id: string; name: string }[];
    /** Without fixed options: how known values are written, so that an address may have them in any case. */
    spellings?: readonly string[];
  };
  /** Shown in the table unless the reader chooses otherwise. */
  column?: "shown" | "hidden";
  numeric?: boolean;
  /** A picture of what other attributes say: for the table's eye only, in no export and no comparison. */
  drawn?: boolean;
}

export const frameworkKinds = [
  { id: "full-stack", name: "Full-stack" },
  { id: "micro", name: "Micro" },
  { id: "api-first", name: "API-first" },
  { id: "meta", name: "Meta-framework" },
] as const;

/** How languages are written here. A value of the content that is missing is still taken, as it is written there. */
export const languages = [
  "C#",
  "C++",
  "Elixir",
  "F#",
  "Go",
  "Groovy",
  "Java",
  "JavaScript",
  "Kotlin",
  "PHP",
  "Python",
  "Ruby",
  "Rust",
  "Scala",
  "Swift",
  "TypeScript",
  "Visual Basic",
];
export const licences = ["Apache-2.0", "BSD-3-Clause", "EPL-2.0 OR Apache-2.0", "MIT", "MIT OR Apache-2.0"];

/** The name of an id in a vocabulary, or the id itself. */
function nameIn(options: readonly { id: string; name: string }[], id: string): string {
  return options.find((option) => option.id === id)?.name ?? id;
}

/** Steps of the mean rating to filter by. */
const ratingSteps = [
  { id: "4", name: "4 and more" },
  { id: "3", name: "3 and more" },
] as const;

const supportOrder = supportStates.map((state) => state.id as string);

/** More stars than anything has: whatever is on the survey's list comes before what isn't. */
const usageFirst = 1_000_000_000;

const base: Attribute[] = [
  {
    id: "name",
    name: "Framework",
    help: "The name that the project uses.",
    text: (row) => row.name,
    sort: (row) => row.name.toLowerCase(),
    column: "shown",
  },
  {
    id: "language",
    name: "Language",
    help: "Languages that applications are written in.",
    text: (row) => row.languages.join(", "),
    sort: (row) => row.languages[0] ?? null,
    facet: { values: (row) => row.languages, spellings: languages },
    column: "shown",
  },
  {
    id: "kind",
    name: "Kind",
    help: "Our reading: full-stack brings views, database and more; micro brings routing; API-first is made for APIs.",
    text: (row) => (row.kind ? nameIn(frameworkKinds, row.kind) : ""),
    sort: (row) => row.kind,
    facet: { values: (row) => (row.kind ? [row.kind] : []), options: frameworkKinds },
    column: "shown",
  },
  {
    id: "level",
    name: "Level",
    help: "Knowledge needed, as a source says. Several when sources disagree; unknown when none says.",
    text: (row) =>
      levels
        .filter((level) => row.levels.includes(level.id))
        .map((level) => level.name)
        .join(" / "),
    sort: (row) =>
      row.levels.length ? Math.min(...row.levels.map((id) => levels.findIndex((level) => level.id === id))) : null,
    facet: { values: (row) => row.levels, options: levels },
    column: "shown",
  },
  {
    id: "profile",
    name: "Profile",
    help: "Scores on all criteria, 1 to 5, from the left as the method page lists them. A gap: no single score.",
    text: (row) => row.scores.map((score) => score?.toFixed(1) ?? "?").join(" "),
    column: "shown",
    drawn: true,
  },
  {
    id: "usage",
    name: "Use",
    help: "Part of those whom the Stack Overflow survey asked who used it; below it stars on GitHub. By the first, then by the second where it wasn’t on the survey’s list. Neither measures quality.",
    text: (row) => (row.usage === null ? "" : `${row.usage.toFixed(1)} %`),
    sort: (row) => (row.usage === null ? row.stars : usageFirst + row.usage),
    column: "shown",
    numeric: true,
  },
  {
    id: "standing",
    name: "Standing",
    help: "Whether its makers mean it for new work; the framework’s page names the source.",
    text: (row) => (row.standing ? nameIn(standings, row.standing) : ""),
    sort: (row) => (row.standing ? standings.findIndex(({ id }) => id === row.standing) : null),
    facet: { values: (row) => (row.standing ? [row.standing] : []), options: standings },
    column: "hidden",
  },
  {
    id: "support",
    name: "Support",
    help: "From published release and support dates, as of today.",
    text: (row) => {
      const until = endText(row.supportedUntil);
      const line = row.currentLine;
      const newest =
        line && row.supportedUntil && line.until !== row.supportedUntil && /^\d/.test(line.until ?? "")
          ? `; ${line.cycle} until ${line.until}`
          : "";
      return nameIn(supportStates, row.support) + (until && !until.startsWith("no") ? ` until ${until}` : "") + newest;
    },
    sort: (row) =>
      row.support === "unpublished" ? null : `${supportOrder.indexOf(row.support)}${row.supportedUntil ?? ""}`,
    facet: { values: (row) => [row.support], options: supportStates },
    column: "shown",
  },
  {
    id: "latest",
    name: "Latest",
    help: "Newest stable version that we know of.",
    text: (row) => (row.latest ? row.latest + (row.latestReleased ? ` (${row.latestReleased})` : "") : ""),
    sort: (row) => row.latestReleased,
    column: "shown",
  },
  {
    id: "first",
    name: "Since",
    help: "Year of the first release that could be proven.",
    text: (row) => row.firstRelease?.slice(0, 4) ?? "",
    sort: (row) => row.firstRelease,
    column: "hidden",
    numeric: true,
  },
  {
    id: "stars",
    name: "Stars",
    help: "Stars on GitHub on the day that the framework's page names. They measure attention, not quality.",
    text: (row) => row.stars?.toString() ?? "",
    display: (row) => row.stars?.toLocaleString("en") ?? "",
    sort: (row) => row.stars,
    column: "hidden",
    numeric: true,
  },
  {
    id: "rating",
    name: "Rating",
    help: "Mean of the overall ratings that count, 1 to 5, and from how many; no mean under five.",
    text: (row) => row.rating?.toFixed(2) ?? "",
    display: (row) => (row.rating === null ? `${row.ratings} ratings` : ratingText(row.rating, row.ratings)),
    sort: (row) => row.rating,
    facet: {
      values: (row) => ratingSteps.flatMap(({ id }) => (row.rating !== null && row.rating >= Number(id) ? [id] : [])),
      options: ratingSteps,
    },
    column: "hidden",
    numeric: true,
  },
  {
    id: "ratings",
    name: "Ratings",
    help: "How many overall ratings count.",
    text: (row) => String(row.ratings),
    sort: (row) => row.ratings,
    column: "hidden",
    numeric: true,
  },
  {
    id: "votes",
    name: "Votes",
    help: "How many votes on its claims count.",
    text: (row) => String(row.votes),
    sort: (row) => row.votes,
    column: "hidden",
    numeric: true,
  },
  {
    id: "pros",
    name: "Pros",
    help: "Number of claims of this kind, whatever their verdict.",
    text: (row) => String(row.pros),
    sort: (row) => row.pros,
    column: "hidden",
    numeric: true,
  },
  {
    id: "cons",
    name: "Cons",
    help: "Number of claims of this kind, whatever their verdict.",
    text: (row) => String(row.cons),
    sort: (row) => row.cons,
    column: "hidden",
    numeric: true,
  },
  {
    id: "confirmed",
    name: "Still true",
    help: "Claims that primary evidence confirms today, of all claims on it.",
    text: confirmedText,
    sort: (row) => row.confirmed,
    column: "shown",
    numeric: true,
  },
  {
    id: "contested",
    name: "Contested",
    help: "Claims whose verdict is partly, disputed or outdated.",
    text: (row) => String(row.contested),
    sort: (row) => row.contested,
    column: "hidden",
    numeric: true,
  },
  {
    id: "licence",
    name: "Licence",
    help: "As in the project's repository or package.",
    text: (row) => row.licence ?? "",
    sort: (row) => row.licence,
    facet: { values: (row) => (row.licence ? [row.licence] : []), spellings: licences },
    column: "hidden",
  },
  {
    id: "platform",
    name: "Platform",
    help: "What it runs on.",
    text: (row) => row.platform ?? "",
    sort: (row) => row.platform,
    column: "hidden",
  },
  {
    id: "use",
    name: "Use case",
    help: "Kinds of work that an undisputed claim recommends it for.",
    text: (row) => row.useCases.map((id) => nameIn(useCases, id)).join(", "),
    facet: { values: (row) => row.useCases, options: useCases },
  },
  {
    id: "has",
    name: "Comes with",
    help: "Built in, or in a package by the project itself.",
    text: (row) => row.has.map((id) => nameIn(features, id)).join(", "),
    facet: { values: (row) => row.has, options: features.map(({ id, short }) => ({ id, name: short })) },
  },
];

/** One column per criterion: the score of 1 to 5 that sourced claims give, hidden until chosen. */
const scores: Attribute[] = criteria.map(({ id, name }, index) => ({
  id: `score-${id}`,
  name,
  help: `Score on ${name.toLowerCase()}, 1 to 5, from sourced claims and ratings. Blank without evidence.`,
  text: (row) => row.scores[index]?.toFixed(2) ?? "",
  sort: (row) => row.scores[index] ?? null,
  column: "hidden",
  numeric: true,
}));

export const attributes: readonly Attribute[] = [...base, ...scores];
export const facets = attributes.filter((attribute) => attribute.facet !== undefined);
export const columns = attributes.filter((attribute) => attribute.column !== undefined);
export const sortable = attributes.filter((attribute) => attribute.sort !== undefined);
export const defaultColumns = columns
  .filter((attribute) => attribute.column === "shown")
  .map((attribute) => attribute.id);
/** Attributes that the table can be grouped by. */
export const groupable = ["language", "kind", "level", "support"] as const;

const byId = new Map(attributes.map((attribute) => [attribute.id, attribute]));

export function attributeOf(id: string): Attribute | undefined {
  return byId.get(id);
}

/** The name of a facet's value, as a reader sees it. */
export function facetValueName(facetId: string, value: string): string {
  return nameIn(byId.get(facetId)?.facet?.options ?? [], value);
}
