import { withDatabase } from "../process/database.ts";
import { generateClient } from "../process/prepare.ts";
import { run } from "../process/problem.ts";
import { withRights } from "../process/rights.ts";

await run(async () => {
  await generateClient();
  await withDatabase(async (url) => {
    const { migrate } = await import("../db/migrate.ts");
    const names = await withRights(url, () => migrate(url));
    console.log(names.length ? `Applied: ${names.join(", ")}` : "Nothing to apply.");
  });
});
