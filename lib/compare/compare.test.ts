import { describe, expect, it } from "vitest";
import type { ClaimView } from "../claims/view.ts";
import { routes } from "../site/routes.ts";
import { testRow } from "../testing/rows.ts";
import { escapeMarkdown, markdownLink } from "../text/markdown.ts";
import { alignClaims, attributeRows, featureRows } from "./rules.ts";
import { compareRows, compareSearch, parseCompareView, parsePair } from "./search-params.ts";

const parse = (query: string) => parseCompareView(new URLSearchParams(query));
const all = parse("");

describe("the address of a comparison", () => {
  it("is the same for any order and spelling", () => {
    expect(routes.compareOf(["rails", "django", "rails"])).toBe("/compare/django-vs-rails");
    expect(parsePair("Rails-vs-django-vs-rails")).toEqual(["django", "rails"]);
    expect(parsePair("spring-boot-vs-actix-web")).toEqual(["actix-web", "spring-boot"]);
  });
  it("refuses more than ten, what can't be a slug, and endless text", () => {
    expect(parsePair(Array.from({ length: 11 }, (_, index) => `f${index}`).join("-vs-"))).toBeNull();
    for (const pair of ["", "-vs-", "a-vs-", "../x", "a b", "a%00", "a--b", "x".repeat(10_000)])
      expect(parsePair(pair)).toBeNull();
  });
  it("keeps the reader's choices, and only known ones", () => {
    const query = "?rows=language,claims&diff=1&asof=2020";
    expect(compareSearch(parse(query))).toBe(query);
    expect(parse("rows=nope&diff=maybe&asof=1999")).toEqual({ rows: null, onlyDifferences: false, asOf: "now" });
    expect(parse(`rows=${compareRows.map((row) => row.id).join(",")}`).rows).toBeNull();
  });
});

const django = testRow({
  slug: "django",
  languages: ["Python"],
  kind: "full-stack",
  features: { orm: "builtin", mail: "builtin" },
});
const flask = testRow({
  slug: "flask",
  languages: ["Python"],
  kind: "micro",
  features: { orm: "third-party", mail: "builtin" },
});

describe("rows side by side", () => {
  it("mark what differs, and can leave out the rest", () => {
    const ids = attributeRows([django, flask], { ...all, onlyDifferences: true }).map((row) => row.id);
    expect(ids).toEqual(["kind"]);
    const differing = featureRows([django, flask], { ...all, onlyDifferences: true });
    expect(differing.map((row) => [row.id, ...row.values])).toEqual([["orm", "Built in", "Third party"]]);
  });
  it("show only what the reader chose", () => {
    expect(attributeRows([django, flask], parse("rows=language")).map((row) => row.id)).toEqual(["language"]);
  });
  it("align claims by criterion and keep an empty side empty", () => {
    const claim = {
      slug: "c",
      kind: "pro",
      criterion: "testing",
      verdict: "still-true",
      assertions: [] as ClaimView["assertions"],
    } as ClaimView;
    const aligned = alignClaims([{ claims: [claim] }, { claims: [] }]);
    expect(aligned.map((block) => block.criterion.id)).toEqual(["testing"]);
    expect(aligned[0]?.sides.map((side) => side.pros.length)).toEqual([1, 0]);
  });
});

it("writes text into Markdown so that it can't become a table cell, a link or HTML", () => {
  expect(escapeMarkdown("a|b [x](y) <b> `c`\nd")).toBe("a\\|b \\[x\\](y) \\<b\\> \\`c\\` d");
});

it("writes an address into Markdown so that it can't end early", () => {
  expect(markdownLink("a]b", "https://example.org/x) <img src=y>\n# z")).toBe(
    "[a\\]b](https://example.org/x%29%20%3Cimg%20src=y%3E%0A#%20z)",
  );
});
