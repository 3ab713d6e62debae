import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { formPages, layOutAll, memberPages, pages, unstick } from "./pages";
import { become, somebody } from "./people";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** What depends on the width shows in either scheme, and what depends on the scheme at either width. */
const looks = [
  { width: 390, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
] as const;
const between = [768, 1024];

for (const { name, path } of [...pages, ...formPages, ...memberPages]) {
  test(`axe finds nothing on the page “${name}”, narrow and light or wide and dark, and at no width it scrolls sideways`, async ({
    page,
    context,
  }) => {
    const isMembers = memberPages.some((one) => one.path === path);
    if (isMembers) await become(context, await somebody("admin"));
    const excess = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    for (const { width, colorScheme } of looks) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      if (isMembers) await expect(page).toHaveURL(path);
      await layOutAll(page);
      await unstick(page);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll<HTMLDetailsElement>("main details")) details.open = true;
      });
      // No page has frames; the other mode opens a window for each, to put their findings together.
      const { violations } = await new AxeBuilder({ page }).withTags(tags).setLegacyMode().analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.target.join(" "))
            .join(" | ")}`,
      );
      expect(found, `${width} px, ${colorScheme}`).toEqual([]);
      expect(await excess(), `sideways scroll at ${width} px`).toBeLessThanOrEqual(0);
    }
    for (const width of between) {
      await page.setViewportSize({ width, height: 900 });
      expect(await excess(), `sideways scroll at ${width} px`).toBeLessThanOrEqual(0);
    }
  });
}

test("on a phone, every page of the catalogue's kind shows its filters when asked", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/frameworks");
  await expect(page.getByRole("group", { name: "Language" })).toBeHidden();
  await page.getByText("Filters", { exact: true }).click();
  await page.getByRole("checkbox", { name: /^Rust/ }).check();
  await expect(page.getByText("3 of 40 frameworks")).toBeVisible();
});

test("axe finds nothing on a form that was refused: its messages belong to their fields", async ({ page }) => {
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill("x");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByLabel("E-mail")).toHaveAccessibleDescription(/We mail you a link.*doesn't look like/);
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
});

const drawn = ["/decide?f=django,rails,laravel&preset=small", "/compare/django-vs-laravel", "/frameworks/laravel"];
test("with colours of the reader's own, what is drawn and what is chosen can still be told apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  for (const path of drawn) {
    await page.goto(path);
    await layOutAll(page);
    expect(await page.locator(".drawn, [aria-current=true]").count(), path).toBeGreaterThan(0);
    const lost = await page.evaluate(() => {
      const paper = getComputedStyle(document.documentElement).backgroundColor;
      const marks = [...document.querySelectorAll<HTMLElement>(".drawn, [aria-current='true']")];
      return marks
        .filter((mark) => mark.checkVisibility() && mark.offsetWidth > 0)
        .filter((mark) => {
          const { backgroundColor, outlineStyle } = getComputedStyle(mark);
          return (backgroundColor === paper || backgroundColor === "rgba(0, 0, 0, 0)") && outlineStyle === "none";
        })
        .map((mark) => mark.outerHTML.slice(0, 120));
    });
    expect(lost, path).toEqual([]);
  }
});

test("as a page comes to a phone, folded and with what is far down not laid out, every target is large enough", async ({
  browser,
}) => {
  const phone = await browser.newContext({ viewport: { width: 412, height: 823 }, hasTouch: true, isMobile: true });
  const page = await phone.newPage();
  for (const { path } of [...pages, ...formPages]) {
    await page.goto(path);
    await unstick(page);
    const { violations } = await new AxeBuilder({ page }).withRules(["target-size"]).setLegacyMode().analyze();
    const small = violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(" ")));
    expect(small, path).toEqual([]);
  }
  await phone.close();
});

test("no field is so small that a phone zooms into it", async ({ browser }) => {
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  const page = await phone.newPage();
  for (const { path } of [...pages, ...formPages]) {
    await page.goto(path);
    const small = await page
      .locator("input:not([type=checkbox], [type=radio], [type=range], [type=hidden]), select, textarea")
      .evaluateAll((fields) =>
        fields
          .filter((field) => Number.parseFloat(getComputedStyle(field).fontSize) < 16)
          .map((field) => field.outerHTML),
      );
    expect(small, path).toEqual([]);
  }
  await phone.close();
});

test("with the text spacing that readers may set (WCAG 1.4.12) nothing is cut, and no page scrolls sideways", async ({
  browser,
}) => {
  const spacing =
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }";
  // Readers' styles are no part of the page: its policy doesn't concern them.
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of ["/", "/frameworks", ...drawn, "/sources", "/method", "/integrity"]) {
      await page.goto(path);
      await page.addStyleTag({ content: spacing });
      await layOutAll(page);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>("main *")]
          .filter((one) => one.checkVisibility() && !one.closest("[aria-hidden=true], svg, .sr-only"))
          .filter(
            (one) => getComputedStyle(one).textOverflow === "ellipsis" || getComputedStyle(one).overflowX === "hidden",
          )
          .filter((one) => one.innerText.trim() !== "" && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.outerHTML.slice(0, 160)),
      );
      expect(cut, `${path} at ${width} px`).toEqual([]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(excess, `${path} at ${width} px`).toBeLessThanOrEqual(0);
    }
  }
  await context.close();
});
