import { execFile } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { actionKey, buildEnvironment } from "./action-key.ts";
import { stateFolder } from "./database.ts";
import { ending } from "./ending.ts";
import { Problem, step } from "./problem.ts";
import { installationSecret } from "./settings.ts";

const execute = promisify(execFile);
const bin = (name: string) => path.join("node_modules", ".bin", name);

/** A hash over the contents of files and folders, and over a key that it doesn't tell: what a build was made from. */
export function hashOf(paths: string[], key = ""): string {
  const hash = crypto.createHash("sha256").update(key);
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
    () => execute(bin("prisma"), ["generate"], { signal: ending }),
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

/** Builds the app when its sources, or the installation's secret, have changed since the last build. Needs no database. */
export async function build(): Promise<void> {
  const stamp = path.join(".next", "framewise-sources");
  const key = actionKey(process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, installationSecret);
  const hash = hashOf(sources, key);
  if (stamped(stamp, hash)) return;
  if (fs.readFileSync(path.join("node_modules", ".framewise-lock"), "utf8").endsWith(" lean"))
    throw new Problem(
      "There is no build of these sources with this secret, and only what running needs is installed. Make one: npm run build",
    );
  const log = path.join(stateFolder, "build.log");
  fs.mkdirSync(stateFolder, { recursive: true });
  await step(
    "Build",
    "building (about a minute)",
    async () => {
      const env = buildEnvironment(process.env, key);
      try {
        const { stdout, stderr } = await execute(bin("next"), ["build"], { env, maxBuffer: 64 << 20, signal: ending });
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
  const manifest = fs.readFileSync(path.join(".next", "server", "server-reference-manifest.json"), "utf8");
  if ((JSON.parse(manifest) as { encryptionKey?: string }).encryptionKey !== key)
    throw new Problem(
      "The build did not take the key that names its actions: open tabs would not survive the next one.",
    );
  fs.writeFileSync(stamp, hash);
}
