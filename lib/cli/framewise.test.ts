import { spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSettings } from "../process/settings.ts";

/** A project of its own with this launcher in it, whose one command prints what it sees of the environment. */
const project = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-launcher-"));
const inProject = (...names: string[]) => path.join(project, ...names);

beforeAll(() => {
  fs.mkdirSync(inProject("lib", "cli"), { recursive: true });
  fs.mkdirSync(inProject("node_modules"));
  fs.copyFileSync("lib/cli/framewise.mjs", inProject("lib", "cli", "framewise.mjs"));
  fs.mkdirSync(inProject("lib", "process"));
  for (const name of ["ending.ts", "problem.ts"])
    fs.copyFileSync(`lib/process/${name}`, inProject("lib", "process", name));
  fs.writeFileSync(inProject("lib", "cli", "start.ts"), "console.log(JSON.stringify(process.env));");
  fs.writeFileSync(inProject("package.json"), '{ "type": "module" }');
  // Nothing is to be installed: the stamp says so.
  const lock = "{}";
  fs.writeFileSync(inProject("package-lock.json"), lock);
  const stamp = crypto.createHash("sha256").update(lock).digest("hex");
  fs.writeFileSync(inProject("node_modules", ".framewise-lock"), stamp);
  fs.symlinkSync(path.resolve("node_modules/tsx"), inProject("node_modules", "tsx"));
});

afterAll(() => fs.rmSync(project, { recursive: true }));

/** Starts it from elsewhere, as `npm start` may. */
function launch(given: Record<string, string> = {}) {
  const launcher = inProject("lib", "cli", "framewise.mjs");
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: "test", ...given } as NodeJS.ProcessEnv;
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, "start"], {
    cwd: os.tmpdir(),
    env,
    encoding: "utf8",
  });
  return { status, stderr, seen: status === 0 ? (JSON.parse(stdout) as Record<string, string>) : {} };
}

it("a command has the settings of .env, and what the environment says outranks them", () => {
  fs.writeFileSync(
    inProject(".env"),
    'PORT=4100\nSITE_URL=https://file.example\nMAIL_FROM="F <f@example.org>" # sender\n',
  );
  const { seen } = launch({ SITE_URL: "https://environment.example" });
  expect(seen).toMatchObject({
    PORT: "4100",
    SITE_URL: "https://environment.example",
    MAIL_FROM: "F <f@example.org>",
  });
});

it(".env is read before anything that it may set is decided", () => {
  fs.writeFileSync(inProject(".env"), "CHECKPOINT_DISABLE=0\n");
  expect(launch().seen.CHECKPOINT_DISABLE).toBe("0");
});

it("without .env the environment alone counts; one that can't be read is named in a sentence", () => {
  fs.rmSync(inProject(".env"), { force: true });
  expect(launch({ PORT: "4200" }).seen.PORT).toBe("4200");
  fs.mkdirSync(inProject(".env"));
  const { status, stderr } = launch();
  expect(status).toBe(1);
  expect(stderr).toMatch(/^\nThe file \.env can't be read \(\w+\)\./);
  fs.rmdirSync(inProject(".env"));
});

it("the example of .env runs as it is, and names every setting of the README and no other", () => {
  fs.copyFileSync(".env.example", inProject(".env"));
  const { seen } = launch({ NEXTAUTH_SECRET: "secret" });
  const settings = readSettings(Number(seen.PORT), seen);
  expect(settings.SITE_URL).toBe("http://localhost:3000");
  const namesIn = (text: string, each: RegExp) =>
    [...new Set([...text.matchAll(each)].map(([, name = ""]) => name))].toSorted();
  const example = namesIn(fs.readFileSync(".env.example", "utf8"), /^#?([A-Z_]+)=/gm);
  const [, table = ""] = fs.readFileSync("README.md", "utf8").split(/^## Settings$/m);
  expect(example).toEqual(namesIn(table.split(/^## /m)[0] ?? "", /`([A-Z]+_[A-Z_]+|PORT)`/g));
});

it("git leaves .env out, and keeps its example", () => {
  const lines = fs.readFileSync(".gitignore", "utf8").split("\n");
  expect(lines.filter((line) => line.includes(".env"))).toEqual([".env*", "!.env.example"]);
});

describe("a secret in a file of its own", () => {
  const file = inProject("database-url");

  it("is read, without its line's end", () => {
    fs.writeFileSync(file, "postgresql://a:b@db/framewise\n");
    expect(launch({ DATABASE_URL_FILE: file }).seen.DATABASE_URL).toBe("postgresql://a:b@db/framewise");
  });

  it.each([
    [
      "isn't there",
      () => fs.rmSync(file, { force: true }),
      {},
      /DATABASE_URL_FILE names .*, which can't be read \(ENOENT\)/,
    ],
    ["is empty", () => fs.writeFileSync(file, "\n"), {}, /DATABASE_URL_FILE names .*, which is empty/],
    ["is given twice", () => fs.writeFileSync(file, "x"), { DATABASE_URL: "y" }, /are both set/],
  ])("that %s is named in a sentence", (_what, prepare, env, sentence) => {
    prepare();
    const { status, stderr } = launch({ DATABASE_URL_FILE: file, ...env });
    expect(status).toBe(1);
    expect(stderr).toMatch(sentence);
  });
});

it("an installation for running only is taken as it is, where nothing but running is asked for", () => {
  const stamp = inProject("node_modules", ".framewise-lock");
  const whole = fs.readFileSync(stamp, "utf8");
  fs.writeFileSync(stamp, `${whole} lean`);
  // Without npm on its way, an installation would fail.
  const { status, stderr } = launch({ NODE_ENV: "production", PATH: "" });
  expect([status, stderr]).toEqual([0, ""]);
  expect(launch({ PATH: "" }).stderr).toMatch("npm could not install");
  fs.writeFileSync(stamp, whole);
});
