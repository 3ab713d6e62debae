/** What anything that is found shows of itself, and where it stands. */
export interface Find {
  /** Unique among all that can be found. */
  id: string;
  title: string;
  note: string;
  href: string;
  /** Slug in simple-icons, of a framework; absent for what has no logo. */
  icon?: string | null;
  /** The best answer to a check, with the frameworks that give it and where theirs stands. */
  best?: { answer: string; frameworks: { name: string; href: string }[] };
}

/** Something to be found, with the words that find it. */
export interface Entry extends Find {
  name: string;
  also: string;
}

export const groups = [
  { id: "frameworks", name: "Frameworks" },
  { id: "catalogue", name: "Ways into the catalogue" },
  { id: "checks", name: "Checks" },
  { id: "claims", name: "Claims" },
  { id: "pages", name: "Pages" },
] as const;

export type GroupId = (typeof groups)[number]["id"];

export interface FoundGroup {
  id: GroupId;
  finds: Find[];
  /** How many there are, of which `finds` are the best. */
  total: number;
}

/** What a query finds. */
export interface Found {
  query: string;
  groups: FoundGroup[];
  /** Whether a framework is called so, or nearly. */
  called: boolean;
  /** Whether nothing here has these words: what there is was found through typos, or only speaks of it. */
  unknown: boolean;
}

/** Longest query that is looked at. */
export const longestQuery = 100;

/** A query as it is shown and searched: on one line, and no longer than any that finds something. */
export const queryOf = (text: string | null | undefined): string =>
  (text ?? "").replaceAll(/\s+/g, " ").trim().slice(0, longestQuery);

/** What is offered while somebody types: of each find only what is shown. */
export interface Suggestions {
  query: string;
  groups: { name: string; finds: Pick<Find, "id" | "title" | "note" | "href" | "icon">[] }[];
}

export const suggestionsOf = ({ query, groups: found }: Found): Suggestions => ({
  query,
  groups: found.map(({ id, finds }) => ({
    name: groups.find((group) => group.id === id)?.name ?? "",
    finds: finds.map(({ best: _best, ...find }) => find),
  })),
});
