// Which PostgreSQL runs on a data folder. Plain JavaScript: the guard of temporary clusters runs it without a compiler.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";

/**
 * Process and port of the server that runs on a data folder; null when none does. The pid file alone proves nothing: its
 * number may be another program's by now, and in a copied folder it names the server of the original.
 * @param {string} data
 * @returns {{ pid: number, port: number } | null}
 */
export function runningIn(data) {
  const [pid = "", folder = "", , port = ""] = readLines(path.join(data, "postmaster.pid"));
  const found = { pid: Number(pid), port: Number(port) };
  return isLivePostgres(found.pid) && worksIn(found.pid, data, folder) ? found : null;
}

/**
 * Whether a process works in a folder. Asked of the system where it tells, since a folder may have been moved under a
 * running process; else by what the process wrote. One that nobody can tell of counts as there: it must not be run over.
 * @param {number} pid
 * @param {string} folder
 * @param {string} said where the process said that it works
 */
export function worksIn(pid, folder, said) {
  const here = fs.statSync(folder, { bigint: true });
  for (const at of [`/proc/${pid}/cwd`, said]) {
    try {
      const there = fs.statSync(at, { bigint: true });
      return there.dev === here.dev && there.ino === here.ino;
    } catch {
      // Not told here: ask the next.
    }
  }
  return true;
}

/** @param {string} file @returns {string[]} */
function readLines(file) {
  try {
    return fs.readFileSync(file, "utf8").split("\n");
  } catch {
    return [];
  }
}

/**
 * Whether a process is a PostgreSQL that lives: a zombie that nobody has reaped holds its number, but nothing else.
 * @param {number} pid
 */
function isLivePostgres(pid) {
  if (!Number.isSafeInteger(pid) || pid < 1) return false;
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
