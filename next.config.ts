import type { NextConfig } from "next";
import { compareKeys } from "./lib/compare/search-params.ts";
import { decideKeys, questionKeys } from "./lib/decide/search-params.ts";
import { catalogueKeys } from "./lib/frameworks/search-params.ts";

/**
 * Public pages are rendered on the first request and then served from the cache, so that building needs no database.
 * Next only does that for pages below a dynamic segment: hence `/site/live/…` behind these addresses. The same address
 * with a query of ours (filters, chosen rows) is rendered for that request by its twin below `/site/query/…`.
 */
const live = [
  "/frameworks",
  "/compare",
  "/decide",
  "/decide/questions",
  "/sources",
  "/sources/licences",
  "/method",
  "/integrity",
  "/developers",
  "/sitemap.xml",
  "/robots.txt",
  "/frameworks/index.json",
  "/card.png",
];

function withQuery(source: string, keys: readonly string[], destination: string) {
  return keys.map((key) => ({ source, has: [{ type: "query" as const, key }], destination }));
}

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: true,
  cacheMaxMemorySize: 128 * 1024 * 1024,
  // No page asks for pictures in other sizes: without this, anybody could have them computed all day.
  images: { unoptimized: true },
  experimental: {
    // Anyone can ask for any of millions of comparisons: pages stay in the bounded memory cache and never fill a disk.
    isrFlushToDisk: false,
  },
  rewrites: async () => ({
    beforeFiles: [
      ...withQuery("/frameworks", catalogueKeys, "/site/query/frameworks"),
      ...withQuery("/compare", ["f", "pick"], "/site/query/compare"),
      ...withQuery("/compare/:pair", compareKeys, "/site/query/compare/:pair"),
      ...withQuery("/decide", decideKeys, "/site/query/decide"),
      ...withQuery("/decide/questions", [...questionKeys, ...decideKeys], "/site/query/decide/questions"),
      { source: "/", destination: "/site/live" },
      ...live.map((source) => ({ source, destination: `/site/live${source}` })),
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
