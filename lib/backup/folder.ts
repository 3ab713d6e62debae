import fs from "node:fs";
import path from "node:path";
import type { Manifest } from "./manifest.ts";
import { takeBackup } from "./take.ts";

/** Names sort by time; nothing else in the folder is ever touched. */
const pattern = /^framewise-\d{8}T\d{6}Z\.tar\.gz$/;

export const backupName = (at: Date) => `framewise-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z.tar.gz`;

/**
 * Takes a backup into a folder, which is made when it isn't there, and then removes the oldest beyond `keep` of those that were
 * taken into it.
 */
export async function backUpInto(
  url: string,
  folder: string,
  keep: number,
  now = new Date(),
): Promise<{ file: string; manifest: Manifest; removed: string[] }> {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = path.join(folder, backupName(now));
  const manifest = await takeBackup(url, file);
  const taken = fs
    .readdirSync(folder)
    .filter((name) => pattern.test(name))
    .sort();
  const removed = taken.slice(0, Math.max(0, taken.length - keep));
  for (const name of removed) fs.rmSync(path.join(folder, name));
  return { file, manifest, removed };
}
