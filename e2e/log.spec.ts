import { expect } from "@playwright/test";
import { become, elsewhere, somebody, test } from "./people";

test("wrong passwords and closed pages stand in a log that administrators read, and nobody else", async ({
  page,
  context,
  browser,
}) => {
  const member = await somebody();
  await page.goto("/sign-in");
  for (let tries = 0; tries < 2; tries += 1) {
    await page.getByLabel("E-mail", { exact: true }).fill(member.email);
    await page.getByLabel("Password", { exact: true }).fill(`not the lantern ${tries}`);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByText("Address and password don't belong together.")).toBeVisible();
    await page.reload();
  }
  await become(context, member);
  for (const path of ["/moderation", "/people/log"]) expect((await page.goto(path))?.status()).toBe(404);
  const desk = await browser.newContext(elsewhere());
  await become(desk, await somebody("admin", "Administrator"));
  const admin = await desk.newPage();
  await admin.goto("/people");
  await admin.getByRole("link", { name: "log", exact: true }).click();
  const about = admin.getByRole("listitem").filter({ hasText: member.email });
  await expect(about.filter({ hasText: "A password, code or passkey that was wrong × 2" })).toBeVisible();
  await expect(about.filter({ hasText: "A page that is not theirs" })).toHaveCount(2);
});
