import path from "node:path";
import type { NextConfig } from "next";
import { compareKeys } from "./lib/compare/search-params.ts";
import { decideKeys, questionKeys } from "./lib/decide/search-params.ts";
import { catalogueKeys } from "./lib/frameworks/search-params.ts";
import { publicPages, routes } from "./lib/site/routes.ts";

/**
 * A page whose address has a query of ours (filters, chosen rows) is rendered for that request by its twin, `~query`
 * beside it: Next can't tell the two apart by their files, and a page that reads its query is never kept.
 */
function withQuery(source: string, keys: readonly string[]) {
  return keys.map((key) => ({ source, has: [{ type: "query" as const, key }], destination: `${source}/~query` }));
}

/** Addresses that are found however they are capitalised, as Next does for what stands here but not for its pages. */
const anyCase = [
  ...publicPages.filter((page) => page !== routes.home),
  routes.search,
  "/sitemap.xml",
  "/robots.txt",
  "/frameworks/index.json",
  "/card.png",
];

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: true,
  cacheHandler: path.resolve("lib/server/page-cache.mjs"),
  cacheMaxMemorySize: 128 * 1024 * 1024,
  // One instance of each for the application and the server before it.
  serverExternalPackages: ["pino", "prom-client"],
  // No page asks for pictures in other sizes: without this, anybody could have them computed all day.
  images: { unoptimized: true },
  experimental: {
    // Anyone can ask for any of millions of comparisons: pages stay in the bounded memory cache and never fill a disk.
    isrFlushToDisk: false,
  },
  rewrites: async () => ({
    beforeFiles: [
      // What only the lines below lead to has no address of its own, however it is encoded. Files of ours that begin
      // with a tilde have a dot.
      { source: "/:before*/:aside(~[^./]*|%7e[^./]*)", destination: "/404" },
      ...withQuery(routes.frameworks, catalogueKeys),
      // Every line reads what those above it made of an address: `/compare/~query` must not become a pair's.
      ...withQuery(`${routes.compare}/:pair`, compareKeys),
      ...withQuery(routes.compare, ["f", "pick"]),
      ...withQuery(routes.decide, decideKeys),
      ...withQuery(routes.questions, [...questionKeys, ...decideKeys]),
      { source: routes.home, destination: "/~home" },
      ...anyCase.map((source) => ({ source, destination: source })),
    ],
    afterFiles: [],
    fallback: [],
  }),
  // Where password managers look for the page to change a password.
  redirects: async () => [{ source: "/.well-known/change-password", destination: "/account", statusCode: 302 }],
  // What to preload: more would be in the way of proxies that take no more than 4 KB of headers.
  reactMaxHeadersLength: 500,
  // Security headers and compression are lib/server's: they are on every answer, errors included.
  compress: false,
};

export default config;
