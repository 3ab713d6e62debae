import http from "node:http";
import { expect, test } from "@playwright/test";

const long = "a".repeat(10_000);
const slugs = [
  "django",
  "rails",
  "gin",
  "koa",
  "express",
  "flask",
  "laravel",
  "phoenix",
  "nestjs",
  "hono",
  "axum",
  "rocket",
  "echo",
];
const fifty = Array.from({ length: 50 }, (_, index) => `framework-${index}`);

/** Pieces that break parsers, paths, queries and templates. */
const pieces = [
  "%25",
  "%25E0%25A4",
  "%2525",
  "%",
  "%%",
  "%E0%A4%A",
  "%C0%AF",
  "%ff%fe",
  "%00",
  "%0d%0aSet-Cookie:x=1",
  "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
  "..%5c..%5cwin.ini",
  "%252e%252e%252f",
  "%u0041",
  "%F0%9F%92%A9",
  "%E2%80%AE",
  "'",
  "%22",
  "%3Cscript%3Ealert(1)%3C/script%3E",
  "${7*7}",
  "{{7*7}}",
  "%24%7B7*7%7D",
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "null",
  "undefined",
  "NaN",
  "-1",
  "0",
  "1e309",
  "[object%20Object]",
  "true",
  "*",
  ";",
  "|",
  "\\",
  "a%20b",
  "A",
  "Laravel",
  "laravel%20",
  "laravel/",
  "laravel.json",
  "laravel..",
  "-",
  "--",
  "-vs-",
  "a-vs-",
  "-vs-a",
  "live",
  "query",
  "index.json",
  "_next",
  "'%20OR%20'1'='1",
  "1;DROP%20TABLE%20framework",
  "%ED%A0%80",
  "%EF%BF%BF",
  "x%09y",
  "~",
  "!",
  "@",
  "$",
  "&",
  "=",
  "+",
  ",",
  ":",
  long,
] as const;

const paths: string[] = [
  ...pieces.flatMap((piece) => [
    `/frameworks/${piece}`,
    `/compare/${piece}`,
    `/sources/${piece}`,
    `/frameworks?q=${piece}`,
    `/frameworks?language=${piece}&page=${piece}`,
  ]),
  ...pieces.map((piece) => `/compare/django-vs-${piece}`),
  ...pieces.map((piece) => `/compare?f=${piece}&f=django`),
  ...pieces.map((piece) => `/compare/django-vs-rails?rows=${piece}&asof=${piece}&diff=${piece}`),
  ...pieces.map((piece) => `/frameworks/export?format=${piece}`),
  ...pieces.map((piece) => `/compare/${piece}/markdown`),
  ...pieces.map((piece) => `/decide?f=${piece}&w=${piece}&language=${piece}&until=${piece}&has=${piece}&open=${piece}`),
  ...pieces.map((piece) => `/decide?w=learning.${piece}&w-testing=${piece}&a=goal.${piece}&preset=${piece}&go=1`),
  ...pieces.map((piece) => `/decide/questions?goal=${piece}&knows=${piece}`),
  ...pieces.flatMap((piece) => [`/decide/record?knows=${piece}`, `/decide/records/${piece}`]),
  ...pieces.map((piece) => `/decide/records/${piece}/markdown`),
  ...pieces.flatMap((piece) => [`/decide/team/${piece}`, `/decide/join/${piece}`]),
  ...pieces.flatMap((piece) => [`/api/v1/${piece}`, `/api/v1/claims/${piece}`, `/api/v1/frameworks?cursor=${piece}`]),
  ...pieces.map((piece) => `/api/v1/decisions?f=${piece}&w=${piece}&${piece}=1`),
  ...pieces.map((piece) => `/frameworks/${piece}/badge.svg`),
  ...pieces.flatMap((piece) => [`/suggestions/report?review=${piece}`, `/suggestions/report?record=${piece}`]),
  ...pieces.map((piece) => `/frameworks/django/suggest?kind=${piece}&claim=${piece}`),
  ...pieces.map((piece) => `/frameworks/django/suggest?way=${piece}&fact=${piece}&check=${piece}`),
  ...pieces.map((piece) => `/frameworks/django/suggest?release=${piece}&measure=${piece}`),
  `/decide?f=${fifty.join(",")}&w=${fifty.map((name) => `${name}.5`).join(",")}`,
  "/decide/card.png?language=%22%3E%3Cscript%3Ealert(1)%3C/script%3E",
  ...pieces.map((piece) => `/site/${piece}`),
  ...pieces.map((piece) => `/${piece}`),
  `/compare/${fifty.join("-vs-")}`,
  `/compare/${slugs.join("-vs-")}`,
  `/compare?${fifty.map((slug) => `f=${slug}`).join("&")}`,
  `/compare?go=1&${slugs.map((slug) => `f=${slug}`).join("&")}`,
  `/frameworks?${fifty.map((slug) => `pick=${slug}`).join("&")}`,
  `/frameworks?${Array.from({ length: 900 }, (_, index) => `has=x${index}`).join("&")}`,
  "/frameworks?page=99999999999999999999",
  "/frameworks?sort=-,-,-name,--name,stars,stars",
  "/frameworks?cols=&group=&sort=&q=",
  "/frameworks?q[]=1&q[a]=2&q=3",
  "/frameworks?%71=rails",
  "/frameworks/laravel?_rsc=1",
  "/frameworks/laravel/card.png",
  "/frameworks/nope/card.png",
  "/compare/a-vs-b/card.png",
  "/frameworks/laravel/../../../etc/passwd",
  "//evil.example/%2f..",
  "/\\evil.example",
  "/_next/image?url=https://example.org/x.png&w=64&q=75",
  "/_next/static/../../package.json",
  "/.env",
  "/.git/config",
  "/logos.svg?x=%00",
];

/** The path as it is: Playwright's client would tidy it up first. */
function get(
  base: URL,
  path: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: string; type: string; location?: string }> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: base.hostname, port: base.port, path, method: options.method ?? "GET", headers: options.headers ?? {} },
      (response) => {
        let body = "";
        response.on("data", (chunk) => (body += chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            body,
            type: response.headers["content-type"] ?? "",
            ...(response.headers.location ? { location: response.headers.location } : {}),
          }),
        );
      },
    );
    request.setTimeout(30_000, () => request.destroy(new Error(`No answer to ${path.slice(0, 80)}`)));
    request.on("error", reject);
    request.end();
  });
}

test("no malformed or hostile address gets a 5xx, a blank page, its own text as HTML, or a way off this site", async ({
  baseURL,
}) => {
  test.setTimeout(300_000);
  const base = new URL(baseURL ?? "");
  expect(new Set(paths).size).toBeGreaterThan(1_400);
  const wrong: string[] = [];
  for (let start = 0; start < paths.length; start += 8) {
    const batch = paths.slice(start, start + 8);
    const answers = await Promise.all(batch.map((path) => get(base, path)));
    answers.forEach(({ status, body, type, location }, index) => {
      const path = batch[index]?.slice(0, 90);
      if (status < 200 || status >= 500) wrong.push(`${status} ${path}`);
      if (status < 300 && body.length === 0) wrong.push(`blank ${path}`);
      // As JSON (with nosniff) it is text; as HTML it would run.
      if (!type.includes("json") && body.includes("<script>alert(1)")) wrong.push(`reflected ${path}`);
      if (location && new URL(location, base).host !== base.host) wrong.push(`leads to ${location} ${path}`);
    });
  }
  expect(wrong).toEqual([]);
});

test("other methods and odd headers get an answer below 500", async ({ baseURL }) => {
  const base = new URL(baseURL ?? "");
  const wrong: string[] = [];
  for (const path of [
    "/",
    "/frameworks",
    "/frameworks/django",
    "/frameworks?q=x",
    "/compare/django-vs-rails",
    "/robots.txt",
    "/frameworks/export",
  ]) {
    for (const method of ["HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "TRACE"]) {
      const { status } = await get(base, path, { method });
      if (status >= 500) wrong.push(`${status} ${method} ${path}`);
    }
    for (const headers of [
      { RSC: "1" },
      { "Next-Router-State-Tree": "%" },
      { Accept: "x/y" },
      { "Accept-Encoding": "gzip;q=x" },
      { Cookie: "a=%E0%A4%A; theme=\u00ff" },
      { "If-None-Match": "*" },
      { Range: "bytes=9-1" },
    ]) {
      const { status } = await get(base, path, { headers: headers as unknown as Record<string, string> });
      if (status >= 500) wrong.push(`${status} ${JSON.stringify(headers)} ${path}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("an unknown framework, source, pair or export format is a 4xx, not a page of nothing", async ({ request }) => {
  for (const path of [
    "/frameworks/nope",
    "/sources/nope",
    "/compare/nope-vs-django",
    `/compare/${slugs.join("-vs-")}`,
    "/frameworks/export?format=exe",
    "/site/other",
    "/nope",
  ]) {
    const { status } = { status: (await request.get(path)).status() };
    expect(status, path).toBeGreaterThanOrEqual(400);
    expect(status, path).toBeLessThan(500);
  }
});
