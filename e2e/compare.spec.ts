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

const ten = "axum django express fastapi gin laravel nestjs phoenix rails spring-boot".split(" ");
const ofTen = `/compare/${ten.join("-vs-")}`;

test("starts with what sets them apart, in words whose names lead to sources, and with the rule", async ({ page }) => {
  await page.goto("/compare/django-vs-gin");
  const differences = page.getByRole("region", { name: "What sets them apart" });
  await expect(differences.getByRole("listitem")).toHaveCount(5);
  await expect(differences.getByRole("listitem").first()).toContainText("Throughput: Gin");
  for (const item of await differences.getByRole("listitem").all())
    await expect(item.getByRole("link").first()).toHaveAttribute("href", /^(https:|\/frameworks\/)/);
  await differences.getByRole("link", { name: "how far they move a score" }).click();
  await expect(page).toHaveURL("/method#differences");
  await expect(page.locator("#differences")).toContainText("0.56");
});

test("names stay in sight at every width, for ten as for two, and nothing scrolls sideways", async ({ page }) => {
  for (const [width, columns] of [
    [390, 2],
    [768, 4],
    [1024, 6],
    [1280, 8],
    [1440, 10],
  ] as const) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(ofTen);
    await page.locator("#features tr").last().scrollIntoViewIfNeeded();
    const heads = page.getByRole("list", { name: "Columns" }).getByRole("listitem");
    await expect(heads).toHaveCount(columns);
    for (const head of await heads.all()) await expect(head).toBeInViewport({ ratio: 1 });
    const cells = page.locator("#features tbody tr").last().getByRole("cell");
    await expect(cells).toHaveCount(columns);
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess, `at ${width}`).toBeLessThanOrEqual(0);
  }
});

test("ten have ten colours and ten letters", async ({ page }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto(ofTen);
    const marks = page.getByRole("list", { name: "Columns" }).locator(".mark");
    const colours = await marks.evaluateAll((all) => all.map((mark) => getComputedStyle(mark).backgroundColor));
    expect(new Set(colours).size).toBe(10);
    expect(new Set(await marks.allInnerTexts()).size).toBe(10);
  }
});

test("a column is left out by its ×, the view stays, and the focus goes on with the next column", async ({ page }) => {
  await page.goto("/compare/django-vs-laravel-vs-rails?diff=1&first=rails");
  await page.getByRole("link", { name: "Leave out Ruby on Rails" }).click();
  await expect(page).toHaveURL("/compare/django-vs-laravel?diff=1");
  await expect(page.getByRole("link", { name: "Leave out Django" })).toBeFocused();
  await page.getByRole("link", { name: "Leave out Laravel" }).click();
  await expect(page).toHaveURL("/compare?f=django");
});

test("what nobody knows anything of is left out and named", async ({ page }) => {
  await page.goto("/compare/chi-vs-gin");
  await expect(page.getByText(/^Left out, as nothing is known for any of them: .*Rating/)).toBeVisible();
  await expect(page.getByRole("table", { name: "Facts" }).getByRole("rowheader", { name: "Rating" })).toHaveCount(0);
});

test("the choice is carried into a decision and back", async ({ page }) => {
  await page.goto("/compare/django-vs-laravel-vs-rails");
  await page.getByRole("link", { name: "Decide between these" }).click();
  await expect(page).toHaveURL("/decide?f=django,laravel,rails");
  await page.getByRole("link", { name: "Back to them side by side" }).click();
  await expect(page).toHaveURL("/compare/django-vs-laravel-vs-rails");
});

test("an unknown name is said, with a 404, and the others stay picked", async ({ page }) => {
  const response = await page.goto("/compare/django-vs-nope");
  expect(response?.status()).toBe(404);
  await expect(page.getByText(/Not in the catalogue: “nope”/)).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "Django" })).toBeChecked();
  await page.getByRole("checkbox", { name: "Flask" }).check();
  await page.getByRole("button", { name: "Compare these" }).click();
  await expect(page).toHaveURL("/compare/django-vs-flask");
});

test("only differences really shortens", async ({ page }) => {
  const height = async (path: string) => {
    await page.goto(path);
    return page.evaluate(() => document.documentElement.scrollHeight);
  };
  const whole = await height("/compare/django-vs-laravel-vs-rails");
  expect(await height("/compare/django-vs-laravel-vs-rails?diff=1")).toBeLessThan(0.75 * whole);
});

test("scores that a past year has none of are missing in words", async ({ page }) => {
  await page.goto("/compare/django-vs-laravel?asof=2020");
  await expect(page.getByText(/^There are none for 2020/)).toBeVisible();
  await page.getByRole("link", { name: "Scores of today" }).click();
  await expect(page.getByRole("img", { name: /Scores of Django, Laravel/ })).toBeVisible();
});

test("on a phone the others are a tap away, and one goes on reading where one was", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/compare/django-vs-laravel-vs-rails");
  const heads = page.getByRole("list", { name: "Columns" }).getByRole("listitem");
  await page.locator("#features").scrollIntoViewIfNeeded();
  await page.getByRole("link", { name: "Show Ruby on Rails" }).click();
  await expect(page).toHaveURL(/first=rails/);
  await expect(heads).toHaveText([/Ruby on Rails/, /Django/]);
  await expect(heads.getByRole("link", { name: "Ruby on Rails", exact: true })).toBeFocused();
  await expect(page.locator("#features-title")).toBeInViewport();
});

test("all of a comparison but its claims stays light", async ({ request }) => {
  const rows =
    "language,kind,level,standing,support,latest,first,stars,licence,platform,use,features,scores,benchmarks";
  const bytes = (await (await request.get(`/compare/django-vs-laravel-vs-rails?rows=${rows}`)).body()).length;
  expect(bytes / 1024).toBeLessThan(130);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test("the switch reaches every pair on a screen of two", async ({ page }) => {
    await page.goto("/compare/django-vs-laravel-vs-rails");
    const heads = page.getByRole("list", { name: "Columns" }).getByRole("listitem");
    await expect(heads).toHaveText([/Django/, /Laravel/]);
    await page.getByRole("link", { name: "Show Ruby on Rails" }).click();
    await expect(heads).toHaveText([/Ruby on Rails/, /Django/]);
    await page.getByRole("link", { name: "Show Laravel" }).click();
    await expect(heads).toHaveText([/Laravel/, /Ruby on Rails/]);
    await page.getByRole("link", { name: "Show Django" }).click();
    await expect(page).toHaveURL("/compare/django-vs-laravel-vs-rails");
  });
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
