import { expect, test } from "@playwright/test";
import { publicPages } from "../lib/site/routes.ts";
import { formPages, memberPages, pages } from "./pages";
import { become, somebody } from "./people";

test("home leads into the catalogue with the filter set", async ({ page }) => {
  await page.goto("/");
  const choice = page.getByRole("link", { name: /^Beginner \d+/ });
  const promised = (await choice.locator(".count").innerText()).trim();
  await choice.click();
  await expect(page).toHaveURL("/frameworks?level=beginner");
  await expect(page.getByText(`${promised} of 40 frameworks`)).toBeVisible();
});

for (const { width, height } of [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
])
  test(`home offers to help with choosing, by language and work, without scrolling at ${width} px`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await page.goto("/");
    for (const control of [
      page.getByLabel("I write"),
      page.getByLabel("I am building"),
      page.getByRole("button", { name: "Help me choose" }),
      page.getByRole("link", { name: "Django or Laravel?" }),
    ])
      await expect(control).toBeInViewport({ ratio: 1 });
    // Nothing to press stands before it but the header.
    await expect(page.getByRole("main").locator("a, button, select").first()).toHaveAttribute("id", "home-language");
  });

test("home's picture is the comparison that it leads to", async ({ page }) => {
  await page.goto("/");
  const row = page.getByRole("figure").first().getByRole("row").filter({ hasText: "Maturity" });
  const [django, laravel] = await row.getByRole("cell").filter({ hasText: /\d/ }).allInnerTexts();
  await page.getByRole("link", { name: "The whole comparison" }).click();
  await expect(page).toHaveURL("/compare/django-vs-laravel");
  for (const [name, score] of [
    ["django", django],
    ["laravel", laravel],
  ]) {
    await page.goto(`/frameworks/${name}`);
    await expect(page.locator("#scores")).toContainText(new RegExp(`Maturity[\\s\\S]*?${score}`));
  }
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("home's form leads to the questions, with what was chosen answered", async ({ page }) => {
    await page.goto("/");
    await page.getByLabel("I write").selectOption("Python");
    await page.getByLabel("I am building").selectOption("A JSON API for an app or other services");
    await page.getByRole("button", { name: "Help me choose" }).click();
    await expect(page).toHaveURL(/\/decide\/questions\?knows=Python&a=goal\.api$/);
    await expect(page.getByRole("checkbox", { name: "Python" })).toBeChecked();
    await expect(page.getByRole("radio", { name: "A JSON API for an app or other services" })).toBeChecked();
  });
});

test("a name in the header's search leads there from any page", async ({ page }) => {
  await page.goto("/method");
  await page.getByRole("textbox", { name: "Find a framework, feature or claim" }).fill("ror");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/frameworks/rails");
});

test("the colours can be chosen, hold on the next page, and follow the system again", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/");
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await paper();
  const button = page.getByRole("button", { name: /^Colours/ });
  await button.click();
  await button.click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(await paper()).not.toBe(light);
  await page.goto("/frameworks");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.getByRole("button", { name: /^Colours: dark/ }).click();
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
  expect(await paper()).toBe(light);
});

test("colours that were chosen before they were kept in a cookie are taken over", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/method");
  await page.evaluate(() => localStorage.setItem("theme", "dark"));
  await page.goto("/");
  await expect(page.getByRole("button", { name: /^Colours: dark/ })).toBeVisible();
  await page.evaluate(() => localStorage.clear());
  await page.goto("/frameworks");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("the keyboard reaches the content past the header in one step", async ({ page }) => {
  await page.goto("/method");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#main")).toBeFocused();
});

test("a framework's address in other letters leads to the right one", async ({ request }) => {
  const response = await request.get("/frameworks/Laravel", { maxRedirects: 0 });
  expect(response.status()).toBe(308);
  expect(response.headers().location).toBe("/frameworks/laravel");
});

test("a wrong address answers 404 and offers a search that starts from it", async ({ page }) => {
  const response = await page.goto("/frameworks/djagno");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("searchbox").last()).toHaveValue("djagno");
  await page.getByRole("main").getByRole("button", { name: "Search" }).click();
  await expect(
    page
      .getByRole("region", { name: /^Frameworks/ })
      .getByRole("link")
      .first(),
  ).toHaveText("Django");
});

test("no page asks another host for anything, logs an error, or breaks in hydration", async ({ page }) => {
  const strangers: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => {
    if (!["localhost", "127.0.0.1"].includes(new URL(request.url()).hostname) && !request.url().startsWith("data:"))
      strangers.push(request.url());
  });
  page.on("console", (message) => {
    if (message.type() === "error" && !message.text().includes("404")) errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  for (const { path } of [...pages, ...formPages]) await page.goto(path, { waitUntil: "networkidle" });
  await become(page.context(), await somebody("admin"));
  for (const { path } of [...memberPages, ...pages]) await page.goto(path, { waitUntil: "networkidle" });
  expect(strangers).toEqual([]);
  expect(errors).toEqual([]);
});

test("public pages are served from the cache and hold no cookie", async ({ request }) => {
  for (const path of [
    "/",
    "/frameworks",
    "/frameworks/django",
    "/compare/django-vs-rails",
    "/compare",
    "/sources",
    "/sources/article-2024",
    "/method",
  ]) {
    await request.get(path);
    const response = await request.get(path);
    // Stale when somebody voted a moment ago: still from the cache, while it is rendered anew.
    expect(["HIT", "STALE"], path).toContain(response.headers()["x-nextjs-cache"]);
    expect(response.headers()["set-cookie"], path).toBeUndefined();
  }
});

test("every page has its own title, description and canonical address, and one main heading", async ({ page }) => {
  const titles = new Set<string>();
  const indexed = pages.filter(({ path }) => !path.includes("?") && path !== "/nowhere");
  for (const { path } of indexed) {
    await page.goto(path);
    titles.add(await page.title());
    await expect(page.locator("link[rel=canonical]")).toHaveAttribute(
      "href",
      new RegExp(`${path === "/" ? "" : path}$`),
    );
    expect((await page.locator("meta[name=description]").getAttribute("content"))?.length).toBeGreaterThan(40);
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  }
  expect(titles.size).toBe(indexed.length);
});

test("robots, sitemap and structured data are there and consistent", async ({ request, page }) => {
  const robots = await (await request.get("/robots.txt")).text();
  const sitemap = await request.get(/Sitemap: (\S+)/.exec(robots)?.[1] ?? "");
  const locations = [...(await sitemap.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => match[1] ?? "");
  expect(locations.length).toBeGreaterThan(100);
  for (const location of locations.filter((_, index) => index % 9 === 0)) {
    const response = await request.get(location, { maxRedirects: 0 });
    expect(response.status(), location).toBe(200);
  }
  await page.goto("/frameworks/django");
  const data = JSON.parse((await page.locator("script[type='application/ld+json']").first().textContent()) ?? "") as {
    name: string;
  };
  expect(data.name).toBe("Django");
});

test("every page of one address is found however it is capitalised", async ({ request }) => {
  for (const page of publicPages) expect((await request.get(page.toUpperCase())).status(), page).toBe(200);
});

test("frameworks and comparisons have an image to share", async ({ page, request }) => {
  for (const path of ["/", "/frameworks/laravel", "/compare/django-vs-laravel"]) {
    await page.goto(path);
    const image = await page.locator("meta[property='og:image']").first().getAttribute("content");
    const response = await request.get(image ?? "");
    expect(response.status(), path).toBe(200);
    expect(response.headers()["content-type"]).toBe("image/png");
    expect((await response.body()).length).toBeGreaterThan(5_000);
  }
});

test("what browsers, phones and password managers look for at fixed addresses is there", async ({ request }) => {
  for (const [path, type] of [
    ["/favicon.ico", "image/x-icon"],
    ["/apple-touch-icon.png", "image/png"],
  ] as const) {
    const response = await request.get(path);
    expect([response.status(), response.headers()["content-type"]], path).toEqual([200, type]);
  }
  const change = await request.get("/.well-known/change-password", { maxRedirects: 0 });
  expect([change.status(), change.headers().location]).toEqual([302, "/account"]);
});

test("a security contact is told where one is set, and how long that holds", async ({ request }) => {
  const path = "/.well-known/security.txt";
  expect((await request.get(`${process.env.BARE_URL}${path}`)).status()).toBe(404);
  const response = await request.get(path);
  expect([response.status(), response.headers()["content-type"]]).toEqual([200, "text/plain; charset=utf-8"]);
  const text = await response.text();
  expect(text).toContain("Contact: mailto:security@framewise.example\n");
  const days = (Date.parse(/Expires: (\S+)/.exec(text)?.[1] ?? "") - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThan(100);
  expect(days).toBeLessThan(365);
});

test("what lies below the first screen waits for the first picture, unless one came for it", async ({ page }) => {
  await page.addInitScript(() => {
    requestAnimationFrame(() => {
      document.documentElement.dataset.seen = String(document.documentElement.dataset.early !== undefined);
    });
  });
  const support = page.locator("#support");
  const root = page.locator("html");
  await page.goto("/frameworks/django");
  await expect(root).toHaveAttribute("data-seen", "true");
  await expect(root).not.toHaveAttribute("data-early");
  await expect(support).toHaveCSS("content-visibility", "auto");
  await page.goto("/frameworks/laravel#support");
  await expect(root).toHaveAttribute("data-seen", "false");
  await expect(support).toBeInViewport();
});

test("a part of a framework's page that isn't laid out yet stands for about its height, on a phone as on a desk", async ({
  page,
}) => {
  for (const width of [390, 1440])
    for (const slug of ["django", "laravel"]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`/frameworks/${slug}`);
      await expect(page.locator("html")).not.toHaveAttribute("data-early");
      for (const part of await page.locator(".framework > section").all()) {
        const kept = await part.evaluate((one) => parseFloat(getComputedStyle(one).containIntrinsicBlockSize.slice(5)));
        await part.scrollIntoViewIfNeeded();
        await expect
          .poll(() => part.evaluate((one) => one.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })))
          .toBe(true);
        const height = (await part.boundingBox())?.height ?? 0;
        const where = `${await part.getAttribute("id")} of ${slug} at ${width} px`;
        expect(height / kept, where).toBeGreaterThan(0.5);
        expect(height / kept, where).toBeLessThan(2);
      }
    }
});
