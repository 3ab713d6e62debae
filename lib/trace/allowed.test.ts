import type { ReadableSpan } from "@opentelemetry/sdk-trace";
import { expect, it } from "vitest";
import { allowed } from "./allowed.mjs";

const span = (scope: string, attributes: object) =>
  ({
    name: "GET /decide/join/s3cret?token=s3cret",
    instrumentationScope: { name: scope },
    attributes,
    events: [{ name: "exception", attributes: { "exception.message": "s3cret" } }],
    links: [{ attributes: { a: "s3cret" } }],
    status: { code: 2, message: "s3cret" },
    spanContext: () => ({ traceId: "t" }),
  }) as unknown as ReadableSpan;

const told = ({ name, attributes, events, links, status }: ReadableSpan) => ({
  name,
  attributes,
  events,
  links,
  status,
});

it("of what Next measures goes out what kind of work it was and how long it took, and no more", () => {
  const sent = allowed(
    span("next.js", { "next.span_type": "BaseServer.handleRequest", "http.target": "/?q=s3cret", "http.route": "/x" }),
  );
  expect(told(sent)).toEqual({
    name: "BaseServer.handleRequest",
    attributes: {},
    events: [],
    links: [],
    status: { code: 2 },
  });
  expect(sent.spanContext().traceId).toBe("t");
  for (const type of [undefined, "/a?b=s3cret", 7])
    expect(allowed(span("next.js", { "next.span_type": type })).name).toBe("work");
});

it("of our own goes out what is on the list", () => {
  const sent = allowed({
    ...span("framewise", { "http.route": "/x", "url.full": "s3cret" }),
    name: "GET /x",
  });
  expect(told(sent)).toEqual({
    name: "GET /x",
    attributes: { "http.route": "/x" },
    events: [],
    links: [],
    status: { code: 2 },
  });
});
