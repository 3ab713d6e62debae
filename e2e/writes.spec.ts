import { expect } from "@playwright/test";
import { send } from "../lib/testing/raw.ts";
import { openFirstClaim } from "./pages";
import { become, elsewhere, somebody, sql, takenOver, test } from "./people";

// Small writes that come often: scripts send them to addresses of their own, past Next. Forms go on calling the actions.

const base = process.env.BASE_URL ?? "";

test("with scripts, a vote, a save and a rating go to their addresses; nothing calls an action", async ({
  page,
  context,
}) => {
  const person = await somebody();
  await become(context, person);
  const sent: string[] = [];
  page.on("request", (request) => {
    if (request.method() !== "POST") return;
    sent.push(request.headers()["next-action"] ? "an action" : new URL(request.url()).pathname);
  });
  await page.goto("/frameworks/echo");
  await openFirstClaim(page);
  const yes = page.getByRole("button", { name: /^Yes \d+, still true/ }).first();
  await takenOver(yes);
  await yes.click();
  await expect(page.getByText("kept, not counted yet")).toBeVisible();
  await page.getByRole("button", { name: /^Undo the vote/ }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
  await page.getByRole("button", { name: "Save Echo to your shortlist" }).click();
  await page.getByRole("button", { name: "Echo is saved. Remove it from your shortlist" }).click();
  await expect(page.getByRole("button", { name: "Save Echo to your shortlist" })).toBeVisible();
  await page.goto("/frameworks/echo/rate");
  await page.getByRole("button", { name: "Rate it" }).click();
  await expect(page.getByText("Choose from 1 to 5.").first()).toBeVisible();
  await page.getByRole("group", { name: "Overall" }).getByLabel("4").check();
  await page.getByLabel("In production").check();
  await page.getByRole("button", { name: "Rate it" }).click();
  await expect(page).toHaveURL("/frameworks/echo?rated=1#ratings");
  expect(sent).toEqual(["vote", "vote", "save", "remove", "rate", "rate"].map((name) => `/writes/${name}`));
  expect(await sql("SELECT value FROM vote WHERE person_id = $1", [person.id])).toEqual([{ value: 0 }]);
  expect(await sql("SELECT experience FROM rating WHERE person_id = $1", [person.id])).toEqual([
    { experience: "production" },
  ]);
});

test("a visitor's save by its address is kept in their browser", async ({ page, context }) => {
  await page.goto("/frameworks/echo");
  await page.getByRole("button", { name: "Save Echo to your shortlist" }).click();
  await expect(page.getByText("Echo: Kept in this browser.")).toBeVisible();
  expect((await context.cookies()).find(({ name }) => name === "framewise-saved")).toMatchObject({
    value: "echo",
    sameSite: "Lax",
    path: "/",
  });
});

test("without scripts, a save is a form that calls its action", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...elsewhere() });
  const person = await somebody();
  await become(context, person);
  const page = await context.newPage();
  const sent: string[] = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(new URL(request.url()).pathname));
  await page.goto("/frameworks/echo");
  await page.getByRole("button", { name: "Save Echo to your shortlist" }).click();
  await expect(page.getByText("Saved.").first()).toBeVisible();
  expect(sent).toEqual(["/frameworks/echo"]);
  await context.close();
});

test("where an older instance doesn't know the address, the action does it", async ({ page, context }) => {
  const person = await somebody();
  await become(context, person);
  let missed = 0;
  await page.route("**/writes/*", async (route) => {
    missed += 1;
    // What a build without such addresses answers.
    await route.fulfill({ response: await route.fetch({ url: `${base}/nowhere/vote` }) });
  });
  await page.goto("/frameworks/hapi");
  await openFirstClaim(page);
  const yes = page.getByRole("button", { name: /^Yes \d+, still true/ }).first();
  await takenOver(yes);
  await yes.click();
  await expect(page.getByText("kept, not counted yet")).toBeVisible();
  expect(missed).toBe(1);
  expect(await sql("SELECT value FROM vote WHERE person_id = $1", [person.id])).toEqual([{ value: 1 }]);
});

test("hostile requests to these addresses are refused below 500, and change nothing", async () => {
  const person = await somebody();
  const [claim] = await sql<{ id: number }>("SELECT id FROM claim WHERE retired_at IS NULL LIMIT 1");
  const good = {
    origin: base,
    "content-type": "application/x-www-form-urlencoded",
    cookie: `framewise-session=${person.token}`,
  };
  const body = `claim=${claim?.id}&value=1`;
  const attempts: [string, Parameters<typeof send>[2], number][] = [
    ["/writes/vote", { body, headers: { ...good, origin: "https://evil.example" } }, 403],
    ["/writes/vote", { body, headers: { ...good, origin: undefined } }, 403],
    ["/writes/vote", { body, headers: { ...good, origin: "null" } }, 403],
    ["/writes/vote", { body, headers: { ...good, cookie: undefined } }, 401],
    ["/writes/vote", { body, headers: { ...good, cookie: `framewise-session=${"A".repeat(43)}` } }, 401],
    ["/writes/vote", { body: "claim=1&value=5", headers: good }, 422],
    ["/writes/vote", { body: "%ff%00=%&claim=%00", headers: good }, 422],
    ["/writes/vote", { body: "__proto__=1&constructor=2", headers: good }, 422],
    ["/writes/vote", { body: "claim=999999999&value=1", headers: good }, 404],
    ["/writes/vote", { body: '{"claim":1}', headers: { ...good, "content-type": "application/json" } }, 415],
    ["/writes/vote", { body, chunked: true, headers: good }, 411],
    ["/writes/vote", { body: "a".repeat(1_000_001), headers: good }, 413],
    ["/writes/vote", { method: "GET", headers: good }, 405],
    ["/writes/vote", { method: "DELETE", headers: good }, 405],
    ["/writes/", { body, headers: good }, 404],
    ["/writes/__proto__", { body, headers: good }, 404],
    ["/writes/vote/../rate", { body, headers: good }, 404],
  ];
  for (const [path, request, status] of attempts) {
    const answer = await send(base, path, request);
    expect(answer.status, `${path} ${JSON.stringify(request).slice(0, 200)}`).toBe(status);
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    expect(answer.headers["set-cookie"]).toBeUndefined();
  }
  expect(await sql("SELECT 1 FROM vote WHERE person_id = $1", [person.id])).toEqual([]);
  expect((await send(base, "/writes/vote", { body, headers: good })).status).toBe(200);
  expect(await sql("SELECT value FROM vote WHERE person_id = $1", [person.id])).toEqual([{ value: 1 }]);
});
