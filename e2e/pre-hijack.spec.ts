import { expect, type Page } from "@playwright/test";
import { become, elsewhere, linkTo, newAddress, password, signIn, signUp, somebody, sql, test } from "./people";

// The five ways to take an account before its owner has it (Sudhodanan and Paverd, USENIX Security 2022). In each, the
// attacker comes first, the victim later, and in the end the attacker must have no access to what is the victim's.

async function throughGithub(page: Page, login: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with GitHub" }).click();
  await page.getByLabel("Login").fill(login);
  await page.getByRole("button", { name: "Authorize" }).click();
}

async function throughOidc(page: Page, login: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with Test ID" }).click();
  await page.getByPlaceholder("Enter any login").fill(login);
  await page.getByPlaceholder("and password").fill("x");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

async function isSignedInAs(page: Page, email: string): Promise<boolean> {
  await page.goto("/account");
  return new URL(page.url()).pathname === "/account" && (await page.getByText(email).count()) > 0;
}

test("classic-federated merge: who registers somebody's address first has no part in the account that its owner gets through a provider", async ({
  page,
  browser,
}) => {
  const login = `merge${Date.now()}`;
  const email = `${login}@example.org`;
  const attacker = await (await browser.newContext(elsewhere())).newPage();
  await attacker.goto("/sign-up");
  await attacker.getByLabel("E-mail").fill(email);
  await attacker.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(attacker).toHaveURL(/check-mail/);
  const stolen = await linkTo(page.request, email);
  await throughGithub(page, login);
  await expect(page).toHaveURL("/account");
  // Even with the letter in hand: the link died when the owner proved the address.
  await attacker.goto(stolen);
  await expect(attacker.getByRole("heading", { level: 1 })).toHaveText("This link is over.");
  await signIn(attacker, email);
  await expect(attacker.getByText("don't belong together")).toBeVisible();
  expect(await isSignedInAs(attacker, email)).toBe(false);
  expect(await sql("SELECT password_hash FROM person WHERE email = $1", [email])).toEqual([{ password_hash: null }]);
});

test("the other way round: a provider's account with the address of an existing account is never merged into it", async ({
  page,
  browser,
}) => {
  const login = `around${Date.now()}`;
  const email = await signUp(page, `${login}@example.org`);
  const attacker = await (await browser.newContext(elsewhere())).newPage();
  await throughGithub(attacker, login);
  await expect(attacker.getByText("There is an account with this address already")).toBeVisible();
  expect(await isSignedInAs(attacker, email)).toBe(false);
  expect(await sql("SELECT 1 FROM identity i JOIN person p ON p.id = i.person_id WHERE p.email = $1", [email])).toEqual(
    [],
  );
});

test("unexpired session: a session from before doesn't survive the owner's reset", async ({ page, browser }) => {
  const email = await signUp(page);
  const context = await browser.newContext(elsewhere());
  const attacker = await context.newPage();
  await signIn(attacker, email);
  await expect(attacker).toHaveURL("/account");
  const owner = await (await browser.newContext(elsewhere())).newPage();
  await owner.goto("/reset");
  await owner.getByLabel("E-mail").fill(email);
  await owner.getByRole("button", { name: "Mail me a link" }).click();
  await expect(owner).toHaveURL(/check-mail/);
  await owner.goto(await linkTo(page.request, email, 2));
  await owner.getByLabel("New password").fill("another lantern in the rain");
  await owner.getByRole("button", { name: /Set the password/ }).click();
  await expect(owner).toHaveURL(/\/account/);
  expect(await isSignedInAs(attacker, email)).toBe(false);
  await signIn(attacker, email, password);
  await expect(attacker.getByText("don't belong together")).toBeVisible();
});

test("trojan identifier: the owner of an address can't be made to give it to an account that the attacker also opens", async ({
  page,
  browser,
}) => {
  // The attacker's account has their own provider connected, and asks for the victim's address.
  const attacker = await (await browser.newContext(elsewhere())).newPage();
  const login = `trojan${Date.now()}`;
  await throughGithub(attacker, login);
  await expect(attacker).toHaveURL("/account");
  const email = newAddress();
  await attacker.getByLabel("New address").fill(email);
  await attacker.getByRole("button", { name: "Mail a link to the new address" }).click();
  await expect(attacker.getByText("Check the mail of the new address")).toBeVisible();
  // The victim, who believes the letter, opens its link: they are asked who they are, and it is not their account.
  const link = await linkTo(page.request, email);
  await page.goto(link);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  const other = await somebody();
  await become(page.context(), other);
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This link is for another account.");
  await page.context().clearCookies();
  await signUp(page, email, "Victim");
  expect(await isSignedInAs(page, email)).toBe(true);
  const owners = await sql(
    "SELECT p.name, i.provider FROM person p LEFT JOIN identity i ON i.person_id = p.id WHERE p.email = $1",
    [email],
  );
  expect(owners).toEqual([{ name: "Victim", provider: null }]);
  await attacker.context().clearCookies();
  await throughGithub(attacker, login);
  expect(await isSignedInAs(attacker, email)).toBe(false);
});

test("unexpired e-mail change: one that was begun before the owner came can't be finished after", async ({
  page,
  browser,
}) => {
  const context = await browser.newContext(elsewhere());
  const attacker = await context.newPage();
  const mallory = await somebody("member", "Mallory");
  await become(context, mallory);
  const email = newAddress();
  await attacker.goto("/account");
  await attacker.getByLabel("New address").fill(email);
  await attacker.getByRole("button", { name: "Mail a link to the new address" }).click();
  await expect(attacker.getByText("Check the mail of the new address")).toBeVisible();
  const stolen = await linkTo(page.request, email);
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page).toHaveURL(/check-mail/);
  await page.goto(await linkTo(page.request, email, 2));
  await page.getByLabel("Name").fill("Victim");
  await page.getByRole("button", { name: "Create the account" }).click();
  await expect(page).toHaveURL(/\/account/);
  await attacker.goto(stolen);
  await expect(attacker.getByRole("heading", { level: 1 })).toHaveText("This link is over.");
  expect(await sql("SELECT name FROM person WHERE email = $1", [email])).toEqual([{ name: "Victim" }]);
  expect(await isSignedInAs(attacker, email)).toBe(false);
});

test("non-verifying provider: an address that a provider doesn't vouch for opens and makes no account, before or after", async ({
  page,
  browser,
}) => {
  const email = newAddress();
  const attacker = await (await browser.newContext(elsewhere())).newPage();
  await throughOidc(attacker, `unverified ${email}`);
  await expect(attacker.getByText("doesn’t vouch for your address")).toBeVisible();
  const login = `unverified-${email.replace("@", "-at-")}`;
  await throughGithub(attacker, login);
  await expect(attacker.getByText("doesn’t vouch for your address")).toBeVisible();
  expect(await sql("SELECT 1 FROM person WHERE email = $1", [email])).toEqual([]);
  await signUp(page, email, "Victim");
  await throughGithub(attacker, login);
  expect(await isSignedInAs(attacker, email)).toBe(false);
  // The provider still remembers who they are there.
  await attacker.goto("/sign-in");
  await attacker.getByRole("button", { name: "Sign in with Test ID" }).click();
  await expect(attacker.getByText("doesn’t vouch for your address")).toBeVisible();
  expect(await isSignedInAs(attacker, email)).toBe(false);
  expect(await sql("SELECT 1 FROM identity i JOIN person p ON p.id = i.person_id WHERE p.email = $1", [email])).toEqual(
    [],
  );
});
