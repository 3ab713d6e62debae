// The production server: Next behind a few rules. Plain JavaScript, so that nothing has to be compiled to start it.
import http from "node:http";
import next from "next";
import { plainErrors } from "./plain-errors.mjs";
import { refusal, refusalPage } from "./request-rules.mjs";

// Started by the launcher: when that is gone (even by kill -9), its channel closes and so do we.
process.on("disconnect", () => process.exit(0));

const port = Number(process.env.PORT ?? 3000);
const dev = process.env.NODE_ENV === "development";
const app = next({ dev, port, hostname: "localhost" });
await app.prepare();
const handle = app.getRequestHandler();

const server = http.createServer((request, response) => {
  const refused = refusal(request.method, request.url);
  if (refused) {
    response.writeHead(refused.status, {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      ...(refused.status === 405 ? { Allow: "GET, HEAD, POST, OPTIONS" } : {}),
    });
    response.end(request.method === "HEAD" ? undefined : refusalPage(refused));
    return;
  }
  plainErrors(response, request.method === "HEAD");
  handle(request, response).catch((/** @type {unknown} */ error) => {
    console.error(error);
    if (!response.headersSent) response.statusCode = 500;
    response.end();
  });
});

// Longer than the usual proxy's idle time, so that it is never we who close a connection that is about to be used.
server.keepAliveTimeout = 65_000;
server.headersTimeout = 66_000;
server.listen(port);

let closing = false;
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) {
  process.on(signal, () => {
    if (closing) return;
    closing = true;
    // Requests under way are finished; idle connections end at once.
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 8_000).unref();
  });
}
