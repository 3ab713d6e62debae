import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { formPages, memberPages, pages } from "./pages";
import { become, somebody } from "./people";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const looks = [
  { width: 390, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
  { width: 390, colorScheme: "dark" },
  { width: 1440, colorScheme: "light" },
] as const;

for (const { name, path } of [...pages, ...formPages, ...memberPages]) {
  test(`axe finds nothing on the page “${name}”, narrow or wide, light or dark, and it never scrolls sideways`, async ({
    browser,
  }) => {
    const member = memberPages.some((page) => page.path === path) ? await somebody("admin") : null;
    for (const { width, colorScheme } of looks) {
      const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
      if (member) await become(context, member);
      const page = await context.newPage();
      await page.goto(path);
      if (member) await expect(page).toHaveURL(path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
      const found = violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.target.join(" "))
            .join(" | ")}`,
      );
      expect(found, `${width} px, ${colorScheme}`).toEqual([]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(excess, `sideways scroll at ${width} px`).toBeLessThanOrEqual(0);
      await context.close();
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
