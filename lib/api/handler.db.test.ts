import crypto from "node:crypto";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { z } from "zod";
import { vote } from "../claims/mutations.ts";
import { type Content, loadContent } from "../frameworks/content.ts";
import { getCatalogue } from "../frameworks/queries.ts";
import { buildSearch } from "../frameworks/search.ts";
import { parseCatalogueView } from "../frameworks/search-params.ts";
import { seed } from "../frameworks/seed.ts";
import { selectRows } from "../frameworks/view.ts";
import { query } from "../process/postgres.ts";
import { rate } from "../ratings/mutations.ts";
import { freshDatabase } from "../testing/database.ts";
import { endpoints } from "./endpoints.ts";
import { respond } from "./handler.ts";
import type { aggregatesSchema } from "./resources/aggregates.ts";
import type { Claim } from "./resources/claim.ts";
import type { comparisonSchema } from "./resources/comparison.ts";
import type { dumpIndexSchema, dumpSchema } from "./resources/dump.ts";

const content: Content = loadContent();
const base = "http://localhost:3000/api/v1";
let url = "";

beforeAll(async () => {
  url = await freshDatabase();
  await seed(url, content);
  process.env.DATABASE_URL = url;
});

let network = "";
beforeEach(() => {
  network = crypto.randomUUID();
});

const ask = (path: string, init: RequestInit = {}) =>
  respond(
    new Request(base + path, { ...init, headers: { "x-framewise-address": network, ...(init.headers as object) } }),
  );

async function read<T>(path: string): Promise<T> {
  const answer = await ask(path);
  const text = await answer.text();
  expect(answer.status, `${path}: ${text.slice(0, 500)}`).toBe(200);
  return JSON.parse(text) as T;
}

interface Listed {
  data: { id: string }[];
  next: string | null;
  total: number;
}

async function readAll(path: string): Promise<string[]> {
  const ids: string[] = [];
  let total = 0;
  for (let cursor: string | null = ""; cursor !== null; ) {
    const page: Listed = await read(
      `${path}${path.includes("?") ? "&" : "?"}limit=100${cursor && `&cursor=${cursor}`}`,
    );
    ids.push(...page.data.map(({ id }) => id));
    ({ next: cursor, total } = page);
  }
  expect(ids).toHaveLength(total);
  return ids;
}

/** An address for every endpoint: its example, or its path with its parameters' examples. */
const sample = {
  getClaim: "/claims/django.much-included",
  getIndex: "",
} as Record<string, string>;
const samples = endpoints.map((endpoint) => ({
  endpoint,
  path: sample[endpoint.id] ?? endpoint.example ?? endpoint.path,
}));

it("says by which tags an answer can be taken from caches: the one framework's, or what shows numbers of many", async () => {
  const tagsOf = async (path: string) => {
    const { headers } = await ask(path);
    return [headers.get("cache-tag"), headers.get("surrogate-key")];
  };
  for (const path of ["/frameworks/django", "/frameworks/django/claims?limit=1"])
    expect(await tagsOf(path), path).toEqual(["catalogue,framework:django", "catalogue framework:django"]);
  for (const path of ["/frameworks", "/dump", "/comparisons?f=django,rails"])
    expect(await tagsOf(path), path).toEqual(["catalogue,community", "catalogue community"]);
  for (const path of ["/nowhere", "/frameworks/nowhere", "/frameworks?nope=1"])
    expect(await tagsOf(path), path).toEqual([null, null]);
});

describe("every endpoint", () => {
  for (const { endpoint, path } of samples)
    it(`${endpoint.id} answers what its schema says, with nothing more and nothing less`, async () => {
      const answer = await ask(path);
      const text = await answer.text();
      expect(answer.status, text.slice(0, 300)).toBe(200);
      expect(answer.headers.get("content-type")).toBe(`${endpoint.media ?? "application/json"}; charset=utf-8`);
      if (endpoint.media === "text/csv") return;
      const body: unknown = JSON.parse(text);
      expect(endpoint.response.parse(body)).toEqual(body);
    });
  it("has a tag that follows the content: the same content is not sent twice", async () => {
    for (const { path } of samples) {
      const first = await ask(path);
      const etag = first.headers.get("etag") ?? "";
      expect(etag, path).toMatch(/^"[\w-]{43}"$/);
      expect(etag).toBe(
        `"${crypto
          .createHash("sha256")
          .update(await first.text())
          .digest("base64url")}"`,
      );
      for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
        const again = await ask(path, { headers: { "if-none-match": known } });
        expect([again.status, await again.text(), again.headers.get("etag")], `${path} ${known}`).toEqual([
          304,
          "",
          etag,
        ]);
        expect(again.headers.get("access-control-allow-origin")).toBe("*");
      }
      expect((await ask(path, { headers: { "if-none-match": '"other"' } })).status).toBe(200);
    }
  });
  it("refuses parameters that it doesn't know, and names them", async () => {
    for (const { path } of samples) {
      const answer = await ask(`${path}${path.includes("?") ? "&" : "?"}colour=blue`);
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        400,
        "application/problem+json; charset=utf-8",
      ]);
      expect(await answer.json()).toMatchObject({ status: 400, errors: [{ name: "colour" }] });
    }
  });
});

describe("lists", () => {
  it("hold the whole catalogue over their pages, by id, and ids are slugs", async () => {
    const frameworks = content.frameworks.map(({ slug }) => slug).sort();
    expect(await readAll("/frameworks")).toEqual(frameworks);
    const claims = content.frameworks.flatMap(({ slug, claims: own }) => own.map(({ id }) => `${slug}.${id}`));
    expect(await readAll("/claims")).toEqual(claims.sort());
    // An id can be taken apart again.
    expect(claims.every((id) => id.split(".").length === 2)).toBe(true);
    const sources = [...content.sources, ...content.frameworks.flatMap((framework) => framework.sources)];
    expect(await readAll("/sources")).toEqual(sources.map(({ id }) => id).sort());
  });
  it("name the next page in a header too, as an address that works", async () => {
    const first = await ask("/claims?limit=2&kind=pro,con");
    const link = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    const { data, next } = (await first.json()) as Listed;
    expect(new URL(link).searchParams.get("cursor")).toBe(next);
    const second = await read<Listed>(link.replace(base, ""));
    expect(second.data).toHaveLength(2);
    expect((second.data[0]?.id ?? "") > (data[1]?.id ?? "")).toBe(true);
    expect((await ask("/criteria")).headers.get("link")).not.toContain("next");
  });
  it("of frameworks are filtered, searched and sorted as the page is", async () => {
    const slugs = async (search: string) =>
      selectRows(
        await getCatalogue(),
        parseCatalogueView(new URLSearchParams(search)),
        search.includes("q=") ? buildSearch(await getCatalogue()) : null,
      ).map(({ slug }) => slug);
    for (const search of ["q=py", "q=node&language=TypeScript", "sort=-stars,name", "sort=-rating&has=orm"])
      expect(await readAll(`/frameworks?${search}`), search).toEqual(await slugs(search));
    for (const search of [
      "language=PHP&kind=full-stack",
      "has=orm&has=admin",
      "licence=MIT&support=supported",
      "use=api",
    ]) {
      const found = await readAll(`/frameworks?${search}`);
      expect(found, search).toEqual((await slugs(search)).sort());
      expect(found.length, search).toBeGreaterThan(0);
    }
    expect(await readAll("/frameworks?language=C%2B%2B")).toEqual(["drogon"]);
    expect(await readAll("/frameworks?language=Klingon")).toEqual([]);
  });
  it("keep a sorted order from page to page", async () => {
    const whole = await readAll("/frameworks?sort=-stars");
    const ids: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const page: Listed = await read(`/frameworks?sort=-stars&limit=7${cursor && `&cursor=${cursor}`}`);
      ids.push(...page.data.map(({ id }) => id));
      cursor = page.next;
    }
    expect(ids).toEqual(whole);
  });
  it("of claims are filtered by kind, criterion and verdict, of all and of one framework", async () => {
    for (const path of ["/claims", "/frameworks/laravel/claims"]) {
      const { data, total } = await read<{ data: Claim[]; total: number }>(
        `${path}?kind=pro&kind=con&criterion=performance,learning&verdict=still-true&limit=100`,
      );
      expect(total).toBe(data.length);
      expect(total).toBeGreaterThan(0);
      for (const claim of data) {
        expect(["pro", "con"]).toContain(claim.kind);
        expect(["performance", "learning"]).toContain(claim.criterion);
        expect(claim.verdict).toBe("still-true");
      }
    }
  });
});

describe("a claim", () => {
  it("is found by its id, with every source that speaks of it", async () => {
    const file = content.frameworks.find(({ slug }) => slug === "laravel")?.claims[0];
    const found = await read<Claim>(`/claims/laravel.${file?.id}`);
    expect([found.framework, found.text]).toEqual(["laravel", file?.text]);
    expect(found.assertions.map(({ source }) => source)).toEqual(file?.assertions.map(({ source }) => source));
    for (const { source } of found.assertions) await read(`/sources/${source}`);
  });
});

describe("a wrong request", () => {
  const wrong: [string, string][] = [
    ["/frameworks?limit=0", "limit"],
    ["/frameworks?limit=101", "limit"],
    ["/frameworks?limit=many", "limit"],
    ["/frameworks?limit=5&limit=6", "limit"],
    ["/frameworks?limit=", "limit"],
    ["/frameworks?cursor=x", "cursor"],
    ["/frameworks?kind=colossal", "kind"],
    ["/frameworks?sort=beauty", "sort"],
    ["/frameworks?q=", "q"],
    [`/frameworks?q=${"x".repeat(101)}`, "q"],
    ["/claims?verdict=true", "verdict"],
    ["/claims?kind=", "kind"],
    ["/comparisons", "f"],
    ["/comparisons?f=django", "f"],
    ["/comparisons?f=django,django", "f"],
    ["/comparisons?f=django,Rails!", "f"],
    [`/comparisons?f=${Array.from({ length: 11 }, (_, index) => `f${index}`).join()}`, "f"],
    ["/comparisons?f=django,rails&asof=1999", "asof"],
    ["/comparisons?f=django,rails&__proto__=1", "__proto__"],
  ];
  for (const [path, name] of wrong)
    it(`${path.slice(0, 60)} is told what is wrong with ${name}`, async () => {
      const answer = await ask(path);
      const problem = (await answer.json()) as { errors: { name: string; detail: string }[] };
      expect(answer.status).toBe(400);
      expect(problem.errors[0]?.name).toBe(name);
      expect(problem.errors[0]?.detail.length).toBeGreaterThan(5);
      expect(answer.headers.get("cache-control")).toBe("no-store");
    });

  for (const path of [
    "/nothing",
    "/frameworks/nothing",
    "/frameworks/DJANGO",
    "/frameworks/%00",
    "/frameworks/%E0%A4%A",
    "/frameworks/django/nothing",
    "/frameworks/django/claims/slow",
    "/frameworks/nothing/claims",
    "/frameworks/nothing/aggregates",
    "/claims/django.nothing",
    "/claims/1",
    "/claims/__proto__",
    "/sources/nothing",
    "/comparisons?f=django,nothing",
    "/dump/secrets.csv",
    "/frameworks//django",
  ])
    it(`${path} is not found, and that is said as a problem that any origin may read`, async () => {
      const answer = await ask(path);
      expect(await answer.json()).toMatchObject({
        type: "http://localhost:3000/developers#problem-not-found",
        title: "Not found",
        status: 404,
        instance: `/api/v1${path.split("?")[0]}`,
      });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        404,
        "application/problem+json; charset=utf-8",
      ]);
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    });

  it("with another method is refused, and a preflight is answered", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await ask("/frameworks", { method });
      expect([answer.status, answer.headers.get("allow")], method).toEqual([405, "GET, HEAD, OPTIONS"]);
      expect(await answer.json()).toMatchObject({ status: 405, title: "Method not allowed" });
    }
    const preflight = await ask("/frameworks", { method: "OPTIONS", headers: { origin: "https://elsewhere.example" } });
    expect([preflight.status, await preflight.text()]).toEqual([204, ""]);
    expect(Object.fromEntries(preflight.headers)).toMatchObject({
      "access-control-allow-origin": "*",
      "access-control-allow-methods": "GET, HEAD, OPTIONS",
      "access-control-allow-headers": "If-None-Match",
      "access-control-max-age": "86400",
    });
  });

  it("for the headers only gets those of the whole answer", async () => {
    const [head, get] = [await ask("/frameworks/django", { method: "HEAD" }), await ask("/frameworks/django")];
    expect([head.status, await head.text()]).toEqual([200, ""]);
    for (const name of ["etag", "content-type", "cache-control", "link"])
      expect(head.headers.get(name), name).toBe(get.headers.get(name));
  });
});

describe("a limit", () => {
  it("is counted down on every answer, refused answers too, and apart for every address", async () => {
    const left = async (path: string) => (await ask(path)).headers.get("ratelimit-remaining");
    expect([await left("/criteria"), await left("/nothing"), await left("/criteria?x=1")]).toEqual([
      "599",
      "598",
      "597",
    ]);
    network = crypto.randomUUID();
    const { headers } = await ask("/criteria");
    expect([headers.get("ratelimit-limit"), headers.get("ratelimit-remaining")]).toEqual(["600", "599"]);
    expect(Number(headers.get("ratelimit-reset"))).toBeGreaterThan(50);
  });
  it("of 600 a minute is refused from then on, with the seconds until it ends", async () => {
    await ask("/criteria");
    await query(url, "UPDATE rate_limit SET points = 599 WHERE key LIKE 'reads-of-the-API%'");
    expect((await ask("/criteria")).status).toBe(200);
    const answer = await ask("/criteria");
    expect([answer.status, answer.headers.get("ratelimit-remaining")]).toEqual([429, "0"]);
    expect(await answer.json()).toMatchObject({ status: 429, title: "Too many requests" });
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(answer.headers.get("access-control-expose-headers")).toContain("Retry-After");
  });
});

describe("what people say", () => {
  async function addPeople(count: number): Promise<string[]> {
    const rows = await query<{ id: string }>(
      url,
      `INSERT INTO person (email, name, standing) SELECT 'p' || gen_random_uuid() || '@example.org', 'Somebody', 'counted'
       FROM generate_series(1, ${count}) RETURNING id`,
    );
    return rows.map(({ id }) => id);
  }
  const later = () => vi.setSystemTime(Date.now() + 11_000);
  afterEach(() => vi.useRealTimers());

  it("comes with counts, distributions and intervals; a mean needs five", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const people = await addPeople(6);
    for (const [index, person] of people.entries())
      await rate(person, "gin", {
        overall: index === 5 ? 1 : 5,
        criteria: index < 4 ? { learning: 4 } : {},
        experience: index === 5 ? "tried" : "production",
        years: null,
        stillUsing: null,
        review: "Words of a person that are theirs",
      });
    later();
    const { ratings, scores } = await read<z.output<typeof aggregatesSchema>>("/frameworks/gin/aggregates");
    const [overall, learning] = ratings;
    expect(overall).toMatchObject({ criterion: "overall", n: 6, mean: 4.33, distribution: [1, 0, 0, 0, 5] });
    expect(overall?.interval?.low).toBeLessThan(4.33);
    expect(overall?.byExperience.map(({ experience, n, mean }) => [experience, n, mean])).toEqual([
      ["tried", 1, null],
      ["side-project", 0, null],
      ["production", 5, 5],
    ]);
    expect(learning).toMatchObject({ criterion: "learning", n: 4, mean: null, interval: null, distribution: null });
    const score = scores[0];
    expect(score?.value).toBeCloseTo(((score?.prior ?? 0) * 5 + 16) / 9, 2);
    const summary = await read<{ data: { id: string; rating: object; scores: Record<string, number> }[] }>(
      "/frameworks?q=gin&limit=1",
    );
    expect(summary.data[0]).toMatchObject({ id: "gin", rating: { mean: 4.33, n: 6 } });
    expect(summary.data[0]?.scores.learning).toBe(score?.value);
    expect(await (await ask("/dump/framewise.json")).text()).not.toContain("Words of a person");
  });

  it("moves verdicts, tags and the dump's version, and nothing else does", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const claim = (await read<{ data: Claim[] }>("/frameworks/koa/claims?verdict=still-true&limit=1")).data[0];
    const before = await read<z.output<typeof dumpIndexSchema>>("/dump");
    later();
    expect(await read("/dump")).toEqual(before);
    const etag = (await ask(`/claims/${claim?.id}`)).headers.get("etag") ?? "";
    const [row] = await query<{ id: number }>(
      url,
      `SELECT c.id FROM claim c JOIN framework f ON f.id = c.framework_id WHERE f.slug || '.' || c.slug = '${claim?.id}'`,
    );
    for (const person of await addPeople(20)) await vote(person, row?.id ?? 0, -1, BigInt(Date.now()) * 1_000n);
    later();
    const after = await ask(`/claims/${claim?.id}`, { headers: { "if-none-match": etag } });
    expect(await after.json()).toMatchObject({ verdict: "outdated", votes: { yes: 0, no: 20 } });
    expect((await read<z.output<typeof dumpIndexSchema>>("/dump")).version).not.toBe(before.version);
  });
});

describe("a comparison", () => {
  it("is in the order asked for, and of a past year knows only what was known then", async () => {
    const now = await read<z.output<typeof comparisonSchema>>("/comparisons?f=phoenix,laravel,phoenix");
    expect(now.frameworks.map(({ id }) => id)).toEqual(["phoenix", "laravel"]);
    for (const row of [...now.attributes, ...now.features]) expect(row.values).toHaveLength(2);
    const then = await read<z.output<typeof comparisonSchema>>("/comparisons?f=laravel,phoenix&asof=2020");
    expect(then.asOf).toBe("2020-12-31");
    expect(then.frameworks[0]?.latest?.version).toBe("8");
    const dates = then.claims.flatMap(({ sides }) =>
      sides.flatMap(({ pros, cons }) =>
        [...pros, ...cons].flatMap(({ assertions }) => assertions.map(({ date }) => date)),
      ),
    );
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.every((date) => date <= "2020-12-31")).toBe(true);
  });
});

describe("the dump", () => {
  it("is what the lists say, in JSON and in CSV, with hashes that fit and a version in the name", async () => {
    const { version, files, licences } = await read<z.output<typeof dumpIndexSchema>>("/dump");
    expect(version).toMatch(/^\d{4}-\d\d-\d\d-[0-9a-f]{12}$/);
    for (const file of files) {
      const answer = await ask(`/dump/${file.name}`);
      const text = await answer.text();
      expect(answer.headers.get("content-disposition")).toBe(
        `attachment; filename="framewise-${version}-${file.name}"`,
      );
      expect(crypto.createHash("sha256").update(text).digest("hex"), file.name).toBe(file.sha256);
      expect(Buffer.byteLength(text)).toBe(file.bytes);
      if (file.mediaType === "text/csv") expect(csvRecords(text), file.name).toBe(file.records + 1);
    }
    const whole = await read<z.output<typeof dumpSchema>>("/dump/framewise.json");
    expect(whole.version).toBe(version);
    expect(whole.frameworks.map(({ id }) => id)).toEqual(await readAll("/frameworks"));
    expect(whole.claims.map(({ id }) => id)).toEqual(await readAll("/claims"));
    expect(whole.sources.map(({ id }) => id)).toEqual(await readAll("/sources"));
    const assertions = whole.claims.flatMap((claim) => claim.assertions);
    expect(files.find(({ name }) => name === "assertions.csv")?.records).toBe(assertions.length);
    expect(whole.licences).toEqual(licences);
    expect(licences.map(({ name }) => name)).toContain("endoflife.date");
    expect(licences.find(({ name }) => name.startsWith("Stack"))?.licence).toContain("ODbL");
    expect(whole.usage.length).toBeGreaterThan(10);
    expect(whole.usage.every(({ licence }) => licence !== null)).toBe(true);
  });
  it("tells no number of the database and nothing of a person", async () => {
    const text = await (await ask("/dump/framewise.json")).text();
    expect(text).not.toMatch(/"(id|frameworkId|personId|position)":\d/);
    expect(text).not.toContain("@example.org");
  });
});

/** Records of a CSV text; line breaks within quotes don't end one. */
const csvRecords = (text: string) => text.replaceAll(/"(?:[^"]|"")*"/g, "").split("\r\n").length - 1;
