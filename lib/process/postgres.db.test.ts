import { execFileSync } from "node:child_process";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { migrate } from "../db/migrate.ts";
import { checkServer } from "./check-server.ts";
import { keepUp } from "./keep-up.ts";
import { type Cluster, createDatabase, query, startCluster } from "./postgres.ts";
import { Problem } from "./problem.ts";
import { withRights } from "./rights.ts";
import { checkPort } from "./server.ts";

const asRoot = process.geteuid?.() === 0;
let folder: string;
let running: Cluster | undefined;

beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-cluster-"));
});

afterEach(async () => {
  await running?.stop().catch(() => {});
  running = undefined;
  fs.rmSync(folder, { recursive: true, force: true });
});

const data = () => path.join(folder, "postgres");
const postmaster = () => Number(fs.readFileSync(path.join(data(), "postmaster.pid"), "utf8").split("\n")[0]);

async function start(): Promise<Cluster> {
  running = await startCluster(folder);
  return running;
}

/** Starts, writes one row, and gives the address. */
async function withRow(): Promise<string> {
  const url = await createDatabase(await start(), "kept");
  await query(url, "CREATE TABLE IF NOT EXISTS note (text text)");
  await query(url, "INSERT INTO note VALUES ('kept')");
  return url;
}

const rows = async () => query<{ text: string }>((await start()).url("kept"), "SELECT text FROM note");

/** The sentence that starting fails with. */
async function failure(): Promise<string> {
  const error: unknown = await start().catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(Problem);
  return (error as Problem).message;
}

describe("the embedded database", () => {
  it("keeps its data over a stop and a start, in a folder that only it can read", async () => {
    await withRow();
    await running?.stop();
    expect(await rows()).toEqual([{ text: "kept" }]);
    expect(fs.statSync(data()).mode & 0o777).toBe(0o700);
    expect(fs.statSync(path.join(folder, "postgres-password")).mode & 0o777).toBe(0o600);
  });

  it("is taken over when a killed run left it running", async () => {
    await withRow();
    const before = postmaster();
    expect(await rows()).toEqual([{ text: "kept" }]);
    expect(postmaster()).toBe(before);
  });

  it("recovers when it was killed itself", async () => {
    await withRow();
    process.kill(postmaster(), "SIGKILL");
    expect(await rows()).toEqual([{ text: "kept" }]);
  });

  it("is started again at the same address each time it is killed, with all that it had acknowledged", async () => {
    const log = vi.spyOn(console, "error").mockImplementation(() => {});
    const url = await withRow();
    const endWatch = keepUp(folder, running as Cluster);
    for (let kept = 1; kept <= 3; kept += 1) {
      const before = postmaster();
      process.kill(before, "SIGKILL");
      await expect
        .poll(() => query(url, "INSERT INTO note VALUES ('after') RETURNING text").catch(() => null), {
          timeout: 30_000,
        })
        .toEqual([{ text: "after" }]);
      expect(postmaster()).not.toBe(before);
      expect(await query(url, "SELECT text FROM note")).toHaveLength(1 + kept);
    }
    await endWatch();
    expect(log).toHaveBeenCalledTimes(3);
    log.mockRestore();
  });

  it("stays stopped when it was stopped", async () => {
    await withRow();
    const endWatch = keepUp(folder, running as Cluster);
    await endWatch();
    await running?.stop();
    expect(fs.existsSync(path.join(data(), "postmaster.pid"))).toBe(false);
  });

  it("counts as stopped when it was killed", async () => {
    await withRow();
    process.kill(postmaster(), "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 200));
    await expect(running?.stop()).resolves.toBeUndefined();
  });

  it("is not fooled by a pid file whose number is another program's by now", async () => {
    await withRow();
    const pidFile = path.join(data(), "postmaster.pid");
    const lines = fs.readFileSync(pidFile, "utf8").split("\n");
    await running?.stop();
    fs.writeFileSync(pidFile, [String(process.pid), ...lines.slice(1)].join("\n"));
    expect(await rows()).toEqual([{ text: "kept" }]);
  });

  it("of a copied folder is another one, and leaves the original's alone when it stops", async () => {
    await withRow();
    const original = running;
    const before = postmaster();
    const copy = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-copy-"));
    try {
      execFileSync("cp", ["-a", `${folder}/.`, copy]);
      const other = await startCluster(copy);
      await query(other.url("kept"), "DELETE FROM note");
      await other.stop();
      expect(postmaster()).toBe(before);
      expect(await query(original?.url("kept") ?? "", "SELECT text FROM note")).toEqual([{ text: "kept" }]);
      // With the pid file of the original again, as it is right after copying.
      fs.copyFileSync(path.join(data(), "postmaster.pid"), path.join(copy, "postgres", "postmaster.pid"));
      await other.stop();
      expect(await query(original?.url("kept") ?? "", "SELECT text FROM note")).toEqual([{ text: "kept" }]);
    } finally {
      fs.rmSync(copy, { recursive: true, force: true });
    }
  });

  it.runIf(process.platform === "linux")("is known again in a folder that was moved while it ran", async () => {
    await withRow();
    const before = postmaster();
    const moved = `${folder}-moved`;
    fs.renameSync(folder, moved);
    folder = moved;
    expect(await rows()).toEqual([{ text: "kept" }]);
    expect(postmaster()).toBe(before);
  });

  it.runIf(asRoot)("started by root runs as whoever owns its folder", async () => {
    await withRow();
    await running?.stop();
    for (const at of [data(), path.join(folder, "postgres-password")]) execFileSync("chown", ["-R", "daemon:", at]);
    expect(await rows()).toEqual([{ text: "kept" }]);
    expect(fs.statSync(path.join(data(), "postmaster.pid")).uid).toBe(Number(execFileSync("id", ["-u", "daemon"])));
  });

  it.runIf(asRoot)("says whose its folder is when it is somebody else's, and calls nothing damaged", async () => {
    await withRow();
    await running?.stop();
    running = undefined;
    const failureAs = async (user: string) => {
      process.seteuid?.(user);
      try {
        return await failure();
      } finally {
        process.seteuid?.(0);
      }
    };
    execFileSync("chown", ["-R", "daemon:", data()]);
    // The folder above is closed too, then open: either way it is said whose.
    expect(await failureAs("nobody")).toMatch(/belongs to root, and this runs as nobody/);
    fs.chmodSync(folder, 0o755);
    expect(await failureAs("nobody")).toMatch(
      /postgres belongs to daemon, and this runs as nobody\. Nothing was changed/,
    );
    execFileSync("chown", ["-R", "root:", data()]);
    expect(await failure()).toMatch(/belongs to root, and PostgreSQL can't run as root/);
  });

  it("starts anew when the very first start was interrupted", async () => {
    fs.mkdirSync(`${data()}.new`);
    fs.writeFileSync(path.join(`${data()}.new`, "half"), "");
    await withRow();
    expect(await rows()).toEqual([{ text: "kept" }]);
  });

  it.each([
    ["PG_VERSION is gone", () => fs.rmSync(path.join(data(), "PG_VERSION")), /damaged/],
    [
      "a control file is cut off",
      () => fs.truncateSync(path.join(data(), "global", "pg_control"), 50),
      /did not start: could not read file/,
    ],
    ["it is of another PostgreSQL", () => fs.writeFileSync(path.join(data(), "PG_VERSION"), "13\n"), /incompatible/],
    ["the password is gone", () => fs.rmSync(path.join(folder, "postgres-password")), /damaged/],
  ])("says so in one sentence and changes nothing when %s", async (_what, damage, sentence) => {
    await withRow();
    await running?.stop();
    damage();
    // What the server writes on every try to start (its log, its options, its pid) is not data.
    const list = () =>
      execFileSync(
        "sh",
        ["-c", `cd ${data()} && find . -type f ! -name server.log ! -name 'postmaster.*' | sort | xargs sha256sum`],
        { encoding: "utf8" },
      );
    const before = list();
    expect(await failure()).toMatch(sentence);
    expect(list()).toBe(before);
    running = undefined;
  });

  it("asks for a password and listens on loopback only", async () => {
    const url = new URL(await withRow());
    url.password = "guess";
    await expect(query(url.href, "SELECT 1")).rejects.toThrow(/password/);
    const [row] = await query<{ a: string; s: string }>(
      (await start()).url("kept"),
      "SELECT current_setting('listen_addresses') AS a, current_setting('unix_socket_directories') AS s",
    );
    expect(row).toEqual({ a: "127.0.0.1", s: "" });
  });
});

describe("before anything starts", () => {
  it.each([
    ["hello", /not an address/],
    ["mysql://u:secret@localhost/x", /must start with postgresql/],
    ["postgresql://u:secret@127.0.0.1:1/x", /127\.0\.0\.1:1\/x\) can't be reached/],
  ])("the address %s is refused in words that don't repeat the password", async (url, sentence) => {
    const error: unknown = await checkServer(url).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Problem);
    expect((error as Problem).message).toMatch(sentence);
    expect((error as Problem).message).not.toContain("secret");
  });

  it("a server that may lose what it acknowledged is refused", async () => {
    const url = await withRow();
    await query(url, "ALTER SYSTEM SET synchronous_commit = off");
    await query(url, "SELECT pg_reload_conf()");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect(checkServer(url)).rejects.toThrow(/synchronous_commit off/);
  });

  it("a database that can't hold every character is refused, with how to make one that can", async () => {
    const cluster = await start();
    await query(
      cluster.url("postgres"),
      "CREATE DATABASE ascii TEMPLATE template0 ENCODING 'SQL_ASCII' LOCALE 'C' LOCALE_PROVIDER libc",
    );
    await expect(checkServer(cluster.url("ascii"))).rejects.toThrow(/in SQL_ASCII.+createdb --encoding UTF8/);
  });

  it("a role that may not make tables is told so in a sentence, with what would mend it", async () => {
    const owner = await createDatabase(await start(), "owned");
    await query(owner, "CREATE ROLE meek LOGIN PASSWORD 'secret'");
    const url = new URL(owner);
    url.username = "meek";
    url.password = "secret";
    const said = async () => {
      const error: unknown = await withRights(url.href, () => migrate(url.href)).catch((reason: unknown) => reason);
      expect(error).toBeInstanceOf(Problem);
      expect((error as Problem).message).not.toContain("secret");
      return (error as Problem).message;
    };
    expect(await said()).toMatch(/^The role meek may not make tables .* GRANT USAGE, CREATE ON SCHEMA public TO meek$/);
    await query(owner, "REVOKE ALL ON SCHEMA public FROM public");
    expect(await said()).toMatch(/^The role meek may not make tables/);
    await query(owner, "GRANT USAGE, CREATE ON SCHEMA public TO meek");
    await migrate(owner);
    expect(await said()).toMatch(/belong to framewise\. Framewise connects as meek/);
    await expect(withRights(owner, () => Promise.reject(new Error("else")))).rejects.toThrow("else");
  });

  it("a taken port is named, with another to try", async () => {
    const server = net.createServer();
    const port = await new Promise<number>((resolve) =>
      server.listen(0, () => resolve((server.address() as net.AddressInfo).port)),
    );
    await expect(checkPort(port)).rejects.toThrow(
      `Port ${port} is taken by another program. Choose another, such as: PORT=${port + 1} npm start`,
    );
    server.close();
    await expect(checkPort(Number.NaN)).rejects.toThrow(/PORT must be a number/);
  });
});
