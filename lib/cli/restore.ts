import fs from "node:fs";
import path from "node:path";
import { summary } from "../backup/manifest.ts";
import { restoreBackup } from "../backup/restore.ts";
import { withDatabase } from "../process/database.ts";
import { generateClient } from "../process/prepare.ts";
import { Problem, run, step } from "../process/problem.ts";
import { withRights } from "../process/rights.ts";

/** `npm run restore -- FILE.tar.gz`: brings a backup into the database of `DATABASE_URL`, else the embedded one, which must be empty. */
await run(async () => {
  const [, , , given] = process.argv;
  if (!given) throw new Problem("Say which: npm run restore -- framewise-20261126T120000Z.tar.gz");
  const file = path.resolve(given);
  if (!fs.existsSync(file)) throw new Problem(`${file} isn't there.`);
  await generateClient();
  await withDatabase(async (url) => {
    const manifest = await step(
      "Restore",
      "reading and loading",
      () => withRights(url, () => restoreBackup(url, file)),
      summary,
    );
    console.log(`Everything is as it was on ${manifest.takenAt}. Check it: npm run audit. Go on: npm start`);
  });
});
