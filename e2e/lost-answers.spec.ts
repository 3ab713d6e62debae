import { expect, type Page, type Route } from "@playwright/test";
import { formsOf, multipart, post, send } from "../lib/testing/raw.ts";
import { openFirstClaim } from "./pages";
import { become, lettersTo, newAddress, somebody, sql, test } from "./people";

// Requests of a page that come to nothing, or whose answer is lost: the page stays with all that was typed.

const base = process.env.BASE_URL ?? "";
/** In the form of an action's id, and no action of any build. */
const unknownAction = `60${"ab".repeat(20)}`;

type Fate = (route: Route) => Promise<void>;

/** What becomes of everything that the page sends, until it is over. */
async function meanwhile(page: Page, fate: Fate, work: () => Promise<void>) {
  const each = (route: Route) => (route.request().method() === "POST" ? fate(route) : route.continue());
  await page.route("**/*", each);
  await work();
  await page.unroute("**/*", each);
}

const fates: Record<string, Fate> = {
  "a reset connection": (route) => route.abort("connectionreset"),
  "a proxy's 502": (route) =>
    route.fulfill({ status: 502, contentType: "text/html", body: "<h1>502 Bad Gateway</h1>" }),
  "a proxy's 504 in plain words": (route) =>
    route.fulfill({ status: 504, contentType: "text/plain", body: "upstream timed out" }),
  "a hotel's sign-in page": (route) => route.fulfill({ contentType: "text/html", body: "<h1>Welcome, guest</h1>" }),
  "an answer in another form": (route) =>
    route.fulfill({ contentType: "text/x-component", body: '0:{"a":"$@1","b":"x"}\n1:{"ok":true}\n' }),
  "an answer that breaks off": (route) =>
    route.fulfill({ contentType: "text/x-component", body: '0:{"a":"$@1","b":"x"}\n' }),
};
/** The request arrives and is done; its answer never does. */
const answerLost: Fate = async (route) => {
  await route.fetch({ maxRedirects: 0 });
  await route.abort("connectionreset");
};
const actionGone: Fate = (route) =>
  route.request().url().includes("/writes/")
    ? route.fulfill({ status: 404, contentType: "text/html", body: "<h1>Not found</h1>" })
    : route.continue({ headers: { ...route.request().headers(), "next-action": unknownAction } });

const alert = (page: Page) => page.getByRole("alert").filter({ hasText: /\w/ });
const suggestionsOf = (person: { id: string }) =>
  sql<{ body: { text: string } }>("SELECT body FROM suggestion WHERE person_id = $1", [person.id]);

async function fillCorrection(page: Page, text: string) {
  await page.goto("/frameworks/koa/suggest?kind=correction");
  await page.getByLabel(/^What is wrong/).fill(text);
  await page.getByLabel("Source", { exact: true }).fill("https://example.org/right");
}

const voteButton = (page: Page) => page.getByRole("button", { name: /^Yes \d+, still true/ }).first();

test("a vote without a connection says so beside the buttons, and the next click counts", async ({ page, context }) => {
  const person = await somebody();
  await become(context, person);
  await page.goto("/frameworks/hono");
  await expect(page.getByRole("link", { name: person.email }).or(page.locator("html[data-member]"))).toBeAttached();
  await openFirstClaim(page);
  await context.setOffline(true);
  await voteButton(page).click();
  await expect(page.getByText("This browser is offline.")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hono");
  await expect(voteButton(page)).toHaveAttribute("aria-pressed", "false");
  await context.setOffline(false);
  await voteButton(page).click();
  await expect(page.getByText("kept, not counted yet")).toBeVisible();
  await expect(page.getByText("This browser is offline.")).toBeHidden();
  expect(await sql("SELECT value FROM vote WHERE person_id = $1", [person.id])).toEqual([{ value: 1 }]);
});

test("a form without a connection keeps what was typed, over a reload too, and is sent once it is back", async ({
  page,
  context,
}) => {
  const person = await somebody();
  await become(context, person);
  const text = `Koa's support table is a year old.\n${"A long explanation. ".repeat(40)}`;
  await fillCorrection(page, text);
  await context.setOffline(true);
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(alert(page)).toContainText("This browser is offline.");
  await expect(alert(page)).toContainText("What you typed is kept");
  await expect(page.getByLabel(/^What is wrong/)).toHaveValue(text);
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText("What you typed here before is back.")).toBeVisible();
  await expect(page.getByLabel(/^What is wrong/)).toHaveValue(text);
  await expect(page.getByLabel("Source", { exact: true })).toHaveValue("https://example.org/right");
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page).toHaveURL(/sent=open/);
  // Browsers send line ends as CR LF.
  expect((await suggestionsOf(person)).map(({ body }) => body.text.replaceAll("\r\n", "\n"))).toEqual([text.trim()]);
  await page.goto("/frameworks/koa/suggest?kind=correction");
  await expect(page.getByLabel(/^What is wrong/)).toHaveValue("");
});

for (const [name, fate] of Object.entries(fates)) {
  test(`${name} leaves form and vote where they are, and trying again works`, async ({ page, context }) => {
    const person = await somebody();
    await become(context, person);
    const text = `It says otherwise since last year, ${name}.`;
    await fillCorrection(page, text);
    await meanwhile(page, fate, async () => {
      await page.getByRole("button", { name: "Suggest it" }).click();
      await expect(alert(page)).toContainText("No answer came from the site");
      await expect(page.getByLabel(/^What is wrong/)).toHaveValue(text);
    });
    await page.getByRole("button", { name: "Suggest it" }).click();
    await expect(page).toHaveURL(/sent=open/);
    expect(await suggestionsOf(person)).toHaveLength(1);
    await page.goto("/frameworks/hapi");
    await openFirstClaim(page);
    await meanwhile(page, fate, async () => {
      await voteButton(page).click();
      await expect(page.getByText("No answer came from the site")).toBeVisible();
    });
    await voteButton(page).click();
    await expect(page.getByText("kept, not counted yet")).toBeVisible();
  });
}

test("an action that the running build doesn't have: the site was updated, and after a reload all goes on", async ({
  page,
  context,
}) => {
  const person = await somebody();
  await become(context, person);
  await fillCorrection(page, "Typed before the update.");
  await meanwhile(page, actionGone, async () => {
    await page.getByRole("button", { name: "Suggest it" }).click();
    await expect(alert(page)).toContainText("This site was updated after you opened this page, so nothing was done.");
  });
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByText("What you typed here before is back.")).toBeVisible();
  await expect(page.getByLabel(/^What is wrong/)).toHaveValue("Typed before the update.");
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page).toHaveURL(/sent=open/);
  await page.goto("/frameworks/hapi");
  await openFirstClaim(page);
  await meanwhile(page, actionGone, async () => {
    await voteButton(page).click();
    await expect(page.getByText("This site was updated")).toBeVisible();
  });
  await page.getByRole("button", { name: "Reload" }).click();
  await openFirstClaim(page);
  await voteButton(page).click();
  await expect(page.getByText("kept, not counted yet")).toBeVisible();
});

test("what the server refuses to read is said in its words", async ({ page, context }) => {
  await become(context, await somebody());
  await fillCorrection(page, "Packed by something on the way.");
  const packed: Fate = (route) =>
    route.continue({ headers: { ...route.request().headers(), "content-encoding": "gzip" } });
  await meanwhile(page, packed, async () => {
    await page.getByRole("button", { name: "Suggest it" }).click();
    await expect(alert(page)).toContainText("What was sent is not in a form that this site reads.");
  });
  const misnamed: Fate = (route) => route.continue({ headers: { ...route.request().headers(), "next-action": "x" } });
  await meanwhile(page, misnamed, async () => {
    await page.getByRole("button", { name: "Suggest it" }).click();
    await expect(alert(page)).toContainText("This site was updated after you opened this page");
  });
});

test("passwords and tokens are never kept in the tab", async ({ page }) => {
  const email = newAddress();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill("lantern moss");
  await page.getByRole("button", { name: "Show what is typed" }).click();
  await meanwhile(page, actionGone, async () => {
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(alert(page)).toContainText("What you typed is kept, passwords aside.");
  });
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("lantern moss");
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
  expect(kept).toContain(email);
  expect(kept).not.toContain("lantern");
  await page.getByRole("button", { name: "Reload" }).click();
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveValue(email);
  await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  await page.getByRole("button", { name: "Discard it" }).click();
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveValue("");
  await page.reload();
  await expect(page.getByLabel("E-mail", { exact: true })).toHaveValue("");
});

test("without scripts, a form of an older build gets a page with what was typed, and the way back", async () => {
  const person = await somebody();
  const path = "/frameworks/koa/suggest?kind=correction";
  const { body } = await send(base, path, { headers: { cookie: `framewise-session=${person.token}` } });
  const form = formsOf(body).find((one) => one.text.includes("What is wrong"));
  if (!form) throw new Error("no form");
  const reference = form.fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name));
  const text = "It is <b>wrong</b> & old.\nSince “2024”.";
  const answer = await post(base, path, form, {
    token: person.token,
    change: {
      [reference?.[0] ?? ""]: (reference?.[1] ?? "").replace(/"id":"[0-9a-f]+"/, `"id":"${unknownAction}"`),
      text,
      url: "https://example.org",
      password: "lantern moss",
    },
  });
  expect(answer.status).toBe(409);
  expect(answer.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect(answer.headers["content-security-policy"]).toContain("default-src 'self'");
  expect(answer.body).toContain("This site was updated");
  expect(answer.body).toContain("It is &#60;b&#62;wrong&#60;/b&#62; &#38; old.\nSince “2024”.");
  expect(answer.body).not.toMatch(/lantern|\$ACTION/);
  expect(answer.body).toContain('href="/frameworks/koa/suggest?kind=correction"');
  expect(await suggestionsOf(person)).toEqual([]);
});

test("when the answer is lost, trying again makes nothing twice: a suggestion, a list, a decision, a letter", async ({
  page,
  context,
}) => {
  const person = await somebody();
  await become(context, person);
  const lost = async (button: string) =>
    meanwhile(page, answerLost, async () => {
      await page.getByRole("button", { name: button, exact: true }).click();
      await expect(alert(page)).toContainText("No answer came from the site");
    });
  await fillCorrection(page, "Sent twice, meant once.");
  await lost("Suggest it");
  expect(await suggestionsOf(person)).toHaveLength(1);
  // Also when the page was reloaded in between.
  await page.reload();
  await expect(page.getByLabel(/^What is wrong/)).toHaveValue("Sent twice, meant once.");
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page).toHaveURL(/sent=open/);
  expect(await suggestionsOf(person)).toHaveLength(1);
  // The same words, meant again, are another one.
  await fillCorrection(page, "Sent twice, meant once.");
  await page.getByRole("button", { name: "Suggest it" }).click();
  await expect(page).toHaveURL(/sent=open/);
  expect(await suggestionsOf(person)).toHaveLength(2);

  await page.goto("/shortlist");
  await page.getByLabel("Name of a new list").fill("Shop");
  await lost("New list");
  await page.getByRole("button", { name: "New list", exact: true }).click();
  await expect(page).toHaveURL(/list=/);
  expect(await sql("SELECT name FROM shortlist WHERE person_id = $1", [person.id])).toEqual([{ name: "Shop" }]);

  await page.goto("/decide/save?f=gin,koa");
  await page.getByLabel("Name", { exact: true }).fill("For the shop");
  await lost("Save");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(/\/decide\/team\//);
  expect(await sql("SELECT title FROM decision WHERE person_id = $1", [person.id])).toHaveLength(1);

  await context.clearCookies();
  const email = newAddress();
  await page.goto("/reset");
  await page.getByLabel("E-mail").fill(email);
  await lost("Mail me a link");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page).toHaveURL(/check-mail/);
  expect(await lettersTo(page.request, email)).toHaveLength(1);
  expect(await sql("SELECT 1 FROM link WHERE email = $1", [email])).toHaveLength(1);
});

test("a form that a browser without scripts sends twice makes its thing once", async () => {
  const person = await somebody();
  const cookie = `framewise-session=${person.token}`;
  const page = await send(base, "/shortlist", { headers: { cookie } });
  const form = formsOf(page.body).find(({ text }) => text.includes("Name of a new list"));
  if (!form) throw new Error("no form");
  const { body, type } = multipart([...form.fields, ["name", "Twice"]]);
  const sendIt = () => send(base, "/shortlist", { body, headers: { "content-type": type, origin: base, cookie } });
  const [first, second] = [await sendIt(), await sendIt()];
  expect([first.status, second.status]).toEqual([303, 303]);
  expect(second.headers.location).toBe(first.headers.location);
  expect(await sql("SELECT name FROM shortlist WHERE person_id = $1", [person.id])).toEqual([{ name: "Twice" }]);
});

test("who signs out leaves nothing typed in the tab", async ({ page, context }) => {
  await become(context, await somebody());
  await fillCorrection(page, "Typed, and never sent.");
  await page.goto("/account");
  const drafts = () =>
    page.evaluate(() => Object.keys(sessionStorage).filter((key) => key.startsWith("draft ")).length);
  expect(await drafts()).toBe(1);
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await expect(page).toHaveURL(/out=1/);
  expect(await drafts()).toBe(0);
});

for (const [name, fate] of Object.entries(fates)) {
  test(`what a page asks for by itself may come to nothing: ${name}`, async ({ page, context }) => {
    await become(context, await somebody());
    const thrown: string[] = [];
    page.on("pageerror", (error) => thrown.push(error.message));
    for (const asked of ["**/api/me", "**/frameworks/index.json"]) await page.route(asked, fate);
    // Heard from the beginning: it may be over before the page has loaded.
    const isOfMe = (request: { url: () => string }) => request.url().endsWith("/api/me");
    const over = Promise.race([
      page.waitForResponse("**/api/me").catch(() => null),
      page.waitForEvent("requestfailed", isOfMe),
    ]);
    await page.goto("/frameworks/hapi");
    await over;
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("hapi");
    await page.goto("/frameworks");
    await page.getByLabel("Search").fill("koa");
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/q=koa/);
    await expect(page.getByRole("link", { name: "Koa", exact: true }).first()).toBeVisible();
    expect(thrown).toEqual([]);
    // A bad answer says nothing of who is there.
    expect((await context.cookies()).some((cookie) => cookie.name === "framewise-member")).toBe(true);
  });
}
