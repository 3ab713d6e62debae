import { expect, type Page } from "@playwright/test";
import { generate } from "otplib";
import { become, lettersTo, newAddress, password, press, signIn, signUp, somebody, test } from "./people";

/** Sets the second step up from the account page, with a code of the span before. Returns the secret and the codes on paper. */
async function setUp(page: Page): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole("link", { name: "Ask for a code of an app too" }).click();
  const secret = (await page.locator("p.font-mono").innerText()).replaceAll(/\s/g, "");
  const codes = await page.locator("ul.font-mono li").allInnerTexts();
  expect(codes).toHaveLength(10);
  await page.getByRole("textbox", { name: "Code" }).fill("000000");
  await page.getByRole("button", { name: "Sign in in two steps from now on" }).click();
  await expect(page.getByText("This code is not the one of this moment")).toBeVisible();
  await page
    .getByRole("textbox", { name: "Code" })
    .fill(await generate({ secret, epoch: Math.floor(Date.now() / 1_000) - 30 }));
  await page.getByRole("button", { name: "Sign in in two steps from now on" }).click();
  await expect(page.getByText("Signing in takes two steps from now on.")).toBeVisible();
  return { secret, codes };
}

for (const javaScriptEnabled of [true, false])
  test(`a second step is set up, asked for and taken away, ${javaScriptEnabled ? "with" : "without"} scripts`, async ({
    browser,
  }) => {
    const context = await browser.newContext({
      javaScriptEnabled,
      extraHTTPHeaders: { "x-forwarded-for": `10.9.${javaScriptEnabled ? 1 : 2}.7` },
    });
    const page = await context.newPage();
    const email = await signUp(page);
    const { secret, codes } = await setUp(page);

    await context.clearCookies();
    await signIn(page, email, password, "/sign-in?next=/shortlist");
    await expect(page).toHaveURL(/\/sign-in\/second\?next=%2Fshortlist/);
    // Nobody is signed in yet, wherever one goes.
    await page.goto("/account");
    await expect(page).toHaveURL(/\/sign-in\/second\?next=%2Faccount/);
    await page.getByRole("textbox", { name: "Code" }).fill("123456");
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByText("This code is not the one of this moment")).toBeVisible();
    await page.getByRole("textbox", { name: "Code" }).fill(await generate({ secret }));
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page).toHaveURL(/\/account$/);

    await context.clearCookies();
    await page.goto("/sign-in");
    await page
      .getByRole("textbox", { name: /E-mail/ })
      .last()
      .fill(email);
    await page.getByRole("button", { name: /link/i }).click();
    await expect(page).toHaveURL(/\/check-mail/);
    // The notice that signing in takes two steps may come before or after it.
    const letters = await lettersTo(page.request, email, 3);
    const link = letters.map(({ text }) => /\/sign-in\/link\?token=[\w-]{43}/.exec(text)?.[0]).find(Boolean);
    await page.goto(link ?? "");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page).toHaveURL(/\/sign-in\/second/);
    await page.getByRole("textbox", { name: "Code" }).fill(codes[3] ?? "");
    await page.getByRole("button", { name: "Go on" }).click();
    await expect(page.getByText("9 codes on paper are left.")).toBeVisible();
    await page.getByRole("button", { name: "Remove the second step" }).click();
    await expect(page.getByText("Signing in takes one step again.")).toBeVisible();
    await context.close();
  });

test("a moderator without a second step is led to set it up, and moderates from then on", async ({ page, context }) => {
  await become(context, await somebody("moderator", "New Moderator", 1));
  await page.goto("/moderation");
  await expect(page).toHaveURL(/\/account\/second-step\?needed=1/);
  await expect(page.getByText("power over others")).toBeVisible();
  const secret = (await page.locator("p.font-mono").innerText()).replaceAll(/\s/g, "");
  await page.getByRole("textbox", { name: "Code" }).fill(await generate({ secret }));
  await page.getByRole("button", { name: "Sign in in two steps from now on" }).click();
  await expect(page).toHaveURL(/\/moderation$/);
  await expect(page.getByRole("heading", { level: 1, name: "Moderation" })).toBeVisible();
});

test("five wrong codes are all that anybody has in a quarter of an hour", async ({ page }) => {
  const email = await signUp(page, newAddress());
  const { secret } = await setUp(page);
  await page.context().clearCookies();
  await signIn(page, email);
  const goOn = () => press(page, "Go on");
  // Setting it up took two tries.
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await page.getByRole("textbox", { name: "Code" }).fill("111111");
    await goOn();
    await expect(page.getByText("This code is not the one of this moment")).toBeVisible();
  }
  await page.getByRole("textbox", { name: "Code" }).fill(await generate({ secret }));
  await goOn();
  await expect(page.getByText(/try again in/i)).toBeVisible();
  await expect(page).toHaveURL(/\/sign-in\/second/);
});
