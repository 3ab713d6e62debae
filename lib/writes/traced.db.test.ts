import { afterAll, beforeAll, expect, it } from "vitest";
import { db, dbPool } from "../db/index.ts";
import { createSession } from "../session/sessions.ts";
import { startCollector } from "../testing/collector.ts";
import { freshDatabase } from "../testing/database.ts";
import { startTracing } from "../trace/start.mjs";
import { answerWrite } from "./serve.ts";

let collector: Awaited<ReturnType<typeof startCollector>>;
let stop: () => Promise<void>;

beforeAll(async () => {
  process.env.DATABASE_URL = await freshDatabase();
  process.env.SITE_URL = "http://localhost:3000";
  process.env.NEXTAUTH_SECRET = "a secret of the tests";
  collector = await startCollector();
  process.env.OTEL_EXPORTER_OTLP_ENDPOINT = collector.url;
  stop = await startTracing();
});
afterAll(async () => {
  await dbPool().end();
  await collector.stop();
});

it("a small write is a trace with its statements; an address that nobody has is none", async () => {
  const { id } = await db().person.create({ data: { email: "s3cret@example.org", name: "s3cret" } });
  const token = await createSession(db(), { personId: id, method: "link", device: "Test", replaces: null });
  const headers = { "x-framewise-address": "198.51.100.7", cookie: `framewise-session=${token}` };
  const body = "claim=1&value=1&sequence=10&word=s3cret";
  expect((await answerWrite({ name: "vote", headers, body })).status).toBe(404);
  expect((await answerWrite({ name: "vote", headers: {}, body })).status).toBe(401);
  expect((await answerWrite({ name: "s3cret", headers, body })).status).toBe(404);
  await stop();
  const roots = collector.spans.filter(({ parentSpanId }) => parentSpanId === undefined);
  expect(roots.map(({ name, attributes }) => [name, attributes["http.response.status_code"]])).toEqual([
    ["POST /writes/vote", 404],
    ["POST /writes/vote", 401],
  ]);
  expect(roots[0]?.attributes).toMatchObject({ "http.request.method": "POST", "http.route": "/writes/vote" });
  const parts = collector.spans.filter(({ parentSpanId }) => parentSpanId === roots[0]?.spanId);
  expect(parts.map(({ name }) => name)).toContain("SELECT admit");
  for (const secret of ["s3cret", token, id]) expect(collector.all()).not.toContain(secret);
});
