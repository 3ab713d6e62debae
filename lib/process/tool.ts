import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { onEnding, spawnTool } from "./ending.ts";

let running: ChildProcess | undefined;

// Servers and databases of the tests follow us by themselves; a tool is waited for, so that its last words come before.
onEnding(async () => {
  const child = running;
  if (child && child.exitCode === null && child.signalCode === null)
    await new Promise((resolve) => child.once("exit", resolve));
});

/** Runs a test tool of the packages with its output shown. Returns its exit code; 1 where it could not be started. */
export function runTool(bin: string, args: readonly string[], env: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const child = spawnTool(path.join("node_modules", ".bin", bin), args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, ...env },
    });
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
    running = child;
  });
}
