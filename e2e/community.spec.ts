import { expect } from "@playwright/test";
import { openClaim, openClaimOf } from "./pages";
import { become, elsewhere, menuOf, rateInProduction, signUp, somebody, sql, test } from "./people";

/** Some claim of a framework that no test votes on twice. */
async function claimOf(framework: string, kind: string, position: number) {
  const [claim] = await sql<{ id: number; slug: string; text: string }>(
    `SELECT c.id, c.slug, c.text FROM claim c JOIN framework f ON f.id = c.framework_id
     WHERE f.slug = $1 AND c.kind = $2 AND c.retired_at IS NULL ORDER BY c.position OFFSET $3 LIMIT 1`,
    [framework, kind, position],
  );
  if (!claim) throw new Error("no such claim");
  return claim;
}

const mature = (id: string) => sql("UPDATE person SET standing = 'counted' WHERE id = $1", [id]);

test("a vote shows at once, stays, changes sides and is taken back; by keyboard as well", async ({ page, context }) => {
  const person = await somebody();
  await mature(person.id);
  await become(context, person);
  const claim = await claimOf("flask", "pro", 0);
  await page.goto("/frameworks/flask");
  const opened = await openClaim(page, claim.slug);
  const yes = opened.getByRole("button", { name: /^Yes \d+, still true/ });
  const no = opened.getByRole("button", { name: /^No \d+, still true/ });
  await expect(yes).toHaveAccessibleName(`Yes 0, still true: ${claim.text}`);
  await yes.click();
  await expect(yes).toHaveAttribute("aria-pressed", "true");
  await expect(yes).toContainText("Yes 1");
  await page.reload();
  await openClaim(page, claim.slug);
  await expect(yes).toHaveAttribute("aria-pressed", "true");
  await no.focus();
  await page.keyboard.press("Space");
  await expect(no).toHaveAttribute("aria-pressed", "true");
  await expect(no).toContainText("No 1");
  await expect(yes).toContainText("Yes 0");
  await page.keyboard.press("Enter");
  await expect(no).toHaveAttribute("aria-pressed", "false");
  await expect(no).toContainText("No 0");
  expect(await sql("SELECT value FROM vote WHERE person_id = $1", [person.id])).toEqual([{ value: 0 }]);
  // What is undone from the toast leaves the focus where it was before.
  await page.getByRole("button", { name: /^Undo the vote on/ }).focus();
  await page.keyboard.press("Enter");
  await expect(no).toHaveAttribute("aria-pressed", "true");
  await expect(no).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(no).toHaveAttribute("aria-pressed", "false");
});

test("signed out, a vote says that it needs an account, and leads there and back", async ({ page }) => {
  const claim = await claimOf("flask", "con", 0);
  await page.goto("/frameworks/flask");
  const opened = await openClaim(page, claim.slug);
  await opened.getByRole("button", { name: /^Yes \d+, still true/ }).click();
  await expect(opened.getByText("sign in first")).toBeVisible();
  await opened.getByRole("link", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/sign-in?next=%2Fframeworks%2Fflask");
});

test("a fresh account's vote is kept and shown to its author, and weighs nothing for anybody else", async ({
  page,
  context,
  browser,
}) => {
  const person = await somebody();
  await become(context, person);
  const claim = await claimOf("gin", "pro", 0);
  const tally = async () =>
    (
      await sql<{ yes: number; all_yes: number }>("SELECT yes, all_yes FROM claim_tally WHERE claim_id = $1", [
        claim.id,
      ])
    )[0];
  const before = await tally();
  await page.goto("/frameworks/gin");
  const opened = await openClaim(page, claim.slug);
  const yes = opened.getByRole("button", { name: /^Yes \d+, still true/ });
  await yes.click();
  await expect(opened.getByText("kept, not counted yet")).toBeVisible();
  await expect(yes).toContainText("Yes 0");
  expect(await tally()).toEqual({ yes: before?.yes, all_yes: (before?.all_yes ?? 0) + 1 });
  const other = await (await browser.newContext(elsewhere())).newPage();
  await other.goto("/frameworks/gin");
  const theirs = await openClaim(other, claim.slug);
  await expect(theirs.getByRole("button", { name: /^Yes \d+, still true/ })).toContainText("Yes 0");
  await page.goto("/integrity");
  await expect(page.getByText("3 days old, was used on 2 days, and has voted or rated 3 times")).toBeVisible();
});

test("a vote without scripts is a form like any other", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...elsewhere() });
  const person = await somebody();
  await become(context, person);
  const claim = await claimOf("koa", "pro", 0);
  const page = await context.newPage();
  await page.goto("/frameworks/koa");
  await (await openClaim(page, claim.slug)).getByRole("button", { name: /^No \d+, still true/ }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your vote is kept" })).toBeVisible();
  await expect.poll(() => sql("SELECT value FROM vote WHERE person_id = $1", [person.id])).toEqual([{ value: -1 }]);
  await context.close();
});

test("what a vote or a save changes is in its answer: who is signed in is asked for once", async ({
  page,
  context,
}) => {
  await become(context, await somebody());
  const claim = await claimOf("koa", "con", 0);
  let asked = 0;
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/me", async (route) => {
    asked += 1;
    const response = await route.fetch();
    await held;
    await route.fulfill({ response });
  });
  await page.goto("/frameworks/koa");
  const opened = await openClaim(page, claim.slug);
  const yes = opened.getByRole("button", { name: /^Yes \d+, still true/ });
  const status = opened.getByText("kept, not counted yet");
  await yes.click();
  await expect(status).toBeVisible();
  // The answer to what was asked before the vote doesn't know of it.
  answer();
  await expect(menuOf(page)).toHaveText(/Grace Hopper/);
  await expect(yes).toHaveAttribute("aria-pressed", "true");
  await yes.click();
  await expect(yes).toHaveAttribute("aria-pressed", "false");
  await expect(status).toHaveCount(0);
  await page.getByRole("button", { name: "Save Koa to your shortlist" }).click();
  await page.getByRole("button", { name: "Koa is saved. Remove it from your shortlist" }).click();
  await expect(page.getByRole("button", { name: "Save Koa to your shortlist" })).toBeVisible();
  expect(asked).toBe(1);
});

test("one person's vote is seen by a third within seconds, on the framework's page and in the comparison, both from the cache", async ({
  page,
  context,
  request,
}) => {
  const person = await somebody();
  await mature(person.id);
  const claim = await claimOf("express", "con", 0);
  for (const path of ["/frameworks/express", "/compare/express-vs-koa", "/frameworks"]) await request.get(path);
  await become(context, person);
  await page.goto("/frameworks/express");
  const no = (await openClaim(page, claim.slug)).getByRole("button", { name: /^No \d+, still true/ });
  await no.click();
  await expect(no).toContainText("No 1");
  const button = new RegExp(`<button[^>]* id="vote-${claim.id}-No"(?:(?!</button>).)*>No 1<`);
  for (const path of ["/frameworks/express", "/compare/express-vs-koa"]) {
    await expect.poll(async () => button.test(await (await request.get(path)).text())).toBe(true);
    // Stale is from the cache as well: it is being looked at once more.
    expect(["HIT", "STALE"]).toContain((await request.get(path)).headers()["x-nextjs-cache"]);
  }
});

test("a visitor saves two frameworks, signs up, finds them, rates one and votes on a con; a second person sees the comparison change", async ({
  page,
  browser,
}) => {
  for (const [slug, name] of [
    ["phoenix", "Phoenix"],
    ["rails", "Ruby on Rails"],
  ]) {
    await page.goto(`/frameworks/${slug}`);
    await page.getByRole("button", { name: `Save ${name} to your shortlist` }).click();
    await expect(page.getByText("Kept in this browser.")).toBeVisible();
  }
  const email = await signUp(page);
  const [person] = await sql<{ id: string }>("SELECT id FROM person WHERE email = $1", [email]);
  await page.goto("/shortlist");
  await expect(page.getByRole("main").getByRole("listitem")).toContainText(["Phoenix", "Ruby on Rails"]);
  await mature(person?.id ?? "");
  await page.goto("/frameworks/phoenix");
  await page.getByRole("link", { name: "Rate Phoenix" }).click();
  await page
    .getByRole("group", { name: /^Overall/ })
    .getByLabel("5")
    .check();
  await page
    .getByRole("group", { name: /^Testing/ })
    .getByLabel("5")
    .check();
  await page.getByRole("button", { name: "Rate it" }).click();
  await expect(page.getByText("Say how you know it.")).toBeVisible();
  await expect(page.getByRole("group", { name: /^Overall/ }).getByLabel("5")).toBeChecked();
  await page
    .getByRole("group", { name: /How do you know it/ })
    .getByLabel("In production")
    .check();
  await page.getByLabel(/^In a few words/).fill("Quiet at night, ever since we moved to it.");
  await page.getByRole("button", { name: "Rate it" }).click();
  await expect(page).toHaveURL(/\/frameworks\/phoenix/);
  const con = await claimOf("phoenix", "con", 0);
  await page.waitForLoadState("networkidle");
  await page.goto("/frameworks/phoenix");
  const no = (await openClaim(page, con.slug)).getByRole("button", { name: /^No \d+, still true/ });
  await no.click();
  await expect(no).toContainText("No 1");
  const second = await (await browser.newContext(elsewhere())).newPage();
  await expect(async () => {
    await second.goto("/compare/phoenix-vs-rails");
    const opened = await openClaimOf(second, con.text);
    await expect(opened.getByRole("button", { name: `No 1, still true: ${con.text}` })).toBeVisible({
      timeout: 3_000,
    });
    await second.goto("/frameworks/phoenix");
    await expect(second.getByText("of 5 from 1 rating; no rank under 5")).toBeVisible({ timeout: 3_000 });
    await expect(second.getByText("Quiet at night, ever since we moved to it.")).toBeVisible({ timeout: 3_000 });
    await expect(second.locator("#score-testing")).toContainText("With 1 rating", { timeout: 3_000 });
  }).toPass();
  await page.goto("/frameworks/phoenix/rate");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your rating");
  await page.getByRole("button", { name: "Take my rating back" }).click();
  await expect(page).toHaveURL(/\/frameworks\/phoenix#ratings/);
  expect(await sql("SELECT 1 FROM rating WHERE person_id = $1", [person?.id])).toEqual([]);
});

test("who has rated first isn't told that theirs could be the first", async ({ page, context }) => {
  const person = await somebody();
  await become(context, person);
  const invitation = page.getByText("Nobody whose rating counts has rated Tornado yet. Yours could be the first.");
  await page.goto("/frameworks/tornado");
  await expect(invitation).toBeVisible();
  await page.getByRole("link", { name: "Rate Tornado" }).click();
  await rateInProduction(page);
  await expect(page).toHaveURL(/\/frameworks\/tornado/);
  await expect(page.getByText("Your rating of Tornado is kept")).toBeVisible();
  await expect(page.getByRole("link", { name: "Change your rating of Tornado" })).toBeVisible();
  await expect(invitation).toHaveCount(0);
});

test("a moderator discounts accounts, their votes stop counting, the log says why, and it can be undone", async ({
  page,
  context,
}) => {
  const [moderator, voter] = [await somebody("moderator"), await somebody()];
  await mature(voter.id);
  const claim = await claimOf("hono", "pro", 0);
  await sql("INSERT INTO vote (person_id, claim_id, value, sequence) VALUES ($1, $2, 1, 1)", [voter.id, claim.id]);
  const counted = async () =>
    (await sql<{ yes: number }>("SELECT yes FROM claim_tally WHERE claim_id = $1", [claim.id]))[0]?.yes;
  expect(await counted()).toBe(1);
  await become(context, moderator);
  await page.goto("/moderation");
  await page.getByLabel("Addresses of the accounts").fill(`${voter.email}\nnot an address`);
  await page.getByLabel("Reason", { exact: true }).fill("Made for voting only");
  await page.getByRole("button", { name: "Discount them" }).click();
  await expect(page.getByText("is not an address.")).toBeVisible();
  await page.getByLabel("Addresses of the accounts").fill(voter.email);
  await page.getByRole("button", { name: "Discount them" }).click();
  await expect(page.getByText("1 account discounted.")).toBeVisible();
  expect(await counted()).toBe(0);
  await page.reload();
  await page.getByLabel(`Reason to restore ${voter.email}`).fill("It was a mistake");
  await page.getByRole("button", { name: `Restore ${voter.email}` }).click();
  await expect.poll(() => sql("SELECT standing FROM person WHERE id = $1", [voter.id])).toEqual([{ standing: "new" }]);
  expect(await sql("SELECT * FROM community_drift")).toEqual([]);
});

test("what was said goes with who said it: deleting the account takes votes and ratings out of the public numbers", async ({
  page,
  context,
}) => {
  const person = await somebody();
  await mature(person.id);
  const claim = await claimOf("gin", "con", 0);
  await sql("INSERT INTO vote (person_id, claim_id, value, sequence) VALUES ($1, $2, -1, 1)", [person.id, claim.id]);
  await become(context, person);
  const data = JSON.stringify(await (await page.request.get("/account/export")).json());
  expect(data).toContain(claim.slug);
  await page.goto("/account/delete");
  await page.getByLabel(/Type your address/).fill(person.email);
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByText("Your account is deleted")).toBeVisible();
  expect(await sql("SELECT no, all_no FROM claim_tally WHERE claim_id = $1", [claim.id])).toEqual([
    { no: 0, all_no: 0 },
  ]);
});
