import fs from "node:fs";
import path from "node:path";
import { backUpInto } from "../backup/folder.ts";
import { summary } from "../backup/manifest.ts";
import { backupSettings } from "../backup/settings.ts";
import { takeBackup } from "../backup/take.ts";
import { stateFolder, withDatabase } from "../process/database.ts";
import { Problem, run, step } from "../process/problem.ts";

/**
 * `npm run backup`: everything that the database holds, to a file in `.framewise/backups` while people write. `-- FILE.tar.gz`
 * names the file, `-- FOLDER` the folder; `BACKUP_KEEP` is how many a folder keeps.
 */
await run(async () => {
  const { folder, keep } = backupSettings();
  const target = path.resolve(process.argv[3] ?? folder ?? path.join(stateFolder, "backups"));
  const isFile = target.endsWith(".tar.gz");
  if (isFile && fs.existsSync(target)) throw new Problem(`${target} is there already. Nothing was changed.`);
  await withDatabase(async (url) => {
    const take = isFile
      ? async () => ({ file: target, manifest: await takeBackup(url, target), removed: [] })
      : () => backUpInto(url, target, keep);
    const { file, removed } = await step("Backup", "copying", take, ({ manifest }) => summary(manifest));
    console.log(file);
    for (const name of removed) console.log(`Removed ${name}: ${keep} are kept.`);
  });
});
