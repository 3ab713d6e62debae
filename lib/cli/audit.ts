import { withDatabase } from "../process/database.ts";
import { query } from "../process/postgres.ts";
import { run } from "../process/problem.ts";

/** `npm run audit`: compares every public number with a recount. Says what differs, repairs nothing, and fails then. */
await run(async () => {
  await withDatabase(async (url) => {
    const rows = await query<{ target: string; id: string; kept: string; recounted: string }>(
      url,
      "SELECT target, id, kept, recounted FROM community_drift",
    );
    for (const { target, id, kept, recounted } of rows)
      console.error(`${target} ${id}: kept ${kept}, recounted ${recounted}`);
    console.log(rows.length === 0 ? "Every number is what a recount says." : `${rows.length} numbers differ.`);
    if (rows.length > 0) process.exitCode = 1;
  });
});
