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
const destination = "/frameworks/~query";
write("routes", {
  rewrites: {
    beforeFiles: [
      { regex: "^(?:/((?:[^/]+?)(?:/(?:[^/]+?))*))?(?:/(~[^./]*|%7e[^./]*))(?:/)?$", destination: "/404" },
      { regex: frameworks, has: [{ type: "query", key: "q" }], destination },
      {
        regex: "^/compare(?:/([^/]+?))(?:/)?$",
        has: [{ type: "query", key: "diff" }],
        destination: "/compare/:pair/~query",
      },
      { regex: "^/(?:/)?$", destination: "/~home" },
      { regex: frameworks, destination: "/frameworks" },
    ],
  },
  staticRoutes: [{ page: "/frameworks/export" }, { page: "/sign-in" }, { page: destination }],
  dynamicRoutes: [
    { page: "/compare/[pair]", regex: "^/compare/([^/]+?)(?:/)?$" },
    { page: "/frameworks/[slug]", regex: "^/frameworks/([^/]+?)(?:/)?$" },
    { page: "/frameworks/[slug]/badge.svg", regex: "^/frameworks/([^/]+?)/badge\\.svg(?:/)?$" },
    { page: "/compare/[pair]/~query", regex: "^/compare/([^/]+?)/~query(?:/)?$" },
    { page: "/frameworks/[[...none]]", regex: "^/frameworks(?:/(.+?))?(?:/)?$" },
    { page: "/~home/[[...none]]", regex: "^/~home(?:/(.+?))?(?:/)?$" },
  ],
});
write("prerender", {
  routes: {},
  dynamicRoutes: {
    "/compare/[pair]": {},
    "/frameworks/[slug]": {},
    "/frameworks/[slug]/badge.svg": {},
    "/frameworks/[[...none]]": {},
    "/~home/[[...none]]": {},
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
    "/",
    "/?utm_source=y",
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

it("knows no page where only rewrites lead", () => {
  for (const url of ["/~home", "/%7Ehome", "/frameworks/~query", "/frameworks/%7equery?q=x", "/compare/a-vs-b/~query"])
    expect(find(url), url).toBeNull();
});

it("tells files from pages", () => {
  expect(["/frameworks/koa/badge.svg", "/frameworks/export"].map((url) => find(url)?.handler)).toEqual([true, true]);
  expect([find("/frameworks/koa")?.handler, find("/nowhere")]).toEqual([false, null]);
});
