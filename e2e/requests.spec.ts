import crypto from "node:crypto";
import { expect } from "@playwright/test";
import { formsOf, multipart, send } from "../lib/testing/raw.ts";
import { elsewhere, newAddress, somebody, takenOver, test } from "./people";

// Requests that no browser of a well-meaning person sends. Each gets an answer below 500, with the security headers,
// that leads nowhere else; those that can't mean anything get a 4xx.

const base = process.env.BASE_URL ?? "";
const address = () => `10.7.${crypto.randomInt(1, 250)}.${crypto.randomInt(1, 250)}`;

interface Hostile {
  name: string;
  path: string;
  method?: string;
  headers?: Record<string, string | undefined>;
  body?: string | Buffer;
  chunked?: boolean;
  /** What else than a 4xx is right: a page that ignores the poison. */
  fine?: boolean;
}

async function signInForm() {
  const forms = formsOf((await send(base, "/sign-in")).body);
  const form = forms.find(({ text }) => text.includes("Password"));
  const reference = form?.fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[1] ?? "{}";
  const { id } = JSON.parse(reference) as { id: string };
  if (!form || !id) throw new Error("The sign-in form was not found.");
  return { form, id };
}

const origins = [
  undefined,
  "",
  "null",
  "undefined",
  "http://evil.example",
  "https://evil.example",
  "http://localhost",
  "http://localhost:1",
  `${base}.evil.example`,
  `${base}/`,
  base.replace("http:", "https:"),
  base.replace("http://", "http://user@"),
  "//localhost",
  "file://",
  "data:text/html,x",
  "http://[::1",
  `${base}, http://evil.example`,
  "\u00ff\u00fe",
];

/** Bodies for an action called by script: text that the Flight protocol can't or must not read. */
const flights = [
  "",
  "[",
  "]",
  "{}",
  "null",
  "0",
  '"x"',
  "[]",
  '["$F1"]',
  '["$F1","$K2"]',
  '["$K1"]',
  '["$undefined","$K1"]',
  '["$@1"]',
  '["$Q1"]',
  '["$W1"]',
  '["$i1"]',
  '["$L1"]',
  '["$A1"]',
  '["$V1"]',
  '["$R1"]',
  '["$r1"]',
  '["$X1"]',
  '["$B1"]',
  '["$T"]',
  '["$n99999999999999999999999"]',
  '["$nx"]',
  '["$D2026-99-99"]',
  '["$S"]',
  '["$1:__proto__:polluted"]',
  '["$1:constructor:constructor"]',
  '["$1:then:constructor","$1"]',
  '[{"__proto__":{"polluted":true}},{"__proto__":{"polluted":true}}]',
  '[{"then":"$F1"}]',
  '["$0"]',
  '["$0:0:0:0"]',
  '["$9999999999"]',
  '["$-1"]',
  '["$","$","$"]',
  `[${"[".repeat(5_000)}${"]".repeat(5_000)}]`,
  `["${"a".repeat(100_000)}"]`,
  "\u0000",
  '{"0":"[]","1":"x"}',
  '[{"status":"idle"},{"email":"a@example.org"}]',
];

/** Broken multipart bodies. The boundary is "b". */
const multiparts = [
  "",
  "--b",
  "--b--",
  "--b\r\n",
  "--b\r\n\r\n",
  "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--\r\n",
  '--b\r\nContent-Disposition: form-data; name="0"\r\n\r\nx',
  '--b\r\nContent-Disposition: form-data; name="0\r\n\r\nx\r\n--b--\r\n',
  '--c\r\nContent-Disposition: form-data; name="0"\r\n\r\n[]\r\n--c--\r\n',
  '--b\r\nContent-Disposition: attachment; name="0"\r\n\r\n[]\r\n--b--\r\n',
  `--b\r\n${"x".repeat(20_000)}: y\r\n\r\nz\r\n--b--\r\n`,
  "\u0000".repeat(500),
];

const actionFields: [string, string][][] = [
  [["$ACTION_REF_1", ""]],
  [["$ACTION_REF_", ""]],
  [["$ACTION_REF_999", ""]],
  [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", ""],
  ],
  [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", "{"],
  ],
  [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", "null"],
  ],
  [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", '{"id":"x","bound":"$@1"}'],
  ],
  [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", '{"id":"x","bound":null}'],
  ],
  [
    ["$ACTION_REF_1", ""],
    ["$ACTION_1:0", '{"id":{"__proto__":1},"bound":"$@9"}'],
  ],
  [["$ACTION_ID_", ""]],
  [["$ACTION_ID_x", ""]],
  [[`$ACTION_ID_${"7f".repeat(21)}`, ""]],
  [["$ACTION_ID___proto__", ""]],
  [["$ACTION_KEY", "k"]],
];

async function table(): Promise<Hostile[]> {
  const { form, id } = await signInForm();
  const own = { origin: base };
  const unknown = `40${"ab".repeat(20)}`;
  const valid = multipart([...form.fields, ["email", "a@example.org"], ["password", "x"]]);
  const rows: Hostile[] = [];

  for (const path of ["/sign-in", "/frameworks/koa", "/", "/api/auth/signin/github", "/api/auth/signout"]) {
    for (const origin of origins)
      rows.push({
        name: `origin ${String(origin)} to ${path}`,
        path,
        body: path.startsWith("/api") ? "csrfToken=x" : valid.body,
        headers: { origin, "content-type": path.startsWith("/api") ? "application/x-www-form-urlencoded" : valid.type },
      });
  }
  for (const action of [id, unknown]) {
    for (const flight of flights)
      rows.push({
        name: `flight ${flight.slice(0, 40)} to ${action === id ? "a known" : "an unknown"} action`,
        path: "/sign-in",
        body: flight,
        headers: { ...own, "next-action": action, "content-type": "text/plain;charset=UTF-8" },
      });
    for (const flight of flights.slice(0, 34)) {
      const { body, type } = multipart([
        ["0", flight],
        ["1", flight],
        ["1_x", "y"],
      ]);
      rows.push({
        name: `multipart flight ${flight.slice(0, 40)} to ${action === id ? "a known" : "an unknown"} action`,
        path: "/sign-in",
        body,
        headers: { ...own, "next-action": action, "content-type": type },
      });
    }
    for (const body of multiparts)
      rows.push({
        name: `broken multipart ${body.slice(0, 40)}`,
        path: "/sign-in",
        body,
        headers: { ...own, "next-action": action, "content-type": "multipart/form-data; boundary=b" },
      });
  }
  for (const body of multiparts)
    rows.push({
      name: `broken form ${body.slice(0, 40)}`,
      path: "/sign-in",
      body,
      headers: { ...own, "content-type": "multipart/form-data; boundary=b" },
      fine: true,
    });
  for (const fields of actionFields) {
    const { body, type } = multipart([...fields, ["email", "a@example.org"], ["password", "x"]]);
    rows.push({
      name: `form with ${fields.map(([name, value]) => `${name}=${value}`).join(" ")}`,
      path: "/sign-in",
      body,
      headers: { ...own, "content-type": type },
      fine: true,
    });
  }
  for (const [type, body] of [
    ["application/xml", "<x/>"],
    ["application/octet-stream", "x"],
    ["multipart/form-data", "x"],
    ["multipart/mixed; boundary=b", "--b--"],
    ["text/html", "<p>"],
    ["", "x"],
    ["multipart/form-data; boundary=", "x"],
    ["application/x-www-form-urlencoded", "email=%"],
    ["application/json", "{"],
  ] as const)
    rows.push({
      name: `type “${type}”`,
      path: "/sign-in",
      body,
      headers: { ...own, "next-action": id, "content-type": type || undefined },
    });
  for (const action of [
    "",
    "x",
    "../../etc/passwd",
    "null",
    "0".repeat(500),
    `${id}x`,
    id.toUpperCase().replace(/^\d\d/, "ZZ"),
    "\u00ff",
  ])
    rows.push({
      name: `action “${action.slice(0, 30)}”`,
      path: "/sign-in",
      body: "[]",
      headers: { ...own, "next-action": action, "content-type": "text/plain" },
    });
  for (const path of ["/sign-in", "/api/auth/signin/github"]) {
    rows.push(
      {
        name: `2 MB to ${path}`,
        path,
        body: Buffer.alloc(2_000_000, "a"),
        headers: { ...own, "content-type": "text/plain" },
      },
      {
        name: `one byte too many to ${path}`,
        path,
        body: Buffer.alloc(1_000_001, "a"),
        headers: { ...own, "content-type": valid.type },
      },
      {
        name: `no length to ${path}`,
        path,
        body: valid.body,
        chunked: true,
        headers: { ...own, "content-type": valid.type },
      },
      {
        name: `compressed to ${path}`,
        path,
        body: valid.body,
        headers: { ...own, "content-type": valid.type, "content-encoding": "gzip" },
      },
      {
        name: `forwarded host to ${path}`,
        path,
        body: valid.body,
        headers: { origin: "http://evil.example", "x-forwarded-host": "evil.example", "content-type": valid.type },
      },
    );
  }
  const json = { ...own, "content-type": "application/json" };
  for (const path of ["/api/auth/signin/github", "/api/auth/signin/oidc", "/api/auth/signout"]) {
    for (const body of [
      "{",
      "[]",
      "null",
      "1",
      '"x"',
      '{"csrfToken":{}}',
      '{"csrfToken":["a"]}',
      '{"callbackUrl":1}',
      '{"json":true}',
      '{"callbackUrl":"//evil.example"}',
      '{"callbackUrl":"https://evil.example"}',
      '{"callbackUrl":"javascript:alert(1)"}',
      '{"callbackUrl":"\\u0000"}',
      `{"csrfToken":"${"a".repeat(9_000)}"}`,
    ])
      rows.push({ name: `${body.slice(0, 40)} to ${path}`, path, body, headers: json });
  }
  for (const path of [
    "/api/auth",
    "/api/auth/nope",
    "/api/auth/__proto__",
    "/api/auth/constructor",
    "/api/auth/toString",
    "/api/auth/callback",
    "/api/auth/callback/nope",
    "/api/auth/callback/credentials",
    "/api/auth/callback/email",
    "/api/auth/callback/github/extra",
    "/api/auth/signin/nope",
    "/api/auth/signin/github/extra",
    "/api/auth/verify-request",
    "/api/auth/_log",
    "/api/auth/session/x",
    "/api/auth/csrf/x",
    "/api/auth/signin?callbackUrl=https://evil.example",
    "/api/auth/signin?callbackUrl=//evil.example",
    "/api/auth/signin?callbackUrl=%00",
    "/api/auth/signin?callbackUrl=javascript:alert(1)",
    "/api/auth/signin?callbackUrl=http://",
    "/api/auth/session?callbackUrl=nonsense",
    "/api/auth/csrf?callbackUrl=%5C%5Cevil.example",
    "/api/auth/signout?callbackUrl=https://evil.example",
    `/api/auth/error?error=${"a".repeat(9_000)}`,
    "/api/me/x",
  ])
    rows.push({ name: path.slice(0, 60), path });
  for (const path of [
    "/api/auth/session",
    "/api/auth/csrf",
    "/api/auth/providers",
    "/api/auth/callback/github",
    "/api/auth/nope",
    "/api/auth/_log",
  ])
    rows.push({ name: `post to ${path}`, path, body: "{}", headers: json });
  for (const query of [
    "",
    "?code=x",
    "?state=x",
    "?code=x&state=x",
    "?error=access_denied&state=x",
    "?code=%00&state=%FF",
    "?error=<script>alert(1)</script>",
    "?code=a&code=b&state=c&state=d",
    `?code=${"a".repeat(5_000)}`,
    "?oauth_token=x",
    "?iss=https://evil.example&code=x&state=y",
  ]) {
    for (const provider of ["github", "oidc"])
      rows.push({
        name: `callback of ${provider} ${query.slice(0, 40)}`,
        path: `/api/auth/callback/${provider}${query}`,
        fine: true,
      });
  }
  const poisons = [
    "next-auth.callback-url=nonsense",
    "next-auth.callback-url=%00",
    "next-auth.callback-url=https://evil.example",
    "next-auth.csrf-token=x",
    "next-auth.csrf-token=%7C",
    "next-auth.state=x; next-auth.pkce.code_verifier=x; next-auth.nonce=x",
    "framewise-session=",
    "framewise-session=x",
    `framewise-session=${"a".repeat(43)}`,
    `framewise-session=${"a".repeat(6_000)}`,
    "framewise-session=%E0%A4%A",
    "framewise-session='; DROP TABLE session; --",
    "framewise-session=a; framewise-session=b",
    "framewise-next=https://evil.example; framewise-save=../../x; framewise-connect=y",
    "framewise-next=//evil.example; framewise-save=%00",
    "framewise-member=1",
    "=; ;;; a=b=c; \u00ff",
  ];
  for (const cookie of poisons) {
    for (const path of [
      "/",
      "/sign-in",
      "/account",
      "/sign-in/done",
      "/api/me",
      "/api/auth/session",
      "/api/auth/signin",
      "/api/auth/callback/github?code=x&state=x",
    ])
      rows.push({ name: `cookie ${cookie.slice(0, 40)} to ${path}`, path, headers: { cookie }, fine: true });
    rows.push({
      name: `cookie ${cookie.slice(0, 40)} to an action`,
      path: "/sign-in",
      body: valid.body,
      headers: { ...own, "content-type": valid.type, cookie },
    });
  }
  for (const next of [
    "https://evil.example",
    "//evil.example",
    "/%5Cevil.example",
    "%09//evil.example",
    "javascript:alert(1)",
    "%00",
    "a".repeat(5_000),
  ]) {
    rows.push({ name: `next ${next.slice(0, 30)}`, path: `/sign-in?next=${next}`, fine: true });
    for (const field of ["next", "email", "password"]) {
      const { body, type } = multipart([
        ...form.fields,
        ["email", "a@example.org"],
        ["password", "x"],
        [field, decodeURIComponent(next)],
      ]);
      rows.push({
        name: `${field} ${next.slice(0, 30)}`,
        path: "/sign-in",
        body,
        headers: { ...own, "content-type": type },
      });
    }
  }
  for (const token of ["", "x", "a".repeat(43), "%00", "%27", "a".repeat(10_000), "&token=b", "[]"])
    for (const path of ["/sign-in/link", "/sign-up/confirm", "/reset/confirm", "/reset/address", "/account/email"])
      rows.push({ name: `token ${token.slice(0, 20)} on ${path}`, path: `${path}?token=${token}`, fine: true });
  return rows;
}

test("no hostile request to an action, a form or an auth route gets a 5xx, and what means nothing gets a 4xx", async () => {
  test.setTimeout(300_000);
  const rows = await table();
  expect(new Set(rows.map(({ name }) => name)).size).toBeGreaterThan(250);
  const wrong: string[] = [];
  const seen: Record<number, number> = {};
  for (let start = 0; start < rows.length; start += 8) {
    const batch = rows.slice(start, start + 8);
    const answers = await Promise.all(
      batch.map(({ path, ...options }) =>
        send(base, path, { ...options, headers: { "x-forwarded-for": address(), ...options.headers } }),
      ),
    );
    answers.forEach(({ status, headers, body }, index) => {
      const row = batch[index];
      if (!row) return;
      seen[status] = (seen[status] ?? 0) + 1;
      if (status < 200 || status >= 500) wrong.push(`${status} ${row.name}`);
      if (!row.fine && (status < 400 || status >= 500)) wrong.push(`${status}, not 4xx: ${row.name}`);
      if (headers["content-security-policy"] === undefined) wrong.push(`no policy: ${row.name}`);
      if (headers.location && new URL(headers.location, base).origin !== base)
        wrong.push(`leads to ${headers.location}: ${row.name}`);
      if (body.includes("<script>alert(1)")) wrong.push(`reflected: ${row.name}`);
      if (row.fine !== true && body.length === 0) wrong.push(`blank: ${row.name}`);
    });
  }
  expect(wrong).toEqual([]);
  console.log(`${rows.length} hostile requests: ${JSON.stringify(seen)}`);
});

test("a poisoned cookie breaks no page for who is signed in", async () => {
  const { token, email } = await somebody();
  for (const poison of ["next-auth.callback-url=nonsense", "next-auth.csrf-token=%7C", "framewise-next=%00"]) {
    const { status, body } = await send(base, "/account", {
      headers: { cookie: `${poison}; framewise-session=${token}` },
    });
    expect(status).toBe(200);
    expect(body).toContain(email);
  }
});

test("the rest of the product is unharmed: nothing was polluted, and the server is the same process", async ({
  request,
}) => {
  expect(await (await request.get("/api/me")).json()).toEqual({ viewer: null });
  expect((await request.get("/sign-in")).status()).toBe(200);
});

test("every kind of answer carries the security headers and a policy without unsafe scripts", async () => {
  for (const [path, options] of [
    ["/", {}],
    ["/frameworks?q=x", {}],
    ["/frameworks/koa", {}],
    ["/sign-in", {}],
    ["/account", {}],
    ["/nowhere", {}],
    ["/%", {}],
    ["/api/me", {}],
    ["/api/auth/session", {}],
    ["/robots.txt", {}],
    ["/logos.svg", {}],
    ["/frameworks/koa/card.png", {}],
    ["/", { method: "PUT" }],
    ["/sign-in", { body: "x", headers: { origin: "null" } }],
  ] as const) {
    const { headers, status } = await send(base, path, options);
    for (const name of [
      "content-security-policy",
      "x-content-type-options",
      "x-frame-options",
      "referrer-policy",
      "permissions-policy",
      "cross-origin-opener-policy",
    ])
      expect(headers[name], `${name} of ${status} ${path}`).toBeDefined();
    expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe/);
  }
});

test("the mark that tells our scripts from smuggled ones is in no answer: not in pages, headers, data or actions", async () => {
  const { form, id } = await signInForm();
  const { body, type } = multipart([...form.fields, ["email", "a@example.org"], ["password", "x"]]);
  const own = { origin: base, "x-forwarded-for": address() };
  const answers = await Promise.all([
    ...[
      "/",
      "/frameworks",
      "/frameworks/koa",
      "/frameworks?q=x",
      "/compare/gin-vs-koa",
      "/sign-in",
      "/nowhere",
      "/check-mail",
    ].flatMap((path) => [
      send(base, path),
      send(base, path, { headers: { rsc: "1" } }),
      send(base, path, {
        headers: { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/_tree" },
      }),
    ]),
    send(base, "/sign-in", { body, headers: { ...own, "content-type": type } }),
    send(base, "/nowhere", { body: "x=1", headers: { ...own, "content-type": "application/x-www-form-urlencoded" } }),
    send(base, "/sign-in", { body, headers: { ...own, "content-type": type, "next-action": id } }),
  ]);
  for (const { status, headers, body: text } of answers)
    expect(`${JSON.stringify(headers)}${text}`, `${status}`).not.toMatch(
      /nonce=\\?"?[0-9a-f]{64}|"nonce\\*":\\*"[0-9a-f]{64}/,
    );
});

test("over https, cookies are bound to the host and the policy says so", async () => {
  const site = process.env.PUBLIC_URL ?? "";
  const { headers } = await send(site, "/api/auth/csrf");
  expect(headers["set-cookie"]?.join(" ")).toContain("__Host-next-auth.csrf-token");
  expect(headers["strict-transport-security"]).toContain("max-age=");
  expect((await send(site, "/sign-in")).headers["content-security-policy"]).toContain("upgrade-insecure-requests");
  const forms = formsOf((await send(site, "/frameworks/koa")).body);
  const save = forms.find(({ text }) => text.includes("Save"));
  if (!save) throw new Error("no form");
  const { body, type } = multipart(save.fields);
  const pressed = await send(site, "/frameworks/koa", {
    body,
    headers: { "content-type": type, origin: "https://framewise.example", host: "internal:3000" },
  });
  expect([pressed.status, pressed.headers["set-cookie"]?.join(" ")]).toEqual([
    200,
    expect.stringMatching(/framewise-saved=koa;.*Secure; SameSite=lax/i),
  ]);
});

test("behind a proxy that speaks https, what an action leads to comes with its answer", async ({ browser }) => {
  const { extraHTTPHeaders } = elsewhere();
  const context = await browser.newContext({ extraHTTPHeaders: { ...extraHTTPHeaders, "x-forwarded-proto": "https" } });
  const page = await context.newPage();
  await page.goto("/reset");
  await page.getByLabel("E-mail").fill(newAddress());
  const button = page.getByRole("button", { name: "Mail me a link" });
  await takenOver(button);
  // Read at once: the browser lets go of an answer when the page goes on.
  const answered = page
    .waitForResponse((response) => response.request().method() === "POST")
    .then(async (answer) => ({ to: answer.headers()["x-action-redirect"], text: await answer.text() }));
  await button.click();
  const { to, text } = await answered;
  await expect(page).toHaveURL(/\/check-mail/);
  expect(to).toMatch(/^\/check-mail/);
  expect(text).toContain("Check your mail");
});
