import { describe, expect, it } from "vitest";
import type { ClaimView } from "../claims/view.ts";
import { routes } from "../site/routes.ts";
import { testRow } from "../testing/rows.ts";
import { escapeMarkdown, markdownLink } from "../text/markdown.ts";
import { arrange, broughtForward } from "./columns.ts";
import { pickedIn } from "./picked.ts";
import type { Compared } from "./queries.ts";
import { alignClaims, attributeRows, dividedCriteria, featureRows, told } from "./rules.ts";
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
    const query = "?rows=language,claims&diff=1&asof=2020&first=rails,gin";
    expect(compareSearch(parse(query))).toBe(query);
    expect(parse("rows=nope&diff=maybe&asof=1999")).toEqual({
      rows: null,
      onlyDifferences: false,
      asOf: "now",
      first: [],
    });
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

const onlyDifferences = { ...all, onlyDifferences: true };
const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);

describe("rows side by side", () => {
  it("mark what differs, and can leave out the rest", () => {
    const facts = told(attributeRows([django, flask], all), onlyDifferences);
    expect(facts.rows.map((row) => row.id)).toEqual(["kind"]);
    const differing = told(featureRows([django, flask]), onlyDifferences);
    expect(differing.rows.map((row) => [row.id, ...row.values])).toEqual([["orm", "Built in", "Third party"]]);
  });
  it("leave out what is known for nobody, and say its names", () => {
    const { rows, empty } = told(attributeRows([django, flask], all), all);
    expect(rows.every(({ values }) => values.some((value) => value !== ""))).toBe(true);
    expect(empty).toContain("Rating");
    expect(empty).toContain("Votes");
    expect(empty).not.toContain("Language");
    expect(told(featureRows([django, flask]), all).empty).toHaveLength(featureRows([django]).length - 2);
  });
  it("take no unknown value, next answer or count of our own for a difference", () => {
    const two = [
      testRow({ slug: "a", licence: "MIT", stars: 900, pros: 9, latest: "5.2", features: { orm: "builtin" } }),
      testRow({ slug: "b", licence: null, stars: 600, pros: 3, latest: "8.1", features: { orm: "official-package" } }),
    ];
    expect(namesOf(told(attributeRows(two, all), onlyDifferences).rows)).toEqual([]);
    expect(namesOf(told(featureRows(two), onlyDifferences).rows)).toEqual([]);
    const apart = [testRow({ slug: "a", stars: 1_200 }), testRow({ slug: "b", stars: 600 })];
    expect(namesOf(told(attributeRows(apart, all), onlyDifferences).rows)).toEqual(["Stars"]);
  });
  it("give numbers a bar, and mark the best only where best means something and not all are", () => {
    const rated = [
      testRow({ slug: "a", rating: 4, ratings: 8, stars: 50 }),
      testRow({ slug: "b", rating: 2, ratings: 9, stars: 100 }),
    ];
    const row = (id: string) => attributeRows(rated, all).find((one) => one.id === id);
    expect(row("stars")).toMatchObject({ bars: [0.5, 1], best: null });
    expect(row("rating")).toMatchObject({ best: [true, false] });
    const same = rated.map((one) => ({ ...one, rating: 4 }));
    expect(attributeRows(same, all).find((one) => one.id === "rating")?.best).toBeNull();
    expect(featureRows([django, flask]).find(({ id }) => id === "orm")?.best).toEqual([true, false]);
    expect(featureRows([django, flask]).find(({ id }) => id === "mail")?.best).toBeNull();
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
  it("divide claims only where they weigh for one and not for another of those who are spoken of", () => {
    const say = (kind: "pro" | "con", criterion: string) =>
      ({
        slug: kind,
        kind,
        criterion,
        level: null,
        verdict: "still-true",
        assertions: [] as ClaimView["assertions"],
      }) as ClaimView;
    const divided = (...sides: ClaimView[][]) => [...dividedCriteria(sides.map((claims) => ({ claims })))];
    expect(divided([say("pro", "testing")], [say("con", "testing")])).toEqual(["testing"]);
    expect(divided([say("pro", "testing")], [say("pro", "testing"), say("pro", "testing")])).toEqual([]);
    expect(divided([say("pro", "testing")], [])).toEqual([]);
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

describe("the order of columns", () => {
  const compared = ["a", "b", "c"].map((slug) => ({ row: testRow({ slug }) }) as Compared);
  const order = (first: string[]) => arrange(compared, first).map(({ row, place }) => `${row.slug}${place}`);
  it("brings forward what the reader names and keeps each one's place, which is its colour", () => {
    expect(order([])).toEqual(["a0", "b1", "c2"]);
    expect(order(["c", "nope"])).toEqual(["c2", "a0", "b1"]);
    expect(order(["b", "c"])).toEqual(["b1", "c2", "a0"]);
  });
  it("reaches every pair on a screen of two, and comes back to the plain address", () => {
    expect(broughtForward(compared, [], "c")).toEqual(["c"]);
    expect(broughtForward(compared, ["c"], "b")).toEqual(["b", "c"]);
    expect(broughtForward(compared, ["b", "c"], "a")).toEqual([]);
  });
});

it("keeps what there is of what is picked, and says what there isn't", () => {
  const picked = (query: string) => pickedIn(new URLSearchParams(query), (slug) => ["django", "gin"].includes(slug));
  expect(picked("f=Django&f=nope&pick=gin,django")).toEqual({ chosen: ["django", "gin"], unknown: ["nope"] });
  expect(picked("f=../x&f=%00&f=")).toEqual({ chosen: [], unknown: [] });
});
