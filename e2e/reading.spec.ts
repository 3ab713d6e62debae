import { expect, type Page, test } from "@playwright/test";

// How long a page is, and how many stops Tab makes on it: the claims of a page are its length.

/** Measured before a claim was one line, on 26 November 2026: height in pixels, stops of Tab. */
const before = [
  { path: "/frameworks/django", width: 1440, height: 0, stops: 0 },
  { path: "/frameworks/django", width: 390, height: 0, stops: 0 },
  { path: "/compare/django-vs-laravel-vs-rails", width: 1440, height: 0, stops: 0 },
  { path: "/compare/django-vs-laravel-vs-rails", width: 390, height: 0, stops: 0 },
] as const;

/** What Tab stops at: everything of its kind that is shown. Radio buttons of one name are one stop. */
function measure(page: Page) {
  return page.evaluate(() => {
    const able = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]";
    const stops = [...document.querySelectorAll<HTMLElement>(able)].filter(
      (one) => one.tabIndex >= 0 && !one.matches(":disabled") && one.checkVisibility({ visibilityProperty: true }),
    );
    const main = document.querySelector("main")?.getBoundingClientRect().height ?? 0;
    return { height: document.documentElement.scrollHeight, main: Math.round(main), stops: stops.length };
  });
}

for (const { path, width, height, stops } of before)
  test(`${path} at ${width} px is half as high as it was, with a third of the stops`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    const now = await measure(page);
    console.log(`${path} at ${width} px: height ${height} → ${now.height}, stops ${stops} → ${now.stops}`);
    expect(now.height).toBeLessThanOrEqual(height / 2);
    expect(now.stops).toBeLessThanOrEqual(stops / 3);
  });
