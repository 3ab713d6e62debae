import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";

const combobox = (page: Page) => page.getByRole("combobox", { name: "Find a framework" });
/** The header's field: a combobox once it was used. */
const field = (page: Page) => page.getByRole("banner").locator("#site-search");
const palette = (page: Page) => page.getByRole("dialog", { name: "Find and go" });

/** By keys, which go nowhere before the page's scripts run. */
async function openPalette(page: Page, keys: string) {
  await expect(async () => {
    if (await palette(page).isHidden()) await page.keyboard.press(keys);
    await expect(palette(page)).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

for (const [query, group, title] of [
  ["websocket", "Ways into the catalogue", "Comes with: WebSockets"],
  ["graphql", "Claims", "WebSocket and GraphQL support"],
  ["saas", "Ways into the catalogue", "Recommended for: SaaS"],
  ["seo", "Claims", "Weak SEO out of the box"],
  ["lock-in", "Claims", "Risk of vendor lock-in to Microsoft's stack"],
  ["type-safe", "Checks", "Types from one schema"],
  ["rest api", "Ways into the catalogue", "Recommended for: APIs"],
  ["easy", "Ways into the catalogue", "Level: Beginner"],
  ["nset", "Frameworks", "NestJS"],
] as const)
  test(`“${query}” finds “${title}”, which leads to where it stands`, async ({ page }) => {
    await page.goto(`/search?q=${encodeURIComponent(query)}`);
    const link = page.getByRole("region", { name: group }).getByRole("link", { name: title, exact: true });
    await link.first().click();
    await expect(page).not.toHaveURL(/\/search/);
    const place = new URL(page.url()).hash;
    if (place) await expect(page.locator(place)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });

test("a name that isn't here is said not to be, with the way to suggest it", async ({ page }) => {
  await page.goto("/search?q=Buffalo");
  await expect(page.getByText("Nothing here is called “Buffalo”.")).toBeVisible();
  await page.getByRole("link", { name: "Suggest it" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fsuggestions%2Fframework%3Fname%3DBuffalo/);
});

test("two names with “vs” between lead to the comparison", async ({ page }) => {
  await page.goto("/search?q=rails+vs+django");
  await page.getByRole("link", { name: "Compare Django and Ruby on Rails" }).click();
  await expect(page).toHaveURL("/compare/django-vs-rails");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the header's field searches, and leads to a framework that is called so", async ({ page }) => {
    await page.goto("/method");
    await expect(page.getByRole("textbox", { name: "Find a framework, feature or claim" })).toBeVisible();
    await field(page).fill("websocket");
    await field(page).press("Enter");
    await expect(page.getByRole("heading", { name: /^Checks/ })).toBeVisible();
    await field(page).fill("ＲＯＲ");
    await field(page).press("Enter");
    await expect(page).toHaveURL("/frameworks/rails");
  });
  test("on a phone a link leads to the search", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/");
    await page.getByRole("banner").getByRole("link", { name: "Find", exact: true }).click();
    await page.getByRole("searchbox", { name: "Search for" }).fill("saas");
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page.getByRole("link", { name: "Recommended for: SaaS" })).toBeVisible();
  });
});

test("suggestions can be walked through by keyboard, as a screen reader is told", async ({ page }) => {
  await page.goto("/method");
  await field(page).focus();
  await expect(combobox(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.type("djan");
  await expect(page.getByRole("option", { name: /^Django/ })).toBeVisible();
  await expect(combobox(page)).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByRole("status").filter({ hasText: "suggestions." })).toBeAttached();
  await page.keyboard.press("ArrowDown");
  const first = page.getByRole("option", { selected: true });
  await expect(first).toContainText("Django");
  await expect(combobox(page)).toHaveAttribute("aria-activedescendant", (await first.getAttribute("id")) ?? "");
  await expect(combobox(page)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("option", { selected: true })).toHaveCount(0);
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("option", { selected: true })).toContainText("Search for “djan”");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(combobox(page)).toHaveValue("djan");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/frameworks/django");
});

test("the script of the suggestions is fetched on first use, and the field works when it can't be had", async ({
  page,
}) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto("/method", { waitUntil: "networkidle" });
  const before = asked.length;
  await page.route("**/search/suggestions.json*", (route) => route.abort());
  await field(page).fill("spring");
  await expect.poll(() => asked.slice(before).some((url) => url.includes("suggestions.json"))).toBe(true);
  expect(asked.slice(before).some((url) => /\/_next\/static\/.*\.js/.test(url))).toBe(true);
  expect(asked.slice(0, before).some((url) => url.includes("suggestions.json"))).toBe(false);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/frameworks/spring-boot");
});

for (const keys of ["Control+k", "Meta+k", "/"])
  test(`${keys} opens the palette, which goes to what is chosen`, async ({ page }) => {
    await page.goto("/sources", { waitUntil: "networkidle" });
    await openPalette(page, keys);
    await page.keyboard.type("type-safe");
    await page.getByRole("option", { name: /^Types from one schema/ }).click();
    await expect(page).toHaveURL("/method#check-typed-schemas");
    await expect(page.locator("#check-typed-schemas")).toBeVisible();
  });

test("“/” in a field is a letter, and as a shortcut it can be turned off for good", async ({ page }) => {
  await page.goto("/frameworks", { waitUntil: "networkidle" });
  const filter = page.getByRole("main").getByRole("searchbox");
  await filter.focus();
  await page.keyboard.press("/");
  await expect(filter).toHaveValue("/");
  await expect(palette(page)).toBeHidden();
  await page.keyboard.press("Control+k");
  await palette(page).getByRole("checkbox").uncheck();
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await page.goto("/method", { waitUntil: "networkidle" });
  await openPalette(page, "Control+k");
  await page.keyboard.press("Escape");
  await page.keyboard.press("/");
  await expect(palette(page)).toBeHidden();
  await openPalette(page, "Control+k");
  await expect(palette(page).getByRole("checkbox")).not.toBeChecked();
});

test("on a phone a button opens the palette", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/");
  await page.getByRole("banner").getByRole("button", { name: "Find" }).click();
  await palette(page).getByRole("combobox").fill("nset");
  await page.getByRole("option", { name: /^NestJS/ }).click();
  await expect(page).toHaveURL("/frameworks/nestjs");
});

test("what is typed is as long as it may be, and any text gets an answer", async ({ request }) => {
  for (const q of ["", "'", "%", "<script>alert(1)</script>", "\u0001", "😀", "a ".repeat(5_000), "__proto__"]) {
    for (const path of ["/search", "/search/suggestions.json"]) {
      const response = await request.get(`${path}?${new URLSearchParams({ q })}&in=nothing`);
      expect([path, q.slice(0, 20), response.status()]).toEqual([path, q.slice(0, 20), 200]);
      // In JSON it is a text like any other.
      if (path === "/search") expect(await response.text()).not.toContain("<script>alert");
    }
  }
  const response = await request.get("/search/suggestions.json?q=a&q=b");
  expect(response.headers()["cache-control"]).toBe("public, max-age=300");
});

for (const scheme of ["light", "dark"] as const)
  test(`open suggestions and the open palette have no fault that axe knows, ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    const check = async () =>
      (await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]).analyze()).violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0]?.html}`,
      );
    await page.goto("/search?q=websocket", { waitUntil: "networkidle" });
    await field(page).fill("rest api");
    await expect(page.getByRole("option").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    expect(await check()).toEqual([]);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("a");
    await expect(palette(page).getByRole("option").first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    expect(await check()).toEqual([]);
  });
