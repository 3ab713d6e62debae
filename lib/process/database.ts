import fs from "node:fs";
import path from "node:path";
import { onEnding } from "./ending.ts";
import { withAccess } from "./owner.ts";
import { type Cluster, createDatabase, query, startCluster } from "./postgres.ts";
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
  url: string;
  stop: () => Promise<void>;
}

/** The database to run on: the one of `DATABASE_URL`, else the embedded one, started. */
export async function openDatabase(): Promise<Database> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined) {
    await step(
      "Database",
      "connecting",
      () => checkServer(given),
      (version) => `PostgreSQL ${version} at DATABASE_URL`,
    );
    return { url: given, stop: async () => {} };
  }
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
  return { url, stop: async () => (shared ? undefined : cluster?.stop()) };
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

/**
 * Refuses a server that is too old or that may lose what it acknowledged. Returns its version.
 * The sentences name host and database, never the password.
 */
export async function checkServer(url: string): Promise<string> {
  let where: URL;
  try {
    where = new URL(url);
  } catch {
    throw new Problem("DATABASE_URL is not an address. It looks like postgresql://user:password@host:5432/database.");
  }
  if (!/^postgres(ql)?:$/.test(where.protocol))
    throw new Problem(`DATABASE_URL starts with ${where.protocol}// but must start with postgresql://.`);
  const name = `${where.host}${where.pathname}`;
  let rows: { name: string; setting: string }[];
  try {
    rows = await query(
      url,
      "SELECT name, setting FROM pg_settings WHERE name IN ('server_version', 'server_version_num', 'fsync', 'full_page_writes', 'synchronous_commit')",
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message || (error as { code?: string }).code : String(error);
    throw new Problem(`The PostgreSQL of DATABASE_URL (${name}) can't be reached: ${reason}.`);
  }
  const setting = (key: string) => rows.find((row) => row.name === key)?.setting ?? "";
  if (Number(setting("server_version_num")) < 150_000)
    throw new Problem(`Framewise needs PostgreSQL 15 or newer; ${name} is ${setting("server_version")}.`);
  for (const key of ["fsync", "full_page_writes", "synchronous_commit"]) {
    if (setting(key) === "off")
      throw new Problem(
        `The PostgreSQL at ${name} runs with ${key} off and could lose votes that it acknowledged. Turn it on.`,
      );
  }
  return setting("server_version");
}
