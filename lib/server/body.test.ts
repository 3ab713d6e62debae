import http from "node:http";
import net, { type AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterEach, expect, it } from "vitest";
import { hasTooManyFields, readBody, unread } from "./body.mjs";
import { times } from "./times.mjs";

let server: http.Server | undefined;
afterEach(() => server?.close());

type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => unknown;

async function listen(options: http.ServerOptions, handler: Handler): Promise<number> {
  server = http.createServer(options, (request, response) => void handler(request, response));
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

it("waits for the whole body and leaves it to be read once more", async () => {
  const port = await listen({}, async (request, response) => {
    const first = await readBody(request);
    const { method, url, headers, socket } = request;
    const copy = unread(request, first);
    expect({ method, url, headers, socket }).toEqual({
      method: copy.method,
      url: copy.url,
      headers: copy.headers,
      socket: copy.socket,
    });
    // As Next hands it to a route handler: made of a stream that anybody read from before, it throws.
    const body = Readable.toWeb(copy) as ReadableStream;
    const again = await new Request("http://x/", { method: "POST", body, duplex: "half" } as RequestInit).text();
    response.end(`${first.length} ${again.length} ${first.toString() === again}`);
  });
  for (const length of [0, 1, 70_000, 1_000_000]) {
    const response = await fetch(`http://127.0.0.1:${port}/`, { method: "POST", body: "x".repeat(length) });
    expect(await response.text()).toBe(`${length} ${length} true`);
  }
});

it("says so when the sender goes away before the end", async () => {
  const gone = new Promise<string>((resolve) => {
    void listen({}, (request) => {
      readBody(request).then(
        () => resolve("read"),
        () => resolve("gone"),
      );
    }).then((port) => {
      const socket = net.connect(port, "127.0.0.1", () => {
        socket.write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf", () => socket.destroy());
      });
    });
  });
  expect(await gone).toBe("gone");
});

it("ends requests that never end, whether in their headers or in their body", async () => {
  const soon = Object.fromEntries(Object.entries(times).map(([name, value]) => [name, value / 200]));
  const port = await listen(soon, (request) => request.resume());
  for (const begun of [
    "POST / HTTP/1.1\r\nHost: x\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nhalf",
  ]) {
    const answered = await new Promise<string>((resolve) => {
      const socket = net.connect(port, "127.0.0.1", () => socket.write(begun));
      socket.on("data", (data) => resolve(String(data)));
      socket.on("error", () => {});
    });
    expect(answered).toMatch(/^HTTP\/1.1 408 /);
  }
});

it("counts the fields of a form in either encoding", () => {
  const urlencoded = (count: number) =>
    Buffer.from(Array.from({ length: count }, (_, index) => `${index}=x`).join("&"));
  const parts = (count: number) =>
    Buffer.from(`${'--b\r\nContent-Disposition: form-data; name="x"\r\n\r\n1\r\n'.repeat(count)}--b--\r\n`);
  const type = "application/x-www-form-urlencoded";
  expect([400, 12_000].map((count) => hasTooManyFields(urlencoded(count), type))).toEqual([false, true]);
  expect([400, 12_000].map((count) => hasTooManyFields(parts(count), 'multipart/form-data; boundary="b"'))).toEqual([
    false,
    true,
  ]);
  expect(hasTooManyFields(Buffer.from("&".repeat(5_000)), "text/plain;charset=UTF-8")).toBe(false);
});
