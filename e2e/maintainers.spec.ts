import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, expect, type Page } from "@playwright/test";
import { layOutAll, openClaim } from "./pages";
import { approve, become, elsewhere, lettersTo, type Somebody, somebody, sql, test } from "./people";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const looks = [
  { width: 390, colorScheme: "light" },
  { width: 1440, colorScheme: "dark" },
] as const;

async function looksRight(page: Page): Promise<void> {
  await layOutAll(page);
  for (const { width, colorScheme } of looks) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(" ")}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
}

async function claimOf(framework: string, position: number) {
  const [claim] = await sql<{ id: number; slug: string; text: string }>(
    `SELECT c.id, c.slug, c.text FROM claim c JOIN framework f ON f.id = c.framework_id
     WHERE f.slug = $1 AND c.kind = 'pro' AND c.retired_at IS NULL ORDER BY c.position OFFSET $2 LIMIT 1`,
    [framework, position],
  );
  if (!claim) throw new Error("no such claim");
  return claim;
}

/** Somebody who is confirmed already: the quick way, for tests that are about something else. */
async function maintainerOf(slug: string): Promise<Somebody> {
  const person = await somebody("member", "Maintainer");
  await sql(
    `WITH f AS (SELECT id FROM framework WHERE slug = $2),
       s AS (INSERT INTO suggestion (person_id, framework_id, kind, body, status, decided_at)
         SELECT $1, id, 'maintainer', $3, 'approved', now() FROM f RETURNING id)
     INSERT INTO maintainer (person_id, framework_id, suggestion_id) SELECT $1, f.id, s.id FROM f, s`,
    [person.id, slug, { url: "https://example.org/team", note: `The list has ${person.email}` }],
  );
  return person;
}

/** Comes back until a claim shows, or no longer shows, a text in what it opens to. */
async function waitForReply(page: Page, framework: string, claim: string, text: string, shown = true): Promise<void> {
  await expect(async () => {
    await page.goto(`/frameworks/${framework}`);
    const opened = await openClaim(page, claim);
    await expect(opened.getByText(text).first()).toBeVisible({ visible: shown, timeout: 3_000 });
  }).toPass();
}

async function moderator(browser: Browser): Promise<Page> {
  const context = await browser.newContext(elsewhere());
  await become(context, await somebody("moderator", "Moderator"));
  return context.newPage();
}

test("who maintains a framework asks, is confirmed, replies to a claim from where it stands, and is revoked", async ({
  page,
  context,
  browser,
}) => {
  const person = await somebody("member", "Core Developer");
  await become(context, person);
  const claim = await claimOf("fiber", 1);
  await page.goto("/frameworks/fiber/suggest");
  await page.getByRole("link", { name: "Reply to claims, marked as that" }).click();
  await expect(page).toHaveURL("/frameworks/fiber/maintain");
  const note = `The list of the team has ${person.email}`;
  await page.getByLabel("Proof").fill("http://example.org");
  await page.getByLabel("How does the page show that it is you?").fill(note);
  await page.getByRole("button", { name: "Ask to be confirmed" }).click();
  await expect(page.getByText("Give an address that begins with https://")).toBeVisible();
  await expect(page.getByLabel("How does the page show that it is you?")).toHaveValue(note);
  await page.getByLabel("Proof").fill("https://example.org/team");
  await page.getByRole("button", { name: "Ask to be confirmed" }).click();
  await expect(page.getByText("A moderator looks at the proof")).toBeVisible();
  await looksRight(page);

  const visitor = await (await browser.newContext(elsewhere())).newPage();
  await visitor.goto("/integrity");
  await expect(visitor.getByText(note)).toHaveCount(0);
  await approve(browser, note);

  // From wherever they are they are led to where they reply.
  await page.goto("/notices");
  await expect(page.getByRole("link", { name: "You are confirmed as a maintainer of Fiber" })).toHaveAttribute(
    "href",
    "/frameworks/fiber/maintain",
  );
  await page.goto("/suggestions");
  await expect(page.getByRole("main").getByRole("link", { name: "Reply to claims" })).toHaveAttribute(
    "href",
    "/frameworks/fiber/maintain",
  );
  await page.getByRole("banner").locator("summary").click();
  await page.getByRole("link", { name: "Replies on Fiber" }).click();
  await expect(page).toHaveURL("/frameworks/fiber/maintain");
  const [letter] = await lettersTo(page.request, person.email);
  expect(letter?.text).toContain("/frameworks/fiber/maintain");
  await page.goto("/frameworks/fiber");
  await expect(page.getByRole("link", { name: "Reply as maintainer", exact: true })).toHaveAttribute(
    "href",
    "/frameworks/fiber/maintain",
  );
  const opened = await openClaim(page, claim.slug);
  await opened.getByRole("link", { name: `Reply as maintainer ${claim.text}` }).click();
  await expect(page.getByRole("region", { name: "Your reply" }).getByText(claim.text)).toBeVisible();
  await page.getByLabel("What do you say to it?").fill("short");
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(page.getByText("Say it in a sentence or two.")).toBeVisible();
  await expect(page.getByLabel("What do you say to it?")).toHaveValue("short");
  const said = `Since version 3 this is so by default. ${crypto.randomUUID()}`;
  await page.getByLabel("What do you say to it?").fill(`${said}\n\n\u202eTurned around`);
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(page.getByText("Your reply stands with the claim.")).toBeVisible();
  await looksRight(page);

  await waitForReply(visitor, "fiber", claim.slug, said);
  const shown = await openClaim(visitor, claim.slug);
  const reply = shown.getByRole("figure");
  await expect(reply).toContainText(/Maintainer of Fiber, confirmed \d{4}-\d\d-\d\d/);
  await expect(shown.locator("summary")).toContainText("a maintainer replied");
  expect(await reply.getByRole("blockquote").textContent()).toBe(`${said}\n\nTurned around`);
  await expect(shown.getByText("Core Developer")).toHaveCount(0);
  await expect(visitor.getByRole("link", { name: "Reply as maintainer", exact: true })).toHaveCount(0);
  await expect(shown.getByRole("link", { name: /^Reply as maintainer/ })).toHaveCount(0);
  await looksRight(visitor);
  // What the API says may be half a minute old.
  await expect
    .poll(async () => (await (await visitor.request.get(`/api/v1/claims/fiber.${claim.slug}`)).json()).replies)
    .toMatchObject([{ text: `${said}\n\nTurned around`, revoked: null }]);

  const desk = await moderator(browser);
  await desk.goto("/moderation");
  await desk.getByRole("link", { name: "Maintainers and their replies" }).click();
  const line = desk.getByRole("listitem").filter({ hasText: person.email }).first();
  await expect(line.getByRole("link", { name: "https://example.org/team" })).toBeVisible();
  await looksRight(desk);
  await line.getByLabel("Why revoke it?").fill("They left the project.");
  await line.getByRole("button", { name: /^Revoke/ }).click();
  await expect(desk.getByText("Revoked. Their replies say so.")).toBeVisible();
  await waitForReply(visitor, "fiber", claim.slug, "Former maintainer of Fiber");

  await page.goto(`/frameworks/fiber/maintain?claim=${claim.id}`);
  await expect(page.getByText(/You were confirmed from/)).toBeVisible();
  await expect(page.getByLabel("What do you say to it?")).toHaveCount(0);
  await page.getByRole("button", { name: /^Take your reply to/ }).click();
  await expect(page.getByText("Your reply is off.")).toBeVisible();
  await waitForReply(visitor, "fiber", claim.slug, said, false);
});

test("what was typed stays when the confirmation was revoked meanwhile", async ({ page, context }) => {
  const person = await maintainerOf("echo");
  await become(context, person);
  const claim = await claimOf("echo", 0);
  await page.goto(`/frameworks/echo/maintain?claim=${claim.id}`);
  await page.getByLabel("What do you say to it?").fill("A long answer that took an hour to write.");
  await sql("UPDATE maintainer SET revoked_at = now() WHERE person_id = $1", [person.id]);
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(page.getByRole("alert").getByText(/a moderator has to have confirmed you/)).toBeVisible();
  await expect(page.getByLabel("What do you say to it?")).toHaveValue("A long answer that took an hour to write.");
  expect(
    await sql("SELECT 1 FROM claim_reply r JOIN maintainer m ON m.id = r.maintainer_id WHERE m.person_id = $1", [
      person.id,
    ]),
  ).toEqual([]);
});

test("a moderator confirms somebody by their address, a reader reports a reply, and a moderator hides and shows it", async ({
  browser,
}) => {
  const [desk, person] = [await moderator(browser), await somebody("member", "Asked by Nobody")];
  await desk.goto("/moderation/maintainers");
  const form = desk.getByRole("region", { name: "Confirm somebody" });
  await form.getByLabel("Address of their account").fill("nobody-at-all@example.org");
  await form.getByLabel("Framework").selectOption({ label: "Gin" });
  await form.getByLabel("Proof").fill("https://example.org/gin");
  await form.getByLabel("How does the page show that it is them?").fill("It is the list of the team.");
  await form.getByRole("button", { name: "Confirm them" }).click();
  await expect(form.getByText("Nobody has an account with this address.")).toBeVisible();
  await expect(form.getByLabel("Proof")).toHaveValue("https://example.org/gin");
  await form.getByLabel("Address of their account").fill(person.email);
  await form.getByRole("button", { name: "Confirm them" }).click();
  await expect(desk.getByText("Confirmed. They can reply to claims from now on.")).toBeVisible();

  const own = await browser.newContext(elsewhere());
  await become(own, person);
  const page = await own.newPage();
  await page.goto("/account");
  await page.getByRole("region", { name: "Profile" }).getByRole("link", { name: "Gin" }).click();
  const claim = await claimOf("gin", 0);
  await page.getByRole("link", { name: `Reply to “${claim.text}”` }).click();
  const said = `Buy my book on it. ${crypto.randomUUID()}`;
  await page.getByLabel("What do you say to it?").fill(said);
  await page.getByRole("button", { name: "Reply", exact: true }).click();
  await expect(page.getByText("Your reply stands with the claim.")).toBeVisible();

  await desk.goto("/moderation/maintainers");
  const reply = desk.getByRole("listitem").filter({ hasText: said }).last();
  await reply.getByLabel("Why hide it?").fill("It is an advertisement.");
  await reply.getByRole("button", { name: /^Hide the reply/ }).click();
  await expect(desk.getByText("The reply is hidden.")).toBeVisible();
  await page.goto("/frameworks/gin/maintain");
  await expect(page.getByText("It is an advertisement.")).toBeVisible();
  await reply.getByRole("button", { name: /^Show the reply/ }).click();
  await expect(desk.getByText("The reply is shown again.")).toBeVisible();

  const reader = await browser.newContext(elsewhere());
  await become(reader, await somebody());
  const readers = await reader.newPage();
  await waitForReply(readers, "gin", claim.slug, said);
  await (await openClaim(readers, claim.slug)).getByRole("link", { name: "Report this reply" }).click();
  await expect(readers.getByRole("heading", { level: 1, name: "Report a reply" })).toBeVisible();
  await readers.getByLabel("Spam").check();
  await readers.getByLabel("Why?").fill("It sells a book.");
  await readers.getByRole("button", { name: "Report it" }).click();
  await approve(browser, said);
  await waitForReply(readers, "gin", claim.slug, said, false);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a maintainer replies, changes it, takes it off and puts it back, from the page of their own", async ({
    page,
    context,
  }) => {
    await become(context, await maintainerOf("axum"));
    const claim = await claimOf("axum", 0);
    await page.goto("/account");
    await page.getByRole("region", { name: "Profile" }).getByRole("link", { name: "Axum" }).click();
    await page.getByRole("link", { name: `Reply to “${claim.text}”` }).click();
    const text = page.getByLabel("What do you say to it?");
    await text.fill("short");
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await expect(page.getByText("Say it in a sentence or two.")).toBeVisible();
    await expect(text).toHaveValue("short");
    await text.fill("This was so until the last release.");
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await expect(page.getByText("Your reply stands with the claim.")).toBeVisible();
    await page.getByRole("link", { name: `Change your reply to “${claim.text}”` }).click();
    await expect(text).toHaveValue("This was so until the last release.");
    await text.fill("This was so until version 1.");
    await page.getByRole("button", { name: "Change it" }).click();
    const replies = page.getByRole("region", { name: /^Your replies/ });
    await expect(replies.getByText("This was so until version 1.")).toBeVisible();
    await page.getByRole("button", { name: `Take your reply to “${claim.text}” off` }).click();
    await expect(replies.getByText("None yet.")).toBeVisible();
    await page.getByRole("button", { name: "Undo: put your reply back" }).click();
    await expect(replies.getByText("This was so until version 1.")).toBeVisible();
  });

  test("who isn't confirmed asks by the form, and nothing typed is lost", async ({ page, context }) => {
    await become(context, await somebody());
    await page.goto("/frameworks/axum/maintain");
    await page.getByLabel("Proof").fill("https://example.org/axum");
    await page.getByRole("button", { name: "Ask to be confirmed" }).click();
    await expect(page.getByText("Say how the page shows that it is you.")).toBeVisible();
    await expect(page.getByLabel("Proof")).toHaveValue("https://example.org/axum");
    await page.getByLabel("How does the page show that it is you?").fill("It names me as the second of three.");
    await page.getByRole("button", { name: "Ask to be confirmed" }).click();
    await expect(page.getByText("A moderator looks at the proof")).toBeVisible();
    await page.reload();
    await expect(page.getByRole("button", { name: "Ask to be confirmed" })).toHaveCount(0);
  });
});
