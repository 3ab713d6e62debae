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
