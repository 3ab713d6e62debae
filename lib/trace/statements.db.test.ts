import type pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openPool, UtcClient } from "../db/pool.ts";
import { startCollector } from "../testing/collector.ts";
import { freshDatabase } from "../testing/database.ts";
import { startTracing } from "./start.mjs";
import { traced } from "./traced.mjs";

let collector: Awaited<ReturnType<typeof startCollector>>;
let stop: () => Promise<void>;
let pool: pg.Pool;

beforeAll(async () => {
  const connectionString = await freshDatabase();
  collector = await startCollector();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
  process.env.OTEL_EXPORTER_OTLP_HEADERS = "x-key=k";
  stop = await startTracing();
  pool = openPool({ connectionString, max: 1 });
});
afterAll(async () => {
  await pool.end();
  await collector.stop();
});

const request = (id: string, work: () => Promise<unknown>) =>
  traced({ name: `GET /${id}`, kind: "server", attributes: { "framewise.request.id": id } }, work);

it("statements are parts of the request that made them, also where several wait for one connection; no value is told", async () => {
  await pool.query("SELECT 'outside of everything'");
  await Promise.all(
    ["one", "two", "three"].map((id) =>
      request(id, async () => {
        await pool.query("SELECT pg_sleep($1)", [0.02]);
        await pool.query({
          text: "SELECT name FROM framework WHERE slug = $1 AND tagline <> 'typed' LIMIT 3",
          values: [`s3cret ${id}`],
        });
        const client = await pool.connect();
        await client.query("SELECT count(*) FROM person");
        client.release();
      }),
    ),
  );
  await request("broken", () => pool.query("SELECT * FROM nowhere WHERE a = $1", ["s3cret"])).catch(() => {});
  await expect(request("whole", () => pool.query("SELECT 7 AS n"))).resolves.toMatchObject({ rows: [{ n: 7 }] });
  await stop();
  const { spans } = collector;
  for (const id of ["one", "two", "three"]) {
    const root = spans.find(({ name }) => name === `GET /${id}`);
    expect(root?.attributes["framewise.request.id"]).toBe(id);
    expect(
      spans
        .filter(({ parentSpanId }) => parentSpanId === root?.spanId)
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(["SELECT", "SELECT framework", "SELECT person"]);
  }
  expect(spans.filter(({ parentSpanId }) => parentSpanId === undefined)).toHaveLength(5);
  expect(spans.find(({ name }) => name === "SELECT framework")?.attributes).toEqual({
    "db.system.name": "postgresql",
    "db.operation.name": "SELECT",
    "db.query.text": "SELECT name FROM framework WHERE slug = $1 AND tagline <> ? LIMIT ?",
  });
  expect(spans.filter(({ failed }) => failed).map(({ name, attributes }) => [name, attributes["error.type"]])).toEqual([
    ["SELECT nowhere", "42P01"],
    ["GET /broken", "42P01"],
  ]);
  expect(collector.all()).not.toMatch(/s3cret|typed|outside/);
  expect([[...collector.paths], collector.headers()["x-key"]]).toEqual([["POST /v1/traces"], "k"]);
});

it("without anybody who collects, the driver is left as it is", () => {
  expect(Object.hasOwn(new UtcClient(), "query")).toBe(false);
});
