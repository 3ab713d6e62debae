import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { againstFloors, floors } from "./floors.mjs";

const root = path.resolve(import.meta.dirname, "..");

it("gives every folder of lib one floor", () => {
  const folders = fs.readdirSync(path.join(root, "lib"), { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(folders.length).toBeGreaterThan(20);
  expect(folders.map(({ name }) => name).filter((name) => !floors.includes(name))).toEqual([]);
  expect(new Set(floors).size).toBe(floors.length);
});

it("lets a noun import from itself and from below, and tests from everywhere", () => {
  expect(againstFloors("lib/claims/view.ts", "./rules.ts")).toBeNull();
  expect(againstFloors("lib/claims/view.ts", "../releases/support.ts")).toBeNull();
  expect(againstFloors("lib/claims/view.ts", "@/lib/db/index.ts")).toBeNull();
  expect(againstFloors("lib/claims/view.ts", "server-only")).toBeNull();
  expect(againstFloors("lib/claims/view.test.ts", "../testing/rows.ts")).toBeNull();
  expect(againstFloors("app/page.tsx", "@/lib/cli/start")).toBeNull();
});

it("refuses an import from above, and of or from a noun without a floor", () => {
  expect(againstFloors("lib/claims/view.ts", "../frameworks/queries.ts")).toMatch(/claims is below lib\/frameworks/);
  expect(againstFloors("lib/db/index.ts", "@/lib/mail/queue.ts")).toMatch(/db is below lib\/mail/);
  expect(againstFloors("lib/claims/view.ts", "../helpers/all.ts")).toMatch(/helpers has no floor/);
  expect(againstFloors("lib/helpers/all.ts", "../db/index.ts")).toMatch(/helpers has no floor/);
});

it("is held by the linter, for every way to import", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-floors-"));
  try {
    fs.mkdirSync(path.join(folder, "lib", "mail"), { recursive: true });
    const wrong = [
      'import { one } from "../notices/one.ts";',
      'import type { Two } from "../notices/two.ts";',
      'export { three } from "../notices/three.ts";',
      'export * from "../notices/four.ts";',
      'export const five = async (): Promise<Two> => one(await import("../notices/five.ts"));',
    ];
    fs.writeFileSync(path.join(folder, "lib", "mail", "wrong.ts"), `${wrong.join("\n")}\n`);
    const { stdout } = spawnSync(
      process.execPath,
      [path.join(root, "node_modules/oxlint/bin/oxlint"), "-c", path.join(root, ".oxlintrc.json"), "-f", "unix"],
      { cwd: folder, encoding: "utf8" },
    );
    const lines = stdout.split("\n").filter((line) => line.includes("lib/mail is below lib/notices"));
    expect(lines.map((line) => line.split(":")[1])).toEqual(["1", "2", "3", "4", "5"]);
    expect(lines.every((line) => line.includes("Error"))).toBe(true);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
