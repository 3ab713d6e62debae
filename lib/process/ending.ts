import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import os from "node:os";
import { Problem } from "./problem.ts";

const controller = new AbortController();

/** Aborted when this process is asked to end: what it spawned with this signal ends with it. */
export const ending = controller.signal;

/** Does the work on the first signal that asks this process to end, and then ends it. Once for each process. */
export function onEnding(work: () => Promise<void>, code?: number): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => {
      if (ending.aborted) return;
      controller.abort();
      work().then(
        () => process.exit(code ?? 128 + os.constants.signals[signal]),
        (error: unknown) => {
          console.error(error instanceof Problem ? error.message : error);
          process.exit(1);
        },
      );
    });
}

/** Starts a tool that ends with this process, and with it all that it started: it leads a group of its own. */
export function spawnTool(command: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const windows = process.platform === "win32";
  const child = spawn(command, args, { ...options, detached: !windows });
  const end = () => {
    if (child.pid === undefined) return;
    if (windows) child.kill();
    else process.kill(-child.pid, "SIGTERM");
  };
  ending.addEventListener("abort", end);
  child.once("exit", () => ending.removeEventListener("abort", end));
  return child;
}

/**
 * Under npm, ends this process when the shell that npm started it with is gone: npm hands a SIGTERM on to that shell only,
 * which ends without telling us.
 */
export function followNpm(): void {
  if (process.env.npm_lifecycle_event === undefined || process.platform === "win32") return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  timer.unref();
}
