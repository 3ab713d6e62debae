import { expect } from "@playwright/test";
import { freePort } from "../lib/process/postgres.ts";
import { type Server, startServer, whenReady } from "../lib/process/server.ts";
import { type Answer, send } from "../lib/testing/raw.ts";
import { ownSettings } from "./own-server";
import { pages } from "./pages";
import { somebody, test } from "./people";

// What a server keeps of a page is given to everybody: whoever asks first, or in an odd way, must leave no trace in it.

test.describe.configure({ mode: "serial" });

let server: Server;
let base: string;

/** A server of its own for each test: nothing is cached yet. */
test.beforeEach(async () => {
  const port = await freePort();
  base = `http://localhost:${port}`;
  server = startServer({
    port,
    env: ownSettings(base),
  });
  await whenReady(server, base);
});
test.afterEach(() => server.stop());

const cached = pages.map(({ path }) => path as string).filter((path) => !path.includes("?"));
const files = [
  "/frameworks/koa/badge.svg",
  "/frameworks/koa/card.svg",
  "/frameworks/koa/card.png",
  "/compare/gin-vs-koa/card.png",
  "/frameworks/index.json",
  "/card.png",
  "/sitemap.xml",
  "/logos.svg",
];
const missing = ["/frameworks/nowhere", "/sources/nope", "/compare/nope-vs-koa"];

/** What a browser asks for besides the page itself: its data, whole or in parts. */
const kinds: Record<string, string>[] = [
  {},
  { rsc: "1" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
];

/** A request for a page or its data, past the redirect by which Next corrects the key of data. */
async function read(path: string, headers: Record<string, string>): Promise<Answer> {
  const answer = await answered(base, path, { headers });
  return answer.status === 307 ? answered(base, answer.headers.location ?? "", { headers }) : answer;
}

/** On a busy machine a server that is new may get no connection to its database in time, and says so: then once more. */
async function answered(...request: Parameters<typeof send>): Promise<Answer> {
  for (;;) {
    const answer = await send(...request);
    if (answer.status !== 503) return answer;
    expect([answer.headers["cache-status"], Number(answer.headers["retry-after"]) > 0]).toEqual([undefined, true]);
  }
}

test("the query and the headers of the first visitor are in nothing that others get", async () => {
  test.setTimeout(300_000);
  const secret = "first@secret.example";
  const host = "first.secret.example";
  const telling = Object.fromEntries(
    [
      "accept-language",
      "cookie",
      "next-url",
      "referer",
      "user-agent",
      "x-forwarded-host",
      "x-forwarded-proto",
      "x-invoke-path",
      "x-matched-path",
      "x-now-route-matches",
      "x-real-ip",
    ].map((name) => [name, `/${host}`]),
  );
  const all = [...cached, ...files, ...missing, "/FRAMEWORKS", "/frameworks/%6Boa"];
  const wrong: string[] = [];
  for (const query of [
    `?email=${secret}`,
    `?q=&x=${secret}`,
    `?_rsc=${secret}`,
    `?nxtPslug=${host}`,
    `?nxtPnone=${host}`,
  ])
    for (const kind of kinds)
      for (const path of all) {
        const { status } = await answered(base, path + query, { headers: { ...telling, ...kind, host } });
        if (status >= 500) wrong.push(`${status} ${path}${query}`);
      }
  for (const kind of kinds)
    for (const path of all) {
      const { status, headers, body } = await read(path, kind);
      const found = status === 200 || (status === 404 && [...missing, "/nowhere"].includes(path));
      if (!found) wrong.push(`${status} ${path} ${JSON.stringify(kind)}`);
      if (/secret/.test(body + JSON.stringify(headers))) wrong.push(`traces in ${path} ${JSON.stringify(kind)}`);
    }
  expect(wrong).toEqual([]);
});

test("the address that somebody came by stays theirs, and the page works with it", async ({ page }) => {
  for (const path of cached) await answered(base, path);
  const problems: string[] = [];
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(error.message));
  await page.goto(`${base}/method?utm_source=letter`, { waitUntil: "networkidle" });
  expect(page.url()).toBe(`${base}/method?utm_source=letter`);
  expect(await page.evaluate(() => location.search)).toBe("?utm_source=letter");
  await page.getByRole("navigation").getByRole("link", { name: "Compare" }).first().click();
  await expect(page).toHaveURL(`${base}/compare`);
  await page.goto(`${base}/sign-in?next=/shortlist`);
  expect(await page.content()).toContain("/shortlist");
  expect(problems).toEqual([]);
});

test("whatever is asked of it in whatever way first, a page or file can be read afterwards", async () => {
  const own = { origin: base };
  const form = "multipart/form-data; boundary=b";
  for (const path of [...cached, ...files]) {
    const file = files.includes(path);
    const options = await send(base, path, { method: "OPTIONS" });
    expect([options.status, options.headers.allow], path).toEqual([
      204,
      file ? "GET, HEAD, OPTIONS" : "GET, HEAD, POST, OPTIONS",
    ]);
    for (const type of ["text/plain", "application/json", "application/x-www-form-urlencoded", form])
      for (const condition of [undefined, "*"]) {
        const posted = await answered(base, path, {
          body: "--b--\r\n",
          headers: { ...own, "content-type": type, "if-none-match": condition },
        });
        expect(file ? [405] : path === "/nowhere" ? [400, 404] : [400], `${type} to ${path}`).toContain(posted.status);
      }
    for (const method of ["PUT", "DELETE", "PATCH", "TRACE"])
      expect((await send(base, path, { method })).status, `${method} ${path}`).toBe(405);
    // What others write meanwhile may fall between two readings: then all of them are taken again.
    await expect(async () => {
      const head = await send(base, path, { method: "HEAD" });
      const got = await send(base, path);
      expect([got.status, got.body.length > 0], path).toEqual([path === "/nowhere" ? 404 : 200, true]);
      // A file that Next sends piece by piece says no length and has no tag; from memory it does.
      const alike = !file || head.headers["cache-status"] === got.headers["cache-status"];
      const exact = alike ? ["content-length", "etag"] : [];
      for (const name of [...exact, "content-type", "content-security-policy", "cache-control"])
        expect(head.headers[name], `${name} of ${path}`).toBe(got.headers[name]);
      expect((await send(base, path, { method: "OPTIONS" })).status).toBe(204);
      expect((await send(base, path)).body).toBe(got.body);
    }).toPass();
  }
  const many = Array.from({ length: 12_000 }, (_, index) => `${index}=x`).join("&");
  const urlencoded = { ...own, "content-type": "application/x-www-form-urlencoded" };
  expect((await send(base, "/sign-in", { body: many, headers: urlencoded })).status).toBe(413);
  expect((await send(base, "*")).status).toBe(400);
  const preflight = await send(base, "/api/v1/frameworks", { method: "OPTIONS" });
  expect(preflight.headers["access-control-allow-methods"]).toBe("GET, HEAD, OPTIONS");
});

test("public pages and files come from memory from the second or third reading on, just as Next sent them, to members as well", async () => {
  const { token } = await somebody();
  const common = ["etag", "content-type", "cache-control", "content-security-policy", "link", "content-disposition"];
  // What isn't there, and what answers a question, is made for each.
  const made = ["/nowhere", "/search"];
  const all = [...cached, ...files].filter((one) => !made.includes(one));
  let fromNext = 0;
  for (const path of all) {
    let before: Answer | null = null;
    await expect(async () => {
      const first = await answered(base, path);
      expect(first.status, path).toBe(200);
      before ??= first;
      await expect
        .poll(async () => (await send(base, path)).headers["cache-status"], { message: path })
        .toBe("framewise; hit");
      const kept = await send(base, `${path}?utm_source=x`, {
        headers: { cookie: `framewise-session=${token}`, "user-agent": "Odd/1.0" },
      });
      // What others write between the two readings makes the page anew: then both are taken again.
      expect([kept.headers["cache-status"], kept.status, kept.body], path).toEqual(["framewise; hit", 200, first.body]);
      for (const name of common) {
        const said = first.headers[name];
        // Files have none of Next.
        if (name !== "etag" || said) expect(kept.headers[name], `${name} of ${path}`).toBe(said);
      }
      expect(JSON.stringify(kept.headers) + kept.body, path).not.toMatch(/set-cookie|x-framewise|Odd\/1/);
      const { etag } = kept.headers;
      expect((await send(base, path, { headers: { "if-none-match": etag } })).status, path).toBe(304);
    }).toPass();
    if ((before as Answer | null)?.headers["cache-status"] === undefined) fromNext += 1;
    // What browsers ask for to go on to another page is no page.
    const data = await read(path, { rsc: "1" });
    expect(data.headers["cache-status"], path).toBeUndefined();
  }
  // What others change meanwhile the server reads anew by itself, so a few may be there before us.
  expect(fromNext).toBeGreaterThan(all.length / 2);
});

test("the headers of every public page fit into half of a proxy's smallest buffer, and no shared cache keeps it", async () => {
  for (const { path } of pages) {
    const { headers } = await send(base, path);
    const size = Object.entries(headers).reduce(
      (sum, [name, value]) => sum + name.length + String(value).length + 4,
      0,
    );
    expect(size, path).toBeLessThan(2_000);
    expect(headers["cache-control"], path).not.toContain("s-maxage");
    expect(headers["cache-control"], path).toMatch(/must-revalidate|no-cache|no-store/);
  }
});

test("what isn't there says so without scripts: header, words and status", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const { token } = await somebody();
  await context.addCookies([{ name: "framewise-session", value: token, url: base }]);
  const page = await context.newPage();
  for (const path of [
    "/nowhere",
    ...missing.filter((one) => !one.startsWith("/compare")),
    "/frameworks/nowhere/rate",
    "/frameworks/nowhere/suggest",
    "/shortlist/AAAAAAAAAAAAAAAAAAAAAA",
    "/decide/records/AAAAAAAAAAAAAAAAAAAAAA",
    "/decide/team/AAAAAAAAAAAAAAAAAAAAAA",
    "/suggestions/report?review=1",
    "/site/other",
    "/site/other/method",
    // Where the cached pages stood once, and what only rewrites lead to: no page has a second address.
    "/site/live",
    "/site/live/method",
    "/~home",
    "/%7Ehome",
    "/frameworks/~query?q=rails",
    "/frameworks/%7Equery",
    "/compare/gin-vs-koa/%7equery?diff=1",
    // Nothing stands below a page that has nothing to choose.
    "/method/other",
    "/frameworks/koa/other",
    // For an administrator, not for a member.
    "/moderation",
    "/people",
  ]) {
    const response = await page.goto(base + path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1 }), path).toHaveText("There is no such page.");
    await expect(page.getByRole("banner"), path).toBeVisible();
    await expect(page.getByRole("link", { name: "All frameworks" }).first(), path).toBeVisible();
    expect(await page.content(), path).not.toMatch(/og:image|localhost:3000/);
  }
  // A comparison keeps what is here, and says what isn't.
  for (const path of ["/compare/nope-vs-koa", "/compare/nope-vs-koa?diff=1"]) {
    const response = await page.goto(base + path);
    expect(response?.status(), path).toBe(404);
    await expect(page.getByText("Not in the catalogue: “nope”."), path).toBeVisible();
    await expect(page.getByRole("checkbox", { name: "Koa" }), path).toBeChecked();
  }
  await context.close();
});
