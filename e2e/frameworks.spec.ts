import { expect, test } from "@playwright/test";
import { openFirstClaim } from "./pages";

const rows = (page: import("@playwright/test").Page) =>
  page.getByRole("table", { name: "Frameworks" }).locator("tbody tr:has(> .pick)");
/** Names without the initials that stand for a missing logo. */
const names = async (page: import("@playwright/test").Page) =>
  (await rows(page).getByRole("rowheader").allInnerTexts()).map((text) => text.trim().split("\n").at(-1));

test.describe("the catalogue", () => {
  test("filters by facets with counts that hold, keeps all in the URL, and goes back", async ({ page }) => {
    await page.goto("/frameworks");
    await expect(rows(page)).toHaveCount(40);
    const option = page.getByRole("group", { name: "Language" }).locator("label", { hasText: "PHP" });
    const promised = Number(await option.locator("i").innerText());
    await option.getByRole("checkbox").check();
    await expect(rows(page)).toHaveCount(promised);
    await expect(page).toHaveURL(/\?language=PHP$/);
    await page.getByRole("group", { name: "Kind" }).getByRole("checkbox", { name: /Micro/ }).check();
    await expect(page).toHaveURL(/language=PHP&kind=micro/);
    expect(await names(page)).toEqual(["Slim"]);
    await page.goBack();
    await expect(rows(page)).toHaveCount(promised);
    await page.goBack();
    await expect(rows(page)).toHaveCount(40);
    await expect(option.getByRole("checkbox")).not.toBeChecked();
  });

  test("begins with the most used, says so, and draws their profiles", async ({ page }) => {
    await page.goto("/frameworks");
    expect((await names(page)).slice(0, 2)).toEqual(["Express", "ASP.NET Core"]);
    await expect(page.getByRole("columnheader", { name: /^Use/ })).toHaveAttribute("aria-sort", "descending");
    await expect(
      rows(page)
        .first()
        .getByRole("img", { name: /^Best: .+; least: / }),
    ).toBeVisible();
    // No column is empty for nearly all.
    const cells = await rows(page).locator("td:not(.pick)").allInnerTexts();
    const width = cells.length / 40;
    for (let column = 0; column < width; column += 1) {
      const empty = cells.filter((text, at) => at % width === column && /^(unknown|none yet)$/.test(text.trim()));
      expect(empty.length, `column ${column}`).toBeLessThan(32);
    }
  });

  test("keeps its head in sight and is never wider than the page", async ({ page }) => {
    const many = "/frameworks?cols=language,kind,level,standing,support,latest,first,stars,pros,cons,licence,platform";
    for (const width of [390, 768, 1024, 1279, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of ["/frameworks", many]) {
        await page.goto(path);
        const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(excess, `${path} at ${width}`).toBeLessThanOrEqual(0);
      }
      if (width < 768) continue;
      await page.goto("/frameworks");
      await rows(page).last().scrollIntoViewIfNeeded();
      await expect(page.getByRole("columnheader", { name: "Framework" })).toBeInViewport();
    }
  });

  test("stays light: browsers get what they show", async ({ request }) => {
    expect((await (await request.get("/frameworks")).body()).length / 1024).toBeLessThan(115);
  });

  test("takes filters in any capitals and width of letters, at one address", async ({ page, request }) => {
    for (const path of ["/frameworks?language=php", "/frameworks?language=%EF%BC%B0HP"]) {
      const response = await request.get(path, { maxRedirects: 0 });
      expect([response.status(), response.headers().location]).toEqual([308, "/frameworks?language=PHP"]);
    }
    await page.goto("/frameworks?language=php&level=BEGINNER");
    await expect(page.getByRole("checkbox", { name: /^PHP/ })).toBeChecked();
    await expect(page.getByRole("checkbox", { name: /^Beginner/ })).toBeChecked();
  });

  test("on a phone the filters end in a button that says how many results there are", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/frameworks");
    await page.getByText("Filters", { exact: true }).click();
    await page.getByRole("checkbox", { name: /^Rust/ }).check();
    await page.getByRole("button", { name: "Show 3 results" }).click();
    await expect(page.getByRole("group", { name: "Language" })).toBeHidden();
    await expect(page.getByText("3 of 40 frameworks")).toBeInViewport();
    await expect(page).toHaveURL(/language=Rust$/);
  });

  test("finds through typos and other names, as it is typed", async ({ page }) => {
    await page.goto("/frameworks");
    for (const [typed, found] of [
      ["ror", "Ruby on Rails"],
      ["djagno", "Django"],
      ["dotnet", "ASP.NET Core"],
      ["spring", "Spring Boot"],
    ] as const) {
      await page.getByLabel("Search").fill(typed);
      await expect(rows(page).first()).toContainText(found);
      await expect(page).toHaveURL(new RegExp(`q=${typed}`));
    }
  });

  test("sorts by several columns, says so to a screen reader, and keeps unknown values last", async ({ page }) => {
    await page.goto("/frameworks?cols=language,kind,stars");
    await page.getByRole("link", { name: "Kind" }).click();
    await expect(page.getByRole("columnheader", { name: /Kind/ })).toHaveAttribute("aria-sort", "ascending");
    await page.getByRole("link", { name: "Stars" }).click({ modifiers: ["Shift"] });
    await expect(page).toHaveURL(/sort=kind,-stars&/);
    const kinds = await rows(page).locator("td:nth-child(4)").allInnerTexts();
    expect(kinds).toEqual(kinds.toSorted((a, b) => order(a) - order(b)));
    await page.getByRole("link", { name: "Stars" }).click();
    await expect(page).toHaveURL(/sort=stars&/);
    await expect(rows(page).last()).toContainText("unknown");
  });

  test("groups by language, hides and shows columns, and both survive a reload", async ({ page }) => {
    await page.goto("/frameworks");
    await page.getByLabel("Group by").selectOption("language");
    await expect(page.getByRole("rowheader", { name: /^PHP/ })).toBeVisible();
    await page.getByText("Columns", { exact: true }).click();
    await page.getByRole("checkbox", { name: "Licence" }).check();
    await page.getByRole("checkbox", { name: "Latest" }).uncheck();
    await expect(page.getByRole("columnheader", { name: "Licence" })).toBeVisible();
    await page.reload();
    await expect(page.getByRole("columnheader", { name: "Licence" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "Latest" })).toHaveCount(0);
    await expect(page.getByRole("rowheader", { name: /^PHP/ })).toBeVisible();
  });

  test("with no match names what is one step away, and leads there", async ({ page }) => {
    await page.goto("/frameworks?language=Go&has=admin");
    await expect(page.getByText("Nothing fits all of that.")).toBeVisible();
    const step = page.getByRole("link", { name: /without comes with “Admin”/ });
    const promised = Number(await step.locator(".count").innerText());
    await step.click();
    await expect(rows(page)).toHaveCount(promised);
  });

  test("collects picked rows in a tray by keyboard and compares them", async ({ page }) => {
    await page.goto("/frameworks");
    for (const name of ["Django", "Laravel"]) {
      await page.getByRole("checkbox", { name: `Pick ${name} to compare` }).focus();
      await page.keyboard.press("Space");
    }
    await expect(page).toHaveURL(/pick=django,laravel/);
    await page.reload();
    const tray = page.getByRole("region", { name: "Picked to compare" });
    await expect(tray.getByRole("button", { name: "Laravel" })).toBeVisible();
    await expect(tray.locator("svg")).toHaveCount(2);
    await page.getByRole("link", { name: "Compare 2" }).click();
    await expect(page).toHaveURL("/compare/django-vs-laravel");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Django");
  });

  test("what is taken out of filters or picks leaves the focus on the next of them, the last on the results", async ({
    page,
  }) => {
    const results = page.getByText(/^\d+ of 40 frameworks/).locator("..");
    await page.goto("/frameworks?language=PHP&kind=micro&pick=django,laravel");
    const chips = page.getByRole("list", { name: "Chosen filters" });
    await chips.getByRole("link", { name: "PHP" }).focus();
    await page.keyboard.press("Enter");
    await expect(chips.getByRole("link", { name: "Micro" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(chips).toHaveCount(0);
    await expect(results).toBeFocused();
    const tray = page.getByRole("region", { name: "Picked to compare" });
    await tray.getByRole("button", { name: "Django" }).focus();
    await page.keyboard.press("Enter");
    await expect(tray.getByRole("button", { name: "Laravel" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(tray).toBeHidden();
    await expect(results).toBeFocused();
  });

  test("downloads what is shown as CSV, JSON and Markdown, with date and sources", async ({ page, request }) => {
    await page.goto("/frameworks?language=Rust");
    for (const name of ["CSV", "JSON", "Markdown"]) {
      const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
      const response = await request.get(href ?? "");
      expect(response.status()).toBe(200);
      const text = await response.text();
      expect(text).toContain("Rocket");
      expect(text).not.toContain("Laravel");
      expect(text).toContain("/frameworks/rocket");
      expect(text).toMatch(/20\d\d-\d\d-\d\d/);
    }
  });

  test("falls back to the server when the browser can't get what it needs", async ({ page }) => {
    await page.goto("/frameworks?language=Rust");
    await page.route("**/frameworks/index.json", (route) => route.abort());
    await page
      .getByRole("group", { name: "Kind" })
      .getByRole("checkbox", { name: /Full-stack/ })
      .click();
    await expect(page).toHaveURL(/language=Rust&kind=full-stack/);
    await expect(page.getByText(/^\d+ of 40 frameworks/)).toBeVisible();
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a filtered address shows just these rows, and the form filters further", async ({ page }) => {
    await page.goto("/frameworks?language=Rust");
    await expect(rows(page)).toHaveCount(3);
    await page.getByLabel("Search").fill("rocket");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page).toHaveURL(/q=rocket/);
    await expect(page).toHaveURL(/language=Rust/);
    await expect(rows(page)).toHaveCount(1);
  });

  test("the phone's filters are sent by their button", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto("/frameworks");
    await page.getByText("Filters", { exact: true }).click();
    await page.getByRole("checkbox", { name: /^Rust/ }).check();
    await page.getByRole("button", { name: "Show results" }).click();
    await expect(page).toHaveURL(/language=Rust/);
    await expect(rows(page)).toHaveCount(3);
  });

  test("picked rows are compared by the form's button", async ({ page }) => {
    await page.goto("/frameworks");
    await page.getByRole("checkbox", { name: "Pick Gin to compare" }).check();
    await page.getByRole("checkbox", { name: "Pick Echo to compare" }).check();
    await page.getByRole("button", { name: "Compare the picked" }).click();
    await expect(page).toHaveURL("/compare/echo-vs-gin");
  });

  test("a framework's page can be read whole, with its evidence", async ({ page }) => {
    await page.goto("/frameworks/django");
    await expect(page.getByRole("heading", { level: 1, name: "Django" })).toBeVisible();
    const claim = await openFirstClaim(page);
    await expect(claim.getByRole("link", { name: /(supports|disputes) this/ }).first()).toBeVisible();
  });
});

test.describe("a framework's page", () => {
  test("links every claim to its sources and its verdict to the rule", async ({ page }) => {
    await page.goto("/frameworks/laravel");
    const claims = page.locator(".claim");
    expect(await claims.count()).toBeGreaterThan(25);
    for (const claim of await claims.all())
      expect(await claim.locator("a[href^='/sources/']").count()).toBeGreaterThan(0);
    await (await openFirstClaim(page))
      .getByRole("link", { name: /Still true|Says the project|Partly|Disputed|Outdated|Unverified/ })
      .click();
    await expect(page).toHaveURL(/\/method#verdict-/);
  });

  test("shows both articles on what they disagree about", async ({ page }) => {
    await page.goto("/frameworks/laravel");
    const level = await openFirstClaim(page.locator("#level"));
    await expect(level.locator("summary")).toContainText(/sources?, 2024 disputes it/);
    await expect(level.getByRole("link", { name: /^2020.*supports/ }).first()).toBeVisible();
    await expect(level.getByRole("link", { name: /^2024.*disputes/ }).first()).toBeVisible();
  });

  test("draws the support timeline with today, and the same dates as a table", async ({ page }) => {
    await page.goto("/frameworks/laravel");
    await expect(page.getByRole("img", { name: /Release lines of Laravel/ })).toBeVisible();
    await page.getByText(/release lines as a table/).click();
    await expect(page.locator("#support").getByRole("row", { name: /^8 2020-09-08/ })).toContainText("2023-01-24");
  });

  test("warns at most once, and leads to when we warn", async ({ page }) => {
    await page.goto("/frameworks/rocket");
    await expect(page.getByRole("note")).toHaveCount(1);
    await page.getByRole("link", { name: "When we warn" }).click();
    await expect(page).toHaveURL("/method#warnings");
    await expect(page.locator("#warnings").getByRole("note")).toHaveCount(5);
  });

  test("tells every benchmark figure's run, hardware, tool and date", async ({ page }) => {
    await page.goto("/frameworks/gin");
    const run = page.locator("#benchmarks details").first();
    await run.locator("> summary").click();
    await expect(run).toContainText(/Hardware:/);
    await expect(run).toContainText(/2024-12-31/);
    await expect(run).toContainText(/wrk/);
  });
});

function order(kind: string): number {
  return ["API-first", "Full-stack", "Meta-framework", "Micro"].indexOf(kind.trim());
}
