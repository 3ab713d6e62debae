import { defineConfig } from "@playwright/test";

/** `npm test` gives the address of a running production build and the browser; see lib/cli/test.ts. */
export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  // A busy machine may take seconds for a page; a test that fails for that says nothing.
  expect: { timeout: 15_000 },
  forbidOnly: true,
  projects: [
    { name: "most", testIgnore: "catalogue-changes.spec.ts" },
    { name: "last", testMatch: "catalogue-changes.spec.ts", dependencies: ["most"] },
  ],
  reporter: [["line"], ["json"]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    launchOptions: {
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
    trace: "retain-on-failure",
  },
});
