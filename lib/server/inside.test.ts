import { expect, it } from "vitest";
import { askInside } from "./inside.mjs";

it("asks without a socket, with nothing but the address, and hears the whole answer", async () => {
  const ask = askInside((request, response) => {
    const { host: _host, connection: _connection, ...headers } = request.headers;
    response.setHeader("x-seen", JSON.stringify([request.method, request.url, headers]));
    response.setHeader("x-from", String(request.socket.remoteAddress));
    response.writeHead(201);
    response.write("a".repeat(200_000));
    response.end("b");
  });
  const { status, headers, body } = await ask("/frameworks/koa", '"abc"');
  expect([status, body.length, headers["x-from"]]).toEqual([201, 200_001, "undefined"]);
  expect(headers["x-seen"]).toBe('["GET","/frameworks/koa",{"if-none-match":"\\"abc\\""}]');
  expect((await ask("/")).headers["x-seen"]).toBe('["GET","/",{}]');
});

it("fails when the answer is cut off", async () => {
  const ask = askInside((_request, response) => void response.destroy());
  await expect(ask("/")).rejects.toThrow();
});
