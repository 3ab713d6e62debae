import { expect, type Page, test } from "@playwright/test";
import { layOutAll, openFirstClaim } from "./pages";

// How a framework and a comparison are read: how long they are, what is seen at once, and what opens.

/** Before a claim was one line, on 26 November 2026: height in pixels and stops of Tab, of the page and of its claims. */
const before = [
  { path: "/frameworks/django", width: 1440, page: [10_131, 362], claims: [3_930, 148] },
  { path: "/frameworks/django", width: 390, page: [15_923, 361], claims: [5_179, 148] },
  { path: "/compare/django-vs-laravel-vs-rails", width: 1440, page: [8_561, 464], claims: [5_363, 424] },
  { path: "/compare/django-vs-laravel-vs-rails", width: 390, page: [14_596, 463], claims: [9_958, 424] },
] as const;

/** Height and stops of Tab: everything of its kind that is shown. */
async function measure(page: Page, part: string) {
  await layOutAll(page);
  return page.locator(part).evaluate((within) => {
    const able = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
    const stops = [...within.querySelectorAll<HTMLElement>(able)].filter(
      (one) => one.tabIndex >= 0 && !one.matches(":disabled") && one.checkVisibility({ visibilityProperty: true }),
    );
    return [Math.round(within.scrollHeight), stops.length] as const;
  });
}

for (const { path, width, page: whole, claims } of before)
  test(`${path} at ${width} px: its claims take half the height and a third of the stops that they took`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    const own = path.startsWith("/frameworks");
    const [height, stops] = await measure(page, "html");
    const [claimsHeight, claimsStops] = await measure(page, own ? "#pros-and-cons" : "#claims");
    console.log(
      `${path} at ${width} px: height ${whole[0]} → ${height}, stops ${whole[1]} → ${stops}; ` +
        `claims ${claims[0]} → ${claimsHeight}, ${claims[1]} → ${claimsStops}`,
    );
    expect(claimsHeight).toBeLessThanOrEqual(claims[0] / 2);
    expect(claimsStops).toBeLessThanOrEqual(claims[1] / 3);
    expect(stops).toBeLessThanOrEqual(whole[1] / 3);
    if (own) expect(height).toBeLessThanOrEqual(whole[0] / 2);
  });

test("a link to a claim opens it, and no other", async ({ page }) => {
  await page.goto("/frameworks/django#claim-guards-against-attacks");
  await expect(page.locator("#claim-guards-against-attacks")).toBeVisible();
  await expect(page.locator("#claim-guards-against-attacks")).toBeInViewport();
  await expect(page.locator("#claim-much-included")).toBeHidden();
});

test("who disputes a claim is named in its line, by keyboard it opens and closes", async ({ page }) => {
  await page.goto("/frameworks/laravel");
  const line = page.locator("#level .claim summary").first();
  await expect(line).toContainText(/sources?, 2024 disputes it/);
  await line.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("#level .claim-body").first()).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.locator("#level .claim-body").first()).toBeHidden();
});

for (const path of ["/frameworks/django", "/compare/django-vs-rails"])
  test(`on paper every claim of ${path} shows what is behind it`, async ({ page }) => {
    await page.goto(path);
    await page.emulateMedia({ media: "print" });
    const bodies = page.locator(".claim-body");
    expect(await bodies.count()).toBeGreaterThan(20);
    for (const body of await bodies.all()) expect((await body.boundingBox())?.height ?? 0).toBeGreaterThan(10);
  });

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a claim opens, and a vote that needs an account says so with the way there", async ({ page }) => {
    await page.goto("/frameworks/django");
    const claim = await openFirstClaim(page);
    await claim.getByRole("button", { name: /^Yes \d+, still true/ }).click();
    await expect(page.getByRole("status").filter({ hasText: "sign in first" })).toBeVisible();
    await expect(page.getByRole("status").getByRole("link", { name: "Sign in" })).toHaveAttribute(
      "href",
      /sign-in\?next=%2Fframeworks%2Fdjango/,
    );
  });
});

test("a framework's page starts with how it scores, what it is best and worst at, what for, and how one begins", async ({
  page,
}) => {
  await page.goto("/frameworks/django");
  const card = page.getByRole("region", { name: "Django in short" });
  await expect(card).toBeInViewport();
  await expect(card.getByRole("list", { name: "Scores from 1 to 5" }).getByRole("listitem")).toHaveCount(12);
  await expect(card.getByRole("list", { name: "Scores from 1 to 5" })).toContainText(/of 5, between \d\.\d and \d\.\d/);
  for (const heading of ["Best at", "Worst at", "Good for", "Not for"])
    await expect(card.getByRole("heading", { name: heading })).toBeVisible();
  await expect(card.getByText("django-admin startproject")).toBeVisible();
  await expect(card.getByRole("link", { name: /Source of the quick start/ })).toHaveAttribute(
    "href",
    /docs\.djangoproject\.com/,
  );
  await card.locator(".points a").first().click();
  await expect(page).toHaveURL(/#claim-/);
  await expect(page.locator(".claim-body:target")).toBeVisible();
});

test("a quick start that nobody read is not made up", async ({ page }) => {
  await page.goto("/frameworks/aspnet-mvc");
  await expect(page.getByRole("heading", { name: "Quick start" })).toHaveCount(0);
});

for (const width of [1440, 390])
  test(`at ${width} px the contents stay in sight and mark the section that is read`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/frameworks/django");
    const contents = page.getByRole("navigation", { name: "On this page" });
    await contents.getByRole("link", { name: "Facts" }).click();
    await expect(contents.getByRole("link", { name: "Facts" })).toHaveAttribute("aria-current", "location");
    await expect(contents.getByRole("link", { name: "Facts" })).toBeInViewport();
    await expect(page.getByRole("heading", { name: "Facts", exact: true })).toBeInViewport();
  });
