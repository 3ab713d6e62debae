import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it } from "vitest";
import { readRoutes } from "./routes.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-routes-"));
afterAll(() => fs.rmSync(folder, { recursive: true }));

const write = (name: string, content: unknown) =>
  fs.writeFileSync(path.join(folder, `${name}-manifest.json`), JSON.stringify(content));
const frameworks = "^/frameworks(?:/)?$";
const destination = "/site/query/frameworks";
write("routes", {
  rewrites: {
    beforeFiles: [
      { regex: frameworks, has: [{ type: "query", key: "q" }], destination },
      {
        regex: "^/compare(?:/([^/]+?))(?:/)?$",
        has: [{ type: "query", key: "diff" }],
        destination: "/site/query/compare/:pair",
      },
      { regex: frameworks, destination: "/site/live/frameworks" },
    ],
  },
  staticRoutes: [{ page: "/frameworks/export" }, { page: "/sign-in" }, { page: destination }],
  dynamicRoutes: [
    { page: "/compare/[pair]", regex: "^/compare/([^/]+?)(?:/)?$" },
    { page: "/frameworks/[slug]", regex: "^/frameworks/([^/]+?)(?:/)?$" },
    { page: "/frameworks/[slug]/badge.svg", regex: "^/frameworks/([^/]+?)/badge\\.svg(?:/)?$" },
    { page: "/site/query/compare/[pair]", regex: "^/site/query/compare/([^/]+?)(?:/)?$" },
    { page: "/site/[edition]/frameworks", regex: "^/site/([^/]+?)/frameworks(?:/)?$" },
  ],
});
write("prerender", {
  routes: {},
  dynamicRoutes: {
    "/compare/[pair]": {},
    "/frameworks/[slug]": {},
    "/frameworks/[slug]/badge.svg": {},
    "/site/[edition]/frameworks": {},
  },
});
write("app-path-routes", {
  "/frameworks/[slug]/badge.svg/route": "/frameworks/[slug]/badge.svg",
  "/frameworks/export/route": "/frameworks/export",
  "/frameworks/[slug]/page": "/frameworks/[slug]",
});
const find = readRoutes(folder);

it("knows what is cached, in whatever spelling Next finds it, whatever is in the query", () => {
  for (const url of [
    "/frameworks",
    "/FRAMEWORKS?email=x",
    "/frameworks/",
    "/frameworks?q=",
    "/frameworks?Q=x&utm_source=y?q=z",
    "/site/live/frameworks?q=x",
    "/frameworks/koa?q=x",
    "/frameworks/%6Boa",
    "/%66rameworks/koa",
    "/compare/gin-vs-koa?email=x",
    "/frameworks/koa/badge.svg?x",
  ])
    expect(find(url)?.cached, url).toBe(true);
});

it("leaves their query to pages that are rendered for each request", () => {
  for (const url of [
    "/frameworks?q=x&email=y",
    "/frameworks?%71=x",
    "/frameworks?q=&q=",
    "/compare/gin-vs-koa?diff=1",
    "/frameworks/export?format=csv",
    "/sign-in?next=/account",
    "/nowhere?x",
  ])
    expect(find(url)?.cached ?? false, url).toBe(false);
});

it("tells files from pages", () => {
  expect(["/frameworks/koa/badge.svg", "/frameworks/export"].map((url) => find(url)?.handler)).toEqual([true, true]);
  expect([find("/frameworks/koa")?.handler, find("/nowhere")]).toEqual([false, null]);
});
