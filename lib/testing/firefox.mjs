#!/usr/bin/env node
// Firefox as Debian has it, for Playwright, which drives it over WebDriver BiDi and gives up on the first command that
// this Firefox doesn't know. Started in the browser's place: passes everything on, and answers such a command with nothing.
import { spawn } from "node:child_process";
import readline from "node:readline";
import { WebSocket, WebSocketServer } from "ws";

/** What Playwright sends to every page, of which no journey depends. */
const unknown = new Set(["emulation.setMediaFeaturesOverride"]);

const said = /WebDriver BiDi listening on (ws:\/\/\S+)/;
const browser = spawn(process.env.FIREFOX_PATH ?? "firefox-esr", process.argv.slice(2), {
  stdio: ["ignore", "inherit", "pipe"],
});
browser.on("exit", (code) => process.exit(code ?? 1));
for (const signal of /** @type {const} */ (["SIGTERM", "SIGINT"])) process.on(signal, () => browser.kill(signal));

/** A message of BiDi is a text. @param {import("ws").RawData} data */
const textOf = (data) => (Buffer.isBuffer(data) ? data.toString("utf8") : "");

/** Passes on between Playwright and the browser at `target`, on the port that it says on standard error. @param {string} target */
function serve(target) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("connection", (playwright, request) => {
    const firefox = new WebSocket(target + request.url, { perMessageDeflate: false });
    const opened = new Promise((resolve) => firefox.once("open", resolve));
    playwright.on("message", (data) => {
      const { id, method } = JSON.parse(textOf(data));
      if (unknown.has(method)) playwright.send(JSON.stringify({ type: "success", id, result: {} }));
      else void opened.then(() => firefox.send(textOf(data)));
    });
    firefox.on("message", (data) => playwright.send(textOf(data)));
    firefox.on("close", () => playwright.close());
    firefox.on("error", () => playwright.close());
    playwright.on("close", () => firefox.close());
  });
  server.on("listening", () => {
    const address = server.address();
    if (typeof address === "object" && address)
      process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${address.port}\n`);
  });
}

for await (const line of readline.createInterface(browser.stderr)) {
  const target = said.exec(line)?.[1];
  if (target) serve(target);
  else process.stderr.write(`${line}\n`);
}
