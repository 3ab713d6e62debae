import { beforeAll, expect, it } from "vitest";
import { getCatalogue } from "../frameworks/queries.ts";
import { buildSearch, type Search } from "../frameworks/search.ts";
import { seed } from "../frameworks/seed.ts";
import { freshDatabase } from "../testing/database.ts";
import { readingsOf } from "../text/synonyms.ts";
import type { Finder } from "./finder.ts";
import { getFinder } from "./queries.ts";
import type { GroupId } from "./schema.ts";

let finder: Finder;
let inCatalogue: Search;

beforeAll(async () => {
  const url = await freshDatabase();
  process.env.DATABASE_URL = url;
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  await seed(url);
  finder = await getFinder();
  inCatalogue = buildSearch(await getCatalogue());
});

const most = { frameworks: 50, catalogue: 50, checks: 50, claims: 50, pages: 50 };
const find = (query: string) => finder.find(query, most);
const titles = (query: string, group: GroupId) =>
  find(query)
    .groups.find(({ id }) => id === group)
    ?.finds.map(({ title }) => title) ?? [];

it.each([
  ["websocket", "catalogue", "Comes with: WebSockets"],
  ["websocket", "checks", "WebSockets across machines"],
  ["graphql", "claims", "WebSocket and GraphQL support"],
  ["saas", "catalogue", "Recommended for: SaaS"],
  ["seo", "claims", "Weak SEO out of the box"],
  ["lock-in", "claims", "Risk of vendor lock-in to Microsoft's stack"],
  ["lock-in", "checks", "Other data layers"],
  ["type-safe", "claims", "End-to-end type safety: validation schemas and models infer their types"],
  ["type-safe", "checks", "Types from one schema"],
  ["rest api", "catalogue", "Recommended for: APIs"],
  ["easy", "catalogue", "Level: Beginner"],
  ["golang", "catalogue", "Written in Go"],
  ["csrf", "checks", "CSRF protection"],
  ["login", "catalogue", "Comes with: User accounts"],
  ["cron", "catalogue", "Comes with: Scheduled and in-process tasks"],
  ["performance", "catalogue", "By score: Performance"],
  ["angular", "claims", "NestJS is inspired by Angular"],
  ["method", "pages", "Method"],
] as const)("“%s” finds, among %s, “%s”", (query, group, title) => {
  expect(titles(query, group)).toContain(title);
});

it.each([
  "websocket",
  "graphql",
  "saas",
  "seo",
  "lock-in",
  "type-safe",
  "rest api",
  "easy",
  "nset",
  "python websocket",
])("the catalogue's own field finds some, but not all, by “%s”", (query) => {
  const { length } = inCatalogue(query);
  expect(length).toBeGreaterThan(0);
  expect(length).toBeLessThan(40);
});

it.each([
  ["nset", "NestJS"],
  ["djagno", "Django"],
  ["lavarel", "Laravel"],
  ["expresss", "Express"],
])("“%s” is near %s, and says that nothing is called so", (query, name) => {
  expect(titles(query, "frameworks")[0]).toBe(name);
  expect(find(query)).toMatchObject({ unknown: true, called: true });
});

it("full-width letters, capitals and marks make no difference", () => {
  for (const query of ["django", "DJANGO", "ｄｊａｎｇｏ", "djangó", "  Django  "])
    expect([query, titles(query, "frameworks")[0]]).toEqual([query, "Django"]);
});

it("a name that isn't here is said not to be, and leads to claims that know it", () => {
  expect(find("buffalo")).toMatchObject({ groups: [], called: false, unknown: true });
  expect(find("angular").called).toBe(false);
  expect(titles("angular", "frameworks")).toEqual(["NestJS"]);
});

it("names and aliases of one framework lead there; languages and what several are called don't", () => {
  expect(["NestJS", "ror", "spring-boot", "ＲＯＲ", "asp.net core"].map(finder.named)).toEqual([
    "nestjs",
    "rails",
    "spring-boot",
    "rails",
    "aspnet-core",
  ]);
  for (const query of ["python", "elixir", "scala", "node", "dotnet", "bun", "nset", "", "constructor"])
    expect([query, finder.named(query)]).toEqual([query, null]);
});

it("two names with “vs” between lead to their comparison", () => {
  expect(find("rails vs. djanGO").groups[0]?.finds[0]).toMatchObject({
    title: "Compare Django and Ruby on Rails",
    href: "/compare/django-vs-rails",
  });
  expect(find("rails vs nothing-of-the-kind").groups.flatMap(({ finds }) => finds)).not.toContainEqual(
    expect.objectContaining({ title: expect.stringContaining("Compare ") as string }),
  );
});

it("what is found leads to where it stands, and is told apart by its id", () => {
  for (const query of ["a", "api", "websocket", "e"]) {
    const finds = find(query).groups.flatMap(({ finds: all }) => all);
    expect(new Set(finds.map(({ id }) => id)).size).toBe(finds.length);
    for (const { href } of finds) expect(href).toMatch(/^\/[a-z]/);
  }
});

it("gives as many as are wanted and says how many there are", () => {
  const few = finder.find("api", { frameworks: 2, catalogue: 1, checks: 0, claims: 3, pages: 0 });
  expect(few.groups.map(({ id, finds }) => [id, finds.length])).toEqual([
    ["frameworks", 2],
    ["catalogue", 1],
    ["claims", 3],
  ]);
  expect(few.groups[0]?.total).toBeGreaterThan(10);
});

it("takes any text without failing or taking long, whatever comes", () => {
  const texts = [
    "'",
    "((",
    "*",
    "\\",
    "%",
    "😀",
    "-",
    "--",
    "vs",
    " vs ",
    "a vs ",
    "<script>",
    "__proto__",
    "toString",
  ];
  const long = [
    "a".repeat(100),
    "ab ".repeat(33),
    "rest api ".repeat(11),
    "a-b".repeat(33),
    "é".repeat(100),
    "x vs ".repeat(20),
  ];
  for (const query of [...texts, ...long]) {
    expect(() => finder.find(query, most)).not.toThrow();
    expect(readingsOf(query).length).toBeLessThanOrEqual(10);
    for (const words of readingsOf(query)) expect(words.length).toBeLessThanOrEqual(20);
  }
});
