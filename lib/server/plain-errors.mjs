import { refusalPage } from "./request-rules.mjs";

const page = refusalPage({
  status: 500,
  title: "This page could not be shown",
  text: "The fault is ours, and nothing of yours is lost. Often it passes: try again in a moment.",
});

/**
 * Replaces what Next sends with a 5xx by a page that can be read without scripts: its own is empty until they run.
 * JSON is left alone: programs asked for that. Call it before the response is handed on.
 * @param {import("node:http").ServerResponse} response
 * @param {boolean} head whether only the head was asked for
 */
export function plainErrors(response, head) {
  const writeHead = response.writeHead.bind(response);
  const write = response.write.bind(response);
  const end = response.end.bind(response);
  let replaced = false;

  response.writeHead = function (/** @type {unknown[]} */ ...args) {
    const status = typeof args[0] === "number" ? args[0] : response.statusCode;
    const json = String(response.getHeader("content-type")).includes("json");
    if (status >= 500 && !json) {
      replaced = true;
      for (const name of ["content-encoding", "content-length", "etag", "transfer-encoding"])
        response.removeHeader(name);
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader("cache-control", "no-store");
      return writeHead(status);
    }
    // Next sends `Location` twice for a redirect that it serves from its cache.
    const location = response.getHeader("location");
    if (Array.isArray(location) && location[0] !== undefined) response.setHeader("location", location[0]);
    return Reflect.apply(writeHead, undefined, args);
  };
  response.write = function (/** @type {unknown[]} */ ...args) {
    if (!response.headersSent && response.statusCode >= 500) response.writeHead(response.statusCode);
    return replaced || Reflect.apply(write, undefined, args);
  };
  response.end = function (/** @type {unknown[]} */ ...args) {
    if (!response.headersSent && response.statusCode >= 500) response.writeHead(response.statusCode);
    return replaced ? end(head ? undefined : page) : Reflect.apply(end, undefined, args);
  };
}
