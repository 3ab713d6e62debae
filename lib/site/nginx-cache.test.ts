import fs from "node:fs";
import { expect, it } from "vitest";
import { publicPages, routes } from "./routes.ts";

// The list of docs/deploy/nginx-cache.conf, read as nginx reads it: the first expression that fits decides.

const file = fs.readFileSync("docs/deploy/nginx-cache.conf", "utf8");
const [, list = ""] = /^map "\$request_method .*\$framewise_kept \{\n([\s\S]*?)\n\}$/m.exec(file) ?? [];
const rules = [...list.matchAll(/^ {4}"~(.+)" (\w+);$/gm)].map(([, rule = "", kept]) => ({
  rule: new RegExp(rule),
  kept,
}));
const isKept = (path: string, method = "GET", person = "") =>
  rules.find(({ rule }) => rule.test(`${method} ${person} ${path}`))?.kept === "framewise";

it("nginx may keep every public page, by reading alone, of whoever has no cookie of ours", () => {
  expect(rules).toHaveLength(2);
  const pages = [
    ...publicPages,
    routes.framework("koa"),
    routes.history("koa"),
    routes.frameworkFeed("koa"),
    routes.source("article-2020"),
    routes.compareOf(["gin", "koa"]),
  ];
  for (const page of pages) {
    expect([isKept(page), isKept(page, "HEAD")], page).toEqual([true, true]);
    expect([isKept(page, "POST"), isKept(page, "GET", "1"), isKept(`${page}?q=x`), isKept(`${page}?`)], page).toEqual([
      false,
      false,
      false,
      false,
    ]);
  }
});

it("nginx keeps nothing that is of one person, or that is made for each", () => {
  const own = [
    routes.account,
    routes.shortlist,
    routes.notices,
    routes.moderation,
    routes.people,
    routes.log,
    routes.suggestions,
    routes.search,
    routes.record,
    routes.saveDecision,
    routes.rate("koa"),
    routes.suggest("koa"),
    routes.team("x"),
    routes.joinTeam("x"),
    routes.records("x"),
    routes.sharedList("x"),
    routes.feed("x"),
  ];
  for (const path of [
    ...own,
    "/sign-in",
    "/sign-up",
    "/outbox",
    "/api/me",
    "/api/v1/frameworks",
    "/healthz",
    "/frameworks/export",
    "/frameworks//koa",
    "/frameworks/%6boa",
    "/Frameworks",
    "/frameworks/koa/",
    `/frameworks/${"a".repeat(300)}`,
  ])
    expect(isKept(path), path).toBe(false);
});
