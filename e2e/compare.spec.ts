import { expect, test } from "@playwright/test";
import { openFirstClaim } from "./pages";

test("any order of names leads to one address", async ({ request }) => {
  for (const path of ["/compare/rails-vs-django", "/compare/Django-vs-Rails", "/compare/rails-vs-django-vs-rails"]) {
    const response = await request.get(path, { maxRedirects: 0 });
    expect(response.status()).toBe(308);
    expect(response.headers().location).toBe("/compare/django-vs-rails");
  }
  const kept = await request.get("/compare/rails-vs-django?diff=1&asof=2024", { maxRedirects: 0 });
  expect(kept.headers().location).toBe("/compare/django-vs-rails?diff=1&asof=2024");
});

test("one framework leads to the picker, which asks for a second", async ({ page }) => {
  await page.goto("/compare/django");
  await expect(page).toHaveURL("/compare?f=django");
  await expect(page.getByRole("alert").first()).toContainText("Pick at least one more");
  await expect(page.getByRole("checkbox", { name: "Django" })).toBeChecked();
  await page.getByRole("checkbox", { name: "Gin" }).check();
  await page.getByRole("button", { name: "Compare these" }).click();
  await expect(page).toHaveURL("/compare/django-vs-gin");
});

test("more than ten are refused in words, and the choice is kept", async ({ page }) => {
  const slugs = ["django", "rails", "gin", "koa", "express", "flask", "laravel", "phoenix", "nestjs", "hono", "axum"];
  await page.goto(`/compare?go=1&${slugs.map((slug) => `f=${slug}`).join("&")}`);
  await expect(page.getByText(/Ten is the most/)).toBeVisible();
  await expect(page.locator("input[name=f]:checked")).toHaveCount(11);
});

test("only differences leaves out rows that are alike, and the choice stays in the URL", async ({ page }) => {
  await page.goto("/compare/django-vs-flask");
  const facts = page.getByRole("table", { name: "Facts" });
  await expect(facts.getByRole("rowheader", { name: "Language" })).toBeVisible();
  await page.getByRole("link", { name: /Only differences/ }).click();
  await expect(page).toHaveURL(/diff=1/);
  await expect(facts.getByRole("rowheader", { name: "Language" })).toHaveCount(0);
  await expect(facts.getByRole("rowheader", { name: "Kind" })).toBeVisible();
});

test("rows are chosen by a form and kept in the URL", async ({ page }) => {
  await page.goto("/compare/django-vs-flask");
  await page.getByText("Rows", { exact: true }).click();
  for (const box of await page.locator("input[name=rows]").all()) await box.uncheck();
  await page.getByRole("checkbox", { name: "Licence" }).check();
  await page.getByRole("button", { name: "Show these" }).click();
  await expect(page).toHaveURL(/rows=licence/);
  await expect(page.getByRole("table", { name: "Facts" }).getByRole("rowheader")).toHaveText(["Licence"]);
  await expect(page.getByRole("heading", { name: "Pros and cons" })).toHaveCount(0);
});

test("as of 2020 only sources of then speak, and versions of then are shown", async ({ page }) => {
  await page.goto("/compare/django-vs-laravel");
  await page.getByRole("navigation", { name: "As of" }).getByRole("link", { name: "2020" }).click();
  await expect(page).toHaveURL(/asof=2020/);
  const latest = page.getByRole("table", { name: "Facts" }).getByRole("row", { name: /^Latest/ });
  await expect(latest).toContainText("8 (2020-09-08)");
  const claims = page.getByRole("table", { name: "Pros and cons" });
  await expect((await openFirstClaim(claims)).getByRole("link", { name: /^2020/ }).first()).toBeVisible();
  await expect(claims.getByRole("link", { name: /^(2024|docs 2026)/, includeHidden: true })).toHaveCount(0);
});

test("an empty side says “No claim”, and a chart has its numbers in a table", async ({ page }) => {
  await page.goto("/compare/django-vs-laravel");
  await expect(page.getByText("No claim", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("img", { name: /Scores of Django, Laravel/ })).toBeVisible();
  await page.getByText("The numbers as a table").click();
  await expect(page.getByRole("table", { name: "Scores per criterion" }).getByRole("row")).toHaveCount(13);
});

test("copies as Markdown with sources and date", async ({ browser }) => {
  const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"] });
  const page = await context.newPage();
  await page.goto("/compare/django-vs-laravel");
  await page.getByRole("link", { name: "Copy as Markdown" }).click();
  await expect(page.getByText("Copied")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toMatch(/^# Django vs Laravel/);
  expect(text).toContain("| Language | Python | PHP |");
  expect(text).toMatch(/\[.+\]\(https:\/\//);
  await context.close();
});

test("on a phone both sides of two stay visible", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/compare/django-vs-laravel");
  const cells = page
    .getByRole("table", { name: "Facts" })
    .getByRole("row", { name: /^Language/ })
    .getByRole("cell");
  for (const cell of await cells.all()) {
    const box = await cell.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
  }
});

test("prints without the controls", async ({ page }) => {
  await page.goto("/compare/django-vs-laravel");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("link", { name: "Copy as Markdown" })).toBeHidden();
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.getByRole("table", { name: "Facts" })).toBeVisible();
});
