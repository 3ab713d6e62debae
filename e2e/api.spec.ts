import fs from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { type APIRequestContext, expect } from "@playwright/test";
import { createConfig, lintFromString } from "@redocly/openapi-core";
import { generateApi } from "swagger-typescript-api";
import { send } from "../lib/testing/raw.ts";
import { sql, test } from "./people";

const api = "/api/v1";

interface Page<T> {
  data: T[];
  next: string | null;
  total: number;
}

/** The part of the generated client that is used here. */
interface Client {
  api: Record<
    "listFrameworks" | "listClaims",
    (query: { limit: number; cursor?: string }) => Promise<{ data: Page<{ id: string }> }>
  >;
}

/** Makes a client from the product's own description, as somebody elsewhere would, and loads it. */
async function generateClient(request: APIRequestContext, folder: string, headers: Record<string, string>) {
  const input = path.join(folder, "openapi.json");
  fs.writeFileSync(input, await (await request.get(`${api}/openapi.json`)).text());
  const { files } = await generateApi({ input, output: false, httpClientType: "fetch", silent: true, toJS: true });
  const code = files.find(({ fileExtension }) => fileExtension === ".js")?.fileContent ?? "";
  const file = path.join(folder, "client.mjs");
  fs.writeFileSync(file, code);
  const { Api } = (await import(pathToFileURL(file).href)) as {
    Api: new (options: { baseUrl?: string; baseApiParams: { headers: Record<string, string> } }) => Client;
  };
  return new Api({ baseUrl: process.env.BASE_URL, baseApiParams: { headers } });
}

async function readAll(list: Client["api"]["listClaims"], limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | undefined, more = true; more; ) {
    const { data: page } = await list({ limit, ...(cursor && { cursor }) });
    ids.push(...page.data.map(({ id }) => id));
    more = page.next !== null;
    cursor = page.next ?? undefined;
  }
  return ids;
}

test("a client generated from the description reads the whole catalogue, as the dump and the database have it", async ({
  request,
  extraHTTPHeaders,
}) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-client-"));
  try {
    const { api: client } = await generateClient(request, folder, extraHTTPHeaders ?? {});
    // Other tests suggest and vote at the same time: what is compared must be read in a quiet moment.
    await expect(async () => {
      const frameworks = await readAll(client.listFrameworks, 7);
      const claims = await readAll(client.listClaims, 100);
      const dump = (await (await request.get(`${api}/dump/framewise.json`)).json()) as Record<
        "frameworks" | "claims",
        { id: string }[]
      >;
      expect(frameworks).toEqual(dump.frameworks.map(({ id }) => id));
      expect(claims).toEqual(dump.claims.map(({ id }) => id));
      const [count] = await sql<{ frameworks: number; claims: number }>(
        `SELECT (SELECT count(*)::int FROM framework WHERE retired_at IS NULL) AS frameworks,
                (SELECT count(*)::int FROM claim c JOIN framework f ON f.id = c.framework_id
                 WHERE c.retired_at IS NULL AND f.retired_at IS NULL) AS claims`,
      );
      expect({ frameworks: frameworks.length, claims: claims.length }).toEqual(count);
      expect(new Set(claims).size).toBe(claims.length);
    }).toPass();
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

for (const name of ["BASE_URL", "PUBLIC_URL"])
  test(`the description that ${name} serves passes Redocly's recommended rules without an error or a warning`, async ({
    request,
  }) => {
    const source = await (await request.get(`${process.env[name]}${api}/openapi.json`)).text();
    expect(JSON.parse(source)).toMatchObject({ openapi: "3.1.0" });
    const config = await createConfig({ extends: ["recommended"] });
    const problems = await lintFromString({ source, absoluteRef: "/openapi.json", config });
    expect(problems.map(({ ruleId, message }) => `${ruleId}: ${message}`)).toEqual([]);
  });

test("answers carry their tag through the server's compression, and unchanged content is not sent again", async () => {
  const base = process.env.BASE_URL ?? "";
  for (const encoding of ["identity", "gzip", "br"]) {
    const headers = { "accept-encoding": encoding, "x-forwarded-for": "10.44.0.1" };
    const first = await send(base, `${api}/frameworks/koa`, { headers });
    expect([first.status, first.headers["content-encoding"] ?? "identity"]).toEqual([200, encoding]);
    const again = await send(base, `${api}/frameworks/koa`, {
      headers: { ...headers, "if-none-match": first.headers.etag },
    });
    expect([again.status, again.body], encoding).toEqual([304, ""]);
    expect(again.headers["access-control-allow-origin"]).toBe("*");
    expect(again.headers["cache-control"]).toBe("public, max-age=60, stale-while-revalidate=600");
  }
});

test("what goes wrong is a problem in JSON, with the limit and for any origin", async ({ request }) => {
  for (const [address, status] of [
    [`${api}/frameworks/nothing`, 404],
    [`${api}/nothing/at/all`, 404],
    [`${api}/frameworks?limit=1000`, 400],
    [`${api}/claims?colour=blue`, 400],
  ] as const) {
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(status);
    expect(answer.headers()).toMatchObject({
      "content-type": "application/problem+json; charset=utf-8",
      "access-control-allow-origin": "*",
      "ratelimit-limit": "600",
      "x-content-type-options": "nosniff",
    });
    expect(await answer.json()).toMatchObject({ status });
  }
});

test("a script on another site reads the API, its headers too, and asks whether something has changed", async ({
  browser,
}) => {
  const elsewhere = http.createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>Another site</title>");
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  // Without the header that tests tell their address by: another site's script could not send it.
  const context = await browser.newContext({ extraHTTPHeaders: {} });
  try {
    const page = await context.newPage();
    await page.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const seen = await page.evaluate(async (address) => {
      const first = await fetch(address);
      const etag = first.headers.get("etag") ?? "";
      const again = await fetch(address, { headers: { "If-None-Match": etag }, cache: "no-store" });
      const wrong = await fetch(`${address}0000`);
      return {
        total: ((await first.json()) as { total: number }).total,
        link: first.headers.get("link"),
        left: first.headers.get("ratelimit-remaining"),
        again: again.status,
        wrong: ((await wrong.json()) as { title: string }).title,
      };
    }, `${process.env.BASE_URL}${api}/frameworks?limit=1`);
    expect(seen).toMatchObject({ total: 40, again: 304, wrong: "Invalid request" });
    expect(seen.link).toContain('rel="next"');
    expect(Number(seen.left)).toBeGreaterThan(0);
  } finally {
    await context.close();
    elsewhere.close();
  }
});

test("the page for developers explains every endpoint with a living example, and its links lead somewhere", async ({
  page,
  request,
}) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Developers" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Developers");
  const { endpoints } = (await (await request.get(api)).json()) as { endpoints: { summary: string; url: string }[] };
  for (const { summary } of endpoints)
    await expect(page.getByRole("heading", { level: 3, name: summary, exact: true })).toBeVisible();
  const block = page.getByRole("article", { name: "List all claims" });
  await block.getByText("Example").click();
  const link = block.getByRole("link");
  expect(await block.getByLabel("Answer: List all claims").textContent()).toContain('"verdict": "outdated"');
  expect((await request.get((await link.getAttribute("href")) ?? "")).status()).toBe(200);
  expect(
    (await request.get((await page.getByRole("link", { name: "openapi.json" }).getAttribute("href")) ?? "")).status(),
  ).toBe(200);
  await page.goto("/developers#problem-not-found");
  await expect(page.locator(":target")).toContainText("Not found");
});
