import { expect } from "@playwright/test";
import {
  age,
  become,
  elsewhere,
  lettersTo,
  linkTo,
  menuOf,
  newAddress,
  password,
  signIn,
  signUp,
  somebody,
  sql,
  test,
} from "./people";

test("a person changes their name, and the header follows", async ({ page, context }) => {
  await become(context, await somebody());
  await page.goto("/account");
  await page.getByLabel("Name").fill("  Rear   Admiral Hopper ");
  await page.getByRole("button", { name: "Change name" }).click();
  await expect(page.getByText("Your name is changed.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Rear Admiral Hopper");
  await expect(menuOf(page)).toHaveText(/Rear Admiral Hopper/);
  await page.getByLabel("Name").fill("");
  await page.getByRole("button", { name: "Change name" }).click();
  await expect(page.getByText("Enter a name.")).toBeVisible();
  await expect(page.getByLabel("Name")).toBeFocused();
});

test("a new address counts from its confirmation on, and the old one is told and can take it back", async ({
  page,
  context,
  browser,
}) => {
  const person = await somebody();
  await become(context, person);
  const next = newAddress();
  await page.goto("/account");
  await page.getByLabel("New address").fill(next);
  await page.getByRole("button", { name: "Mail a link to the new address" }).click();
  await expect(page.getByText("Check the mail of the new address")).toBeVisible();
  await page.reload();
  await expect(page.getByText(`Waiting for confirmation: ${next}`)).toBeVisible();
  expect(await sql("SELECT 1 FROM person WHERE email = $1", [person.email])).toHaveLength(1);
  await page.goto(await linkTo(page.request, next));
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByText("Your address is changed.")).toBeVisible();
  expect(await sql("SELECT email FROM person WHERE id = $1", [person.id])).toEqual([{ email: next }]);
  const [notice] = await lettersTo(page.request, person.email);
  expect(notice?.text).toContain(next);
  const owner = await (await browser.newContext(elsewhere())).newPage();
  await owner.goto(await linkTo(page.request, person.email));
  await owner.getByRole("button", { name: "Take it back" }).click();
  await expect(owner.getByText("Your account has its address again")).toBeVisible();
  expect(await sql("SELECT email FROM person WHERE id = $1", [person.id])).toEqual([{ email: person.email }]);
  await page.goto("/account");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an address that belongs to an account can't be taken, and asking doesn't tell that it does", async ({
  page,
  context,
}) => {
  const [person, other] = [await somebody(), await somebody()];
  await become(context, person);
  await page.goto("/account");
  await page.getByLabel("New address").fill(other.email);
  await page.getByRole("button", { name: "Mail a link to the new address" }).click();
  await expect(page.getByText("Check the mail of the new address")).toBeVisible();
  await page.goto(await linkTo(page.request, other.email));
  await page.getByRole("button", { name: "Use this address" }).click();
  await expect(page.getByText("it belongs to an account")).toBeVisible();
  expect(await sql("SELECT email FROM person WHERE id = $1", [person.id])).toEqual([{ email: person.email }]);
});

test("a session that is ended in one browser is over in the other at its next request, on every instance", async ({
  page,
  context,
  browser,
}) => {
  const email = await signUp(page);
  const other = await browser.newContext({
    ...elsewhere(),
    userAgent: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/18.0 Safari/605.1.15",
  });
  const otherPage = await other.newPage();
  await signIn(otherPage, email);
  await expect(otherPage).toHaveURL("/account");
  // The second instance knows the session as well: cookies don't tell ports apart.
  await otherPage.goto(`${process.env.SECOND_URL}/account`);
  await expect(otherPage.getByRole("heading", { level: 1 })).toHaveText("Ada Lovelace");
  await page.goto("/account");
  await page.getByRole("button", { name: /^Sign out Safari on macOS/ }).click();
  await expect(page.getByText("Signed out there, with immediate effect.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Sign out this browser" })).toBeFocused();
  await otherPage.goto(`${process.env.SECOND_URL}/account`);
  await expect(otherPage).toHaveURL(/\/sign-in/);
  await otherPage.goto("/");
  await expect(otherPage.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await signIn(otherPage, email);
  await expect(otherPage).toHaveURL("/account");
  await page.goto("/account");
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByText("Signed out there, with immediate effect.")).toBeVisible();
  await expect(page.getByText("this browser")).toBeVisible();
  await otherPage.goto("/account");
  await expect(otherPage).toHaveURL(/\/sign-in/);
  expect((await context.cookies()).find(({ name }) => name === "framewise-session")).toMatchObject({
    httpOnly: true,
    sameSite: "Lax",
  });
  await other.close();
});

test("a session ends after 14 days without use and 30 days after its sign-in, and never in between", async ({
  page,
  context,
}) => {
  const signedIn = async () => {
    await page.goto("/account");
    return new URL(page.url()).pathname === "/account";
  };
  for (const [sinceSignIn, sinceUse, valid] of [
    ["13 days 23 hours", "13 days 23 hours", true],
    ["14 days 1 hour", "14 days 1 hour", false],
    ["29 days 23 hours", "1 day", true],
    ["30 days 1 hour", "1 minute", false],
  ] as const) {
    const person = await somebody();
    await become(context, person);
    await age(person.sessionId, sinceSignIn, sinceUse);
    expect(await signedIn(), `${sinceSignIn}, ${sinceUse}`).toBe(valid);
  }
});

test("what matters asks who signed in long ago to do it again, and leads back", async ({ page }) => {
  const email = await signUp(page);
  await sql(
    "UPDATE session SET created_at = now() - interval '16 minutes' WHERE person_id = (SELECT id FROM person WHERE email = $1)",
    [email],
  );
  await page.goto("/account");
  await page.getByLabel("New password").fill("seven purple harbour lamps");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("For this, prove again that it is you.")).toBeVisible();
  await expect(page.getByLabel("New password")).toHaveValue("seven purple harbour lamps");
  await page.getByRole("alert").getByRole("link", { name: "Sign in again" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Is it still you?");
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/account");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ada Lovelace");
  await page.getByLabel("New password").fill("seven purple harbour lamps");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is set.")).toBeVisible();
  expect(
    await sql("SELECT 1 FROM session s JOIN person p ON p.id = s.person_id WHERE p.email = $1", [email]),
  ).toHaveLength(1);
  const [notice] = await lettersTo(page.request, email, 2);
  expect(notice?.subject).toContain("password was changed");
});

test("a provider is connected from the account page and removed again; the last way to sign in stays", async ({
  page,
  context,
}) => {
  const person = await somebody();
  await become(context, person);
  await page.goto("/account");
  await page.getByRole("button", { name: "Connect GitHub" }).click();
  await page.getByLabel("Login").fill(`link${Date.now()}`);
  await page.getByRole("button", { name: "Authorize" }).click();
  await expect(page.getByText("Connected. You can sign in with it from now on.")).toBeVisible();
  expect(await sql("SELECT 1 FROM identity WHERE person_id = $1", [person.id])).toHaveLength(1);
  await page.getByRole("button", { name: "Remove GitHub" }).click();
  await expect(page.getByText("the last way to sign in besides mail")).toBeVisible();
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set password" }).click();
  await expect(page.getByText("Your password is set.")).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: "Remove GitHub" }).click();
  await expect(page.getByText("Removed. It no longer opens this account.")).toBeVisible();
  await page.getByRole("button", { name: "Remove the password" }).click();
  await expect(page.getByText("the last way to sign in besides mail")).toBeVisible();
});

test("a provider's account that opens another account here can't be connected to this one", async ({
  page,
  browser,
}) => {
  const login = `twice${Date.now()}`;
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with GitHub" }).click();
  await page.getByLabel("Login").fill(login);
  await page.getByRole("button", { name: "Authorize" }).click();
  await expect(page).toHaveURL("/account");
  const other = await browser.newContext(elsewhere());
  const otherPerson = await somebody();
  await become(other, otherPerson);
  const otherPage = await other.newPage();
  await otherPage.goto("/account");
  await otherPage.getByRole("button", { name: "Connect GitHub" }).click();
  await otherPage.getByLabel("Login").fill(login);
  await otherPage.getByRole("button", { name: "Authorize" }).click();
  await expect(otherPage.getByText("connected to another account")).toBeVisible();
  expect(await sql("SELECT 1 FROM identity WHERE person_id = $1", [otherPerson.id])).toEqual([]);
  await other.close();
});

test("all of a person's data comes as one file", async ({ page, context }) => {
  const person = await somebody();
  await become(context, person);
  await page.goto("/frameworks/django");
  await page.getByRole("button", { name: "Save Django to your shortlist" }).click();
  await expect(page.getByRole("button", { name: /Django is saved/ })).toBeVisible();
  await page.goto("/account");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download my data" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^framewise-\d{4}-\d{2}-\d{2}\.json$/);
  const response = await page.request.get("/account/export");
  expect(response.headers()["cache-control"]).toContain("no-store");
  const data = (await response.json()) as { person: Record<string, unknown> };
  expect(data.person).toMatchObject({ id: person.id, email: person.email, name: "Grace Hopper", hasPassword: false });
  expect(JSON.stringify(data.person)).toContain('"slug":"django"');
  expect(JSON.stringify(data)).not.toContain("token");
  expect(JSON.stringify(data)).not.toContain("argon2");
});

test("deleting an account says what goes, asks for the address, and leaves nothing of it", async ({ page }) => {
  const email = await signUp(page);
  await page.goto("/frameworks/django");
  await page.getByRole("button", { name: "Save Django to your shortlist" }).click();
  await expect(page.getByRole("button", { name: /Django is saved/ })).toBeVisible();
  const [person] = await sql<{ id: string }>("SELECT id FROM person WHERE email = $1", [email]);
  await page.goto("/account");
  await page.getByRole("link", { name: "Delete my account" }).click();
  await expect(page.getByText("Your ratings and votes are deleted with you")).toBeVisible();
  await page.getByLabel(/Type your address/).fill("someone@example.org");
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByText("This is not the address of this account.")).toBeVisible();
  await page.getByLabel(/Type your address/).fill(email);
  await page.getByRole("button", { name: "Delete my account" }).click();
  await expect(page.getByText("Your account is deleted")).toBeVisible();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  for (const table of ["session", "identity", "shortlist", "link"])
    expect(await sql(`SELECT 1 FROM ${table} WHERE person_id = $1`, [person?.id]), table).toEqual([]);
  expect(await sql("SELECT 1 FROM person WHERE email = $1 OR id = $2", [email, person?.id])).toEqual([]);
  await signIn(page, email);
  await expect(page.getByText("don't belong together")).toBeVisible();
});

test("an administrator finds a person, gives a role, which is logged, and signs them out", async ({
  page,
  context,
}) => {
  const [admin, other] = [await somebody("admin", "Margaret Hamilton"), await somebody("member", "Barbara Liskov")];
  await become(context, admin);
  await page.goto("/account");
  await page.getByRole("link", { name: "People" }).click();
  await page.getByPlaceholder("Name or address").fill(other.email);
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("1 person with")).toBeVisible();
  await page.getByLabel("Role of Barbara Liskov", { exact: true }).selectOption("moderator");
  await page.getByRole("button", { name: "Set the role of Barbara Liskov" }).click();
  await expect(page.getByText("Role changed to moderator.")).toBeVisible();
  expect(await sql("SELECT action, detail FROM audit_entry WHERE actor_id = $1", [admin.id])).toEqual([
    { action: "role", detail: { from: "member", to: "moderator" } },
  ]);
  await page.getByRole("button", { name: "Sign out Barbara Liskov everywhere" }).click();
  await expect(page.getByText("1 session ended")).toBeVisible();
  expect(await sql("SELECT 1 FROM session WHERE person_id = $1", [other.id])).toEqual([]);
});
