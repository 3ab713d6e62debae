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

/** The path of a Chromium: one that is there, else installed from the system's packages or by Playwright. */
export function findOrInstallBrowser(): string {
  const found = find();
  if (found) return found;
  const attempts: [string, string[]][] = [["node_modules/.bin/playwright", ["install", "--with-deps", "chromium"]]];
  if (process.getuid?.() === 0 && fs.existsSync("/usr/bin/apt-get"))
    attempts.unshift([
      "sh",
      [
        "-c",
        "apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium",
      ],
    ]);
  for (const [command, args] of attempts) {
    spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"], timeout: 600_000 });
    const installed = find();
    if (installed) return installed;
  }
  throw new Problem(
    "The browser tests need Chromium, and it could not be installed. Install it, or set CHROMIUM_PATH.",
  );
}
