import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it, vi } from "vitest";
import { answer, type Outcome } from "./answer.mjs";
import { encodingFor } from "./compress.mjs";
import { keeper } from "./kept.mjs";
import { stampHeader, writeStamp } from "./stamp.mjs";

const kept = keeper();
let server: http.Server | undefined;
afterEach(() => server?.close());

/** Asks a server whose handler is given, behind the wrapper. */
async function ask(
  handler: (response: http.ServerResponse) => void,
  init: RequestInit = {},
  outcome: Outcome = { begun: false, status: null },
): Promise<Response> {
  server?.close();
  server = http.createServer((request, response) => {
    request.resume();
    answer(request, response, "1", {
      site: { url: "https://framewise.example", formTargets: [] },
      marker: "m".repeat(64),
      known: new Set<string>(),
      sheets: new Map(),
      kept,
      notFound: Buffer.from("<html><h1>There is no such page.</h1></html>"),
      outcome: () => outcome,
    });
    handler(response);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { redirect: "manual", ...init });
}

const fail = (answered: http.ServerResponse) => {
  answered.writeHead(503);
  answered.end();
};

it("replaces an error's body, whatever its encoding, by a page that needs no script", async () => {
  const response = await ask((answered) => {
    answered.statusCode = 500;
    answered.setHeader("content-type", "text/html");
    answered.setHeader("content-encoding", "gzip");
    answered.write("not gzip at all");
    answered.end("nor this");
  });
  expect(response.status).toBe(500);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const text = await response.text();
  expect(text).toContain("<h1>This page could not be shown</h1>");
  expect(text).not.toContain("gzip");
});

it("fills an error without a body, and keeps a head without one", async () => {
  expect(await (await ask(fail)).text()).toContain("could not be shown");
  const head = await ask(fail, { method: "HEAD" });
  expect([head.status, await head.text()]).toEqual([500, ""]);
});

it("says that the database is away where that was why, and when to try again, and never over an answer that was made", async () => {
  const away = { begun: false, status: null, away: true };
  for (const init of [{}, { method: "POST", body: "x" }]) {
    const response = await ask(fail, init, away);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "30"]);
    expect(await response.text()).toContain("The database can't be reached right now");
  }
  // As when a page from the cache is served, and could not be rendered anew behind it.
  const whole = await ask((answered) => answered.end("whole"), {}, away);
  expect([whole.status, await whole.text()]).toEqual([200, "whole"]);
});

it("takes a post that failed before an action began for the sender's fault, and one that failed after for ours", async () => {
  const post = { method: "POST", body: "x" };
  const unread = await ask(fail, post);
  expect([unread.status, (await unread.text()).includes("could not be read")]).toEqual([400, true]);
  expect((await ask(fail, post, { begun: true, status: null })).status).toBe(500);
});

it("gives an answer the status and the waiting time that its action asked for", async () => {
  const page = (answered: http.ServerResponse) => {
    answered.setHeader("content-type", "text/html");
    answered.end("<p>too often</p>");
  };
  const response = await ask(page, { method: "POST", body: "x" }, { begun: true, status: 429, retryAfter: 60 });
  expect([response.status, response.headers.get("retry-after")]).toEqual([429, "60"]);
});

it("says in words what Next would answer blank: that a page isn't there, that a form reached no action", async () => {
  const missing = await ask((answered) => {
    answered.statusCode = 404;
    answered.setHeader("content-type", "text/html");
    answered.setHeader("etag", '"of-the-blank-page"');
    answered.write('<!DOCTYPE html><html id="__next_error__">');
    answered.end("<body></body></html>");
  });
  expect([missing.status, await missing.text(), missing.headers.get("etag")]).toEqual([
    404,
    expect.stringContaining("There is no such page."),
    null,
  ]);
  const page = (answered: http.ServerResponse) => {
    answered.setHeader("content-type", "text/html");
    answered.end("<p>the page, read</p>");
  };
  const formless = await ask(page, { method: "POST", body: "x" });
  expect([formless.status, (await formless.text()).includes("could not be read")]).toEqual([400, true]);
  expect((await ask(page, { method: "POST", body: "x" }, { begun: true, status: null })).status).toBe(200);
});

it("has shared caches ask each time: nothing could take a page from them after a vote", async () => {
  for (const status of [200, 304, 404]) {
    const { headers } = await ask((answered) => {
      answered.statusCode = status;
      answered.setHeader("cache-control", "s-maxage=3600, stale-while-revalidate=31532400");
      answered.end();
    });
    expect(headers.get("cache-control")).toBe("public, max-age=0, must-revalidate");
  }
});

it("says by which tags a page can be taken from a cache, and that one in front mustn't keep what wasn't looked at", async () => {
  vi.stubEnv("PURGE_URL", "https://api.cloudflare.com/client/v4/zones/ID");
  vi.stubEnv("PURGE_STYLE", "cloudflare");
  const told = async (status: number, stamp?: string, init: RequestInit = {}) => {
    const { headers } = await ask(
      (answered) => {
        answered.statusCode = status;
        if (stamp) answered.setHeader(stampHeader, stamp);
        answered.end();
      },
      init,
      { begun: true, status: null },
    );
    return ["cache-tag", "surrogate-key", "cloudflare-cdn-cache-control", stampHeader].map((name) => headers.get(name));
  };
  const stamp = writeStamp(1_700_000_000_000, "_N_T_/layout,catalogue,framework:koa");
  for (const status of [200, 304])
    expect(await told(status, stamp)).toEqual([
      "catalogue,framework:koa",
      "catalogue framework:koa",
      "max-age=0, must-revalidate",
      null,
    ]);
  const post = { method: "POST", body: "x" };
  for (const [status, said, init] of [
    [200, undefined, {}],
    [404, stamp, {}],
    [500, stamp, {}],
    [200, stamp, post],
  ] as const)
    expect((await told(status, said, init)).filter((one) => one !== null)).toEqual([]);
  vi.unstubAllEnvs();
});

it("keeps all headers of a page below 2 KB, in however many scripts Next wrote its data", async () => {
  const marker = "m".repeat(64);
  const { headers } = await ask((answered) => {
    answered.setHeader("content-type", "text/html");
    answered.setHeader("etag", '"abc"');
    for (let index = 0; index < 120; index += 1)
      answered.write(`<script nonce="${marker}">self.__next_f.push([1,"${index}"])</script>`);
    answered.end();
  });
  expect(headers.get("content-security-policy")).toContain("sha256-");
  expect([...headers].reduce((sum, [name, value]) => sum + name.length + value.length + 4, 0)).toBeLessThan(2_048);
});

it("leaves JSON errors and everything below 500 as they are", async () => {
  const problem = await ask((answered) => {
    answered.statusCode = 500;
    answered.setHeader("content-type", "application/problem+json");
    answered.end('{"title":"x"}');
  });
  expect(await problem.json()).toEqual({ title: "x" });
  const fine = await ask((answered) => {
    answered.write("a");
    answered.end("b");
  });
  expect([fine.status, await fine.text()]).toEqual([200, "ab"]);
});

it("sends one location where Next set two", async () => {
  const response = await ask((answered) => {
    answered.statusCode = 308;
    answered.setHeader("location", ["/a", "/a"]);
    answered.end();
  });
  expect([response.status, response.headers.get("location")]).toEqual([308, "/a"]);
});

it("shows the marker of its own scripts nowhere, in no header and no body", async () => {
  const marker = "m".repeat(64);
  for (const [type, status] of [
    ["text/html", 200],
    ["text/html", 404],
    ["text/x-component", 200],
    ["image/png", 200],
  ] as const) {
    const response = await ask((answered) => {
      answered.statusCode = status;
      answered.setHeader("content-type", type);
      answered.setHeader(
        "link",
        `</a.woff2>; rel=preload; as="font"; nonce="${marker}"; type="font/woff2", </b.css>; rel=preload; as="style"; nonce="${marker}"`,
      );
      answered.end(type === "image/png" ? "x" : `<script nonce="${marker}">push("${marker}")</script>`);
    });
    expect(JSON.stringify([...response.headers]) + (await response.text()), `${type} ${status}`).not.toContain(marker);
    expect(response.headers.get("link")).toBe(
      '</a.woff2>; rel=preload; as="font"; type="font/woff2", </b.css>; rel=preload; as="style"',
    );
  }
});

it("secures every kind of answer, and leaves the policy of a page that didn't change alone", async () => {
  for (const [type, status] of [
    ["text/html", 200],
    ["text/html", 500],
    ["image/png", 200],
    ["application/json", 404],
    ["text/html", 302],
  ] as const) {
    const { headers } = await ask((answered) => {
      answered.writeHead(status, { "content-type": type });
      answered.end("x");
    });
    for (const name of [
      "content-security-policy",
      "x-content-type-options",
      "x-frame-options",
      "referrer-policy",
      "strict-transport-security",
      "permissions-policy",
      "cross-origin-opener-policy",
    ])
      expect(headers.get(name), `${name} of ${type} ${status}`).not.toBeNull();
    const policy = headers.get("content-security-policy");
    for (const rule of [/(?:object|default)-src 'none'/, /base-uri 'none'/, /frame-ancestors 'none'/])
      expect(policy, `${type} ${status}`).toMatch(rule);
  }
  const same = await ask((answered) => {
    answered.statusCode = 304;
    answered.end();
  });
  expect(same.headers.get("content-security-policy")).toBeNull();
});

it("compresses what shrinks, with brotli where it is accepted, and marks its validator as weak", async () => {
  const text = "<p>framework</p>".repeat(500);
  const page = (answered: http.ServerResponse) => {
    answered.setHeader("content-type", "text/html; charset=utf-8");
    answered.setHeader("etag", '"abc"');
    answered.end(text);
  };
  for (const [accepted, used] of [
    ["gzip, deflate, br", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["identity", null],
  ] as const) {
    const response = await ask(page, { headers: { "accept-encoding": accepted } });
    expect(response.headers.get("content-encoding")).toBe(used);
    expect(response.headers.get("vary")).toContain("Accept-Encoding");
    expect(response.headers.get("etag")).toBe(used ? 'W/"abc"' : '"abc"');
    expect(await response.text()).toBe(text);
  }
  const picture = await ask((answered) => {
    answered.setHeader("content-type", "image/png");
    answered.end(Buffer.alloc(5000));
  });
  expect(picture.headers.get("content-encoding")).toBeNull();
  expect((await picture.arrayBuffer()).byteLength).toBe(5000);
});

it("chooses an encoding as the header says, never one that is refused", () => {
  expect([undefined, "", "*", "gzip;q=0", "br;q=0.0, *", "GZIP", "x"].map((one) => encodingFor(one))).toEqual([
    null,
    null,
    "gzip",
    null,
    "gzip",
    "gzip",
    null,
  ]);
});

it("prepares the same bytes once, and other bytes under the same address anew", async () => {
  let text = "<p>first</p>".repeat(300);
  const page = (answered: http.ServerResponse) => {
    answered.setHeader("content-type", "text/html");
    answered.setHeader("etag", `"${text.length}${text.slice(3, 8)}"`);
    answered.end(text);
  };
  const before = kept.size;
  expect(await (await ask(page)).text()).toBe(text);
  const once = kept.size;
  expect(once).toBeGreaterThan(before);
  expect(await (await ask(page)).text()).toBe(text);
  expect(kept.size).toBe(once);
  text = "<p>other</p>".repeat(300);
  expect(await (await ask(page)).text()).toBe(text);
  expect((await ask(page)).headers.get("content-security-policy")).toContain("script-src 'self'");
});

it("keeps what was used last within its limit of bytes", () => {
  const small = keeper(3_000);
  for (let index = 0; index < 20; index += 1) {
    small.set(`${index}`, { body: Buffer.alloc(300), policy: null, encoding: null });
    small.get("0");
    expect(small.size).toBeLessThanOrEqual(3_000);
  }
  expect(small.get("0")).toBeDefined();
  expect(small.get("19")).toBeDefined();
  expect(small.get("5")).toBeUndefined();
});

it("counts what keys cost as well: many small answers under long addresses stay within the limit", () => {
  const full = keeper(1_000_000);
  for (let index = 0; index < 500; index += 1)
    full.set(`${index} ${"a".repeat(10_000)}`, { body: Buffer.alloc(10), policy: null, encoding: null });
  expect(full.size).toBeLessThanOrEqual(1_000_000);
  expect(full.get(`400 ${"a".repeat(10_000)}`)).toBeUndefined();
});
