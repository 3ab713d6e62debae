import { expect } from "@playwright/test";
import { freePort } from "../lib/process/postgres.ts";
import { startServer, whenReady } from "../lib/process/server.ts";
import { send } from "../lib/testing/raw.ts";
import { ownSettings } from "./own-server";
import { elsewhere, test } from "./people";

const base = process.env.BASE_URL ?? "";

test("a network that asks for too much at once is told so in words, with what it chose; everything else stays open to it, and all to others", async ({
  browser,
}) => {
  const { extraHTTPHeaders } = elsewhere();
  const headers = extraHTTPHeaders;
  const ask = (path: string) => send(base, path, { headers });
  // Nothing there, so it is quick to find out, and counts all the same.
  let refused = 0;
  for (let n = 0; n < 120 && refused === 0; n += 1) {
    const { status } = await ask(`/compare/no-${n}-vs-such-${n}/card.png`);
    expect([404, 429]).toContain(status);
    if (status === 429) refused = n;
  }
  expect(refused).toBeGreaterThan(20);
  for (const path of [
    "/compare/gin-vs-koa?diff=1",
    "/decide?w=security.40",
    "/frameworks/export?format=csv",
    "/decide/card.png?f=gin,koa",
  ]) {
    const { status, headers: said } = await ask(path);
    expect(status, path).toBe(429);
    expect(Number(said["retry-after"]), path).toBeGreaterThan(0);
    expect(said["cache-control"]).toBe("no-store");
    expect(said["x-content-type-options"]).toBe("nosniff");
  }
  const context = await browser.newContext({ extraHTTPHeaders: headers, javaScriptEnabled: false });
  const page = await context.newPage();
  const typed = "quick & <b>small</b>";
  expect((await page.goto(`/frameworks?q=${encodeURIComponent(typed)}&language=Go`))?.status()).toBe(429);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("That was a lot at once");
  await expect(page.getByText(`q: ${typed}`)).toBeVisible();
  await expect(page.getByText("language: Go")).toBeVisible();
  const again = new URL(
    await page.getByRole("link", { name: "Try again" }).evaluate((link: HTMLAnchorElement) => link.href),
  );
  expect([...again.searchParams]).toEqual([
    ["q", typed],
    ["language", "Go"],
  ]);
  for (const path of ["/", "/frameworks", "/frameworks/koa", "/sign-in", "/api/v1/decisions?f=gin,koa"])
    expect((await ask(path)).status, path).toBe(200);
  await context.close();
  expect((await send(base, "/decide?w=security.40", { headers: elsewhere().extraHTTPHeaders })).status).toBe(200);
});

test("where a search is refused in the middle of browsing, the page says so and what was typed is still there", async ({
  page,
}) => {
  const headers = elsewhere().extraHTTPHeaders;
  await page.setExtraHTTPHeaders(headers);
  await page.goto("/compare");
  // What is kept already costs nothing, so it is another each time.
  for (let status = 0, n = 0; status !== 429; n += 1)
    status = (await send(base, `/compare/nor-${n}-vs-such-${n}/card.png`, { headers })).status;
  await page.goto("/compare?pick=gin&f=koa");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("That was a lot at once");
  await expect(page).toHaveURL("/compare?pick=gin&f=koa");
});

test("when more is wanted than can be made, those who wait too many are sent away in words, and what is ready is served", async () => {
  // A server of its own: everybody else's pages would wait as well.
  const port = await freePort();
  const own = `http://localhost:${port}`;
  const server = startServer({
    port,
    env: ownSettings(own),
  });
  try {
    await whenReady(server, own);
    const decide = (n: number) => send(own, `/decide?w=security.${10 + n}`, { headers: elsewhere().extraHTTPHeaders });
    // A server that has only just begun may have no connection to its database yet.
    await expect.poll(async () => (await decide(-1)).status).toBe(200);
    const ready = ["/", "/frameworks", "/frameworks/koa"];
    for (const path of ready) expect((await send(own, path)).status).toBe(200);
    const many = Promise.all(Array.from({ length: 90 }, (_, n) => decide(n)));
    for (const path of ready) expect((await send(own, path)).status, path).toBe(200);
    const answers = await many;
    const [made, away] = [200, 503].map((wanted) => answers.filter(({ status }) => status === wanted));
    expect(made?.length).toBeGreaterThan(0);
    expect(away?.length).toBeGreaterThan(0);
    expect((made?.length ?? 0) + (away?.length ?? 0)).toBe(90);
    expect(away?.[0]?.headers["retry-after"]).toBe("5");
    expect(away?.[0]?.body).toContain("Very busy right now");
    expect(away?.[0]?.body).toContain("<li>w: security.");
    await expect.poll(async () => (await decide(1)).status).toBe(200);
  } finally {
    await server.stop();
  }
});
