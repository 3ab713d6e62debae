import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { Problem } from "./problem.ts";

export interface Account {
  uid: number;
  gid: number;
}

/** Asks for an account by its name or number; undefined when there is none. */
function id(flag: "-u" | "-g" | "-un", who: string): string | undefined {
  try {
    return execFileSync("id", [flag, who], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return undefined;
  }
}

const nameOf = (uid: number): string => id("-un", String(uid)) ?? `the user ${uid}`;

/**
 * Whom PostgreSQL runs as where that isn't ourselves: it refuses to run as root. A data folder that is there already is
 * its owner's; a new one becomes that of `postgres` where that user exists, else of `nobody`.
 */
export function accountFor(data: string): Account | undefined {
  if (process.geteuid?.() !== 0) return undefined;
  const owner = ownerOf(data);
  if (owner?.uid === 0)
    throw new Problem(
      `The data folder ${data} belongs to root, and PostgreSQL can't run as root. Nothing was changed: give it to another user, such as: chown -R postgres ${data}`,
    );
  if (owner) return owner;
  for (const name of ["postgres", "nobody"]) {
    const [uid, gid] = [id("-u", name), id("-g", name)];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Problem(
    "PostgreSQL can't run as root, and this system has neither a postgres nor a nobody user to run it as.",
  );
}

/** Who owns a file or folder; undefined when it isn't there, or is behind a folder that is closed to us. */
function ownerOf(at: string): Account | undefined {
  try {
    const { uid, gid } = fs.statSync(at);
    return { uid, gid };
  } catch {
    return undefined;
  }
}

/** Throws a `Problem` that says whose a file or folder is, unless it is ours or we are root. */
export function refuseForeign(at: string): void {
  const me = process.geteuid?.();
  const owner = ownerOf(at);
  if (me === undefined || me === 0 || !owner || owner.uid === me) return;
  const name = nameOf(owner.uid);
  throw new Problem(
    `${at} belongs to ${name}, and this runs as ${nameOf(me)}. Nothing was changed: start Framewise as ${name} or as root.`,
  );
}

/** Does what touches a file of the state folder. Where we may not, a `Problem` says whose the nearest closed one is. */
export function withAccess<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EPERM" && code !== "EROFS") throw error;
    refuseForeign(file);
    refuseForeign(path.dirname(file));
    throw new Problem(
      `${file} can't be used (${code}): its folder must be readable and writable for ${nameOf(process.geteuid?.() ?? 0)}.`,
    );
  }
}

/** Whether others may pass through every folder above: a clone in a private folder of root's is closed to `postgres`. */
export function reachableByOthers(folder: string): boolean {
  for (let at = path.resolve(folder); at !== path.dirname(at); at = path.dirname(at)) {
    if (fs.existsSync(at) && (fs.statSync(at).mode & 0o001) === 0) return false;
  }
  return true;
}
