import { spawn } from "node:child_process";
import fs from "node:fs";
import type net from "node:net";
import os from "node:os";
import path from "node:path";
import { type Cluster, startCluster } from "./postgres.ts";

/**
 * A cluster in a folder of its own that is removed when it stops. It never outlives this process, however that ends: a
 * guard beside it waits for the end of a pipe that only we hold.
 */
export async function startTemporaryCluster(name: string): Promise<Cluster & { folder: string }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `framewise-${name}-`));
  const guard = spawn(process.execPath, [path.join(import.meta.dirname, "guard.mjs"), folder], {
    cwd: "/",
    stdio: ["pipe", "ignore", "inherit"],
    // Out of the terminal's reach: Ctrl-C is for us.
    detached: true,
  });
  const gone = new Promise((resolve) => guard.once("exit", resolve));
  guard.unref();
  (guard.stdin as unknown as net.Socket).unref();
  const release = async () => {
    // From here on it is waited for: without this, Node ends with code 13 where nothing else keeps it.
    guard.ref();
    guard.stdin.end();
    await gone;
  };
  try {
    const cluster = await startCluster(folder);
    const stop = async () => {
      await cluster.stop();
      fs.rmSync(folder, { recursive: true, force: true });
      await release();
    };
    return { ...cluster, folder, stop };
  } catch (error) {
    await release();
    throw error;
  }
}
