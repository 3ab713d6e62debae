import { expect, type Page } from "@playwright/test";
import { become, elsewhere, somebody, sql, test } from "./people";

/**
 * Does what translators in browsers do: puts elements in the place of every text that a reader sees, and goes on doing so
 * with what comes later.
 */
function translate() {
  const inFont = (text: Text) => {
    const parent = text.parentElement;
    if (!parent || parent.closest("font, script, style, svg, textarea") || text.data.trim() === "") return;
    const outer = document.createElement("font");
    const inner = document.createElement("font");
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  };
  const inside = (node: Node) => {
    const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    const texts = node instanceof Text ? [node] : [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts) inFont(text);
  };
  inside(document.body);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) inside(node);
  }).observe(document.body, { childList: true, subtree: true });
}

/**
 * Whether React has taken the page over, all but what it leaves as it came: a translator that comes earlier only makes
 * it render the page anew.
 */
const isTakenOver = () =>
  [...document.querySelectorAll("main a, main button")]
    .filter((one) => one.closest("[data-part]") === null)
    .every((one) => Object.keys(one).some((key) => key.startsWith("__reactProps")));

/** Opens a page and has it translated. What breaks in it later fails the test. */
async function openTranslated(page: Page, path: string): Promise<string[]> {
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  page.on("console", (message) => {
    // A refusal is no fault of the page.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      broken.push(message.text());
  });
  await page.goto(path);
  await page.waitForFunction(isTakenOver);
  await page.evaluate(translate);
  expect(await page.locator("main font font").count()).toBeGreaterThan(20);
  return broken;
}

const words = (page: Page) =>
  page.getByRole("main").evaluate((main) => (main.textContent ?? "").replaceAll(/\s+/g, " ").trim());

/** What stands there is what anybody sees who opens the same address. */
async function readsAsUntranslated(page: Page): Promise<void> {
  const fresh = await page.context().newPage();
  await expect(async () => {
    await fresh.goto(page.url());
    await fresh.waitForFunction(isTakenOver);
    expect(await words(page)).toBe(await words(fresh));
  }).toPass();
  await fresh.close();
}

test("a decision goes on in a page that the browser translated, with the numbers of now", async ({ page }) => {
  const broken = await openTranslated(page, "/decide");
  await page.getByRole("slider", { name: "Security" }).fill("90");
  for (const name of ["Learning", "Performance", "Ecosystem"]) await page.getByRole("slider", { name }).fill("0");
  await readsAsUntranslated(page);
  await page.getByRole("link", { name: "API at scale" }).click();
  await page.locator("summary").filter({ hasText: "Written in" }).click();
  const written = page.getByRole("group", { name: "Written in" });
  for (const language of ["Go", "Java"]) await written.getByLabel(language, { exact: true }).check();
  await page.getByLabel("Supported until").fill("2027-01-01");
  await readsAsUntranslated(page);
  await page.getByRole("button", { name: /^Why/ }).first().click();
  await page.getByRole("slider", { name: "Documentation" }).fill("100");
  await page.getByLabel("Unknown excludes too").check();
  await page.getByRole("button", { name: /^Why/, expanded: true }).click();
  await readsAsUntranslated(page);
  for (const language of ["Go", "Java"]) await written.getByLabel(language, { exact: true }).uncheck();
  await page.getByRole("button", { name: "Drop all" }).click();
  await readsAsUntranslated(page);
  expect(broken).toEqual([]);
});

test("the catalogue goes on in a page that the browser translated", async ({ page }) => {
  const broken = await openTranslated(page, "/frameworks");
  await page.getByRole("checkbox", { name: /^PHP/ }).click();
  await expect(page.getByRole("checkbox", { name: /^PHP/ })).toBeChecked();
  await readsAsUntranslated(page);
  await page.getByRole("columnheader").getByRole("link").nth(1).click();
  await page.getByRole("checkbox", { name: "Pick Laravel to compare" }).check();
  await page.getByRole("checkbox", { name: "Pick Symfony to compare" }).check();
  await page.getByText("Columns", { exact: true }).click();
  const columns = page.getByRole("group", { name: "Columns of the table" });
  await columns.getByRole("checkbox").nth(2).setChecked(false);
  await columns.getByRole("checkbox").last().setChecked(true);
  await page.getByRole("combobox", { name: /^Group/ }).selectOption({ index: 1 });
  await readsAsUntranslated(page);
  await page.getByRole("main").getByRole("searchbox").fill("zzzzqqqq");
  await expect(page.getByText("Nothing fits all of that.")).toBeVisible();
  await readsAsUntranslated(page);
  await page.getByRole("link", { name: "Clear all" }).click();
  await page.getByRole("button", { name: "Clear" }).click();
  await readsAsUntranslated(page);
  expect(broken).toEqual([]);
});

test("a comparison is taken along from a page that the browser translated", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const broken = await openTranslated(page, "/compare/django-vs-rails-vs-laravel");
  await page.getByRole("link", { name: "Copy as Markdown" }).click();
  await expect(page.getByText("Copied", { exact: true })).toBeVisible();
  expect(broken).toEqual([]);
});

test("votes count on in a page that the browser translated", async ({ page, context }) => {
  const person = await somebody();
  await sql("UPDATE person SET standing = 'counted' WHERE id = $1", [person.id]);
  await become(context, person);
  const broken = await openTranslated(page, "/frameworks/nestjs");
  // Each claim is a line that opens.
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const yes = page.locator("button[id^='vote-'][id$='-Yes']").first();
  const no = page.locator("button[id^='vote-'][id$='-No']").first();
  const [before = 0, against = 0] = (await Promise.all([yes.textContent(), no.textContent()])).map((text) =>
    Number(/\d+/.exec(text ?? "")?.[0]),
  );
  await yes.click();
  await expect(yes).toHaveText(new RegExp(`Yes ${before + 1}(\\D|$)`));
  await no.click();
  await expect(no).toHaveText(new RegExp(`No ${against + 1}(\\D|$)`));
  await expect(yes).toHaveText(new RegExp(`Yes ${before}(\\D|$)`));
  await page.getByRole("button", { name: /^Save .* to your shortlist/ }).click();
  await page.getByRole("button", { name: /is saved\. Remove it/ }).click();
  await expect(page.getByRole("button", { name: /^Save .* to your shortlist/ })).toHaveText("Save");
  expect(broken).toEqual([]);
});

test("a shortlist is ordered, noted and emptied in a page that the browser translated", async ({ page, context }) => {
  await become(context, await somebody());
  for (const slug of ["django", "rails", "laravel"]) {
    await page.goto(`/frameworks/${slug}`);
    await page.getByRole("button", { name: /^Save .* to your shortlist/ }).click();
    await expect(page.getByRole("button", { name: /is saved\. Remove it/ })).toBeVisible();
  }
  const broken = await openTranslated(page, "/shortlist");
  await page.getByRole("button", { name: "Move Laravel up" }).click();
  await expect(page.locator("li[data-slug]").nth(1)).toHaveAttribute("data-slug", "laravel");
  await page.getByRole("button", { name: "Move Django down" }).click();
  await expect(page.locator("li[data-slug]").first()).toHaveAttribute("data-slug", "laravel");
  await page.getByRole("button", { name: "Remove Laravel" }).click();
  await expect(page.locator("li[data-slug]")).toHaveCount(2);
  await readsAsUntranslated(page);
  await page.getByRole("button", { name: "Undo: put Laravel back" }).click();
  await expect(page.locator("li[data-slug]")).toHaveCount(3);
  const rails = page.locator("li[data-slug=rails]");
  await rails.getByText("Status and note").click();
  await rails.getByRole("radio", { name: "Rejected" }).check();
  await rails.getByLabel("Reason, when rejected").fill("nobody here knows Ruby");
  await rails.getByRole("button", { name: "Keep status and note" }).click();
  await expect(rails.getByText("Kept.")).toBeVisible();
  await page.getByLabel("Name of a new list").fill("For the API");
  await page.getByRole("button", { name: "New list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("For the API");
  await page.getByLabel("Name of a new list").fill("My shortlist");
  await page.getByRole("button", { name: "New list" }).click();
  await expect(page.getByText("You have a list of this name already.")).toBeVisible();
  expect(broken).toEqual([]);
});

test("a refused form says why in a page that the browser translated, each time", async ({ browser }) => {
  const page = await (await browser.newContext(elsewhere())).newPage();
  const broken: string[] = [];
  page.on("pageerror", (error) => broken.push(error.message));
  await page.goto("/sign-up");
  await page.waitForFunction(isTakenOver);
  await page.evaluate(translate);
  for (const wrong of ["x", "", "y"]) {
    await page.getByLabel("E-mail").fill(wrong);
    await page.getByRole("button", { name: "Continue", exact: true }).click();
    await expect(page.getByLabel("E-mail")).toHaveAttribute("aria-invalid", "true");
  }
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/doesn't look like/);
  expect(broken).toEqual([]);
});
