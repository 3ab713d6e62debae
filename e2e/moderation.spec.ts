import { AxeBuilder } from "@axe-core/playwright";
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
  await expect(moderator.getByRole("status").filter({ hasText: "Approved." })).toBeVisible();

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

test("a moderator who decides by keyboard is told of it and goes on with what waits next", async ({
  page,
  context,
}) => {
  const author = await somebody();
  const words = ["first", "second"].map((word) => `The ${word} of two (${Date.now()}).`);
  for (const text of words)
    await sql(
      `INSERT INTO suggestion (person_id, framework_id, kind, body)
       SELECT $1, id, 'correction', jsonb_build_object('text', $2::text, 'url', 'https://example.org/')
       FROM framework WHERE slug = 'hapi'`,
      [author.id, text],
    );
  await become(context, await somebody("moderator", "Moderator"));
  await page.goto("/moderation");
  const waiting = page.getByRole("region", { name: /^Waiting/ }).getByRole("listitem");
  for (const text of words) {
    const item = waiting.filter({ hasText: text });
    await item.getByRole("textbox", { name: /^Reason/ }).fill("Only a test of it.");
    await item.getByLabel("Decline", { exact: true }).check();
    await item.getByRole("button", { name: "Decide" }).focus();
    await page.keyboard.press("Enter");
    await expect(item).toHaveCount(0);
    await expect(page.getByRole("region", { name: "What was done" }).getByRole("status")).toHaveText("Declined.");
    if (text === words[0]) await expect(page.locator("#queue ~ ul > li:focus")).toHaveCount(1);
  }
});

test("a claim can be disputed without a source from where it stands, and the dispute can be withdrawn", async ({
  page,
  context,
}) => {
  await become(context, await somebody());
  await page.goto("/frameworks/koa");
  const claim = await openFirstClaim(page);
  await claim.getByRole("link", { name: "Dispute", exact: true }).click();
  await expect(page).toHaveURL(/way=dispute&claim=\d+/);
  await page.getByRole("link", { name: "A claim, without one" }).click();
  await expect(page).toHaveURL(/kind=flag&claim=\d+/);
  await page.getByLabel("Outdated").check();
  await page.getByLabel("Why?").fill("Version 3 does this out of the box.");
  await page.getByRole("button", { name: "Dispute it" }).click();
  await expect(page.getByText("Thank you.")).toBeVisible();
  await page.getByRole("button", { name: "Withdraw this suggestion" }).click();
  await expect(page.getByText("withdrawn")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "withdrawn" })).toBeFocused();
});

test("better words for a claim are shown to a moderator beside the old, and to everybody with what they replaced", async ({
  page,
  context,
  browser,
}) => {
  await become(context, await somebody());
  await page.goto("/frameworks/phoenix");
  const claim = page.locator(".claim").last();
  const old = ((await claim.locator(".claim-text").textContent()) ?? "").trim();
  await claim.locator("summary").click();
  await claim.getByRole("link", { name: "Improve", exact: true }).click();
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
  await moderator.getByLabel("Kind").selectOption({ label: "A corrected fact" });
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
  await expect(moderator.getByRole("heading", { level: 1 })).toBeFocused();
  await waitFor(page, "/frameworks/quarkus", "The quarkus people", false);
  await desk.close();
});

for (const { slug, width, scripts } of [
  { slug: "tornado", width: 390, scripts: true },
  { slug: "slim", width: 390, scripts: false },
  { slug: "hapi", width: 1440, scripts: true },
  { slug: "drogon", width: 1440, scripts: false },
])
  test(`an answer to a check is disputed where it stands, at ${width} px ${scripts ? "with" : "without"} scripts: a moderator sees what would change, and takes it back`, async ({
    browser,
  }) => {
    const viewport = { width, height: 900 };
    const home = await browser.newContext({ javaScriptEnabled: scripts, viewport, ...elsewhere() });
    await become(home, await somebody());
    const page = await home.newPage();
    await page.goto(`/frameworks/${slug}`);
    const security = page.locator("#scores details").filter({ has: page.locator("#score-security") });
    await security.locator("summary").click();
    const row = security.getByRole("row").filter({ hasText: "Body size limit by default" });
    const before = await row.getByRole("cell").first().innerText();
    await row.getByRole("link", { name: "Dispute or improve" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Dispute" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: "Body size limit by default" })).toBeVisible();
    await expect(page.locator("p").filter({ hasText: /^Now: / })).toContainText(before.split(" ")[0] ?? "");
    const note = `Said by nobody else ${Date.now()}`;
    await page.getByLabel("Note").fill(note);
    await page.getByLabel("Source").fill("http://example.org/limits");
    await page.getByRole("button", { name: "Dispute it" }).click();
    await expect(page.getByText("What is the answer?")).toBeVisible();
    await expect(page.getByText("Say why it isn’t so, in a sentence.")).toBeVisible();
    await expect(page.getByText("Give an address that begins with https://")).toBeVisible();
    await expect(page.getByLabel("Note")).toHaveValue(note);
    const answer = page.getByRole("group", { name: "What is right?" }).getByRole("radio").first();
    await answer.check();
    await page.getByLabel("Source").fill("https://example.org/limits");
    await page.getByLabel("As of").fill("2026-11");
    await page.getByLabel("Why isn’t it so?").fill("The page says otherwise since this month.");
    await page.getByRole("button", { name: "Dispute it" }).click();
    await expect(page.getByText("Thank you. A moderator will look at it")).toBeVisible();
    await expect(page.locator("ins").filter({ hasText: note })).toBeVisible();

    const desk = await browser.newContext({ javaScriptEnabled: scripts, viewport, ...elsewhere() });
    await become(desk, await somebody("moderator", "Moderator"));
    const moderator = await desk.newPage();
    await moderator.goto("/moderation?kind=check");
    const item = moderator.getByRole("listitem").filter({ hasText: note });
    await expect(item.locator("del").first()).toBeVisible();
    await expect(item.getByText("If approved:")).toBeVisible();
    await expect(item.getByText(/Security \d\.\d\d → \d\.\d\d/)).toBeVisible();
    if (scripts)
      for (const colorScheme of ["light", "dark"] as const) {
        await moderator.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page: moderator }).analyze();
        expect(violations.map(({ id }) => id)).toEqual([]);
      }
    expect(
      await moderator.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await item.getByLabel("Approve", { exact: true }).check();
    await item.getByRole("button", { name: "Decide" }).click();
    await expect(moderator).toHaveURL(/decided=approve/);

    const visitor = await (await browser.newContext(elsewhere())).newPage();
    const shown = async (text: string, is: boolean) =>
      expect(async () => {
        await visitor.goto(`/frameworks/${slug}`);
        await expect(visitor.locator("#score-security").getByText(text)).toHaveCount(is ? 1 : 0, { timeout: 3_000 });
      }).toPass();
    await shown(note, true);
    await waitFor(visitor, `/frameworks/${slug}/history`, "The page says otherwise since this month.");
    const decided = moderator.getByRole("listitem").filter({ hasText: note });
    await decided.getByLabel("Why take it back?").fill("Only a test of it.");
    await decided.getByRole("button", { name: "Take it back" }).click();
    await expect(moderator).toHaveURL(/decided=revert/);
    await shown(note, false);
    await home.close();
    await desk.close();
  });

for (const { slug, scripts, line, text } of [
  { slug: "vapor", scripts: true, line: "4", text: "Line 4, read anew" },
  { slug: "yii", scripts: false, line: "2.0.50+", text: "Line 2.0.50+, read anew" },
])
  test(`a support date is corrected where it stands ${scripts ? "with" : "without"} scripts: the effect is seen before, it shows, and is taken back`, async ({
    browser,
  }) => {
    const home = await browser.newContext({ javaScriptEnabled: scripts, ...elsewhere() });
    await become(home, await somebody());
    const page = await home.newPage();
    await page.goto(`/frameworks/${slug}`);
    await page.getByText(/^All \d+ release lines as a table$/).click();
    await page.locator("#support").getByRole("link", { name: "Dispute or improve" }).click();
    await page.getByRole("link", { name: /^Improve/ }).click();
    await page.getByRole("link", { name: "Support dates" }).click();
    await page.getByLabel("Which release line?").selectOption(line);
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByLabel("Source")).toHaveValue(/^https:/);
    await page.getByLabel("End of life").fill("next spring");
    await page.getByLabel("Source").fill("https://example.org/policy");
    await page.getByLabel("As of").fill("2026-11");
    await page.getByLabel("Note").fill(text);
    await page.getByRole("button", { name: "Suggest it" }).click();
    await expect(page.getByText("A day such as 2027-04-30, “open”")).toBeVisible();
    await expect(page.getByLabel("Note")).toHaveValue(text);
    await page.getByLabel("End of life").fill("2027-03-01");
    await page.getByRole("button", { name: "Suggest it" }).click();
    await expect(page.getByText("Thank you. A moderator will look at it")).toBeVisible();

    const desk = await browser.newContext({ javaScriptEnabled: scripts, ...elsewhere() });
    await become(desk, await somebody("moderator", "Moderator"));
    const moderator = await desk.newPage();
    await moderator.goto("/moderation?kind=release");
    const item = moderator.getByRole("listitem").filter({ hasText: text });
    await expect(item.locator("ins").filter({ hasText: "end of life 2027-03-01" })).toBeVisible();
    await expect(item.getByText(/^Support: .+ → .+ until 2027-03-01/)).toBeVisible();
    await item.getByLabel("Approve", { exact: true }).check();
    await item.getByRole("button", { name: "Decide" }).click();
    await expect(moderator).toHaveURL(/decided=approve/);
    const visitor = await (await browser.newContext(elsewhere())).newPage();
    await waitFor(visitor, `/frameworks/${slug}`, "until 2027-03-01");
    await waitFor(visitor, `/frameworks/${slug}/history`, "end of life 2027-03-01.");
    const decided = moderator.getByRole("listitem").filter({ hasText: text });
    await decided.getByLabel("Why take it back?").fill("Only a test of it.");
    await decided.getByRole("button", { name: "Take it back" }).click();
    await expect(moderator).toHaveURL(/decided=revert/);
    await waitFor(visitor, `/frameworks/${slug}`, "until 2027-03-01", false);
    await home.close();
    await desk.close();
  });

test("the standing and a figure have their ways in, and of a figure from a data set it is said why not by hand", async ({
  page,
  context,
}) => {
  await become(context, await somebody());
  await page.goto("/frameworks/chi");
  await page.getByText("Where each was read, and when; dispute or improve one").click();
  const standing = page
    .locator("#facts")
    .getByRole("listitem")
    .filter({ hasText: /^Standing: Active/ });
  await standing.getByRole("link", { name: "Dispute or improve" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "Standing" })).toBeVisible();
  await expect(page.getByRole("radio", { name: "Active" })).toHaveCount(0);
  await page.goto("/frameworks/chi");
  const scores = page.locator("#scores details").filter({ has: page.locator("#score-ecosystem") });
  await scores.locator("summary").click();
  const row = (name: string) => scores.getByRole("row").filter({ hasText: name });
  await row("People who contributed").getByRole("link", { name: "Dispute or improve" }).click();
  await page.getByLabel("What is right?").fill("about 30");
  await page.getByRole("button", { name: "Dispute it" }).click();
  await expect(page.getByText("A whole number, in digits only.")).toBeVisible();
  await page.goto("/frameworks/chi/suggest?way=dispute&measure=stars");
  await expect(page.getByText("So it can’t be corrected by hand")).toBeVisible();
  await expect(page.getByLabel(/^What is wrong/)).toHaveValue("GitHub stars: ");
  await page.goto("/frameworks/chi/suggest?way=improve&measure=stable-years");
  await page.getByRole("link", { name: "the first stable release" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "First stable release" })).toBeVisible();
});

test("a fact is improved where it stands: what stands there is in the form, and old addresses still lead to it", async ({
  page,
  context,
}) => {
  await become(context, await somebody());
  await page.goto("/frameworks/chi");
  await page.getByText("Where each was read, and when; dispute or improve one").click();
  await page.getByRole("link", { name: "Improve: Licence" }).click();
  await expect(page.getByLabel("What is right?")).toHaveValue("MIT");
  await expect(page.getByLabel("Source")).toHaveValue(/^https:/);
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page.getByText("The page says so already.")).toBeVisible();
  await page.goto("/frameworks/chi/suggest?kind=fact&fact=licence");
  await expect(page.getByRole("heading", { level: 2, name: "Licence" })).toBeVisible();
  await page.goto("/frameworks/chi/suggest?kind=fact");
  await page.getByLabel("Which fact?").selectOption({ label: "Licence: MIT" });
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page).toHaveURL(/way=improve&kind=fact&fact=licence/);
  await expect(page.getByLabel("What is right?")).toHaveValue("MIT");
});

test("a reader sees two ways in beside a claim, a fact and an answer, and no third", async ({ page }) => {
  await page.goto("/frameworks/django");
  const names = await page
    .locator("main a[href*='/suggest']")
    .evaluateAll((links) => links.map((link) => link.textContent?.trim()));
  expect(new Set(names)).toEqual(new Set(["Suggest a change", "Dispute", "Improve", "Dispute or improve"]));
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
