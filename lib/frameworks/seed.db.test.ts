import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { migrate } from "../db/migrate.ts";
import { query } from "../process/postgres.ts";
import { freshDatabase } from "../testing/database.ts";
import { type Content, loadContent } from "./content.ts";
import { seed } from "./seed.ts";

const content = loadContent();
let url: string;

beforeEach(async () => {
  url = await freshDatabase();
});

const counts = async () => {
  const tables = [
    "framework",
    "fact",
    "check_answer",
    "measure_value",
    "release",
    "source",
    "claim",
    "assertion",
    "resource",
    "lineage",
    "benchmark_run",
    "benchmark_result",
    "usage_figure",
  ];
  const rows = await query<{ name: string; n: number }>(
    url,
    tables.map((table) => `SELECT '${table}' AS name, count(*)::int AS n FROM "${table}"`).join(" UNION ALL "),
  );
  return Object.fromEntries(rows.map(({ name, n }) => [name, n]));
};

/** A copy of the content that may be changed. */
function changed(change: (copy: Content) => void): Content {
  const copy = structuredClone(content);
  change(copy);
  return copy;
}

function claimOf(copy: Content, slug: string) {
  const claim = copy.frameworks.find((framework) => framework.slug === slug)?.claims[0];
  if (!claim) throw new Error(`No claim on ${slug}`);
  return claim;
}

describe("migrations", () => {
  it("have nothing left to do on a migrated database", async () => {
    expect(await migrate(url)).toEqual([]);
  });
  it("can be asked for again in the same process", async () => {
    expect(await Promise.all([migrate(url), migrate(await freshDatabase())])).toEqual([[], []]);
  });
  it("are recorded where prisma migrate deploy looks for them", async () => {
    const rows = await query<{ name: string; done: boolean }>(
      url,
      `SELECT migration_name AS name, finished_at IS NOT NULL AS done FROM _prisma_migrations`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.done)).toBe(true);
  });
});

describe("seeding", () => {
  it("writes all of the content, and the same again writes nothing new", async () => {
    const expected = await seed(url, content);
    const first = await counts();
    expect(first.framework).toBe(content.frameworks.length);
    expect(first.claim).toBe(expected.claims);
    expect(first.assertion).toBe(
      content.frameworks.flatMap((framework) => framework.claims.flatMap((claim) => claim.assertions)).length,
    );
    await seed(url, content);
    expect(await counts()).toEqual(first);
  });

  it("changes a claim's text and keeps its id, so that what people said of it stays with it", async () => {
    await seed(url, content);
    const claim = claimOf(content, "laravel");
    const find = `SELECT c.id, c.text FROM claim c JOIN framework f ON f.id = c.framework_id WHERE f.slug = 'laravel' AND c.slug = '${claim.id}'`;
    const [before] = await query<{ id: number; text: string }>(url, find);
    await seed(
      url,
      changed((copy) => (claimOf(copy, "laravel").text = "Said better")),
    );
    expect(await query(url, find)).toEqual([{ id: before?.id, text: "Said better" }]);
  });

  it("retires what the content no longer has, and brings it back with the same id", async () => {
    await seed(url, content);
    const state = `SELECT f.id, f.retired_at IS NOT NULL AS retired FROM framework f WHERE f.slug = 'gin'`;
    const [before] = await query<{ id: number; retired: boolean }>(url, state);
    const without = changed((copy) => {
      copy.frameworks = copy.frameworks.filter((framework) => framework.slug !== "gin");
      for (const run of copy.benchmarks) run.results = run.results.filter((result) => result.framework !== "gin");
      copy.usage = copy.usage.filter((figure) => figure.framework !== "gin");
      copy.checks = copy.checks.filter((file) => file.slug !== "gin");
      copy.measures = copy.measures.filter((one) => one.framework !== "gin");
      copy.quickStarts = copy.quickStarts.filter((one) => one.framework !== "gin");
    });
    await seed(url, without);
    expect(await query(url, state)).toEqual([{ id: before?.id, retired: true }]);
    await seed(url, content);
    expect(await query(url, state)).toEqual([{ id: before?.id, retired: false }]);
  });

  it("keeps a quick start as a fact with the page that it was read on", async () => {
    await seed(url, content);
    const facts = await query<{ slug: string; value: string; source: string }>(
      url,
      `SELECT f.slug, value #>> '{}' AS value, source FROM fact JOIN framework f ON f.id = framework_id WHERE key = 'quickStart'`,
    );
    expect(facts).toHaveLength(content.quickStarts.length);
    expect(facts.find(({ slug }) => slug === "rails")).toEqual({
      slug: "rails",
      value: "rails new store\ncd store && bin/rails server",
      source: "https://guides.rubyonrails.org/getting_started.html",
    });
  });

  it("by eight instances at once gives the same as by one", async () => {
    await Promise.all(Array.from({ length: 8 }, () => seed(url, content)));
    const [row] = await query<{ n: number }>(url, `SELECT count(*)::int AS n FROM claim`);
    expect(row?.n).toBe(content.frameworks.flatMap((framework) => framework.claims).length);
  });

  it("that fails half-way leaves everything as it was", async () => {
    await seed(url, content);
    const before = await counts();
    const bad = changed((copy) => {
      claimOf(copy, "laravel").text = "Never to be seen";
      const last = copy.frameworks.at(-1)?.claims[0]?.assertions[0];
      if (last) last.source = "not-a-source";
    });
    await expect(seed(url, bad)).rejects.toThrow(/not-a-source/);
    expect(await counts()).toEqual(before);
    expect(await query(url, `SELECT 1 FROM claim WHERE text = 'Never to be seen'`)).toEqual([]);
  });
});

describe("the database itself", () => {
  let seeded: string;
  beforeAll(async () => {
    seeded = await freshDatabase();
    await seed(seeded, content);
  });

  it.each([
    ["a claim of no known kind", `UPDATE claim SET kind = 'rumour' WHERE id = (SELECT min(id) FROM claim)`],
    [
      "a level on a claim that is none",
      `UPDATE claim SET level = 'beginner' WHERE id = (SELECT min(id) FROM claim WHERE kind = 'pro')`,
    ],
    ["a stance that is neither", `UPDATE assertion SET stance = 'doubts' WHERE id = (SELECT min(id) FROM assertion)`],
    ["a dispute without a reason", `UPDATE assertion SET note = NULL WHERE stance = 'disputes'`],
    ["a second preferred run", `UPDATE benchmark_run SET preferred = true`],
    ["a slug that no address can have", `UPDATE framework SET slug = 'Not A Slug' WHERE slug = 'gin'`],
    ["an answer that no check has", `UPDATE check_answer SET answer = 'maybe'`],
    ["a standing that is none", `UPDATE framework SET standing = 'fine'`],
    ["a judgement that is neither", `UPDATE claim SET judged = 'perhaps'`],
    ["a share over one hundred percent", `UPDATE usage_figure SET percent = 101`],
  ])("refuses %s", async (_what, sql) => {
    await expect(query(seeded, sql)).rejects.toThrow(/violates/);
  });
});
