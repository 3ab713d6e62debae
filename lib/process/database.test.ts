import { type ChildProcess, spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

let scratch: string;
let launcher: ChildProcess;

beforeEach(() => {
  scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "framewise-lock-")));
  for (const name of ["original", "copy"]) fs.mkdirSync(path.join(scratch, name, ".framewise"), { recursive: true });
  launcher = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", "framewise.mjs"], {
    cwd: path.join(scratch, "original"),
    stdio: "ignore",
  });
});

afterEach(() => {
  launcher.kill("SIGKILL");
  vi.restoreAllMocks();
  fs.rmSync(scratch, { recursive: true, force: true });
});

/** The launcher that a command in this folder finds, where the launcher of the original wrote its lock. */
async function found(name: string, folder: string | undefined) {
  const lock = { pid: launcher.pid, port: 3000, ...(folder && { folder: path.join(scratch, folder) }) };
  fs.writeFileSync(path.join(scratch, name, ".framewise", "running.json"), JSON.stringify(lock));
  vi.spyOn(process, "cwd").mockReturnValue(path.join(scratch, name));
  vi.resetModules();
  return (await import("./database.ts")).runningLauncher();
}

it("a launcher counts for its own folder, and not for a copy of it that brought its lock along", async () => {
  expect(await found("original", "original")).toMatchObject({ pid: launcher.pid, port: 3000 });
  expect(await found("copy", "original")).toBeNull();
});
