import { expect, it } from "vitest";
import { isSlug } from "./slug.ts";

it("a slug is lower-case words joined by hyphens, at most 60 characters", () => {
  expect(["koa", "asp-net-core", "web2py", "a".repeat(60)].filter((text) => !isSlug(text))).toEqual([]);
  expect(["", "Koa", "-koa", "koa-", "a--b", "a b", "a.b", "koa\n", "a".repeat(61)].filter(isSlug)).toEqual([]);
});
