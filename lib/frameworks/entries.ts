import { benchLog } from "../bench/bench.ts";
import type { ClaimView } from "../claims/view.ts";
import { routes } from "../site/routes.ts";
import { isSuggested } from "../sources/suggested.ts";
import type { FrameworkView } from "./framework.ts";
import { standings } from "./standing.ts";

/** Something that changed about a framework, or about what is said of it. */
export interface HistoryEntry {
  /** The same for the same change, however often it is told: feed readers go by it. */
  id: string;
  /** A day, or as much of one as is known: "2024", "2024-05". */
  day: string;
  kind: HistoryKind;
  title: string;
  /** Why, or what it says; "" where there is nothing to add. */
  why: string;
  /** Whose word it is. */
  source: { name: string; href: string } | null;
  /** Where it stands on this site. */
  path: string;
}

export const historyKinds = {
  release: "Release",
  support: "Support",
  standing: "Standing",
  source: "Source",
  dispute: "Dispute",
  verdict: "Verdict",
  entry: "From a reader",
  bench: "Scores",
} as const;
export type HistoryKind = keyof typeof historyKinds;

const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, "");
const readAt = (url: string | null) => (url ? { name: hostOf(url), href: url } : null);
const isDay = (text: string | null): text is string => text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text);
/** Of some releases only the month is known. */
const isPartOfDay = (text: string) => /^\d{4}(-\d{2}){0,2}$/.test(text);

/** What entries follow from. */
export type Known = Pick<
  FrameworkView,
  "slug" | "name" | "facts" | "releases" | "supportSource" | "supportNote" | "standing" | "claims"
>;

/** All that follows from what is known of a framework, as of a day: what lies ahead is no history yet. */
export function entriesOf(framework: Known, day: string): HistoryEntry[] {
  return [
    ...beginnings(framework),
    ...latestOf(framework),
    ...lines(framework),
    ...standingOf(framework),
    ...said(framework),
    ...benchLog.map(({ version, date, why }) => ({
      id: `bench-${version}`,
      day: date,
      kind: "bench" as const,
      title: `Scores are made by bench ${version}`,
      why,
      source: null,
      path: `${routes.method}#score`,
    })),
  ].filter((entry) => entry.day <= day.slice(0, entry.day.length));
}

/** The latest release, where no release line covers it: such frameworks publish none. */
function latestOf({ slug, name, facts, releases }: Known): HistoryEntry[] {
  const fact = facts.latest;
  const { version, released } = (fact?.value ?? {}) as { version?: unknown; released?: unknown };
  if (typeof version !== "string" || typeof released !== "string" || !isPartOfDay(released)) return [];
  if (releases.some(({ cycle }) => version === cycle || version.startsWith(`${cycle}.`))) return [];
  const at = { day: released, kind: "release" as const, title: `${name} ${version} came out`, why: "" };
  return [{ id: `latest-${version}`, ...at, source: readAt(fact?.source ?? null), path: routes.framework(slug) }];
}

function beginnings({ slug, facts }: Known): HistoryEntry[] {
  return (
    [
      ["firstRelease", "First release"],
      ["firstStable", "First stable release"],
    ] as const
  ).flatMap(([key, title]) => {
    const fact = facts[key];
    if (typeof fact?.value !== "string" || !/^\d{4}/.test(fact.value)) return [];
    const at = { day: fact.value, kind: "release" as const, title, why: fact.note ?? "" };
    return [{ id: key, ...at, source: readAt(fact.source), path: routes.framework(slug) }];
  });
}

/** Release lines: when they came out, and until when they were supported. */
function lines({ slug, name, releases, supportSource, supportNote }: Known): HistoryEntry[] {
  return releases.flatMap(({ cycle, released, endOfLife, source, note }) => {
    const at = { source: readAt(source ?? supportSource), path: `${routes.framework(slug)}#support` };
    const out = {
      id: `release-${cycle}`,
      kind: "release" as const,
      title: `${name} ${cycle} came out`,
      why: "",
      ...at,
    };
    const end = { id: `end-${cycle}`, kind: "support" as const, title: `Last day of support of ${cycle}`, ...at };
    return [
      ...(released ? [{ ...out, day: released }] : []),
      ...(isDay(endOfLife) ? [{ ...end, day: endOfLife, why: note ?? supportNote ?? "" }] : []),
    ];
  });
}

function standingOf({ slug, standing }: Known): HistoryEntry[] {
  const name = standings.find(({ id }) => id === standing.value)?.name;
  if (!name || !standing.asOf) return [];
  const at = { day: standing.asOf, kind: "standing" as const, title: `Standing: ${name.toLowerCase()}` };
  return [
    {
      id: `standing-${standing.value}`,
      ...at,
      why: standing.note ?? "",
      source: readAt(standing.source),
      path: routes.framework(slug),
    },
  ];
}

/** What sources said when they came out: one entry for what each supports, one for every claim that it disputes. */
function said({ slug, claims }: Known): HistoryEntry[] {
  const all = claims.flatMap((claim) =>
    claim.assertions
      .filter(({ source }) => !isSuggested(source.slug))
      .map((assertion) => ({ claim, assertion, source: assertion.source })),
  );
  const sources = [...new Map(all.map(({ source }) => [source.slug, source])).values()];
  return sources.flatMap((source) => {
    const own = all.filter((one) => one.source.slug === source.slug);
    const count = new Set(own.filter(({ assertion }) => assertion.stance === "supports").map(({ claim }) => claim.id))
      .size;
    const at = { day: source.date, source: { name: source.title, href: routes.source(source.slug) } };
    const supports = {
      id: `source-${source.slug}`,
      kind: "source" as const,
      title: `${source.title} supports ${count} ${count === 1 ? "claim" : "claims"}`,
      why: "",
      path: `${routes.framework(slug)}#pros-and-cons`,
      ...at,
    };
    const disputes = own
      .filter(({ assertion }) => assertion.stance === "disputes")
      .map(({ claim, assertion }) => ({
        id: `dispute-${source.slug}-${claim.slug}`,
        kind: "dispute" as const,
        title: `${source.publisher} disputes “${claim.text}”`,
        why: assertion.note ?? "",
        path: placeOf(slug, claim),
        ...at,
      }));
    return [...(count > 0 ? [supports] : []), ...disputes];
  });
}

const placeOf = (slug: string, claim: ClaimView) => `${routes.framework(slug)}#claim-${claim.slug}`;

/** The first day of a year or month. */
export const firstDay = (day: string): string => `${day}-01-01`.slice(0, 10);

/** The newest first; of what is known to the month or year only, the first day counts. */
export const newestFirst = (entries: readonly HistoryEntry[]): HistoryEntry[] =>
  entries.toSorted((a, b) => firstDay(b.day).localeCompare(firstDay(a.day)) || a.id.localeCompare(b.id));
