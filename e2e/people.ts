import crypto from "node:crypto";
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  test as base,
  expect,
  type Locator,
  type Page,
  type Response,
} from "@playwright/test";
import type pg from "pg";
import { UtcClient } from "../lib/db/pool.ts";
import type { CaughtLetter } from "../lib/testing/mail-catcher.ts";

/** A password that nobody would try first, and that has what people type: spaces, accents, another script. */
export const password = "lantern moss órbita 雨";

const randomAddress = () => `10.${[0, 0, 0].map(() => crypto.randomInt(1, 254)).join(".")}`;

/** Every context comes from a network address of its own, so that tests don't use up each other's limits. */
export const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern
  extraHTTPHeaders: async ({}, give) => give({ "x-forwarded-for": randomAddress() }),
});

/** Headers of a browser at another network address. */
export const elsewhere = () => ({ extraHTTPHeaders: { "x-forwarded-for": randomAddress() } });

export const newAddress = () => `p${crypto.randomBytes(6).toString("hex")}@example.org`;

/** Letters to an address, the newest first. Waits until there are as many as wanted. */
export async function lettersTo(request: APIRequestContext, to: string, atLeast = 1): Promise<CaughtLetter[]> {
  // The site's clock writes and sends them, each in its turn.
  await expect
    .poll(async () => (await caught(request, to)).length, { timeout: 120_000 })
    .toBeGreaterThanOrEqual(atLeast);
  return caught(request, to);
}

async function caught(request: APIRequestContext, to: string): Promise<CaughtLetter[]> {
  return (await request.get(`${process.env.MAIL_URL}/?to=${encodeURIComponent(to)}`)).json();
}

/** The path of the link in the newest letter to an address. */
export async function linkTo(request: APIRequestContext, to: string, atLeast = 1): Promise<string> {
  const [letter] = await lettersTo(request, to, atLeast);
  const url = /https?:\/\/\S+token=[\w-]{43}/.exec(letter?.text ?? "")?.[0] ?? "";
  expect(letter?.html).toContain(url);
  return url.replace(process.env.BASE_URL ?? "", "");
}

/** Makes an account as a newcomer does: address, letter, name and password. Ends where the product leads. */
export async function signUp(page: Page, email = newAddress(), name = "Ada Lovelace"): Promise<string> {
  // The address may have had letters before: theirs are not the links to follow.
  const before = (await caught(page.request, email)).length;
  await page.goto("/sign-up");
  await page.getByLabel("E-mail").fill(email);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page).toHaveURL(/\/check-mail/);
  await page.goto(await linkTo(page.request, email, before + 1));
  await page.getByLabel("Name").fill(name);
  await page.getByLabel(/^Password/).fill(password);
  await page.getByRole("button", { name: "Create the account" }).click();
  await expect(page).toHaveURL(/\/account/);
  return email;
}

export async function signIn(page: Page, email: string, secret = password, path = "/sign-in"): Promise<void> {
  await page.goto(path);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Runs a statement on the database of the product under test. */
export async function sql<Row extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new UtcClient({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

export interface Somebody {
  id: string;
  email: string;
  sessionId: string;
  token: string;
}

/**
 * Puts a person with a session into the database: the quick way, for tests that are about something else.
 * @param steps 1 where somebody with power over others hasn't set up the second step, which that power takes
 */
export async function somebody(
  role = "member",
  name = "Grace Hopper",
  steps = role === "member" ? 1 : 2,
): Promise<Somebody> {
  const email = newAddress();
  const token = crypto.randomBytes(32).toString("base64url");
  const [row] = await sql<{ id: string; session: string }>(
    `WITH p AS (INSERT INTO person (email, name, role) VALUES ($1, $2, $3) RETURNING id)
     INSERT INTO session (token_hash, person_id, method, device, expires_at)
     SELECT sha256($4::bytea), id, 'link', 'Firefox on Windows', now() + interval '30 days' FROM p
     RETURNING person_id AS id, id AS session`,
    [email, name, role, Buffer.from(token)],
  );
  if (!row) throw new Error("No person was made.");
  if (steps === 2)
    await sql(
      `WITH step AS (INSERT INTO second_step (person_id, sealed, used_step) VALUES ($1, '\\x00', 0))
       UPDATE session SET second_step_at = now() WHERE person_id = $1`,
      [row.id],
    );
  return { id: row.id, email, sessionId: row.session, token };
}

/** Gives a browser the session of somebody. */
export async function become(context: BrowserContext, { token }: { token: string }): Promise<void> {
  const url = process.env.BASE_URL ?? "";
  await context.addCookies([
    { name: "framewise-session", value: token, url, httpOnly: true, sameSite: "Lax" },
    { name: "framewise-member", value: "1", url, sameSite: "Lax" },
  ]);
}

/** What opens the menu of who is signed in. */
export const menuOf = (page: Page) => page.getByRole("banner").locator("summary");

/** Makes a session look as if its sign-in and its last use were some time ago. */
export async function age(sessionId: string, sinceSignIn: string, sinceUse = sinceSignIn): Promise<void> {
  await sql(
    `UPDATE session SET created_at = now() - $2::interval, expires_at = now() - $2::interval + interval '30 days',
     last_seen_at = now() - $3::interval WHERE id = $1`,
    [sessionId, sinceSignIn, sinceUse],
  );
}

/** Approves what waits with a text, as a moderator with a browser of their own. */
export async function approve(browser: Browser, text: string, look?: (page: Page) => Promise<void>): Promise<void> {
  const desk = await browser.newContext(elsewhere());
  await become(desk, await somebody("moderator", "Moderator"));
  const page = await desk.newPage();
  await page.goto("/moderation");
  await look?.(page);
  const item = page.getByRole("listitem").filter({ hasText: text });
  await item.getByLabel("Approve", { exact: true }).check();
  await item.getByRole("button", { name: "Decide" }).click();
  await expect(page).toHaveURL(/decided=approve/);
  await desk.close();
}

/** Comes back until a page shows, or no longer shows, a text. */
export async function waitFor(page: Page, path: string, text: string, shown = true): Promise<void> {
  await expect(async () => {
    await page.goto(path);
    await expect(page.getByText(text).first()).toBeVisible({ visible: shown, timeout: 3_000 });
  }).toPass();
}

/** Fills in the least of a rating on its page, and sends it. */
export async function rateInProduction(page: Page): Promise<void> {
  await page
    .getByRole("group", { name: /^Overall/ })
    .getByLabel("4")
    .check();
  await page
    .getByRole("group", { name: /How do you know it/ })
    .getByLabel("In production")
    .check();
  await page.getByRole("button", { name: "Rate it" }).click();
}

/** Until scripts have taken over an element: what is pressed before goes the way of a browser without scripts. */
export async function takenOver(target: Locator): Promise<void> {
  await expect
    .poll(() =>
      target.first().evaluate((element) => Object.keys(element).some((key) => key.startsWith("__reactProps"))),
    )
    .toBe(true);
}

/** Presses a form's button that leads to an answer in place, and waits until the form has taken that in. */
export async function press(page: Page, name: string): Promise<Response> {
  const button = page.getByRole("button", { name, exact: true });
  await takenOver(button);
  const answered = page.waitForResponse((response) => response.request().method() === "POST");
  await button.click();
  const answer = await answered;
  await expect(button).toHaveAttribute("aria-disabled", "false");
  return answer;
}

/** Types over what is there. In fields for numbers and addresses, whose text can't be selected, `fill` writes behind it in Firefox. */
export async function typeOver(field: Locator, value: string): Promise<void> {
  await field.press("ControlOrMeta+a");
  await field.pressSequentially(value);
}

/** Whether scripts go on running where a test turns them off: Playwright's driver for Firefox passes that over. */
export const scriptsStayOn = process.env.FIREFOX_PATH !== undefined;
