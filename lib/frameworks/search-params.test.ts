import { describe, expect, it } from "vitest";
import { languages, licences } from "./attributes.ts";
import { loadContent } from "./content.ts";
import { catalogueSearch, defaultView, isMisspelled, parseCatalogueView, withFilter } from "./search-params.ts";

const parse = (query: string) => parseCatalogueView(new URLSearchParams(query));

describe("the catalogue's URL", () => {
  it("without a query is the plain view, and the plain view has no query", () => {
    expect(parse("")).toEqual(defaultView);
    expect(catalogueSearch(defaultView)).toBe("");
  });
  it("survives a round trip", () => {
    const query =
      "?q=c%23+web&language=PHP&language=C%23&has=orm&sort=-stars,name&cols=name,stars&group=kind&page=2&pick=django,rails";
    expect(catalogueSearch(parse(query))).toBe(query);
    expect(parse(catalogueSearch(parse(query)))).toEqual(parse(query));
  });
  it("takes values repeated, as a form sends them, and with commas", () => {
    expect(parse("language=PHP&language=Go")).toEqual(parse("language=PHP,Go"));
  });
  it("takes values of filters in any case and width", () => {
    expect(parse("language=php,ＪＡＶＡ,c%23&kind=FULL-STACK&licence=mit&has=ORM").filters).toEqual({
      language: ["PHP", "Java", "C#"],
      kind: ["full-stack"],
      licence: ["MIT"],
      has: ["orm"],
    });
  });
  it("knows how every language and licence of the content is written", () => {
    for (const { facts } of loadContent().frameworks) {
      for (const language of facts.languages.value ?? []) expect(languages).toContain(language);
      expect([...licences, null]).toContain(facts.licence.value);
    }
  });
  it("knows an address that spells a filter otherwise than the catalogue", () => {
    const misspelled = (query: string) => isMisspelled(new URLSearchParams(query), parse(query));
    expect(["language=php", "kind=Micro", "language=Java,ＰＨＰ"].map(misspelled)).toEqual([true, true, true]);
    expect(["language=PHP", "language=COBOL", "has=auth", "sort=-stars"].some(misspelled)).toBe(false);
  });
  it("leaves out what it doesn't know", () => {
    expect(
      parse("level=wizard&nonsense=1&sort=price&group=stars&cols=nope&page=-3&pick=../etc,%00,DROP%20TABLE"),
    ).toEqual(defaultView);
  });
  it("never throws and never grows without bound, whatever comes", () => {
    const hostile = [
      "%",
      "a".repeat(10_000),
      "\u0000",
      "💥".repeat(500),
      ",".repeat(9_000),
      "__proto__",
      "constructor",
      "' OR 1=1--",
      "${7*7}",
      "../../..",
    ];
    for (const key of ["q", "language", "has", "sort", "cols", "group", "page", "pick", "__proto__", "toString"]) {
      for (const value of hostile) {
        const params = new URLSearchParams();
        for (let index = 0; index < 60; index += 1) params.append(key, value + index);
        const view = parseCatalogueView(params);
        expect(catalogueSearch(view).length).toBeLessThan(12_000);
        expect(view.q.length).toBeLessThanOrEqual(100);
        expect(view.pick.length).toBeLessThanOrEqual(10);
        expect(parse(catalogueSearch(view))).toEqual(view);
      }
    }
  });
  it("goes back to the first page when a filter changes, and drops a facet with its last value", () => {
    const view = parse("language=PHP&page=3");
    expect(withFilter(view, "language", "Go", true)).toMatchObject({ page: 1, filters: { language: ["PHP", "Go"] } });
    expect(withFilter(view, "language", "PHP", false).filters).toEqual({});
  });
});
