/** Addresses of this site: one place, so that a renamed page is renamed everywhere. */
export const routes = {
  home: "/",
  frameworks: "/frameworks",
  framework: (slug: string) => `/frameworks/${slug}`,
  compare: "/compare",
  compareOf: (slugs: readonly string[]) => `/compare/${[...new Set(slugs)].sort().join("-vs-")}`,
  decide: "/decide",
  questions: "/decide/questions",
  record: "/decide/record",
  records: (id: string) => `/decide/records/${id}`,
  saveDecision: "/decide/save",
  team: (id: string) => `/decide/team/${id}`,
  joinTeam: (token: string) => `/decide/join/${token}`,
  sources: "/sources",
  source: (slug: string) => `/sources/${slug}`,
  licences: "/sources/licences",
  method: "/method",
  integrity: "/integrity",
  developers: "/developers",
  moderation: "/moderation",
  suggestions: "/suggestions",
  suggestFramework: "/suggestions/framework",
  report: (what: "review" | "record", of: string) => `/suggestions/report?${what}=${of}`,
  notices: "/notices",
  feed: (key: string) => `/feed/${key}`,
  suggest: (slug: string) => `/frameworks/${slug}/suggest`,
  rate: (slug: string) => `/frameworks/${slug}/rate`,
  account: "/account",
  shortlist: "/shortlist",
  sharedList: (key: string) => `/shortlist/${key}`,
  people: "/people",
} as const;

/** The address that people reach this site at, without a trailing slash. From configuration only, never from a request. */
export function siteUrl(): string {
  return (process.env.SITE_URL ?? "http://localhost:3000").replace(/\/+$/, "");
}

export const siteName = "Framewise";
export const siteClaim = "Choose a backend framework with evidence";

/** A page's picture for sharing. A page that sets one must name the site again: Next replaces the whole of `openGraph`. */
export function shareImage(url: string) {
  return { url, width: 1200, height: 630 };
}

/** `openGraph` of a page with a picture of its own. */
export function shareAs(path: string) {
  return { siteName, type: "website" as const, url: path, images: [shareImage(`${path}/card.png`)] };
}

/** Today as an ISO day in UTC. Pages are rendered anew every hour, so that support dates stay right. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
