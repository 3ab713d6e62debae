#!/usr/bin/env node
// The one file that runs before anything is installed: plain JavaScript, no imports but Node's own.
// `node lib/cli/framewise.mjs start|dev|test|…` checks Node, installs what package-lock.json asks for, and hands over.
import { spawnSync } from "node:child_process";
import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
process.chdir(root);

/** @param {string} message @returns {never} */
function stop(message) {
  console.error(`\n${message}`);
  process.exit(1);
}

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
if (!supported) stop(`Framewise needs Node 20.19, 22.12 or newer; this is Node ${process.versions.node}.`);

readSettingsFile();
readSecretFiles();

// Prisma's installer would download a native engine; we use its WebAssembly build, so any existing file will do here.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;
process.env.PRISMA_SKIP_POSTINSTALL_GENERATE ??= "1";
process.env.NEXT_TELEMETRY_DISABLED ??= "1";
process.env.CHECKPOINT_DISABLE ??= "1";

install();

const { register } = await import("tsx/esm/api");
register();
const commands = [
  "install",
  "build",
  "start",
  "dev",
  "check",
  "test",
  "journeys",
  "migrate",
  "diff",
  "seed",
  "admin",
  "audit",
  "backup",
  "restore",
  "demo",
  "bench",
  "validity",
];
const command = process.argv[2] ?? "start";
if (!commands.includes(command)) stop(`Unknown command ${command}. There are: ${commands.join(", ")}.`);
// Everything is installed by now: for images and scripts, which do that as a step of its own.
if (command === "install") process.exit(0);
const { followNpm } = await import("../process/ending.ts");
followNpm();
await import(`./${command}.ts`);

/** Settings from `.env`, where there is one; what the environment says already stays as it is. */
function readSettingsFile() {
  try {
    process.loadEnvFile(".env");
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    if (code !== "ENOENT") stop(`The file .env can't be read (${code}). Mend it, or move it away.`);
  }
}

/** Secrets that stand in files of their own, as containers and systemd hand them over: NAME_FILE says where. */
function readSecretFiles() {
  for (const name of [
    "DATABASE_URL",
    "DATABASE_DIRECT_URL",
    "DATABASE_REPLICA_URL",
    "NEXTAUTH_SECRET",
    "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY",
    "SMTP_URL",
    "GITHUB_SECRET",
    "OIDC_SECRET",
    "PURGE_TOKEN",
    "OTEL_EXPORTER_OTLP_HEADERS",
  ]) {
    const file = process.env[`${name}_FILE`];
    if (!file) continue;
    if (process.env[name]) stop(`${name} and ${name}_FILE are both set. Only one can be meant.`);
    try {
      process.env[name] = fs.readFileSync(file, "utf8").trim();
    } catch (error) {
      stop(`${name}_FILE names ${file}, which can't be read (${/** @type {NodeJS.ErrnoException} */ (error).code}).`);
    }
    if (!process.env[name]) stop(`${name}_FILE names ${file}, which is empty.`);
  }
}

/** Runs `npm ci` when node_modules isn't what package-lock.json says; a stamp inside it remembers which lock it is. */
function install() {
  const stamp = path.join("node_modules", ".framewise-lock");
  const lock = crypto.createHash("sha256").update(fs.readFileSync("package-lock.json")).digest("hex");
  // What only builds and tests need is left out where nothing but running is asked for.
  const lean =
    process.env.NODE_ENV === "production" &&
    !["build", "check", "test", "bench", "dev"].includes(process.argv[2] ?? "");
  const there = fs.existsSync(stamp) ? fs.readFileSync(stamp, "utf8") : "";
  if (there === lock || (lean && there === `${lock} lean`)) return;
  console.log("Packages: installing (about a minute) …");
  const started = Date.now();
  const windows = process.platform === "win32";
  const result = spawnSync(
    windows ? "npm.cmd" : "npm",
    ["ci", lean ? "--omit=dev" : "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      stdio: ["ignore", "ignore", "inherit"],
      shell: windows,
      env: windows ? process.env : { ...process.env, npm_config_cache: npmCache() },
    },
  );
  if (result.status !== 0) stop("Packages: npm could not install them; its message is above.");
  fs.writeFileSync(stamp, lean ? `${lock} lean` : lock);
  console.log(`Packages: installed (${Math.round((Date.now() - started) / 1000)} s)`);
}

/** Where npm keeps what it downloads: where it always does, or with our data where the home folder can't be written to. */
function npmCache() {
  const usual = process.env.npm_config_cache ?? path.join(os.homedir(), ".npm");
  try {
    // Only trying tells: root may write everywhere by the rights, also where nothing takes it.
    fs.rmdirSync(fs.mkdtempSync(path.join(fs.existsSync(usual) ? usual : path.dirname(usual), "framewise-")));
    return usual;
  } catch {
    return path.resolve(".framewise", "npm-cache");
  }
}
