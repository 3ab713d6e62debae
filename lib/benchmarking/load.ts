import http from "node:http";
import { promisify } from "node:util";
import zlib from "node:zlib";
import autocannon from "autocannon";

const gzip = promisify(zlib.gzip);
const accept = { "accept-encoding": "gzip" };

export interface Rate {
  /** Requests per second, mean over the run. */
  perSecond: number;
  /** Milliseconds. */
  p99: number;
  failed: number;
}

/** Requests to one address for some seconds with 32 kept-alive connections, from another thread. */
export async function load(url: string, seconds = 6): Promise<Rate> {
  const result = await autocannon({ url, connections: 32, duration: seconds, workers: 1, headers: accept });
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    failed: result.errors + result.timeouts + result.non2xx,
  };
}

/** A bare `node:http` server that sends what another address sends: same bytes, same headers, compressed per request or once. */
export async function mirror(url: string, compress: "each" | "once"): Promise<{ url: string; close: () => void }> {
  const response = await fetch(url, { headers: { "accept-encoding": "identity" } });
  const body = Buffer.from(await response.arrayBuffer());
  const packed = await gzip(body);
  const headers = Object.fromEntries(
    [...response.headers].filter(
      ([name]) => !["connection", "keep-alive", "transfer-encoding", "content-length", "date"].includes(name),
    ),
  );
  const server = http.createServer((_request, answer) => {
    answer.writeHead(200, { ...headers, "content-encoding": "gzip", vary: "accept-encoding" });
    if (compress === "once") answer.end(packed);
    else zlib.gzip(body, (error, bytes) => (error ? answer.destroy(error) : answer.end(bytes)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port");
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}
