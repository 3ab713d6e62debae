import type { Level } from "../claims/kinds.ts";
import type { EndDate, SupportState } from "../releases/support.ts";
import type { FeatureId, FeatureSupport } from "./features.ts";
import type { Standing } from "./standing.ts";

/** One framework as the catalogue's table, facets, comparison and exports see it. Plain values only. */
export interface CatalogueRow {
  slug: string;
  name: string;
  tagline: string;
  aliases: string[];
  /** Slug in simple-icons. */
  icon: string | null;
  languages: string[];
  platform: string | null;
  kind: string | null;
  licence: string | null;
  /** Levels that sources name; several when they disagree, none when nobody says. */
  levels: Level[];
  useCases: string[];
  /** What its claims speak of (lib/claims/topics.ts): for the search. */
  topics: string[];
  features: Partial<Record<FeatureId, FeatureSupport>>;
  /** Features that are built in or an official package. */
  has: FeatureId[];
  /** active, maintenance or ended; null when nobody says. */
  standing: Standing | null;
  support: SupportState;
  supportedUntil: EndDate;
  /** What it publishes of how long lines are supported: dates or lengths, which lines only, nothing; null: unknown. */
  supportPolicy: "dated" | "partly" | "none" | null;
  /** The newest line and its end, where it isn't the one that is supported longest. */
  currentLine: { cycle: string; until: EndDate } | null;
  latest: string | null;
  latestReleased: string | null;
  firstRelease: string | null;
  /** Percent of those whom the newest Stack Overflow survey asked; null where it wasn't on its list. */
  usage: number | null;
  stars: number | null;
  starsAsOf: string | null;
  pros: number;
  cons: number;
  claims: number;
  /** Claims whose verdict is still true. */
  confirmed: number;
  /** Claims that are partly true, disputed or outdated. */
  contested: number;
  /** Mean overall rating, 1 to 5; null under five ratings. */
  rating: number | null;
  /** Overall ratings that count. */
  ratings: number;
  /** Votes on its claims that count. */
  votes: number;
  /** Score per criterion in the registry's order; null when too little is known for a single number. */
  scores: (number | null)[];
}

/** The rows of these slugs, in their order; without those that the catalogue doesn't know. */
export const rowsOf = (rows: readonly CatalogueRow[], slugs: readonly string[]): CatalogueRow[] =>
  slugs.flatMap((slug) => rows.find((row) => row.slug === slug) ?? []);
