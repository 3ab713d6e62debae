import { expect } from "@playwright/test";
import { formsOf, post, send } from "../lib/testing/raw.ts";
import { openClaimOf, openFirstClaim } from "./pages";
import { approve, become, elsewhere, somebody, sql, test, waitFor } from "./people";

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
    await expect(visitor.getByText(text).first()).toBeVisible({ timeout: 3_000 });
  }).toPass();
  const claim = await openClaimOf(visitor, text);
  await expect(claim.getByRole("link", { name: /Measuring compile times/ }).first()).toBeVisible();
  await expect(claim.getByText("(Example Labs, 2026-10)")).toBeVisible();
  await page.goto("/suggestions");
  await expect(page.getByText("approved")).toBeVisible();
  await expect(async () => {
    await visitor.goto("/integrity");
    await expect(visitor.getByText(text)).toBeVisible({ timeout: 3_000 });
  }).toPass();

  await moderator.goto("/moderation");
  const decided = moderator.getByRole("listitem").filter({ hasText: text });
  await decided.getByLabel("Why take it back?").fill("The page is gone.");
  await decided.getByRole("button", { name: "Take it back" }).click();
  await expect(moderator).toHaveURL(/decided=revert/);
  await expect(async () => {
    await visitor.goto("/frameworks/axum");
    await expect(visitor.getByText(text)).toHaveCount(0, { timeout: 3_000 });
  }).toPass();
  await page.goto("/suggestions");
  await expect(page.getByText("Reason: The page is gone.")).toBeVisible();
  await desk.close();
});

test("a claim can be reported from where it stands, and the report can be withdrawn", async ({ page, context }) => {
  await become(context, await somebody());
  await page.goto("/frameworks/koa");
  const claim = await openFirstClaim(page);
  await claim.getByRole("link", { name: /^Report/ }).click();
  await expect(page).toHaveURL(/kind=flag&claim=\d+/);
  await page.getByLabel("Outdated").check();
  await page.getByLabel("Why?").fill("Version 3 does this out of the box.");
  await page.getByRole("button", { name: "Report it" }).click();
  await expect(page.getByText("Thank you.")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw this suggestion" }).click();
  await expect(page.getByText("withdrawn")).toBeVisible();
});

test("better words for a claim are shown to a moderator beside the old, and to everybody with what they replaced", async ({
  page,
  context,
  browser,
}) => {
  await become(context, await somebody());
  await page.goto("/frameworks/phoenix");
  const claim = page.locator(".claim").last();
  const old = (await claim.locator(".claim-text").innerText()).trim();
  await claim.locator("summary").click();
  await claim.getByRole("link", { name: /^Better words/ }).click();
  await expect(page.getByLabel("As it should read")).toHaveValue(old);
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByText("Say what was wrong with the old words.")).toBeVisible();
  const added = `, as of ${Date.now()}`;
  await page.getByLabel("As it should read").fill(old.replace(/\.?$/, `${added}.`));
  await page.getByLabel("What is wrong with the old words?").fill("They left out since when.");
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByText("Thank you. A moderator will look at it")).toBeVisible();
  await approve(browser, added, async (desk) => {
    const item = desk.getByRole("listitem").filter({ hasText: added });
    await expect(item.locator("ins")).toContainText("as of");
  });
  const visitor = await (await browser.newContext(elsewhere())).newPage();
  await waitFor(visitor, "/frameworks/phoenix", added);
  const reworded = await openClaimOf(visitor, added);
  await expect(reworded.getByText("They left out since when.")).toBeVisible();
  await expect(reworded.getByText(`“${old}”`)).toBeVisible();
});

test("a review that breaks the rules is reported from where it stands and hidden, and its author is told why", async ({
  page,
  context,
  browser,
}) => {
  const author = await somebody();
  await sql("UPDATE person SET standing = 'counted' WHERE id = $1", [author.id]);
  const home = await browser.newContext(elsewhere());
  await become(home, author);
  const own = await home.newPage();
  await own.goto("/frameworks/fiber/rate");
  const review = `Cheap hosting here, call ${Date.now()}.`;
  await own
    .getByRole("group", { name: /Overall/ })
    .getByLabel("5")
    .check();
  await own.getByLabel("Tried it").check();
  await own.getByLabel(/^In a few words/).fill(review);
  await own.getByRole("button", { name: "Rate it" }).click();
  await become(context, await somebody());
  await waitFor(page, "/frameworks/fiber", review);
  await page
    .getByRole("listitem")
    .filter({ hasText: review })
    .getByRole("link", { name: /^Report/ })
    .click();
  await expect(page.getByText(review)).toBeVisible();
  await page.getByLabel("Spam").check();
  await page.getByLabel("Why?").fill("It sells something else.");
  await page.getByRole("button", { name: "Report it" }).click();
  await expect(page.getByText("Thank you.")).toBeVisible();
  await approve(browser, review);
  await waitFor(page, "/frameworks/fiber", review, false);
  await own.goto("/frameworks/fiber/rate");
  await expect(own.getByText("A moderator hid what you wrote of it:")).toBeVisible();
  await home.close();
});

test("a wrong fact is corrected where it stands: a moderator sees what would change, decides on many at once, and takes it back", async ({
  page,
  context,
  browser,
}) => {
  await become(context, await somebody());
  for (const slug of ["play", "quarkus"]) {
    await page.goto(`/frameworks/${slug}/suggest?kind=fact&fact=maintainer`);
    await page.getByLabel("What is right?").fill(`The ${slug} people`);
    await page.getByLabel("Source").fill("https://example.org/maintainers");
    await page.getByLabel("As of").fill("2026-11");
    await page.getByRole("button", { name: "Suggest it" }).click();
    await expect(page.getByText("Thank you. A moderator will look at it")).toBeVisible();
  }
  const desk = await browser.newContext(elsewhere());
  await become(desk, await somebody("moderator", "Moderator"));
  const moderator = await desk.newPage();
  await moderator.goto("/moderation");
  await moderator.getByLabel("Kind").selectOption({ label: "A fact that is wrong" });
  await moderator.getByRole("button", { name: "Filter" }).click();
  await expect(moderator).toHaveURL(/kind=fact/);
  for (const slug of ["play", "quarkus"]) {
    const item = moderator.getByRole("listitem").filter({ hasText: `The ${slug} people` });
    await expect(item.getByText(`→ The ${slug} people`)).toBeVisible();
    await item.getByLabel("Decide on it with others").check();
  }
  await moderator.getByText("Decide on several at once").click();
  await moderator.getByRole("button", { name: "Decide on those that are ticked" }).click();
  await expect(moderator.getByText("Choose what to do.")).toBeVisible();
  await moderator.getByLabel("Approve them").check();
  await moderator.getByRole("button", { name: "Decide on those that are ticked" }).click();
  await expect(moderator.getByText("2 are decided.")).toBeVisible();
  await waitFor(page, "/frameworks/quarkus", "The quarkus people");
  await moderator.getByRole("button", { name: "Undo: all of them wait again" }).click();
  await expect(moderator).toHaveURL(/decided=reopen/);
  await waitFor(page, "/frameworks/quarkus", "The quarkus people", false);
  await desk.close();
});

test("a correction that a moderator approves is printed on the page with its source", async ({
  page,
  context,
  browser,
}) => {
  await become(context, await somebody());
  await page.goto("/frameworks/vapor/suggest?kind=correction");
  const text = `Its first release was another day (${Date.now()}).`;
  await page.getByLabel(/^What is wrong on this page/).fill(text);
  await page.getByLabel("Source").fill("https://example.org/releases");
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByText("Thank you. A moderator will look at it")).toBeVisible();
  await approve(browser, text);
  await waitFor(page, "/frameworks/vapor", text);
  await expect(page.getByRole("region", { name: "Corrections" }).getByRole("link")).toHaveAttribute(
    "href",
    "https://example.org/releases",
  );
});

test("a text that no database keeps is refused where it was typed, and given back", async ({ baseURL }) => {
  const base = baseURL ?? "";
  const { token } = await somebody();
  const path = "/frameworks/koa/suggest?kind=correction";
  const page = await send(base, path, { headers: { cookie: `framewise-session=${token}` } });
  const form = formsOf(page.body).find(({ text }) => text.includes("What is wrong on this page"));
  if (!form) throw new Error("no form");
  const change = { text: "It is wrong\u0000 since 2020.", url: "https://example.org/" };
  const { status, body } = await post(base, path, form, { token, change });
  expect(status).toBe(422);
  expect(body).toContain("It has a character in it that can’t be kept.");
  expect(body).toContain("since 2020.");
});
