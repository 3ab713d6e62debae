import fs from "node:fs";
import path from "node:path";
import { databaseAddresses } from "../db/addresses.ts";
import { checkAddresses, checkServer } from "./check-server.ts";
import { onEnding } from "./ending.ts";
import { keepUp } from "./keep-up.ts";
import { withAccess } from "./owner.ts";
import { type Cluster, createDatabase, startCluster } from "./postgres.ts";
import { Problem, step } from "./problem.ts";
import { worksIn } from "./running.mjs";

export const stateFolder = path.join(process.cwd(), ".framewise");

const lockFile = path.join(stateFolder, "running.json");

interface Launcher {
  pid: number;
  port: number;
}

/**
 * The launcher that runs the embedded database of this folder, if one does. A lock of a dead process counts for nothing,
 * nor does one that was copied along with the folder.
 */
export function runningLauncher(): Launcher | null {
  try {
    const lock = JSON.parse(fs.readFileSync(lockFile, "utf8")) as Launcher & { folder?: string };
    process.kill(lock.pid, 0);
    const commandLine = `/proc/${lock.pid}/cmdline`;
    const ours = !fs.existsSync("/proc/self") || fs.readFileSync(commandLine, "utf8").includes("framewise.mjs");
    return ours && lock.pid !== process.pid && worksIn(lock.pid, process.cwd(), lock.folder ?? "") ? lock : null;
  } catch {
    return null;
  }
}

/** Takes the lock: one launcher per embedded database, since two would stop each other's. Throws a `Problem`. */
export function takeLock(port: number): void {
  const other = runningLauncher();
  if (other)
    throw new Problem(
      `Framewise already runs from this folder, at http://localhost:${other.port} (process ${other.pid}).`,
    );
  withAccess(lockFile, () => {
    fs.mkdirSync(stateFolder, { recursive: true });
    fs.writeFileSync(lockFile, JSON.stringify({ pid: process.pid, port, folder: process.cwd() }));
  });
}

export function releaseLock(): void {
  fs.rmSync(lockFile, { force: true });
}

export interface Database {
  /** PostgreSQL itself, never a pooler: what commands use. */
  url: string;
  /** The settings by which the application finds it. */
  env: Record<string, string>;
  stop: () => Promise<void>;
}

/**
 * The database to run on: the one of `DATABASE_URL`, else the embedded one, started.
 * @param kept whether the embedded one is started again when it ends
 */
export async function openDatabase({ kept = false } = {}): Promise<Database> {
  const { url: given, direct, pooled } = databaseAddresses();
  if (given !== undefined && direct !== undefined) {
    await step(
      "Database",
      "connecting",
      () => checkAddresses(given, direct, pooled),
      (version) => `PostgreSQL ${version} at DATABASE_URL${pooled ? ", through a pooler" : ""}`,
    );
    return {
      url: direct,
      env: pooled ? { DATABASE_URL: given, DATABASE_DIRECT_URL: direct } : { DATABASE_URL: given },
      stop: async () => {},
    };
  }
  if (pooled) throw new Problem("DATABASE_DIRECT_URL is set without DATABASE_URL. It only goes together with it.");
  let cluster: Cluster | undefined;
  const url = await step(
    "Database",
    "starting",
    async () => {
      cluster = await startCluster(stateFolder);
      const address = await createDatabase(cluster, "framewise");
      await checkServer(address);
      return address;
    },
    () => "embedded PostgreSQL is up, data in .framewise/postgres",
  );
  // A command beside a running product uses its database, and leaves it running.
  const shared = runningLauncher() !== null;
  const endWatch = kept && cluster ? keepUp(stateFolder, cluster) : async () => {};
  const stop = async () => {
    await endWatch();
    if (!shared) await cluster?.stop();
  };
  return { url, env: { DATABASE_URL: url }, stop };
}

/**
 * The way of every command that works on the database: opens it, does the work, and leaves nothing running, also when a
 * signal ends it.
 */
export async function withDatabase(work: (url: string) => Promise<void>): Promise<void> {
  const opening = openDatabase();
  onEnding(async () => (await opening).stop());
  const database = await opening;
  try {
    await work(database.url);
  } finally {
    await database.stop();
  }
}
