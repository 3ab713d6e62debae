import path from "node:path";

/**
 * The nouns of lib, from below: each imports only from itself and from those before it. A new noun takes its place here;
 * the linter holds the order (rule framewise/floors). Tests may import from everywhere.
 */
export const floors = [
  "log", // what is said while it runs
  "trace", // what is measured while it runs, for whoever collects it
  "providers", // where people may have an account already: settings, exchange
  "db", // the database's client, its pool, migrations
  "secrets", // tokens, and keys made from the installation's secret
  "process", // what runs beside the app: PostgreSQL, the server, a browser; settings
  "backup", // everything to a file, and back
  "server", // the HTTP server in front of Next
  "text", // dates, CSV, Markdown and markup
  "site", // the site's addresses and name
  "request", // what a request says, refusals, limits, the state of forms
  "edge", // caches in front of us, and how they are told of changes
  "cache", // pages and reads that are kept, their tags, and their refresh
  "mail", // letters, their queue, sending
  "people", // whether an account counts
  "events", // what was tried and refused, for administrators
  "session", // who is asking, and what they may do
  "action", // the one way of every server action
  "shortlist",
  "auth", // signing in, and one's own account
  "sources",
  "releases", // release lines and their support
  "claims",
  "ratings",
  "writes", // small writes that come often, at addresses of their own
  "bench", // measures and checks that scores rest on
  "frameworks",
  "search", // everything that can be found by words, in one place
  "compare",
  "decide",
  "validity", // how we know that the scores are right
  "community", // accounts that are discounted, the page on integrity, demonstration data
  "maintainers", // who speaks for a framework, and what they reply to claims
  "moderation",
  "notices",
  "history", // what changed about a framework, and its public feed
  "account", // what one may take along: put together from every noun
  "api",
  "jobs", // what the site does by itself, and when
  "health", // whether an instance can do all that it is for, and its figures
  "testing",
  "benchmarking",
  "cli", // the commands
];

/**
 * Why an import goes against the order; null when it doesn't. Paths are from the root, with slashes.
 * @param {string} file
 * @param {string} specifier as it stands in the import
 * @returns {string | null}
 */
export function againstFloors(file, specifier) {
  const noun = nounOf(file);
  if (noun === null || file.endsWith(".test.ts")) return null;
  const target = specifier.startsWith("@/")
    ? specifier.slice(2)
    : specifier.startsWith(".")
      ? path.posix.join(path.posix.dirname(file), specifier)
      : "";
  const other = nounOf(target);
  if (other === null || other === noun) return null;
  for (const one of [noun, other]) if (!floors.includes(one)) return `lib/${one} has no floor in lib/floors.mjs.`;
  return floors.indexOf(other) < floors.indexOf(noun)
    ? null
    : `lib/${noun} is below lib/${other} and may not import from it: see lib/floors.mjs.`;
}

/** @param {string} file */
const nounOf = (file) => /^lib\/([^/]+)\//.exec(file)?.[1] ?? null;

/**
 * The linter's plugin: .oxlintrc.json turns its one rule on.
 * @typedef {{ source?: { value?: unknown } | null }} Import
 * @typedef {{ cwd: string, filename: string, report: (problem: { node: Import, message: string }) => void }} Context
 */
export default {
  meta: { name: "framewise" },
  rules: {
    floors: {
      /** @param {Context} context */
      create(context) {
        const file = path.relative(context.cwd, context.filename).replaceAll(path.sep, "/");
        /** @param {Import} node */
        const check = (node) => {
          const value = node.source?.value;
          const message = typeof value === "string" ? againstFloors(file, value) : null;
          if (message) context.report({ node, message });
        };
        return {
          ImportDeclaration: check,
          ExportNamedDeclaration: check,
          ExportAllDeclaration: check,
          ImportExpression: check,
        };
      },
    },
  },
};
