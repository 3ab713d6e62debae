import http from "node:http";
import type { AddressInfo } from "node:net";

export interface PurgeRequest {
  method: string;
  path: string;
  headers: http.IncomingHttpHeaders;
  body: string;
}

interface Reply {
  status?: number;
  headers?: http.OutgoingHttpHeaders;
  body?: string;
}

/** What is told to let go of pages, on loopback: it writes down what it was asked, and answers as it is told to. */
export async function startCacheInFront() {
  const requests: PurgeRequest[] = [];
  let reply: (request: PurgeRequest) => Reply | Promise<void>;
  const accept = (): Reply => ({ body: JSON.stringify({ success: true, errors: [], messages: [], status: "ok" }) });
  reply = accept;
  const server = http.createServer((request, response) => {
    void (async () => {
      const chunks = await request.toArray();
      const { method = "", url = "", headers } = request;
      const asked = { method, path: url, headers, body: Buffer.concat(chunks as Buffer[]).toString() };
      requests.push(asked);
      const { status = 200, headers: more = {}, body = "" } = (await reply(asked)) ?? accept();
      response.writeHead(status, { "content-type": "application/json", ...more }).end(body);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    /** The tags of every request, in whichever of the three forms they came. */
    tags: () => requests.map(tagsOf),
    answer: (how: typeof reply) => void (reply = how),
    accept: () => void (reply = accept),
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

export function tagsOf({ headers, body }: PurgeRequest): string[] {
  const named = headers["surrogate-key"] ?? headers.xkey;
  return typeof named === "string" ? named.split(" ") : ((JSON.parse(body) as { tags?: string[] }).tags ?? []);
}
