import { expect, it } from "vitest";
import { isOwnOrigin, methodsOf, refusal, refusalPage } from "./request-rules.mjs";

const site = "https://framewise.example";
const find = (url: string) => (/\.(svg|png)$/.test(url) ? { cached: true, handler: true, countless: false } : null);
const get = (url: string | undefined, method: string | undefined = "GET") => refusal({ method, url }, site, find);

it("lets well-formed addresses pass, whatever their query holds", () => {
  for (const url of [
    "/",
    "/frameworks/laravel",
    "/frameworks?q=%",
    "/frameworks?q=%E0%A4%A",
    "/a%20b",
    "/%F0%9F%92%A9",
  ]) {
    expect(get(url)).toBeNull();
  }
});

it("refuses a path that can't be decoded, or that decodes to a zero byte", () => {
  for (const url of ["/%", "/%E0%A4%A", "/x/%C0%AF", "/%u0041", "/%ED%A0%80", "/x%00y"])
    expect(get(url)?.status).toBe(400);
});

it("refuses what is no address of a site", () => {
  for (const url of ["*", "framewise.example:443", "?q=x"]) expect(get(url)?.status).toBe(400);
});

it("refuses methods that nothing here answers, and endless addresses", () => {
  for (const method of ["TRACE", "PUT", "DELETE", "PATCH", "BREW", ""]) expect(get("/", method)?.status).toBe(405);
  expect(get(`/${"a".repeat(20_000)}`)?.status).toBe(414);
  expect(get(undefined)?.status).toBe(414);
});

it("says what an address takes: forms go to pages and to signing in, files can only be read", () => {
  expect(methodsOf("/frameworks/koa", { cached: true, handler: false, countless: false })).toBe(
    "GET, HEAD, POST, OPTIONS",
  );
  expect(methodsOf("/api/auth/signin/github", { cached: false, handler: true, countless: false })).toBe(
    "GET, HEAD, POST, OPTIONS",
  );
  expect(methodsOf("/frameworks/koa/badge.svg", { cached: true, handler: true, countless: false })).toBe(
    "GET, HEAD, OPTIONS",
  );
});

it("answers with a page that never repeats what was sent", () => {
  const refused = get("/%<script>");
  expect(refused && refusalPage(refused)).not.toContain("<script>");
});

it("takes posts from this site only: its configured address, or the very host that was asked", () => {
  expect(isOwnOrigin("https://framewise.example", "internal:3000", site)).toBe(true);
  expect(isOwnOrigin("http://127.0.0.1:3000", "127.0.0.1:3000", "http://localhost:3000")).toBe(true);
  expect(isOwnOrigin("https://localhost:3000", "localhost:3000", "http://localhost:3000")).toBe(false);
  for (const origin of [
    undefined,
    "",
    "null",
    "https://evil.example",
    "https://framewise.example.evil.example",
    "http://framewise.example",
    "https://framewise.example:444",
    "https://framewise.example/",
    "https://user@framewise.example",
    "framewise.example",
    "file://",
    "chrome-extension://abc",
    "https://framewise.example, https://evil.example",
  ])
    expect(isOwnOrigin(origin, "internal:3000", site), String(origin)).toBe(false);
});

const form = "multipart/form-data; boundary=----abc";

it("a mail program may end letters without saying where it is, at that address alone, and with a form of known length", () => {
  const handler = () => ({ cached: false, handler: true, countless: false });
  const length = { "content-length": "26" };
  const post = (url: string, headers: Record<string, string> = length) =>
    refusal(
      { method: "POST", url, headers: { "content-type": "application/x-www-form-urlencoded", ...headers } },
      site,
      handler,
    )?.status ?? null;
  expect(post("/unsubscribe/abc-_123")).toBeNull();
  expect(post("/unsubscribe/abc", { ...length, origin: "https://mail.example" })).toBeNull();
  expect(methodsOf("/unsubscribe/abc", handler())).toBe("GET, HEAD, POST, OPTIONS");
  for (const url of ["/unsubscribe", "/unsubscribe/", "/unsubscribe/abc/x", "/unsubscribe/..", "/feed/abc"])
    expect(post(url), url).toBe(405);
  expect(post("/unsubscribe/abc", {})).toBe(411);
  expect(post("/unsubscribe/abc", { ...length, "content-type": "application/json" })).toBe(400);
});

it("reads only bodies that say their length and a type of ours, up to a megabyte", () => {
  const post = (headers: Record<string, string>, url = "/sign-in") =>
    refusal(
      {
        method: "POST",
        url,
        headers: { origin: site, "content-length": "10", "content-type": form, ...headers },
      },
      site,
      find,
    )?.status ?? null;
  expect(post({})).toBeNull();
  expect(post({ "content-type": "text/plain;charset=UTF-8", "next-action": "7f".repeat(21) })).toBeNull();
  // Neither a form nor an action: Next would take it for a reading of the page.
  expect(post({ "content-type": "text/plain;charset=UTF-8" })).toBe(400);
  expect(post({ "content-type": "application/json" }, "/api/auth/signout")).toBeNull();
  expect(post({}, "/frameworks/koa/badge.svg")).toBe(405);
  expect(post({ "content-length": "1000000" })).toBeNull();
  expect(post({ "content-length": "1000001" })).toBe(413);
  expect(post({ "content-length": "-1" })).toBe(411);
  expect(post({ "transfer-encoding": "chunked" })).toBe(411);
  expect(post({ "content-type": "multipart/form-data" })).toBe(415);
  expect(post({ "content-type": "application/xml" })).toBe(415);
  expect(post({ "content-encoding": "gzip" })).toBe(415);
  expect(post({ "next-action": "x" })).toBe(400);
  expect(post({ "next-action": "7f".repeat(21) })).toBeNull();
  expect(post({ origin: "null" })).toBe(403);
});
