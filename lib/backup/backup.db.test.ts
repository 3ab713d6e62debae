import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { vote } from "../claims/mutations.ts";
import { addDemo } from "../community/demo.ts";
import { db } from "../db/index.ts";
import { loadContent } from "../frameworks/content.ts";
import { seed } from "../frameworks/seed.ts";
import { query } from "../process/postgres.ts";
import { contentOf } from "../testing/content.ts";
import { emptyDatabase, freshDatabase } from "../testing/database.ts";
import { backUpInto } from "./folder.ts";
import { restoreBackup } from "./restore.ts";
import { takeBackup } from "./take.ts";

let url: string;
let folder: string;
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-backup-"));
  url = await freshDatabase();
  process.env.DATABASE_URL = url;
  await seed(
    url,
    contentOf(loadContent(), (slug) => ["django", "rails"].includes(slug)),
  );
  await addDemo(url, 20);
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

/** For each table its number of rows and a hash over all that they hold. */
async function contents(of: string): Promise<Record<string, string>> {
  const tables = await query<{ name: string }>(
    of,
    "SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname <> '_prisma_migrations'",
  );
  const all: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await query<{ told: string }>(
      of,
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '\n' ORDER BY t::text)), '') AS told FROM "${name}" AS t`,
    );
    all[name] = row?.told ?? "";
  }
  return all;
}

/** Constraints, triggers, indexes and sequences: what a table is besides its rows. */
async function shape(of: string): Promise<string[]> {
  const rows = await query<{ told: string }>(
    of,
    `SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) || ' ' || convalidated AS told FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace
     UNION ALL SELECT tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
     UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
     UNION ALL SELECT sequencename || ' ' || coalesce(last_value::text, '-') FROM pg_sequences
     UNION ALL SELECT migration_name FROM _prisma_migrations ORDER BY 1`,
  );
  return rows.map(({ told }) => told);
}

const drift = (of: string) => query(of, "SELECT * FROM community_drift");

describe("a backup", () => {
  it("brings back every row of every table, its rules and its counters, into an empty database", async () => {
    await takeBackup(url, at("whole.tar.gz"));
    const restored = await emptyDatabase();
    const manifest = await restoreBackup(restored, at("whole.tar.gz"));
    expect(await contents(restored)).toEqual(await contents(url));
    expect(await shape(restored)).toEqual(await shape(url));
    expect(await drift(restored)).toEqual([]);
    expect(manifest.tables.find(({ name }) => name === "vote")?.rows).toBeGreaterThan(50);
  });

  it("taken while people vote is of one moment: every number in it is what a recount says", async () => {
    const people = await db().person.findMany({ select: { id: true } });
    const claims = await db().claim.findMany({ select: { id: true } });
    const over = new AbortController();
    const voters = people.slice(0, 6).map(async ({ id }, index) => {
      for (let turn = index; !over.signal.aborted; turn += 1) {
        const claim = claims[turn % claims.length];
        if (claim) await vote(id, claim.id, turn % 2 === 0 ? 1 : -1, BigInt(Date.now()) * 1_000n);
      }
    });
    const files = [at("busy-1.tar.gz"), at("busy-2.tar.gz"), at("busy-3.tar.gz")];
    for (const file of files) await takeBackup(url, file);
    over.abort();
    await Promise.all(voters);
    for (const file of files) {
      const restored = await emptyDatabase();
      await restoreBackup(restored, file);
      expect(await drift(restored)).toEqual([]);
    }
  });

  it("can be read by its owner only, and leaves nothing else behind", async () => {
    await takeBackup(url, at("own.tar.gz"));
    expect(fs.statSync(at("own.tar.gz")).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(folder).filter((name) => name.startsWith("own"))).toEqual(["own.tar.gz"]);
  });

  it("that can't be taken leaves no file", async () => {
    const nowhere = new URL(url);
    nowhere.pathname = "/not_there";
    await expect(takeBackup(nowhere.href, at("none.tar.gz"))).rejects.toThrow(/not_there/);
    expect(fs.readdirSync(folder).filter((name) => name.startsWith("none"))).toEqual([]);
  });
});

describe("restoring", () => {
  const damaged = (name: string, damage: (whole: Buffer) => Buffer) => {
    fs.writeFileSync(at(name), damage(fs.readFileSync(at("whole.tar.gz"))));
    return at(name);
  };
  const recompressed = (change: (inside: string) => string) => (whole: Buffer) =>
    zlib.gzipSync(Buffer.from(change(zlib.gunzipSync(whole).toString("latin1")), "latin1"));

  it.each<[string, (whole: Buffer) => Buffer]>([
    ["cut off", (whole) => whole.subarray(0, Math.floor(whole.length * 0.7))],
    ["empty", () => Buffer.alloc(0)],
    ["no archive", () => Buffer.from("SELECT 1;")],
    ["changed in one byte", (whole) => Buffer.from(whole.map((byte, index) => (index === 5_000 ? byte ^ 1 : byte)))],
    ["changed within, and packed again", recompressed((inside) => inside.replace("@demo.invalid", "@demo.invalit"))],
    ["without its last table", recompressed((inside) => inside.replace(/vote\.copy\0[\s\S]*$/, ""))],
  ])("refuses a file that is %s, in words, and touches nothing", async (what, damage) => {
    const target = await emptyDatabase();
    await expect(restoreBackup(target, damaged(`${what}.tar.gz`, damage))).rejects.toThrow(/damaged|no backup/);
    expect(await contents(target)).toEqual({});
  });

  it("refuses a database that isn't empty, and touches nothing", async () => {
    const before = await contents(url);
    await expect(restoreBackup(url, at("whole.tar.gz"))).rejects.toThrow("isn't empty");
    expect(await contents(url)).toEqual(before);
  });

  it("refuses what a newer version took", async () => {
    const newer = recompressed((inside) => inside.replace('"20261121235000_decide"', '"20991121235000_decide"'));
    await expect(restoreBackup(await emptyDatabase(), damaged("newer.tar.gz", newer))).rejects.toThrow("newer version");
  });
});

it("the commands say what they did, and where the file is", async () => {
  const [empty, file] = [await emptyDatabase(), at("command.tar.gz")];
  const command = (name: string, database: string) =>
    spawnSync(process.execPath, ["--import", "tsx", `lib/cli/${name}.ts`, name, file], {
      env: { ...process.env, DATABASE_URL: database, DATABASE_DIRECT_URL: "" },
      encoding: "utf8",
    });
  const [taken, restored, again] = [command("backup", url), command("restore", empty), command("restore", empty)];
  expect(taken.stdout).toBe(`${file}\n`);
  expect(taken.stderr).toMatch(/Backup: \d+ tables, [\d,]+ rows/);
  expect(restored.stdout).toMatch(/^Everything is as it was on \d{4}-/);
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining("The database isn't empty")]);
});

it("a folder keeps the newest backups, and nothing else in it is touched", async () => {
  const into = at("kept");
  fs.mkdirSync(into);
  fs.writeFileSync(path.join(into, "framewise-notes.txt"), "mine");
  for (const day of [1, 2, 3]) await backUpInto(url, into, 2, new Date(Date.UTC(2026, 0, day)));
  expect(fs.readdirSync(into).sort()).toEqual([
    "framewise-20260102T000000Z.tar.gz",
    "framewise-20260103T000000Z.tar.gz",
    "framewise-notes.txt",
  ]);
});
