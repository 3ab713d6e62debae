import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { send } from "../testing/raw.ts";
import { forwarder, fromFront } from "./forward.mjs";

const secret = "s".repeat(64);
let handle: http.RequestListener = () => {};
const behind = http.createServer((request, response) => {
  const told = fromFront(request, secret);
  if (told === null) {
    request.socket.destroy();
    return;
  }
  response.setHeader("x-inside", String(told.inside));
  response.setHeader("x-address", String(request.socket.remoteAddress));
  handle(request, response);
});
const listening = (server: http.Server) =>
  new Promise<number>((resolve) =>
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
  );
let to: ReturnType<typeof forwarder>;
let port = 0;
const front = http.createServer((request, response) => to.pass(request, response));
let base = "";
beforeAll(async () => {
  port = await listening(behind);
  to = forwarder({ port, secret });
  base = `http://127.0.0.1:${await listening(front)}`;
});
afterAll(() => {
  front.close();
  behind.close();
  behind.closeAllConnections();
});
const echo: http.RequestListener = (request, response) => {
  void request.toArray().then((chunks) => {
    const body = Buffer.concat(chunks).toString();
    response.setHeader("set-cookie", ["a=1", "b=2"]);
    response.writeHead(201);
    response.end(JSON.stringify({ method: request.method, url: request.url, headers: request.headers, body }));
  });
};

it("hands a request on as it came, and its answer back, with the address that it came from", async () => {
  handle = echo;
  const sent = await send(base, "/a%20b?c=%", { body: "whole", headers: { cookie: "x=1", "content-type": "a/b" } });
  expect([sent.status, sent.headers["set-cookie"], sent.headers["x-address"], sent.headers["x-inside"]]).toEqual([
    201,
    ["a=1", "b=2"],
    "127.0.0.1",
    "false",
  ]);
  expect(JSON.parse(sent.body)).toMatchObject({
    method: "POST",
    url: "/a%20b?c=%",
    body: "whole",
    headers: { cookie: "x=1", "content-type": "a/b", "content-length": "5" },
  });
  const chunked = JSON.parse((await send(base, "/", { body: "whole", chunked: true })).body);
  expect([chunked.headers["transfer-encoding"], chunked.headers["content-length"], chunked.body]).toEqual([
    "chunked",
    undefined,
    "whole",
  ]);
  const head = await send(base, "/", { method: "HEAD" });
  expect([head.status, head.body]).toEqual([201, ""]);
});

it("lets nobody else say what only the front says", async () => {
  handle = echo;
  const forged = { "x-framewise-front": `${secret} 10.0.0.1`, "x-framewise-inside": "1" };
  const { headers, body } = await send(base, "/", { headers: forged });
  expect([headers["x-address"], headers["x-inside"]]).toEqual(["127.0.0.1", "false"]);
  expect(body).not.toContain("x-framewise");
  for (const guess of ["", `${"t".repeat(64)} 10.0.0.1`])
    await expect(send(`http://127.0.0.1:${port}`, "/", { headers: { "x-framewise-front": guess } })).rejects.toThrow();
});

it("asks for the memory with the address alone, and hears of what was cut off", async () => {
  handle = echo;
  const { status, headers, body } = await to.ask("/frameworks/koa", '"abc"');
  expect([status, headers["x-inside"], headers["x-address"]]).toEqual([201, "true", "undefined"]);
  const said = JSON.parse(body.toString()) as { url: string; headers: object };
  expect([said.url, Object.keys(said.headers).sort()]).toEqual([
    "/frameworks/koa",
    ["connection", "host", "if-none-match"],
  ]);
  handle = (_request, response) => void response.destroy();
  await expect(to.ask("/")).rejects.toThrow();
  await expect(send(base, "/")).rejects.toThrow();
  handle = (_request, response) => {
    response.writeHead(200, { "content-length": 10 });
    response.write("half");
    setImmediate(() => response.destroy());
  };
  await expect(to.ask("/")).rejects.toThrow();
  await expect(send(base, "/")).rejects.toThrow();
});

it("ends a request whose sender went away", async () => {
  const ended = new Promise<void>((resolve) => {
    handle = (request, response) => {
      response.once("close", () => resolve());
      request.resume();
    };
  });
  const leaving = http.get(`${base}/`);
  leaving.once("error", () => {});
  await new Promise((resolve) => behind.once("request", resolve));
  leaving.destroy();
  await ended;
});
