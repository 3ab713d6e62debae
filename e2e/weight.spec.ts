import { expect } from "@playwright/test";
import { become, rateInProduction, somebody, test } from "./people";

/** The most that the HTML of a page may weigh, in KiB, and what of it may repeat the page as data for hydration. */
const limits = [
  { path: "/frameworks/django", html: 250, repeated: 25 },
  { path: "/frameworks/laravel", html: 250, repeated: 25 },
  { path: "/compare/django-vs-laravel-vs-rails", html: 170, repeated: 20 },
  { path: "/frameworks", html: 110, repeated: 30 },
] as const;

for (const { path, html, repeated } of limits)
  test(`${path} weighs at most ${html} KiB, ${repeated} of them data`, async ({ request }) => {
    const text = await (await request.get(path)).text();
    const data = [...text.matchAll(/<script>((?:(?!<\/script>)[^])*self\.__next_f[^]*?)<\/script>/g)];
    expect(data.length).toBeGreaterThan(0);
    expect(Buffer.byteLength(text) / 1024).toBeLessThanOrEqual(html);
    const bytes = data.reduce((sum, [whole]) => sum + Buffer.byteLength(whole), 0);
    expect(bytes / 1024).toBeLessThanOrEqual(repeated);
  });

/** Whether React has taken the page over. */
const isTakenOver = () =>
  [...document.querySelectorAll("main a, main button")].some((one) =>
    Object.keys(one).some((key) => key.startsWith("__reactProps")),
  );

for (const path of ["/frameworks/koa", "/compare/django-vs-rails"])
  test(`with scripts ${path} keeps what came with it`, async ({ page, browser }) => {
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    await page.goto(path);
    await page.waitForFunction(isTakenOver);
    const context = await browser.newContext({ javaScriptEnabled: false });
    const plain = await context.newPage();
    await plain.goto(path);
    const parts = await page.locator("[data-part]").allTextContents();
    expect(parts.length).toBeGreaterThan(3);
    expect(parts).toEqual(await plain.locator("[data-part]").allTextContents());
    expect(faults).toEqual([]);
    await context.close();
  });

test("where an action leads to a framework's page without loading it, all of it is there", async ({
  page,
  context,
}) => {
  await become(context, await somebody());
  await page.goto("/frameworks/slim/rate");
  await page.evaluate(() => Object.assign(window, { stayed: true }));
  await rateInProduction(page);
  await expect(page).toHaveURL(/\/frameworks\/slim/);
  await expect(page.getByRole("region", { name: "Slim in short" })).toBeVisible();
  expect(await page.locator(".claim").count()).toBeGreaterThan(10);
  expect(await page.evaluate(() => "stayed" in window)).toBe(true);
});

test("where that page can't be fetched, the browser loads it", async ({ page, context }) => {
  await become(context, await somebody());
  await page.goto("/frameworks/slim/rate");
  await page.route("**/frameworks/slim", (route) =>
    route.request().resourceType() === "fetch" && route.request().method() === "GET" ? route.abort() : route.continue(),
  );
  await rateInProduction(page);
  await expect(page.getByRole("region", { name: "Slim in short" })).toBeVisible();
});
