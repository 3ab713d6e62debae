import { describe, expect, it } from "vitest";
import { testRow } from "../testing/rows.ts";
import { buildSearch } from "./search.ts";
import { type CatalogueView, defaultView } from "./search-params.ts";
import { computeView, selectRows } from "./view.ts";

const rows = [
  testRow({
    slug: "laravel",
    name: "Laravel",
    languages: ["PHP"],
    kind: "full-stack",
    levels: ["beginner"],
    stars: 34,
    has: ["orm", "accounts", "mail"],
  }),
  testRow({ slug: "slim", name: "Slim", languages: ["PHP"], kind: "micro", stars: 12 }),
  testRow({
    slug: "django",
    name: "Django",
    languages: ["Python"],
    kind: "full-stack",
    levels: ["intermediate"],
    stars: 88,
    has: ["orm", "accounts", "admin"],
  }),
  testRow({ slug: "flask", name: "Flask", languages: ["Python"], kind: "micro", levels: ["beginner"], stars: null }),
  testRow({
    slug: "rails",
    name: "Ruby on Rails",
    aliases: ["ror"],
    languages: ["Ruby"],
    kind: "full-stack",
    stars: 58,
    has: ["orm", "mail"],
  }),
  testRow({
    slug: "spring-boot",
    name: "Spring Boot",
    languages: ["Java", "Kotlin"],
    kind: "full-stack",
    levels: ["advanced"],
    stars: 81,
  }),
  testRow({
    slug: "aspnet-core",
    name: "ASP.NET Core",
    aliases: ["dotnet", ".net"],
    languages: ["C#"],
    kind: "full-stack",
    stars: 38,
  }),
  testRow({
    slug: "gin",
    name: "Gin",
    languages: ["Go"],
    tagline: "A router and rendering engine",
    kind: "micro",
    stars: 89,
  }),
];
const search = buildSearch(rows);
const view = (over: Partial<CatalogueView>): CatalogueView => ({ ...defaultView, ...over });
const slugs = (over: Partial<CatalogueView>) => selectRows(rows, view(over), search).map((row) => row.slug);

describe("filters", () => {
  it("take any value within a facet, and demand every facet", () => {
    expect(slugs({ filters: { language: ["PHP", "Python"], kind: ["micro"] } })).toEqual(["slim", "flask"]);
  });
  it("demand all of the things that it must come with", () => {
    expect(slugs({ filters: { has: ["orm", "mail"] } })).toEqual(["rails", "laravel"]);
  });
  it("count for each option what choosing it would leave", () => {
    const { facets } = computeView(rows, view({ filters: { language: ["PHP"], kind: ["micro"] } }), null);
    const count = (facet: string, option: string) =>
      facets.find((item) => item.id === facet)?.options.find((item) => item.id === option)?.count;
    expect(count("language", "PHP")).toBe(1);
    expect(count("language", "Python")).toBe(1);
    expect(count("kind", "full-stack")).toBe(1);
    for (const { id, options } of facets) {
      for (const option of options) {
        if (option.chosen || id === "has") continue;
        const others = { language: ["PHP"], kind: ["micro"], [id]: [option.id] };
        expect([id, option.id, option.count]).toEqual([id, option.id, slugs({ filters: others }).length]);
      }
    }
  });
  it("keep a chosen value in sight even when nothing has it", () => {
    const { facets } = computeView(rows, view({ filters: { language: ["COBOL"] } }), null);
    expect(
      facets.find((facet) => facet.id === "language")?.options.find((option) => option.id === "COBOL"),
    ).toMatchObject({ chosen: true, count: 0 });
  });
});

describe("order", () => {
  it("goes by use where none is asked for: by the survey, then by stars, then the unknown; a text goes by its matches", () => {
    const used = [
      testRow({ slug: "a", stars: 900 }),
      testRow({ slug: "b" }),
      testRow({ slug: "c", usage: 2.1, stars: 5 }),
      testRow({ slug: "d", usage: 19.9, stars: null }),
      testRow({ slug: "e", stars: 90_000 }),
    ];
    expect(selectRows(used, defaultView, null).map(({ slug }) => slug)).toEqual(["d", "c", "e", "a", "b"]);
    expect(selectRows(used, view({ q: "x" }), () => ["b", "d"]).map(({ slug }) => slug)).toEqual(["b", "d"]);
  });
  it("goes by several keys, with unknown last in both directions", () => {
    expect(slugs({ sort: [{ id: "stars", desc: true }] }).at(-1)).toBe("flask");
    expect(slugs({ sort: [{ id: "stars", desc: false }] }).at(-1)).toBe("flask");
    expect(
      slugs({
        sort: [
          { id: "kind", desc: false },
          { id: "stars", desc: true },
        ],
      }).slice(0, 2),
    ).toEqual(["django", "spring-boot"]);
  });
});

describe("search", () => {
  it.each([
    ["ror", "rails"],
    ["dotnet", "aspnet-core"],
    ["spring", "spring-boot"],
    ["sprnig", "spring-boot"],
    ["djagno", "django"],
    ["larvel", "laravel"],
    ["golang", "gin"],
    ["c#", "aspnet-core"],
    ["LARAVEL", "laravel"],
  ])("finds by %s first %s", (query, expected) => {
    expect(slugs({ q: query })[0]).toBe(expected);
  });
  it("finds nothing for what is not there, and takes any text without failing", () => {
    expect(slugs({ q: "zzzzqqq" })).toEqual([]);
    for (const text of [
      "'",
      '"',
      "((",
      "*",
      "\\",
      "%",
      "😀",
      "a".repeat(100),
      "-",
      "<script>",
      "__proto__",
      "constructor",
      "toString",
    ])
      expect(() => slugs({ q: text })).not.toThrow();
  });
});

describe("nothing found", () => {
  it("names the single wishes whose removal helps, with how many that gives", () => {
    const { total, nearMisses } = computeView(rows, view({ filters: { language: ["Go"], has: ["admin"] } }), null);
    expect(total).toBe(0);
    expect(nearMisses.map((miss) => miss.count)).toEqual([1, 1]);
    for (const miss of nearMisses) expect(selectRows(rows, miss.view, null).length).toBe(miss.count);
  });
});

describe("groups and pages", () => {
  it("group by the first value, with the unknown at the end", () => {
    const { groups } = computeView(rows, view({ group: "level" }), null);
    expect(groups?.map((group) => [group.name, group.count])).toEqual([
      ["Beginner", 2],
      ["Intermediate", 1],
      ["Advanced", 1],
      ["Unknown", 4],
    ]);
  });
  it("show fifty rows at a time and clamp a page beyond the end", () => {
    const many = Array.from({ length: 120 }, (_, index) =>
      testRow({ slug: `f${index}`, name: `F${String(index).padStart(3, "0")}` }),
    );
    const last = computeView(many, view({ page: 99 }), null);
    expect(last).toMatchObject({ pages: 3, page: 3, total: 120 });
    expect(last.rows.map((row) => row.slug)).toEqual(Array.from({ length: 20 }, (_, index) => `f${100 + index}`));
  });
});
