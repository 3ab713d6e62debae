// A bare `node:http` server in a process of its own that sends what another address sends: the same bytes, the same
// headers, compressed once. It says its port, and ends with whoever started it.
import http from "node:http";

const ofTheSending = new Set(["connection", "keep-alive", "transfer-encoding", "date"]);
const [address = "", encoding = "br"] = process.argv.slice(2);
process.on("disconnect", () => process.exit(0));

/** @type {http.IncomingMessage} */
const response = await new Promise((resolve) =>
  http.get(address, { headers: { "accept-encoding": encoding } }, resolve),
);
const body = Buffer.concat(await response.toArray());
const headers = Object.entries(response.headers).filter(([name]) => !ofTheSending.has(name));
const head = headers.flatMap(([name, value]) => [name, String(value)]);
const server = http.createServer((_request, answer) => {
  answer.writeHead(200, head);
  answer.end(body);
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
