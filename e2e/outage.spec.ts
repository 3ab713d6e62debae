import { expect } from "@playwright/test";
import { freePort } from "../lib/process/postgres.ts";
import { startServer, whenReady } from "../lib/process/server.ts";
import { startProxy } from "../lib/testing/proxy.ts";
import { ownSettings } from "./own-server";
import { openFirstClaim } from "./pages";
import { press, somebody, test } from "./people";

test("without its database the site can be read, writing says so politely and keeps what was typed, and all recovers by itself", async ({
  page,
}) => {
  const door = await startProxy(process.env.TEST_DATABASE_URL ?? "");
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const server = startServer({ port, env: ownSettings(base, { DATABASE_URL: door.url }) });
  try {
    await whenReady(server, base);
    const read = ["/", "/frameworks", "/frameworks/koa", "/compare/gin-vs-koa", "/sources", "/method"];
    for (const path of read) expect((await page.request.get(base + path)).status(), path).toBe(200);
    const { token } = await somebody();
    await page.context().addCookies([
      { name: "framewise-session", value: token, url: base },
      { name: "framewise-member", value: "1", url: base },
    ]);
    await page.goto(`${base}/account`);
    const writing = await page.context().newPage();
    await writing.goto(`${base}/frameworks/koa`);

    door.shut();
    for (const path of read) expect((await page.request.get(base + path)).status(), `${path}, database away`).toBe(200);
    await page.getByLabel("Name").fill("Typed while it was away");
    expect((await press(page, "Change name")).status()).toBe(503);
    await expect(
      page.getByText("The database can't be reached right now. Try again in a minute: nothing is done twice."),
    ).toBeVisible();
    await expect(page.getByLabel("Name")).toHaveValue("Typed while it was away");
    const claim = await openFirstClaim(writing);
    await claim.getByRole("button", { name: /^Yes \d+, still true/ }).click();
    await expect(writing.getByText("The database can't be reached right now.").first()).toBeVisible();
    for (const path of ["/shortlist", "/account", "/api/me", "/account/export"]) {
      const closed = await page.request.get(base + path);
      expect([closed.status(), closed.headers()["retry-after"]], path).toEqual([503, "30"]);
      expect(await closed.text(), path).toContain("The database can't be reached right now");
    }

    await door.reopen();
    await expect(async () => {
      await page.getByRole("button", { name: "Change name" }).click();
      await expect(page.getByText("Your name is changed.")).toBeVisible({ timeout: 3_000 });
    }).toPass();
    await page.reload();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Typed while it was away");
  } finally {
    await server.stop();
    door.shut();
  }
});

test("an instance that begins while its database is away opens its port with it, so that a proxy asks another until then", async () => {
  const door = await startProxy(process.env.TEST_DATABASE_URL ?? "");
  door.freeze();
  const port = await freePort();
  const base = `http://localhost:${port}`;
  const server = startServer({ port, env: ownSettings(base, { DATABASE_URL: door.url }) });
  try {
    let first: number | undefined;
    const asking = expect.poll(async () => (first ??= await statusOf(base)), { intervals: [20] }).toBeDefined();
    // Next has begun, and has asked its database in vain.
    await expect.poll(() => door.connections()).toBeGreaterThan(0);
    door.thaw();
    await asking;
    expect(first).toBe(200);
  } finally {
    await server.stop();
    door.shut();
  }
});

/** None while nobody listens there. */
const statusOf = (address: string) =>
  fetch(address).then(
    ({ status }) => status,
    () => undefined,
  );
