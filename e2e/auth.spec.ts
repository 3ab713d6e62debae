import crypto from "node:crypto";
import { expect } from "@playwright/test";
import {
  become,
  elsewhere,
  lettersTo,
  linkTo,
  menuOf,
  newAddress,
  password,
  press,
  signIn,
  signUp,
  somebody,
  sql,
  test,
  typeOver,
} from "./people";

test("a newcomer signs up by mail, chooses name and password, and is signed in", async ({ page }) => {
  const email = await signUp(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ada Lovelace");
  await expect(page.getByText("Your account is ready")).toBeVisible();
  await expect(menuOf(page)).toHaveText(/Ada Lovelace/);
  const [letter] = await lettersTo(page.request, email);
  expect(letter).toMatchObject({ from: "hello@framewise.example", autoSubmitted: "auto-generated" });
});

test("no account exists before the address is proven", async ({ page }) => {
  const email = newAddress();
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page).toHaveURL(/check-mail/);
  expect(await sql("SELECT 1 FROM person WHERE email = $1", [email])).toEqual([]);
});

test("a person signs out and in again by password, from a page and back to it", async ({ page }) => {
  const email = await signUp(page);
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await page.goto("/compare/django-vs-rails");
  await page.getByRole("banner").getByRole("link", { name: "Sign in" }).click();
  await page.getByLabel("E-mail", { exact: true }).fill(email.toUpperCase());
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/compare/django-vs-rails");
  await expect(menuOf(page)).toHaveText(/Ada/);
});

test("a wrong password says so in words, keeps what was typed, and answers 401", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail", { exact: true }).fill("nobody@example.org");
  await page.getByLabel("Password", { exact: true }).fill("not the right one");
  expect((await press(page, "Sign in")).status()).toBe(401);
  await expect(page.getByRole("alert").filter({ hasText: "don't belong together" })).toBeFocused();
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveValue("nobody@example.org");
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("not the right one");
});

test("a link by mail signs in with a button; opening it uses nothing up, pressing it does", async ({
  page,
  browser,
}) => {
  const { email } = await somebody();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail for the link").fill(email);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page).toHaveURL(/check-mail/);
  const link = await linkTo(page.request, email);
  // A mail scanner opens it first, several times and with its own methods.
  for (const method of ["GET", "HEAD", "GET"]) expect((await page.request.fetch(link, { method })).status()).toBe(200);
  await page.goto(link);
  await expect(page.getByText(email)).toBeVisible();
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/account");
  const other = await browser.newContext(elsewhere());
  const late = await other.newPage();
  await late.goto(link);
  await expect(late.getByRole("heading", { level: 1 })).toHaveText("This link is over.");
  await late.getByRole("link", { name: "Ask for another link" }).click();
  await expect(late).toHaveURL("/sign-in");
  await other.close();
});

test("a link is over after ten minutes, and says so", async ({ page }) => {
  const { email } = await somebody();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail for the link").fill(email);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  const link = await linkTo(page.request, email);
  await page.goto(link);
  await sql("UPDATE link SET expires_at = expires_at - interval '10 minutes' WHERE email = $1", [email]);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  expect((await answered).status()).toBe(410);
  await expect(page.getByText("its time is over")).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link is over.");
});

test("reset: a new password by mail ends every session and every other link, and the old password", async ({
  page,
  browser,
}) => {
  const email = await signUp(page);
  const thief = await browser.newContext(elsewhere());
  const thiefPage = await thief.newPage();
  await signIn(thiefPage, email);
  await expect(thiefPage).toHaveURL("/account");
  const owner = await browser.newContext(elsewhere());
  const ownerPage = await owner.newPage();
  await ownerPage.goto("/sign-in");
  await ownerPage.getByLabel("E-mail for the link").fill(email);
  await ownerPage.getByRole("button", { name: "Mail me a link" }).click();
  const signInLink = await linkTo(page.request, email, 2);
  await ownerPage.goto("/sign-in");
  await ownerPage.getByRole("link", { name: "Forgot your password?" }).click();
  await ownerPage.getByLabel("E-mail").fill(email);
  await ownerPage.getByRole("button", { name: "Mail me a link" }).click();
  await expect(ownerPage).toHaveURL(/check-mail/);
  await ownerPage.goto(await linkTo(page.request, email, 3));
  await ownerPage.getByLabel("New password").fill("short");
  await ownerPage.getByRole("button", { name: /Set the password/ }).click();
  await expect(ownerPage.getByText("needs at least 12 characters; this has 5")).toBeVisible();
  await expect(ownerPage.getByLabel("New password")).toBeFocused();
  await ownerPage.getByLabel("New password").fill("another lantern in the rain");
  await ownerPage.getByRole("button", { name: /Set the password/ }).click();
  await expect(ownerPage).toHaveURL(/\/account/);
  await expect(ownerPage.getByText("every other browser is signed out")).toBeVisible();
  for (const gone of [page, thiefPage]) {
    await gone.goto("/account");
    await expect(gone).toHaveURL(/\/sign-in/);
  }
  await thiefPage.goto(signInLink);
  await expect(thiefPage.getByRole("heading", { level: 1 })).toHaveText("This link is over.");
  await signIn(thiefPage, email);
  await expect(thiefPage.getByRole("alert").filter({ hasText: "don't belong together" })).toBeVisible();
  await signIn(thiefPage, email, "another lantern in the rain");
  await expect(thiefPage).toHaveURL("/account");
  const notice = (await lettersTo(page.request, email, 4))[0];
  expect(notice?.subject).toContain("password was reset");
  await thief.close();
  await owner.close();
});

test("GitHub: a newcomer gets an account, and the same one the next time", async ({ page }) => {
  const login = `octo${Date.now()}`;
  const through = async (path: string, button: string) => {
    await page.goto(path);
    await page.getByRole("button", { name: button }).click();
    await page.getByLabel("Login").fill(login);
    await page.getByRole("button", { name: "Authorize" }).click();
  };
  await through("/sign-up", "Continue with GitHub");
  await expect(page).toHaveURL("/account");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Octo ${login}`);
  await expect(page.getByText(`${login}@example.org`).first()).toBeVisible();
  await expect(page.getByText("by GitHub")).toBeVisible();
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  await through("/sign-in?next=/method", "Sign in with GitHub");
  await expect(page).toHaveURL("/method");
  await expect(menuOf(page)).toHaveText(new RegExp(`Octo ${login}`));
  expect(await sql("SELECT 1 FROM person WHERE email = $1", [`${login}@example.org`])).toHaveLength(1);
});

test("OpenID Connect: a newcomer gets an account with the address that the provider vouches for", async ({ page }) => {
  const email = newAddress();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with Test ID" }).click();
  await page.getByPlaceholder("Enter any login").fill(`verified ${email}`);
  await page.getByPlaceholder("and password").fill("x");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page).toHaveURL("/account");
  await expect(page.getByText(email).first()).toBeVisible();
  await expect(page.getByText("by single sign-on")).toBeVisible();
});

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? "from the menu" : "from the menu, without scripts", () => {
    test.use({ javaScriptEnabled });

    test("a person signs out on any page, and the header and the session know it", async ({ page, context }) => {
      const person = await somebody();
      await become(context, person);
      await page.goto("/frameworks/koa");
      await menuOf(page).click();
      await page.getByRole("banner").getByRole("button", { name: "Sign out", exact: true }).click();
      await expect(page.getByText("You are signed out.")).toBeVisible();
      await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
      if (javaScriptEnabled) await expect(menuOf(page)).toBeHidden();
      expect(await sql("SELECT 1 FROM session WHERE id = $1", [person.sessionId])).toEqual([]);
      await page.goto("/account");
      await expect(page).toHaveURL(/\/sign-in\?next=%2Faccount/);
    });
  });

test("press “save” signed out, sign in by password, and it is saved", async ({ page }) => {
  const email = await signUp(page);
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/frameworks/koa");
  await page.getByRole("button", { name: "Save Koa to your shortlist" }).click();
  await expect(page.getByText("Kept in this browser.")).toBeVisible();
  await page.getByRole("link", { name: "Sign in to keep it for good" }).click();
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fframeworks%2Fkoa/);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/frameworks/koa");
  await expect(page.getByRole("button", { name: /Koa is saved/ })).toBeVisible();
  await page.goto("/shortlist");
  await expect(page.getByRole("main").getByRole("listitem")).toContainText("Koa");
});

test("press “save” signed out, sign up by mail in another browser, and it is saved", async ({ page, browser }) => {
  const email = newAddress();
  await page.goto("/frameworks/gin");
  await page.getByRole("button", { name: "Save Gin to your shortlist" }).click();
  await expect(page.getByText("Kept in this browser.")).toBeVisible();
  await page.getByRole("link", { name: "Sign in to keep it for good" }).click();
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page).toHaveURL(/check-mail/);
  const phone = await browser.newContext(elsewhere());
  const onPhone = await phone.newPage();
  await onPhone.goto(await linkTo(page.request, email));
  await onPhone.getByLabel("Name").fill("Linus");
  await onPhone.getByRole("button", { name: "Create the account" }).click();
  await expect(onPhone).toHaveURL("/frameworks/gin");
  await expect(onPhone.getByRole("button", { name: /Gin is saved/ })).toBeVisible();
  await phone.close();
});

test("a link that a stranger asked for says what it would put on the shortlist, and doesn't when it isn't wanted", async ({
  page,
  browser,
}) => {
  const email = newAddress();
  await page.goto("/frameworks/sinatra");
  await page.getByRole("button", { name: "Save Sinatra to your shortlist" }).click();
  await expect(page.getByText("Kept in this browser.")).toBeVisible();
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page).toHaveURL(/check-mail/);
  const owner = await browser.newContext(elsewhere());
  const own = await owner.newPage();
  await own.goto(await linkTo(page.request, email));
  const box = own.getByRole("checkbox", { name: /^Put Sinatra on my shortlist/ });
  await expect(box).toBeChecked();
  await box.uncheck();
  // A refused form keeps the choice.
  await own.getByLabel("Name").fill("Grace");
  await own.getByLabel(/^Password/).fill("short");
  await own.getByRole("button", { name: "Create the account" }).click();
  await expect(own.getByText(/at least 12/i).last()).toBeVisible();
  await expect(box).not.toBeChecked();
  await own.getByLabel(/^Password/).fill("");
  await own.getByRole("button", { name: "Create the account" }).click();
  await expect(own).toHaveURL(/\/account/);
  await own.goto("/frameworks/sinatra");
  await expect(own.getByRole("button", { name: "Save Sinatra to your shortlist" })).toBeVisible();
  await owner.close();
});

test("press “save” signed out, sign in through GitHub, and it is saved", async ({ page }) => {
  await page.goto("/frameworks/hono");
  await page.getByRole("button", { name: "Save Hono to your shortlist" }).click();
  await expect(page.getByText("Kept in this browser.")).toBeVisible();
  await page.getByRole("link", { name: "Sign in to keep it for good" }).click();
  await page.getByRole("button", { name: "Sign in with GitHub" }).click();
  await page.getByLabel("Login").fill(`save${Date.now()}`);
  await page.getByRole("button", { name: "Authorize" }).click();
  await expect(page).toHaveURL("/frameworks/hono");
  await expect(page.getByRole("button", { name: /Hono is saved/ })).toBeVisible();
  await page.getByRole("button", { name: /Hono is saved/ }).click();
  await expect(page.getByRole("button", { name: "Save Hono to your shortlist" })).toBeVisible();
});

test("all of it works without scripts: sign up, a mistake, sign out, save, sign in", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...elsewhere() });
  const page = await context.newPage();
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill("not an address");
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByText("doesn't look like an e-mail address")).toBeVisible();
  await expect(page.getByLabel("E-mail")).toHaveValue("not an address");
  const email = await signUp(page);
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  await expect(page.getByText("You are signed out.")).toBeVisible();
  await page.goto("/frameworks/axum");
  await page.getByRole("button", { name: /Save .* to your shortlist/ }).click();
  await page.getByRole("link", { name: "Sign in to keep it for good" }).click();
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/frameworks/axum");
  await page.goto("/shortlist");
  await expect(page.getByRole("main").getByRole("button", { name: "Remove axum" })).toBeVisible();
  await context.close();
});

test("too many wrong passwords: the answer says when to try again, a link by mail still works, and who is elsewhere can still try", async ({
  page,
  browser,
}) => {
  const { email } = await somebody();
  await page.goto("/sign-in");
  const attempt = async () => {
    await typeOver(page.getByLabel("E-mail", { exact: true }), email);
    await page.getByLabel("Password", { exact: true }).fill("a wrong one again");
    const answer = await press(page, "Sign in");
    // It takes the focus, and would take it from the next word typed.
    const said = page.getByRole("alert").filter({ hasText: /\w/ }).first();
    await expect.poll(() => said.evaluate((element) => element === document.activeElement)).toBe(true);
    return answer;
  };
  for (let count = 0; count < 10; count += 1) expect((await attempt()).status()).toBe(401);
  const refused = await attempt();
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(60);
  await expect(page.getByText(/too often. Try again in 1[45] minutes/)).toBeVisible();
  await page.getByLabel("E-mail for the link").fill(email);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page).toHaveURL(/check-mail/);
  const other = await (await browser.newContext(elsewhere())).newPage();
  await other.goto("/sign-in");
  await other.getByLabel("E-mail", { exact: true }).fill(email);
  await other.getByLabel("Password", { exact: true }).fill("a wrong one from elsewhere");
  expect((await press(other, "Sign in")).status()).toBe(401);
});

test("what strangers try keeps out neither a browser that signed in before nor a letter", async ({ page, browser }) => {
  const email = await signUp(page);
  await page.getByRole("button", { name: "Sign out", exact: true }).first().click();
  const stranger = await (await browser.newContext(elsewhere())).newPage();
  for (const limit of ["sign-in-of-an-account", "mail-to-an-account"])
    await sql(
      "INSERT INTO rate_limit (key, points, expire) VALUES ($1 || ':' || $2, 1000, $3) ON CONFLICT (key) DO UPDATE SET points = 1000",
      [limit, crypto.createHash("sha256").update(email).digest("base64url"), Date.now() + 600_000],
    );
  await signIn(stranger, email, "not the right one");
  await expect(stranger.getByText("too often")).toBeVisible();
  await stranger.getByLabel("E-mail for the link").fill(email);
  await stranger.getByRole("button", { name: "Mail me a link" }).click();
  await expect(stranger).toHaveURL(/check-mail/);
  await stranger.goto(await linkTo(page.request, email, 2));
  await expect(stranger.getByText(email)).toBeVisible();
  await signIn(page, email);
  await expect(page).toHaveURL("/account");
});

test("a browser that keeps no cookies is told so, and its link isn't used up", async ({ page, browser }) => {
  const { email } = await somebody();
  const context = await browser.newContext(elsewhere());
  const blocked = await context.newPage();
  await blocked.goto("/sign-in");
  await blocked.getByLabel("E-mail for the link").fill(email);
  await blocked.getByRole("button", { name: "Mail me a link" }).click();
  const link = await linkTo(page.request, email);
  await blocked.goto(link);
  await context.clearCookies();
  await blocked.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(blocked.getByText("keeps no cookies")).toBeVisible();
  await blocked.reload();
  await blocked.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(blocked).toHaveURL("/account");
  await context.close();
});

test("the pages that choose a password say to password managers whose it is", async ({ page }) => {
  const email = newAddress();
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await page.goto(await linkTo(page.request, email));
  const username = page.locator("input[autocomplete=username]");
  await expect(username).toHaveValue(email);
  await expect(username).toHaveAttribute("readonly");
});

test("a fresh installation finishes a sign-up from its own outbox, which answers this machine only", async ({
  browser,
  request,
}) => {
  const bare = process.env.BARE_URL ?? "";
  const context = await browser.newContext({ baseURL: bare, extraHTTPHeaders: {} });
  const page = await context.newPage();
  await page.goto("/sign-up");
  await expect(page.getByRole("button", { name: /GitHub|Test ID/ })).toHaveCount(0);
  const email = newAddress();
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page).toHaveURL(/check-mail/);
  await page.getByRole("link", { name: "outbox" }).click();
  await page.getByRole("article").filter({ hasText: email }).getByRole("link").first().click();
  await page.getByLabel("Name").fill("Ken");
  await page.getByRole("button", { name: "Create the account" }).click();
  await expect(page).toHaveURL(/\/account/);
  const claims: Record<string, string>[] = [
    { "x-forwarded-for": "10.1.1.1" },
    { host: "framewise.example" },
    { via: "1.1 proxy" },
  ];
  for (const headers of claims)
    expect((await request.get(`${bare}/outbox`, { headers: { "x-framewise-local": "1", ...headers } })).status()).toBe(
      404,
    );
  expect((await request.get(`${process.env.PUBLIC_URL}/outbox`)).status()).toBe(404);
  expect((await request.get("/outbox")).status()).toBe(404);
  await context.close();
});
