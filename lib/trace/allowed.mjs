// What leaves this process in a trace is on a list. Whatever else a library notes of its own accord (addresses with what
// was typed, messages of errors with rows in them) stays here.

/** @typedef {import("@opentelemetry/sdk-trace").ReadableSpan} ReadableSpan */

/** Names that are ours, and of which we say the value ourselves. */
const said = new Set([
  "http.request.method",
  "http.route",
  "http.response.status_code",
  "framewise.request.id",
  "framewise.cache",
  "db.system.name",
  "db.operation.name",
  "db.query.text",
  "error.type",
]);

/** By this Next says what one of its own pieces of work is: a word of its source. Their names may be addresses. */
const nextType = "next.span_type";

/**
 * A span as it is sent.
 * @param {ReadableSpan} span
 * @returns {ReadableSpan}
 */
export function allowed(span) {
  const own = span.instrumentationScope.name === "framewise";
  const type = span.attributes[nextType];
  const attributes = own ? Object.fromEntries(Object.entries(span.attributes).filter(([name]) => said.has(name))) : {};
  return Object.create(span, {
    name: { value: own ? span.name : typeof type === "string" && /^[\w.]+$/.test(type) ? type : "work" },
    attributes: { value: attributes },
    events: { value: [] },
    links: { value: [] },
    status: { value: { code: span.status.code } },
  });
}
