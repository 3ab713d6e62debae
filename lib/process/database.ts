import fs from "node:fs";
import path from "node:path";
import { databaseAddresses } from "../db/addresses.ts";
import { checkAddresses, checkServer } from "./check-server.ts";
import { type Cluster, createDatabase, startCluster } from "./postgres.ts";
import { Problem, step } from "./problem.ts";

export const stateFolder = path.join(process.cwd(), ".framewise");

export const lockFile = path.join(stateFolder, "running.json");

/** The launcher that runs the embedded database of this folder, if one does. A lock of a dead process counts for nothing. */
export function runningLauncher(): { pid: number; port: number } | null {
  try {
    const lock = JSON.parse(fs.readFileSync(lockFile, "utf8")) as { pid: number; port: number };
    process.kill(lock.pid, 0);
    const commandLine = `/proc/${lock.pid}/cmdline`;
    const ours = !fs.existsSync("/proc/self") || fs.readFileSync(commandLine, "utf8").includes("framewise.mjs");
    return ours && lock.pid !== process.pid ? lock : null;
  } catch {
    return null;
  }
}

export interface Database {
  /** PostgreSQL itself, never a pooler: what commands use. */
  url: string;
  /** The settings by which the application finds it. */
  env: Record<string, string>;
  stop: () => Promise<void>;
}

/** The database to run on: the one of `DATABASE_URL`, else the embedded one, started. */
export async function openDatabase(): Promise<Database> {
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
  return { url, env: { DATABASE_URL: url }, stop: async () => (shared ? undefined : cluster?.stop()) };
}
