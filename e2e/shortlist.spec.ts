import { expect, type Page } from "@playwright/test";
import { become, elsewhere, menuOf, scriptsStayOn, somebody, sql, test } from "./people";

async function save(page: Page, slug: string): Promise<void> {
  await page.goto(`/frameworks/${slug}`);
  await page.getByRole("button", { name: /^Save .* to your shortlist/ }).click();
  await expect(page.getByRole("button", { name: /is saved\. Remove it/ })).toBeVisible();
}

const names = (page: Page) => page.getByRole("main").locator("li[data-slug]");
const order = async (page: Page) =>
  names(page).evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.slug));

test("a visitor's shortlist is kept in their browser, shows on every page, and can be changed", async ({ page }) => {
  await save(page, "django");
  await save(page, "rails");
  await page.goto("/frameworks/django");
  await expect(page.getByRole("button", { name: /Django is saved/ })).toBeVisible();
  // Nothing of it is kept on the server: the browser's cookie is all there is.
  const kept = (await page.context().cookies()).find(({ value }) => /django/.test(value) && /rails/.test(value));
  expect(kept).toMatchObject({ sameSite: "Lax" });
  await page.goto("/shortlist");
  await expect(page.getByText("Kept in this browser only.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Compare them" })).toHaveAttribute("href", "/compare/django-vs-rails");
  await page.getByRole("button", { name: "Remove Django" }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
  await page.reload();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(1);
});

test("a visitor finds what they saved from every page, is told of it without the page moving, and takes it back", async ({
  page,
}) => {
  await page.goto("/frameworks/django");
  const link = page.getByRole("banner").getByRole("link", { name: /^Shortlist/ });
  const next = page.getByRole("link", { name: "Suggest a change" });
  const before = await next.boundingBox();
  const button = page.getByRole("button", { name: "Save Django to your shortlist" });
  await button.focus();
  await page.keyboard.press("Enter");
  const said = page.getByRole("region", { name: "What was done" });
  await expect(said.getByRole("status")).toHaveText("Django: Kept in this browser.");
  await expect(link).toHaveAccessibleName("Shortlist, 1 saved");
  // It takes no focus and no room.
  await expect(page.getByRole("button", { name: /Django is saved/ })).toBeFocused();
  expect(await next.boundingBox()).toEqual(before);
  await said.getByRole("button", { name: "Undo: take Django off again" }).click();
  await expect(said.getByRole("status")).toHaveText("Undone.");
  await expect(button).toBeVisible();
  await expect(link).toHaveAccessibleName("Shortlist");
  await button.click();
  await said.getByRole("link", { name: "View the list" }).click();
  await expect(page).toHaveURL("/shortlist");
  await page.getByRole("button", { name: "Remove Django" }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(0);
  await said.getByRole("button", { name: "Undo: put Django back" }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("Django");
  await said.getByRole("button", { name: "Close" }).click();
  await expect(said.getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});

for (const who of ["a visitor", "a member"])
  test(`${who} who takes frameworks off a list goes on with the next, then the one before, then the list`, async ({
    page,
    context,
  }) => {
    if (who === "a member") await become(context, await somebody());
    for (const slug of ["django", "rails", "laravel"]) await save(page, slug);
    await page.goto("/shortlist");
    const title = page.getByRole("heading", { level: 1 });
    await page.getByRole("button", { name: "Remove Ruby on Rails" }).focus();
    for (const next of [
      page.getByRole("button", { name: "Remove Laravel" }),
      page.getByRole("button", { name: "Remove Django" }),
      title,
    ]) {
      await page.keyboard.press("Enter");
      await expect(next).toBeFocused();
    }
    await page.getByRole("button", { name: "Undo: put Django back" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.getByRole("button", { name: "Remove Django" })).toBeVisible();
    await expect(title).toBeFocused();
  });

test("an entry that is moved by keyboard goes on being moved, up to where it can't", async ({ page, context }) => {
  await become(context, await somebody());
  for (const slug of ["django", "rails", "laravel"]) await save(page, slug);
  await page.goto("/shortlist");
  const up = page.getByRole("button", { name: "Move Laravel up" });
  await up.focus();
  for (const wanted of [
    ["django", "laravel", "rails"],
    ["laravel", "django", "rails"],
  ]) {
    await page.keyboard.press("Enter");
    await expect.poll(() => order(page)).toEqual(wanted);
    await expect(up).toBeFocused();
  }
  await expect(up).toBeDisabled();
});

test("without scripts the page itself says that it is saved, and every way is there", async ({ browser }) => {
  test.skip(scriptsStayOn, "Playwright’s driver for Firefox doesn’t turn scripts off.");
  const context = await browser.newContext({ javaScriptEnabled: false, ...elsewhere() });
  const page = await context.newPage();
  await page.goto("/frameworks/django");
  await page.getByRole("button", { name: "Save Django to your shortlist" }).click();
  await expect(page.getByText("Kept in this browser.")).toBeVisible();
  await page.getByRole("banner").getByRole("link", { name: "Shortlist", exact: true }).click();
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("Django");
  await become(context, await somebody());
  await menuOf(page).click();
  await page.getByRole("banner").getByRole("link", { name: "Notices" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notices");
  await context.close();
});

test("what is taken off a framework's page comes back to every list, with what was said of it", async ({
  page,
  context,
}) => {
  const person = await somebody();
  await become(context, person);
  await save(page, "fiber");
  await sql(
    `UPDATE shortlist_entry e SET note = 'Quick.', status = 'trial' FROM shortlist s
     WHERE s.id = e.shortlist_id AND s.person_id = $1`,
    [person.id],
  );
  await page.getByRole("button", { name: /Fiber is saved/ }).click();
  await page.getByRole("button", { name: "Undo: put Fiber back" }).click();
  await expect(page.getByRole("button", { name: /Fiber is saved/ })).toBeVisible();
  await page.goto("/shortlist");
  await expect(page.locator("li[data-slug=fiber]")).toContainText("On trial Quick.");
});

test("the menu under one's name leads to what is one's own, says what is new, and opens and closes by keyboard", async ({
  page,
  context,
}) => {
  const person = await somebody("moderator");
  await become(context, person);
  await sql(
    `INSERT INTO suggestion (person_id, framework_id, kind, body, status, decided_at, reason)
     SELECT $1, id, 'correction', '{"text": "It is an example.", "url": "https://example.org/"}', 'declined', now(), 'No.'
     FROM framework WHERE slug = 'echo'`,
    [person.id],
  );
  await page.goto("/method");
  const menu = menuOf(page);
  await expect(menu).toHaveAccessibleName(/^Grace Hopper: your menu, \d+ new$/);
  await menu.focus();
  await page.keyboard.press("Enter");
  const banner = page.getByRole("banner");
  await expect(banner.getByRole("link", { name: "Notices 1 new" })).toBeVisible();
  for (const name of ["Lists", "Decisions", "Suggestions", "Account"])
    await expect(banner.getByRole("link", { name, exact: true })).toBeVisible();
  await expect(banner.getByRole("link", { name: /^Moderation/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(banner.getByRole("link", { name: "Account", exact: true })).toBeHidden();
  await expect(menu).toBeFocused();
  await page.goto("/notices");
  await page.getByRole("button", { name: "Mark 1 as seen" }).click();
  // What had the focus is gone: it is on what came in its place.
  await expect(page.getByText("You have seen all of them.").locator("..")).toBeFocused();
  await menu.click();
  await expect(banner.getByRole("link", { name: "Notices", exact: true })).toBeVisible();
});

test("a browser that takes no cookies is told that nothing is kept in it", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(document, "cookie", { get: () => "", set: () => {} }));
  await page.goto("/frameworks/django");
  await page.getByRole("button", { name: /^Save .* to your shortlist/ }).click();
  await expect(page.getByText("Django is not kept: this browser takes no cookies from this site.")).toBeVisible();
  await expect(page.getByText("Kept in this browser")).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Save .* to your shortlist/ })).toBeVisible();
});

test("an answer that comes late doesn't undo what was saved since", async ({ page, context }) => {
  await become(context, await somebody());
  let asked = 0;
  let answer = () => {};
  const held = new Promise<void>((resolve) => (answer = resolve));
  await page.route("**/api/me", async (route) => {
    asked += 1;
    const first = asked === 1;
    const response = await route.fetch();
    if (!first) return route.fulfill({ response });
    await held;
    return route.fulfill({ response });
  });
  await save(page, "hapi");
  const late = page.waitForResponse("**/api/me");
  answer();
  await (await late).finished();
  // What the page makes of it comes in the tasks after it.
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  await expect(page.getByRole("button", { name: /is saved\. Remove it/ })).toBeVisible();
  expect(asked).toBe(2);
});

test("entries are ordered by buttons and by dragging, carry status, note and reason, and their removal can be undone", async ({
  page,
  context,
}) => {
  await become(context, await somebody());
  for (const slug of ["django", "rails", "laravel"]) await save(page, slug);
  await page.goto("/shortlist");
  expect(await order(page)).toEqual(["django", "rails", "laravel"]);
  await page.getByRole("button", { name: "Move Laravel up" }).click();
  await expect.poll(() => order(page)).toEqual(["django", "laravel", "rails"]);
  await page.getByRole("button", { name: "Move Django down" }).focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => order(page)).toEqual(["laravel", "django", "rails"]);
  await page.locator("li[data-slug=rails]").dragTo(page.locator("li[data-slug=laravel]"));
  await expect.poll(() => order(page)).toEqual(["rails", "laravel", "django"]);
  await expect(page.getByRole("button", { name: "Move Ruby on Rails up" })).toBeDisabled();
  const rails = page.locator("li[data-slug=rails]");
  await rails.getByText("Status and note").click();
  await rails.getByRole("radio", { name: "Rejected" }).check();
  await rails.getByLabel("Reason, when rejected").fill("nobody here knows Ruby");
  await rails.getByRole("textbox", { name: /^Note/ }).fill("Looked at it twice.");
  await rails.getByRole("button", { name: "Keep status and note" }).click();
  await expect(rails.getByText("Kept.")).toBeVisible();
  await expect(rails.getByText("because nobody here knows Ruby")).toBeVisible();
  await page.getByRole("button", { name: "Remove Ruby on Rails" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Ruby on Rails is off the list." }).last()).toBeVisible();
  expect(await order(page)).toEqual(["laravel", "django"]);
  await page.getByRole("button", { name: "Undo: put Ruby on Rails back" }).click();
  await expect.poll(() => order(page)).toEqual(["rails", "laravel", "django"]);
  await expect(rails.getByText("Looked at it twice.").first()).toBeVisible();
});

test("a person has several lists, renames and deletes them, and two of one name are refused in words", async ({
  page,
  context,
}) => {
  await become(context, await somebody());
  await save(page, "gin");
  await page.goto("/shortlist");
  await page.getByLabel("Name of a new list").fill("For the API");
  await page.getByRole("button", { name: "New list" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("For the API");
  await page.getByLabel("Name of a new list").fill("My shortlist");
  await page.getByRole("button", { name: "New list" }).click();
  await expect(page.getByText("You have a list of this name already.")).toBeVisible();
  await page.getByText("Rename or delete").click();
  await page.getByLabel("New name").fill("For the new API");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("For the new API");
  await page.getByText("Rename or delete").click();
  await page.getByRole("button", { name: "Delete the list" }).click();
  await expect(page.getByText("Tick the box")).toBeVisible();
  await page.getByLabel("Delete it with its notes").check();
  await page.getByRole("button", { name: "Delete the list" }).click();
  await expect(page.getByText("The list is deleted.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("My shortlist");
});

test("a list is shared by a link that can be revoked, or with everybody, and copied by others without its notes", async ({
  page,
  context,
  browser,
}) => {
  const owner = await somebody("member", "Radia Perlman");
  await become(context, owner);
  await save(page, "axum");
  const [list] = await sql<{ id: string }>("SELECT id FROM shortlist WHERE name = 'My shortlist' AND person_id = $1", [
    owner.id,
  ]);
  const other = await browser.newContext(elsewhere());
  const guest = await other.newPage();
  const atItsId = async () => (await guest.goto(`/shortlist/${list?.id}`))?.status();
  expect(await atItsId(), "private: nobody else").toBe(404);
  await page.goto("/shortlist");
  await expect(page.getByText("Now: only you.")).toBeVisible();
  await page.getByLabel("Whoever has the link").check();
  await page.getByRole("button", { name: "Change who sees it" }).click();
  // What the page says is true at once.
  await expect(page.getByText("Now: whoever has the link.")).toBeVisible();
  await expect(page.getByLabel("Whoever has the link")).toBeChecked();
  expect(await atItsId(), "by link: not by its id").toBe(404);
  await expect(page.getByLabel("Link", { exact: true })).toHaveValue(/\/shortlist\/[\w-]{22}$/);
  const link = await page.getByRole("link", { name: "Open it" }).getAttribute("href");
  expect(link).toMatch(/^\/shortlist\/[\w-]{22}$/);
  expect(
    JSON.stringify(await sql("SELECT encode(link_hash, 'escape') AS link_hash, name FROM shortlist")),
  ).not.toContain(link?.split("/").at(-1));
  const response = await guest.goto(link ?? "");
  expect(response?.status()).toBe(200);
  await expect(guest.locator("meta[name=robots]")).toHaveAttribute("content", /noindex/);
  await expect(guest.getByText("A list of Radia Perlman · by link")).toBeVisible();
  const person = await somebody();
  await become(other, person);
  await guest.reload();
  await guest.getByRole("button", { name: "Copy to my lists" }).click();
  await expect(guest).toHaveURL(/\/shortlist\?list=/);
  expect(await order(guest)).toEqual(["axum"]);
  await page.getByLabel("Whoever has the link").check();
  await page.getByRole("button", { name: "Change who sees it" }).click();
  await expect.poll(async () => (await guest.goto(link ?? ""))?.status()).toBe(404);
  await page.getByLabel("Everybody").check();
  await page.getByRole("button", { name: "Change who sees it" }).click();
  await expect(page.getByText("Now: everybody.")).toBeVisible();
  const open = await page.getByRole("link", { name: "As others see it" }).first().getAttribute("href");
  expect((await guest.goto(open ?? ""))?.status()).toBe(200);
  await page.getByLabel("Only you").check();
  await page.getByRole("button", { name: "Change who sees it" }).click();
  await expect(page.getByText("Links to it are dead.")).toBeVisible();
  await expect(page.getByText("Now: only you.")).toBeVisible();
  expect((await guest.goto(open ?? ""))?.status()).toBe(404);
  await other.close();
});

test("two tabs that change one list lose nothing", async ({ page, context }) => {
  await become(context, await somebody());
  const second = await context.newPage();
  await page.goto("/frameworks/echo");
  await second.goto("/frameworks/fiber");
  await Promise.all([
    page.getByRole("button", { name: "Save Echo to your shortlist" }).click(),
    second.getByRole("button", { name: "Save Fiber to your shortlist" }).click(),
  ]);
  await expect(page.getByRole("button", { name: /Echo is saved/ })).toBeVisible();
  await expect(second.getByRole("button", { name: /Fiber is saved/ })).toBeVisible();
  await page.goto("/shortlist");
  expect(new Set(await order(page))).toEqual(new Set(["echo", "fiber"]));
});

test("one long word in a name, a list's name or a note makes no page wider than a phone, and text keeps its direction", async ({
  page,
  context,
}) => {
  const long = "x".repeat(80);
  const person = await somebody("member", long);
  await become(context, person);
  await save(page, "django");
  await page.setViewportSize({ width: 320, height: 700 });
  await sql("UPDATE shortlist SET name = $2, visibility = 'public' WHERE person_id = $1", [person.id, long]);
  await sql(
    "UPDATE shortlist_entry e SET note = $2 FROM shortlist s WHERE s.id = e.shortlist_id AND s.person_id = $1",
    [person.id, "הערה! ".concat("y".repeat(200))],
  );
  const [list] = await sql<{ id: string }>("SELECT id FROM shortlist WHERE person_id = $1", [person.id]);
  for (const path of ["/account", "/shortlist", `/shortlist/${list?.id}`]) {
    await page.goto(path);
    await expect(page.getByRole("main").getByText(long).first()).toBeVisible();
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(excess, path).toBeLessThanOrEqual(0);
  }
  const note = page.getByText(/^הערה/);
  expect(await note.evaluate((element) => getComputedStyle(element).direction)).toBe("rtl");
});
