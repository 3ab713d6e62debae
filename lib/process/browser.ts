import { spawnSync } from "node:child_process";
import fs from "node:fs";
import { chromium } from "@playwright/test";
import { Problem } from "./problem.ts";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

function find(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...usual, chromium.executablePath()].find(
    (file) => file !== undefined && file !== "" && fs.existsSync(file),
  );
}

/** Installs packages where that takes nobody's leave: on Debian and its kin, as root. Elsewhere nothing happens. */
export function installPackages(...names: string[]): void {
  if (process.getuid?.() !== 0 || !fs.existsSync("/usr/bin/apt-get")) return;
  const command = `apt-get update -qq && apt-get install -y -qq --no-install-recommends ${names.join(" ")}`;
  spawnSync("sh", ["-c", command], {
    stdio: ["ignore", "ignore", "inherit"],
    timeout: 600_000,
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
}

/** The path of a Firefox; null where there is none. */
export function findFirefox(): string | null {
  const paths = [process.env.FIREFOX_PATH, "/usr/bin/firefox-esr", "/usr/bin/firefox"];
  return paths.find((file) => file !== undefined && file !== "" && fs.existsSync(file)) ?? null;
}

/** The path of a Chromium: one that is there, else installed from the system's packages or by Playwright. */
export function findOrInstallBrowser(): string {
  const found = find();
  if (found) return found;
  const attempts = [
    () => installPackages("chromium"),
    () =>
      spawnSync("node_modules/.bin/playwright", ["install", "--with-deps", "chromium"], {
        stdio: ["ignore", "ignore", "inherit"],
        timeout: 600_000,
      }),
  ];
  for (const attempt of attempts) {
    attempt();
    const installed = find();
    if (installed) return installed;
  }
  throw new Problem(
    "The browser tests need Chromium, and it could not be installed. Install it, or set CHROMIUM_PATH.",
  );
}
