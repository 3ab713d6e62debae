import { beforeAll, describe, expect, it } from "vitest";
import { getBestSupportedClaims, getDisputedClaims, getTotals } from "../claims/queries.ts";
import { contestedOf } from "../claims/rules.ts";
import { getSource } from "../claims/source.ts";
import { getCompared } from "../compare/queries.ts";
import { query } from "../process/postgres.ts";
import { getSources } from "../sources/queries.ts";
import { freshDatabase } from "../testing/database.ts";
import { loadContent } from "./content.ts";
import { getCatalogue, getFramework } from "./queries.ts";
import { seed } from "./seed.ts";

const content = loadContent();

beforeAll(async () => {
  const url = await freshDatabase();
  await seed(url, content);
  await query(url, `UPDATE framework SET retired_at = now() WHERE slug = 'yii'`);
  process.env.DATABASE_URL = url;
});

describe("the catalogue", () => {
  it("has one row for each framework that isn't retired, with the numbers of its page", async () => {
    const rows = await getCatalogue();
    expect(rows.length).toBe(content.frameworks.length - 1);
    for (const row of rows.slice(0, 8)) {
      const framework = await getFramework(row.slug);
      expect(framework?.claims.length).toBe(row.claims);
      expect(framework?.claims.filter((claim) => claim.verdict === "still-true").length).toBe(row.confirmed);
      expect(contestedOf(framework?.claims ?? [])).toBe(row.contested);
    }
  });
  it("knows nothing of retired and of unknown frameworks", async () => {
    expect(await getFramework("yii")).toBeNull();
    expect(await getFramework("nope")).toBeNull();
    expect(await getCompared(["django", "yii"], "now")).toBeNull();
  });
});

describe("a framework", () => {
  it("carries everything that its file says", async () => {
    const file = content.frameworks.find((framework) => framework.slug === "laravel");
    const framework = await getFramework("laravel");
    expect(framework?.claims.map((claim) => claim.text)).toEqual(file?.claims.map((claim) => claim.text));
    expect(framework?.claims.flatMap((claim) => claim.assertions).length).toBe(
      file?.claims.flatMap((claim) => claim.assertions).length,
    );
    expect(framework?.resources.length).toBe(file?.resources.length);
    expect(framework?.releases.length).toBe(file?.support.cycles.length);
    expect(framework?.facts.licence?.value).toBe("MIT");
  });
  it("shows where the two articles disagree: Laravel's level is not settled by opinion", async () => {
    const framework = await getFramework("laravel");
    const level = framework?.claims.find((claim) => claim.kind === "level" && claim.level === "beginner");
    expect(level?.assertions.map((assertion) => [assertion.source.slug, assertion.stance])).toEqual(
      expect.arrayContaining([
        ["article-2020", "supports"],
        ["article-2024", "disputes"],
      ]),
    );
    expect(["disputed", "partly"]).toContain(level?.verdict);
  });
});

describe("a comparison as of 2020", () => {
  it("knows only what a source of then said, and which version was current", async () => {
    const compared = await getCompared(["laravel", "phoenix"], "2020");
    const [laravel, phoenix] = compared ?? [];
    expect(laravel?.row.latest).toBe("8");
    expect(laravel?.framework.claims.length).toBeGreaterThan(0);
    const dates =
      laravel?.framework.claims.flatMap((claim) => claim.assertions.map((assertion) => assertion.source.date)) ?? [];
    expect(dates.every((date) => date <= "2020-12-31")).toBe(true);
    // The 2020 article doesn't describe Phoenix.
    expect(
      phoenix?.framework.claims
        .flatMap((claim) => claim.assertions)
        .some((assertion) => assertion.source.slug === "article-2020"),
    ).toBe(false);
  });
});

describe("a source", () => {
  it("lists its claims with how they have aged", async () => {
    const source = await getSource("article-2020");
    const laravel = source?.claims.filter((claim) => claim.framework.slug === "laravel") ?? [];
    expect(laravel.length).toBeGreaterThan(5);
    expect(laravel[0]?.staleness).toEqual({ cycle: "8", end: "2023-01-24", stale: true });
  });
  it("is listed with counts that add up to the assertions", async () => {
    const sources = await getSources();
    const { assertions } = await getTotals();
    expect(sources.reduce((sum, source) => sum + source.supports + source.disputes, 0)).toBeGreaterThanOrEqual(
      assertions,
    );
  });
  it("is null when there is none", async () => {
    expect(await getSource("nope")).toBeNull();
  });
});

describe("the home page's claims", () => {
  it("are disputed in the one list and undisputed in the other, at most one of a framework", async () => {
    const disputed = await getDisputedClaims();
    const supported = await getBestSupportedClaims();
    expect(disputed.length).toBeGreaterThan(2);
    expect(disputed.every((claim) => claim.assertions.some((assertion) => assertion.stance === "disputes"))).toBe(true);
    expect(supported.every((claim) => claim.verdict === "still-true")).toBe(true);
    expect(new Set(supported.map((claim) => claim.framework.slug)).size).toBe(supported.length);
  });
});
