import http from "node:http";
import type { AddressInfo } from "node:net";

export interface CollectedSpan {
  name: string;
  traceId: string;
  spanId: string;
  parentSpanId: string | undefined;
  attributes: Record<string, string | number>;
  failed: boolean;
}

interface Sent {
  resourceSpans: {
    scopeSpans: {
      spans: {
        name: string;
        traceId: string;
        spanId: string;
        parentSpanId?: string;
        status?: { code?: number };
        attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
      }[];
    }[];
  }[];
}

/** What collects traces, on loopback: OTLP over HTTP in JSON. It keeps what came, word for word as well. */
export async function startCollector() {
  const spans: CollectedSpan[] = [];
  const texts: string[] = [];
  const paths = new Set<string>();
  let headers: http.IncomingHttpHeaders = {};
  const server = http.createServer((request, response) => {
    void request.toArray().then((chunks) => {
      const text = Buffer.concat(chunks as Buffer[]).toString();
      texts.push(text);
      paths.add(`${request.method} ${request.url}`);
      ({ headers } = request);
      const sent = JSON.parse(text) as Sent;
      for (const span of sent.resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)))
        spans.push({
          name: span.name,
          traceId: span.traceId,
          spanId: span.spanId,
          parentSpanId: span.parentSpanId || undefined,
          attributes: Object.fromEntries(
            span.attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
          ),
          failed: span.status?.code === 2,
        });
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans,
    /** All that was sent, as text. */
    all: () => texts.join("\n"),
    paths,
    headers: () => headers,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}
