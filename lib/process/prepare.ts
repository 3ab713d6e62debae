import { execFile } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { stateFolder } from "./database.ts";
import { Problem, step } from "./problem.ts";

const execute = promisify(execFile);
const bin = (name: string) => path.join("node_modules", ".bin", name);

/** A hash over the contents of files and folders: what a build was made from. */
function hashOf(paths: string[]): string {
  const hash = crypto.createHash("sha256");
  const visit = (at: string) => {
    if (!fs.existsSync(at)) return;
    if (fs.statSync(at).isDirectory()) {
      for (const entry of fs.readdirSync(at).sort()) {
        if (entry !== "generated" && !entry.endsWith(".test.ts")) visit(path.join(at, entry));
      }
    } else hash.update(at).update(fs.readFileSync(at));
  };
  paths.forEach(visit);
  return hash.digest("hex");
}

function stamped(file: string, hash: string): boolean {
  return fs.existsSync(file) && fs.readFileSync(file, "utf8") === hash;
}

/** Generates the Prisma client when the schema has changed since. */
export async function generateClient(): Promise<void> {
  const stamp = path.join("lib", "db", "generated", ".schema");
  const hash = hashOf(["prisma/schema.prisma", "package-lock.json"]);
  if (stamped(stamp, hash)) return;
  await step(
    "Prisma client",
    "generating",
    () => execute(bin("prisma"), ["generate"]),
    () => "generated",
  );
  fs.writeFileSync(stamp, hash);
}

const sources = [
  "app",
  "components",
  "lib",
  "public",
  "prisma/schema.prisma",
  "package-lock.json",
  "next.config.ts",
  "tsconfig.json",
  "postcss.config.mjs",
  "instrumentation.ts",
];

/** Builds the app when its sources have changed since the last build. Needs no database. */
export async function build(): Promise<void> {
  const stamp = path.join(".next", "framewise-sources");
  const hash = hashOf(sources);
  if (stamped(stamp, hash)) return;
  const log = path.join(stateFolder, "build.log");
  fs.mkdirSync(stateFolder, { recursive: true });
  await step(
    "Build",
    "building (about a minute)",
    async () => {
      const env = { ...process.env, NODE_ENV: "production" as const };
      delete (env as Record<string, string | undefined>).DATABASE_URL;
      try {
        const { stdout, stderr } = await execute(bin("next"), ["build"], { env, maxBuffer: 64 << 20 });
        fs.writeFileSync(log, stdout + stderr);
      } catch (error) {
        const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
        fs.writeFileSync(log, stdout + stderr);
        throw new Problem(
          `The build failed. The whole log is ${log}; its end:\n${(stdout + stderr).trim().split("\n").slice(-30).join("\n")}`,
        );
      }
    },
    () => "built",
  );
  fs.writeFileSync(stamp, hash);
}
