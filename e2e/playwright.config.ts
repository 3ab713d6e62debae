import path from "node:path";
import { defineConfig } from "@playwright/test";

/**
 * What others would disturb: the catalogue changes under all; and letters of the clock are written by any server on the
 * database, also by those that other tests start with another address and secret.
 */
const last = ["catalogue-changes.spec.ts", "notices.spec.ts"];

/** Set by `npm run journeys` where they are made in Firefox; see lib/cli/journeys.ts. */
const firefox = process.env.FIREFOX_PATH !== undefined;

/** `npm test` gives the address of a running production build and the browser; see lib/cli/test.ts. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 2,
  // A busy machine may take many seconds for a page; a test that fails for that says nothing. What is there is seen at once.
  timeout: 180_000,
  expect: { timeout: 45_000, toPass: { timeout: 90_000 } },
  forbidOnly: true,
  // Half an hour isn't lost for one journey that met with chance. What passes only then is counted and told at the end:
  // it has a fault, of its own or of ours, that is still to be found.
  retries: 1,
  projects: [
    { name: "most", testIgnore: last },
    { name: "last", testMatch: last, dependencies: ["most"] },
  ],
  reporter: [["line"], ["json"]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    timezoneId: process.env.ZONE,
    ...(firefox ? { browserName: "firefox", channel: "moz-firefox" } : {}),
    launchOptions: firefox
      ? { executablePath: path.resolve("lib/testing/firefox.mjs") }
      : {
          executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
          args: [
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
          ],
        },
    // Traces of all would take every fifth minute; what failed is made again, with one.
    trace: "on-first-retry",
  },
});
