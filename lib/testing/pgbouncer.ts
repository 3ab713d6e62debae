import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { freePort, query } from "../process/postgres.ts";

/** PgBouncer where it is installed; null elsewhere. */
export const findPgbouncer = (): string | null =>
  ["/usr/sbin", "/usr/local/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]
    .map((folder) => path.join(folder, "pgbouncer"))
    .find((file) => fs.existsSync(file)) ?? null;

/** Whether a test that needs it must be skipped, which is said aloud. */
export function withoutPgbouncer(): boolean {
  if (findPgbouncer() !== null) return false;
  console.warn("SKIPPED: PgBouncer is not installed, so nothing is tried through it.");
  return true;
}

/** A pooler in transaction mode before the database at `target`, with these lines in its settings. Returns its address. */
export async function startPgbouncer(
  target: string,
  settings: string[] = [],
): Promise<{ url: string; stop: () => Promise<void> }> {
  const { hostname, port, username, password, pathname } = new URL(target);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-pooler-"));
  const own = await freePort();
  const file = path.join(folder, "pgbouncer.ini");
  const lines = [
    "[databases]",
    `* = host=${hostname} port=${port} user=${username} password=${password}`,
    "[pgbouncer]",
    "pool_mode = transaction",
    "auth_type = any",
    "listen_addr = 127.0.0.1",
    `listen_port = ${own}`,
    "unix_socket_dir =",
    // Few, so that whoever left something behind on one is met by others.
    "default_pool_size = 4",
    ...settings,
  ];
  fs.writeFileSync(file, `${lines.join("\n")}\n`);
  // It refuses to run as root.
  fs.chmodSync(folder, 0o755);
  const asOther = process.getuid?.() === 0 ? ["-u", "nobody"] : [];
  const child = spawn(findPgbouncer() ?? "", ["-q", ...asOther, file], { stdio: ["ignore", "ignore", "inherit"] });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const url = `postgresql://${username}:any@127.0.0.1:${own}${pathname}`;
  for (let attempt = 1; ; attempt += 1) {
    try {
      await query(url, "SELECT 1");
      break;
    } catch (error) {
      if (attempt === 50) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  return {
    url,
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
