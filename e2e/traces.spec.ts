import { expect } from "@playwright/test";
import { freePort } from "../lib/process/postgres.ts";
import { type Server, startServer, whenReady } from "../lib/process/server.ts";
import { startCollector } from "../lib/testing/collector.ts";
import { send } from "../lib/testing/raw.ts";
import { ownSettings } from "./own-server";
import { password, signUp, sql, test } from "./people";
import { voteOn } from "./vote";

// A real sign-in and a real vote, as whoever collects traces sees them.

test.describe.configure({ mode: "serial" });

let server: Server;
let base = "";
let collector: Awaited<ReturnType<typeof startCollector>>;

test.beforeAll(async () => {
  collector = await startCollector();
  const port = await freePort();
  base = `http://localhost:${port}`;
  server = startServer({
    port,
    env: ownSettings(base, { OTEL_EXPORTER_OTLP_ENDPOINT: collector.url }),
  });
  await whenReady(server, base);
});
test.afterAll(async () => {
  await server.stop();
  await collector.stop();
});

/** The spans of a trace that begins so; waits until they were sent. */
async function traceOf(name: string) {
  await expect.poll(() => collector.spans.map((span) => span.name), { message: name }).toContain(name);
  const root = collector.spans.find((span) => span.name === name && span.parentSpanId === undefined);
  return { root, spans: collector.spans.filter(({ traceId }) => traceId === root?.traceId) };
}

test("a sign-in and a vote are traces with their statements, and nothing of who it was is in them", async ({
  page,
}) => {
  const name = "Grace Brewster Murray";
  const email = await signUp(page, undefined, name);
  await page.context().clearCookies();
  await page.goto(`${base}/sign-in?next=/shortlist`);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/shortlist/);
  const counted = await voteOn("litestar", base);
  await expect.poll(async () => (await send(base, "/frameworks/litestar")).body).toMatch(counted);
  await send(base, `/feed/${"s3cret".padEnd(22, "A")}?word=s3cret`, {
    headers: { referer: "https://s3cret.example/" },
  });

  const signIn = await traceOf("POST /sign-in");
  expect(signIn.root?.attributes).toMatchObject({
    "http.request.method": "POST",
    "http.route": "/sign-in",
    "framewise.request.id": expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f-]{27}$/),
  });
  expect(signIn.spans.map((span) => span.name)).toContain("INSERT session");
  const vote = await traceOf("POST /frameworks/[slug]");
  // Session, limits and vote are one statement (docs/decisions/0015).
  expect(vote.spans.map((span) => span.name)).toContain("SELECT admit");
  const cookies = await page.context().cookies();
  const session = cookies.find((cookie) => cookie.name.endsWith("framewise-session"))?.value ?? "";
  const [row] = await sql<{ id: string }>("SELECT id FROM person WHERE email = $1", [email]);
  expect([session.length > 20, row?.id.length]).toEqual([true, 36]);
  const all = collector.all();
  for (const secret of [email, name, password, session, row?.id ?? "", "s3cret", "next=", "?word"])
    expect(all).not.toContain(secret);
});

test("a page from memory and a small write are traces too, and a reader's page isn't taken for one that we load", async () => {
  const of = (name: string, cache?: string, status = 200) =>
    collector.spans.filter(
      ({ name: found, attributes }) =>
        found === name && attributes["framewise.cache"] === cache && attributes["http.response.status_code"] === status,
    );
  const route = "GET /frameworks/[slug]";
  await expect
    .poll(async () => (await send(base, "/frameworks/tornado")).headers["cache-status"])
    .toBe("framewise; hit");
  const { headers } = await send(base, "/frameworks/tornado");
  await send(base, "/frameworks/tornado", { headers: { "if-none-match": String(headers.etag) } });
  const form = { "content-type": "application/x-www-form-urlencoded", origin: base };
  await send(base, "/writes/vote", { method: "POST", headers: form, body: "claim=1&value=1&sequence=1" });
  for (const [cache, status] of [
    ["miss", 200],
    ["load", 200],
    ["hit", 200],
    ["hit", 304],
  ] as const)
    await expect.poll(() => of(route, cache, status).length, { message: `${cache} ${status}` }).toBeGreaterThan(0);
  await expect.poll(() => of("POST /writes/vote", undefined, 401).length).toBe(1);
});

test("jobs are traces of their own", async () => {
  await expect.poll(() => collector.spans.map((span) => span.name)).toContain("job: Sending mail");
});
