import { findFirefox, installPackages } from "../process/browser.ts";
import { findNginx } from "./nginx.ts";
import { findPgbouncer } from "./pgbouncer.ts";

/** Where and how the product stands while journeys are made on it. */
export interface Place {
  /** The time zone of servers, browser and tests; the database's is another. */
  zone: string;
  browser: "chromium" | "firefox";
  /** Requests come through nginx with its default buffers, statements through PgBouncer in transaction mode. */
  through: readonly ("nginx" | "pgbouncer")[];
}

/** Each way at least once, and both together far east of where the database believes to be. */
export const places = {
  "east-nginx": { zone: "Europe/Berlin", browser: "chromium", through: ["nginx"] },
  "west-pgbouncer": { zone: "America/New_York", browser: "chromium", through: ["pgbouncer"] },
  "far-east-firefox": { zone: "Pacific/Kiritimati", browser: "firefox", through: ["nginx", "pgbouncer"] },
} satisfies Record<string, Place>;

const packages = { nginx: "nginx-light", pgbouncer: "pgbouncer", firefox: "firefox-esr" } as const;
const found = { nginx: findNginx, pgbouncer: findPgbouncer, firefox: findFirefox } as const;

/** What of a place this machine hasn't and can't install by itself. */
export function missing({ through, browser }: Place): string[] {
  const needed = [...through, ...(browser === "firefox" ? [browser] : [])];
  const absent = () => needed.filter((name) => found[name]() === null);
  for (const name of absent()) installPackages(packages[name]);
  return absent();
}
