import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { plainErrors } from "./plain-errors.mjs";

let server: http.Server | undefined;
afterEach(() => server?.close());

/** Asks a server whose handler is given, behind the wrapper. */
async function ask(handler: (response: http.ServerResponse) => void, method = "GET"): Promise<Response> {
  server = http.createServer((request, response) => {
    plainErrors(response, request.method === "HEAD");
    handler(response);
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { method, redirect: "manual" });
}

it("replaces an error's body, whatever its encoding, by a page that needs no script", async () => {
  const response = await ask((answer) => {
    answer.statusCode = 500;
    answer.setHeader("content-type", "text/html");
    answer.setHeader("content-encoding", "gzip");
    answer.write("not gzip at all");
    answer.end("nor this");
  });
  expect(response.status).toBe(500);
  expect(response.headers.get("cache-control")).toBe("no-store");
  const text = await response.text();
  expect(text).toContain("<h1>This page could not be shown</h1>");
  expect(text).not.toContain("gzip");
});

it("fills an error without a body, and keeps a head without one", async () => {
  const fail = (answer: http.ServerResponse) => {
    answer.writeHead(503);
    answer.end();
  };
  expect(await (await ask(fail)).text()).toContain("could not be shown");
  server?.close();
  const head = await ask(fail, "HEAD");
  expect([head.status, await head.text()]).toEqual([503, ""]);
});

it("leaves JSON errors and everything below 500 as they are", async () => {
  const problem = await ask((answer) => {
    answer.statusCode = 500;
    answer.setHeader("content-type", "application/problem+json");
    answer.end('{"title":"x"}');
  });
  expect(await problem.json()).toEqual({ title: "x" });
  server?.close();
  const fine = await ask((answer) => {
    answer.write("a");
    answer.end("b");
  });
  expect([fine.status, await fine.text()]).toEqual([200, "ab"]);
});

it("sends one location where Next set two", async () => {
  const response = await ask((answer) => {
    answer.statusCode = 308;
    answer.setHeader("location", ["/a", "/a"]);
    answer.end();
  });
  expect([response.status, response.headers.get("location")]).toEqual([308, "/a"]);
});
