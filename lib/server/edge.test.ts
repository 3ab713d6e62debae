import { expect, it } from "vitest";
import { catalogueTag, communityTag, demoTag, frameworkTag } from "../cache/tags.ts";
import { edgeHeaders, purgeStyles, tagHeaders } from "./edge.mjs";

const tags = ["_N_T_/layout", demoTag, frameworkTag("spring-boot"), catalogueTag, communityTag, "_N_T_/frameworks/koa"];
const purged = (style: string) => ({ PURGE_URL: "http://localhost", PURGE_STYLE: style });

it("an answer carries every tag that we mark, in the form of each kind of cache, and none of Next's", () => {
  expect(tagHeaders(tags)).toEqual([
    ["cache-tag", "catalogue,community,demo,framework:spring-boot"],
    ["surrogate-key", "catalogue community demo framework:spring-boot"],
  ]);
  expect(tagHeaders(["_N_T_/layout"])).toEqual([]);
});

it("nobody is told to keep anything where nothing is ever taken from them", () => {
  for (const env of [{}, { PURGE_URL: "", PURGE_STYLE: "fastly" }])
    expect(edgeHeaders(tags, true, env)).toEqual(tagHeaders(tags));
});

it.each([
  ["fastly", "surrogate-control"],
  ["cloudflare", "cloudflare-cdn-cache-control"],
  ["varnish", "surrogate-control"],
])("%s may keep for an hour what is known to be right, and nothing else", (style, header) => {
  const last = (isNew: boolean, of = tags) => edgeHeaders(of, isNew, purged(style)).at(-1);
  expect(last(true)).toEqual([header, "max-age=3600, stale-while-revalidate=60, stale-if-error=86400"]);
  expect(last(false)).toEqual([header, "max-age=0, must-revalidate"]);
  // What could not be taken away again.
  expect(last(true, [])).toEqual([header, "max-age=0, must-revalidate"]);
  const many = Array.from({ length: 17 }, (_, index) => frameworkTag(`f${index}`));
  expect(edgeHeaders(many, true, purged(style))).toEqual([[header, "max-age=0, must-revalidate"]]);
  expect(edgeHeaders([...many, communityTag, catalogueTag], true, purged(style))).toContainEqual([
    "cache-tag",
    "catalogue,community",
  ]);
  expect(purgeStyles).toContain(style);
});

it("what is said stays short: the largest comparison's tags fit in half a kilobyte", () => {
  const largest = [
    catalogueTag,
    communityTag,
    demoTag,
    ...Array.from({ length: 10 }, () => frameworkTag("spring-boot")),
  ];
  const [cacheTag] = tagHeaders(largest);
  expect(cacheTag?.[1].length).toBeLessThan(512);
});
