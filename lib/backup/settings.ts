import { Problem } from "../process/problem.ts";

/** Where backups go, and how many are kept there. Throws a `Problem` that names the setting. */
export function backupSettings(env: Record<string, string | undefined> = process.env): {
  folder: string | undefined;
  keep: number;
} {
  const keep = Number(env.BACKUP_KEEP || 14);
  if (!Number.isInteger(keep) || keep < 1) throw new Problem("BACKUP_KEEP is a number of files, from 1.");
  return { folder: env.BACKUP_FOLDER || undefined, keep };
}
