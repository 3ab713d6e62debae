import { expect } from "@playwright/test";
import { become, elsewhere, somebody, test } from "./people";

test("a member suggests a claim, a moderator approves it, and it appears with its source to everybody", async ({
  page,
  context,
  browser,
}) => {
  const author = await somebody();
  await become(context, author);
  await page.goto("/frameworks/axum");
  await page.getByRole("link", { name: "Suggest a change" }).click();
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByText("Is it for it or against it?")).toBeVisible();
  await expect(
    page.getByText("Give the address of a source.").or(page.getByText("Give an address that begins with https://")),
  ).toBeVisible();
  const text = `Compile times grow with every route (${Date.now()}).`;
  await page.getByLabel("Against it").check();
  await page.getByLabel("Criterion").selectOption("productivity");
  await page.getByLabel(/^The claim/).fill(text);
  await page.getByLabel("Address").fill("http://example.org/compile-times");
  await page.getByLabel("Title of the page").fill("Measuring compile times");
  await page.getByLabel("Who publishes it").fill("Example Labs");
  await page.getByLabel("Date").fill("2026-10");
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByText("Give an address that begins with https://")).toBeVisible();
  await expect(page.getByLabel(/^The claim/)).toHaveValue(text);
  await page.getByLabel("Address").fill("https://example.org/compile-times");
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByText("Thank you. A moderator will look at it")).toBeVisible();
  await expect(page.getByText("waiting")).toBeVisible();

  const desk = await browser.newContext(elsewhere());
  await become(desk, await somebody("moderator", "Moderator"));
  const moderator = await desk.newPage();
  await moderator.goto("/moderation");
  const item = moderator.getByRole("listitem").filter({ hasText: text });
  await item.getByLabel("Decline", { exact: true }).check();
  await item.getByRole("button", { name: "Decide" }).click();
  await expect(item.getByText("Say why: its author sees it.")).toBeVisible();
  await item.getByLabel("Approve", { exact: true }).check();
  await item.getByLabel("What the source is").selectOption("benchmark");
  await item.getByRole("button", { name: "Decide" }).click();
  await expect(moderator).toHaveURL(/decided=approve/);

  const visitor = await (await browser.newContext(elsewhere())).newPage();
  await expect(async () => {
    await visitor.goto("/frameworks/axum");
    await expect(visitor.getByText(text).first()).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  const claim = visitor.getByRole("article").filter({ hasText: text });
  await claim.getByText("Evidence").click();
  await expect(claim.getByRole("link", { name: "Measuring compile times" }).first()).toBeVisible();
  await expect(claim.getByText("(Example Labs, 2026-10)")).toBeVisible();
  await page.goto("/suggestions");
  await expect(page.getByText("approved")).toBeVisible();
  await expect(async () => {
    await visitor.goto("/integrity");
    await expect(visitor.getByText(text)).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });

  await moderator.goto("/moderation");
  const decided = moderator.getByRole("listitem").filter({ hasText: text });
  await decided.getByLabel("Why take it back?").fill("The page is gone.");
  await decided.getByRole("button", { name: "Take it back" }).click();
  await expect(moderator).toHaveURL(/decided=revert/);
  await expect(async () => {
    await visitor.goto("/frameworks/axum");
    await expect(visitor.getByText(text)).toHaveCount(0, { timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await page.goto("/suggestions");
  await expect(page.getByText("Reason: The page is gone.")).toBeVisible();
  await desk.close();
});

test("a claim can be reported from where it stands, and the report can be withdrawn", async ({ page, context }) => {
  await become(context, await somebody());
  await page.goto("/frameworks/koa");
  const claim = page.getByRole("article").first();
  await claim.getByText("Evidence").click();
  await claim.getByRole("link", { name: /^Report/ }).click();
  await expect(page).toHaveURL(/kind=flag&claim=\d+/);
  await page.getByLabel("Outdated").check();
  await page.getByLabel("Why?").fill("Version 3 does this out of the box.");
  await page.getByRole("button", { name: "Report it" }).click();
  await expect(page.getByText("Thank you.")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw this suggestion" }).click();
  await expect(page.getByText("withdrawn")).toBeVisible();
});
