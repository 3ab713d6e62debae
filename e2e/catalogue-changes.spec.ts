import { setTimeout } from "node:timers/promises";
import { expect } from "@playwright/test";
import { approve, become, somebody, sql, test, waitFor } from "./people";

// Runs after all others (playwright.config.ts): they count the catalogue, which changes here, and expect its pages in the cache.

test("a missing framework is suggested from the catalogue, gets a page that says what is unknown, and can be rated", async ({
  page,
  context,
  browser,
}) => {
  await page.goto("/frameworks");
  await page.getByRole("link", { name: "Suggest it" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsuggestions%2Fframework/);
  await become(context, await somebody());
  await page.goto("/suggestions/framework");
  await page.getByLabel("Name").fill("Django");
  await page.getByLabel("Its site or repository").fill("https://example.org/framework");
  await page.getByLabel("What is it, in a sentence?").fill("A framework that only these tests know.");
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByText("Django is in the catalogue already.")).toBeVisible();
  const name = `Widget ${Date.now()}`;
  await page.getByLabel("Name").fill(name);
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByText("Thank you. A moderator will look at it")).toBeVisible();
  await approve(browser, name);
  const path = `/frameworks/${name.toLowerCase().replace(" ", "-")}`;
  await waitFor(page, path, `A reader suggested ${name}.`);
  await expect(page.getByText("No pro or con has been entered yet.")).toBeVisible();
  await waitFor(page, `/frameworks?q=${encodeURIComponent(name)}`, "1 of");
  await page.goto(`${path}/rate`);
  await page
    .getByRole("group", { name: /Overall/ })
    .getByLabel("4")
    .check();
  await page.getByLabel("Tried it").check();
  await page.getByRole("button", { name: "Rate it" }).click();
  await waitFor(page, path, "1 more rating is kept and not counted");
  for (const other of [`/compare/django-vs-${path.slice(12)}`, `/decide?f=django,${path.slice(12)}`, "/decide"]) {
    expect((await page.goto(other))?.status()).toBe(200);
    await expect(page.getByRole("link", { name }).first()).toBeVisible();
  }
  await expect(page.getByText("Left out, because nothing is known of it yet")).toBeVisible();
});

test("a change that comes while a page is being rendered is shown as well", async ({ request }) => {
  test.setTimeout(300_000);
  for (let delay = 0; delay < 120; delay += 10) {
    const text = `A framework, as it was said after ${delay} ms (${Date.now()})`;
    // Everything is out of date once another page shows what was changed with it.
    await sql("UPDATE framework SET tagline = $1 WHERE slug = 'koa'", [`Before: ${text}`]);
    await sql("SELECT pg_notify('framewise_changed', '*')");
    await expect.poll(async () => (await request.get("/frameworks/koa")).text()).toContain(`Before: ${text}`);
    // What the page shows is read, then the page is rendered from it while it changes.
    await request.get("/frameworks/slim/badge.svg");
    const first = request.get("/frameworks/slim");
    // The moment is what is tried here: there is no condition to wait for.
    await setTimeout(delay);
    await sql("UPDATE framework SET tagline = $1 WHERE slug = 'slim'", [text]);
    await sql("SELECT pg_notify('framewise_changed', 'slim')");
    await first;
    await expect(async () => {
      expect(await (await request.get("/frameworks/slim")).text()).toContain(text);
    }).toPass({ intervals: [250] });
  }
});
