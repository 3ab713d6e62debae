import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { afterEach, beforeEach, expect, it } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const tsx = ["--import", path.join(root, "node_modules/tsx/dist/loader.mjs")];
let scratch: string;
let started: ChildProcess | undefined;

beforeEach(() => {
  scratch = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-ending-"));
});

afterEach(() => {
  if (started?.pid !== undefined && started.exitCode === null && started.signalCode === null)
    process.kill(-started.pid, "SIGKILL");
  started = undefined;
  fs.rmSync(scratch, { recursive: true, force: true });
});

const file = (name: string) => JSON.stringify(path.join(root, "lib", "process", name));

/** Runs a program that prints a line of JSON once it is where it is to be ended, in a process group of its own. */
async function begin<T>(program: string, npm = false): Promise<T> {
  fs.writeFileSync(path.join(scratch, "program.mts"), program);
  const [, ...line] = [process.execPath, ...tsx, "program.mts"];
  fs.writeFileSync(
    path.join(scratch, "package.json"),
    JSON.stringify({ type: "module", scripts: { start: ["node", ...line].join(" ") } }),
  );
  const [command, args] = npm ? ["npm", ["start", "--silent"]] : [process.execPath, line];
  started = spawn(command, args, { cwd: scratch, detached: true, stdio: ["ignore", "pipe", "inherit"] });
  const output = createInterface({ input: started.stdout as NodeJS.ReadableStream });
  const [first] = (await Promise.race([once(output, "line"), once(output, "close")])) as [string?];
  if (first === undefined) throw new Error("The program ended without a word.");
  return JSON.parse(first) as T;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" && process.platform !== "linux";
  }
}

const allGone = async (pids: number[]) =>
  expect.poll(() => pids.filter(isAlive), { timeout: 30_000, interval: 100 }).toEqual([]);

const temporary = `
  import fs from "node:fs";
  import { startTemporaryCluster } from ${file("temporary.ts")};
  const { folder } = await startTemporaryCluster("ending");
  const server = Number(fs.readFileSync(folder + "/postgres/postmaster.pid", "utf8").split("\\n")[0]);
  console.log(JSON.stringify({ me: process.pid, server, folder }));
  setInterval(() => {}, 1_000);
`;

it.each([
  ["Ctrl-C, which reaches every process of the terminal", (pid: number) => process.kill(-pid, "SIGINT")],
  ["a SIGTERM to it alone", (pid: number) => process.kill(pid, "SIGTERM")],
  ["a SIGKILL", (pid: number) => process.kill(pid, "SIGKILL")],
])("a run of tests that is ended by %s leaves no PostgreSQL and no folder behind", async (_how, end) => {
  const { me, server, folder } = await begin<{ me: number; server: number; folder: string }>(temporary);
  expect([me, server].map(isAlive)).toEqual([true, true]);
  end(started?.pid ?? 0);
  await allGone([me, server]);
  await expect.poll(() => fs.existsSync(folder), { timeout: 30_000 }).toBe(false);
});

it("a program goes on after it stopped its temporary cluster, though nothing else keeps it", async () => {
  const after = await begin<{ folderLeft: boolean }>(`
    import fs from "node:fs";
    import { startTemporaryCluster } from ${file("temporary.ts")};
    const { folder, stop } = await startTemporaryCluster("ending");
    await stop();
    console.log(JSON.stringify({ folderLeft: fs.existsSync(folder) }));
  `);
  expect(after).toEqual({ folderLeft: false });
});

it("a SIGTERM to npm ends what npm started, and what that started", async () => {
  const pids = await begin<Record<"me" | "tool" | "grandchild" | "server", number>>(
    `
    import fs from "node:fs";
    import { followNpm, onEnding, spawnTool } from ${file("ending.ts")};
    import { startCluster } from ${file("postgres.ts")};
    followNpm();
    const folder = ${JSON.stringify(scratch)} + "/state";
    const cluster = startCluster(folder);
    onEnding(async () => (await cluster).stop());
    await cluster;
    const tool = spawnTool("sh", ["-c", "sleep 600 & echo $!; wait"], { stdio: ["ignore", "pipe", "ignore"] });
    const grandchild = Number(await new Promise((resolve) => tool.stdout.once("data", resolve)));
    const server = Number(fs.readFileSync(folder + "/postgres/postmaster.pid", "utf8").split("\\n")[0]);
    console.log(JSON.stringify({ me: process.pid, tool: tool.pid, grandchild, server }));
    setInterval(() => {}, 1_000);
  `,
    true,
  );
  const all = Object.values(pids);
  expect(all.map(isAlive)).toEqual([true, true, true, true]);
  started?.kill("SIGTERM");
  await allGone(all);
});
