import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { become, lettersTo, password, signIn, signUp, somebody, test } from "./people";

/** Gives a page a device that holds passkeys, and says yes by itself. */
async function giveDevice(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
}

/** Lets the browser say no from now on, as it does when somebody cancels. */
const sayNo = (page: Page) =>
  page.evaluate(() => {
    const no = () => Promise.reject(new DOMException("The operation was cancelled.", "NotAllowedError"));
    Object.assign(navigator.credentials, { create: no, get: no });
  });

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

test("a passkey is added, does the second step, and is taken away", async ({ page, browser }) => {
  await giveDevice(page);
  const email = await signUp(page);
  await page.getByRole("link", { name: "for a passkey" }).click();
  const codes = await page.locator("ul.font-mono li").allInnerTexts();
  expect(codes).toHaveLength(10);
  const name = page.getByRole("textbox", { name: "Name" });
  await expect(name).toHaveValue(/Chrom/);
  await expectAccessible(page);

  await name.fill("");
  await button(page, "Add a passkey").click();
  await expect(page.getByText("Give the passkey a name.")).toBeVisible();
  await name.fill("The laptop");
  await sayNo(page);
  await button(page, "Add a passkey").click();
  await expect(
    page.getByText("it was cancelled, took too long, or has none for this. Nothing was added."),
  ).toBeVisible();
  await expect(name).toHaveValue("The laptop");
  await page.reload();
  await name.fill("The laptop");
  await button(page, "Add a passkey").click();
  await expect(page.getByText("Signing in takes two steps from now on.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "The laptop" })).toContainText("not used yet");

  await page.getByRole("link", { name: "Add a passkey" }).click();
  await expect(page.getByRole("heading", { name: "Write these codes down" })).toBeHidden();
  await button(page, "Add a passkey").click();
  await expect(page.getByText("has a passkey of this account already")).toBeVisible();

  await page.context().clearCookies();
  await signIn(page, email, password, "/sign-in?next=/shortlist");
  await expect(page).toHaveURL(/\/sign-in\/second\?next=%2Fshortlist/);
  await sayNo(page);
  await button(page, "Use a passkey").click();
  await expect(page.getByText("A code does as well.")).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await button(page, "Use a passkey").click();
  await expect(page).toHaveURL(/\/shortlist$/);

  // Without scripts a code is the way.
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const other = await plain.newPage();
  await signIn(other, email);
  await expect(other.getByText("A passkey needs scripts")).toBeVisible();
  await expect(button(other, "Use a passkey")).toBeHidden();
  await other.getByRole("textbox", { name: "Code" }).fill(codes[0] ?? "");
  await button(other, "Go on").click();
  await expect(other.getByText("9 codes on paper are left.")).toBeVisible();
  await plain.close();

  await page.goto("/account");
  await expect(page.getByRole("listitem").filter({ hasText: "The laptop" })).toContainText("last used");
  await button(page, "Remove the second step").click();
  await expect(page.getByText("Signing in takes one step again.")).toBeVisible();
  const subjects = (await lettersTo(page.request, email, 3)).map(({ subject }) => subject);
  expect(subjects).toEqual(
    expect.arrayContaining([
      "Signing in to Framewise takes two steps now",
      "Signing in to Framewise takes one step now",
    ]),
  );
  await page.context().clearCookies();
  await signIn(page, email);
  await expect(page).toHaveURL(/\/account/);
});

test("a moderator's second step may be a passkey", async ({ page, context }) => {
  await giveDevice(page);
  await become(context, await somebody("moderator", "New Moderator", 1));
  await page.goto("/moderation");
  await expect(page).toHaveURL(/\/account\/second-step\?needed=1/);
  await page.getByRole("link", { name: "Or use a passkey" }).click();
  await button(page, "Add a passkey").click();
  await expect(page).toHaveURL(/\/moderation$/);
  await expect(page.getByRole("heading", { level: 1, name: "Moderation" })).toBeVisible();
});

test("what gives passkeys is loaded when one is wanted, not with the page", async ({ page, context }) => {
  await giveDevice(page);
  await become(context, await somebody());
  const scripts: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response.text().catch(() => ""));
  });
  const loaded = async () => (await Promise.all(scripts)).filter((text) => text.includes("credentials.create(")).length;
  await page.goto("/account/second-step/passkey", { waitUntil: "networkidle" });
  expect(scripts.length).toBeGreaterThan(0);
  expect(await loaded()).toBe(0);
  await button(page, "Add a passkey").click();
  await expect(page.getByText("Signing in takes two steps from now on.")).toBeVisible();
  expect(await loaded()).toBe(1);
});
