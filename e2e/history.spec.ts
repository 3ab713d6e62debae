import { expect } from "@playwright/test";
import { become, somebody, test } from "./people";

test("a framework's history tells when, what, and whose word it is, and is found from its page", async ({ page }) => {
  await page.goto("/frameworks/laravel");
  await page.getByRole("link", { name: "What changed" }).click();
  await expect(page).toHaveURL("/frameworks/laravel/history");
  await expect(page.getByRole("heading", { level: 1, name: "Laravel: what changed" })).toBeVisible();
  const entry = page.getByRole("listitem").filter({ hasText: "Laravel 11 came out" });
  await expect(entry.getByRole("time")).toHaveText("2024-03-12");
  await expect(entry.getByRole("link").nth(1)).toHaveAttribute("href", /^https:\/\//);
  const dispute = page.getByRole("listitem").filter({ hasText: "disputes “" }).first();
  await dispute.getByRole("link", { name: /disputes “/ }).click();
  await expect(page).toHaveURL(/\/frameworks\/laravel#claim-/);
  await expect(page.locator(":target")).toBeVisible();
  expect((await page.goto("/frameworks/nothing-of-the-kind/history"))?.status()).toBe(404);
});

test("feed readers find a framework's feed, and are told when nothing is new", async ({ page, request }) => {
  for (const path of ["/frameworks/django", "/frameworks/django/history"]) {
    await page.goto(path);
    const link = page.locator("link[rel=alternate][type='application/atom+xml']");
    await expect(link).toHaveAttribute("href", /\/frameworks\/django\/feed\.xml$/);
  }
  const feed = await request.get("/frameworks/django/feed.xml");
  expect([feed.status(), feed.headers()["content-type"]]).toEqual([200, "application/atom+xml; charset=utf-8"]);
  const text = await feed.text();
  expect(text).toContain("<title>Django: what changed (Framewise)</title>");
  const parsed = await page.evaluate((xml) => {
    const parts = new DOMParser().parseFromString(xml, "application/xml");
    return {
      entries: parts.querySelectorAll("entry > id").length,
      faults: parts.querySelectorAll("parsererror").length,
    };
  }, text);
  expect(parsed.faults).toBe(0);
  expect(parsed.entries).toBeGreaterThan(10);
  const etag = feed.headers().etag ?? "";
  expect(etag).toMatch(/^(W\/)?"[\w-]{20,}"$/);
  // From its second reading on it comes from memory, which knows what the reader has.
  const again = () => request.get("/frameworks/django/feed.xml", { headers: { "if-none-match": etag } });
  await expect.poll(async () => (await again()).status()).toBe(304);
  expect((await request.get("/frameworks/nothing-of-the-kind/feed.xml")).status()).toBe(404);
});

test("who is signed in watches a framework and stops, without a list", async ({ page }) => {
  await become(page.context(), await somebody());
  await page.goto("/frameworks/flask/history");
  await page.getByRole("button", { name: /^Watch Flask/ }).click();
  await expect(page.getByRole("button", { name: /^You watch Flask/ })).toBeVisible();
  await page.goto("/frameworks/flask");
  await expect(page.getByRole("button", { name: /^You watch Flask/ })).toHaveText("✓ Watching");
  await page.goto("/shortlist");
  await expect(page.getByRole("link", { name: "Flask" })).toHaveCount(0);
  await page.goto("/notices");
  await page.getByRole("button", { name: "Stop watching Flask" }).click();
  await expect(page.getByRole("button", { name: "Stop watching Flask" })).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "You watch" })).toBeFocused();
  await page.goto("/frameworks/flask");
  await expect(page.getByRole("button", { name: /^Watch Flask/ })).toBeVisible();
});

test("a visitor who watches is led to signing in, and back", async ({ page }) => {
  await page.goto("/frameworks/flask/history");
  await page.getByRole("button", { name: /^Watch Flask/ }).click();
  await page
    .getByRole("alert")
    .getByRole("link", { name: /Sign in/ })
    .click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fframeworks%2Fflask%2Fhistory/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("watching and stopping work by their forms", async ({ page }) => {
    await become(page.context(), await somebody());
    await page.goto("/frameworks/koa/history");
    await page.getByRole("button", { name: /^Watch Koa/ }).click();
    await expect(page.getByText("You are told of what changes on it.")).toBeVisible();
    await page.goto("/notices");
    await page.getByRole("button", { name: "Stop watching Koa" }).click();
    await expect(page.getByRole("button", { name: "Stop watching Koa" })).toHaveCount(0);
  });
});
