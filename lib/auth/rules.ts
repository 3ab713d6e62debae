// Times and addresses of signing in: pure, and the same in pages, actions and tests.
const minute = 60_000;
const day = 24 * 60 * minute;

/** Milliseconds. A session ends `idle` after its last use and `absolute` after its sign-in, whichever is first. */
export const sessionLife = { idle: 14 * day, absolute: 30 * day } as const;

/** Milliseconds. How long after a sign-in the sensitive parts of an account may be changed. */
export const freshFor = 15 * minute;

/** Milliseconds. How stale the noted last use of a session may be, so that reading pages doesn't write. */
export const touchAfter = 5 * minute;

export const linkKinds = ["sign-up", "sign-in", "reset", "change-email", "connect"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Milliseconds. Links that prove an address may wait for a day; links that give access may not. */
export const linkLife: Record<LinkKind, number> = {
  "sign-up": day,
  "change-email": day,
  "sign-in": 10 * minute,
  reset: 10 * minute,
  connect: 10 * minute,
};

export function isFresh(authenticatedAt: Date, now = new Date()): boolean {
  return now.getTime() - authenticatedAt.getTime() < freshFor;
}

const noReturn = ["/api", "/sign-in", "/sign-up", "/sign-out", "/reset", "/check-mail", "/outbox", "/_next"];

/**
 * The path of this site to go on to, or null for anything else: another origin, a script, a page that would lead back
 * into signing in.
 */
export function safeReturn(wanted: unknown): string | null {
  if (typeof wanted !== "string" || wanted.length > 2_000 || !wanted.startsWith("/")) return null;
  // Browsers drop tabs and line ends, and take a backslash for a slash: "/\t/evil.example".
  // oxlint-disable-next-line no-control-regex
  if (/[\u0000-\u001f\u007f\\]/.test(wanted) || wanted.startsWith("//")) return null;
  const base = "http://framewise.invalid";
  if (!URL.canParse(wanted, base)) return null;
  const url = new URL(wanted, base);
  if (url.origin !== base || url.pathname.startsWith("//")) return null;
  if (noReturn.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`))) return null;
  return url.pathname + url.search + url.hash;
}

/** Where a sign-in page is, with the way back. */
export function signInPath(next: string | null, again = false): string {
  const query = new URLSearchParams();
  if (again) query.set("again", "1");
  if (next) query.set("next", next);
  return query.size ? `/sign-in?${query}` : "/sign-in";
}
