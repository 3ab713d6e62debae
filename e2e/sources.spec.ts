import { expect, test } from "@playwright/test";
import { openFirstClaim } from "./pages";

test("an article's page lists its claims, what others dispute of them, and what has gone stale", async ({ page }) => {
  await page.goto("/sources");
  await page.getByRole("link", { name: /9 backend frameworks/ }).click();
  await expect(page).toHaveURL("/sources/article-2020");
  const laravel = page.locator("section#laravel");
  await expect(laravel).toContainText("2020 → 8 → ended 2023-01-24");
  await expect(laravel.locator("li", { hasText: "Symfony" }).first()).toContainText("Disputed");
});

test("a chip on a claim leads to that claim on its source's page", async ({ page }) => {
  await page.goto("/frameworks/laravel");
  const claim = await openFirstClaim(page.locator("#level"));
  await claim.getByRole("link", { name: /^2020/ }).first().click();
  await expect(page).toHaveURL(/\/sources\/article-2020#laravel-/);
  await expect(page.locator(":target")).toBeVisible();
});

test("the data's licences are on a page, with their notices", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Data licences" }).click();
  for (const name of ["endoflife.date", "TechEmpower", "Stack Overflow"])
    await expect(page.getByRole("heading", { name: new RegExp(name) })).toBeVisible();
  await page.getByText("Notice of endoflife.date").click();
  await expect(page.getByText("Copyright 2020 endoflife.date contributors")).toBeVisible();
});
