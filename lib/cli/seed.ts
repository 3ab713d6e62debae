import { withDatabase } from "../process/database.ts";
import { generateClient } from "../process/prepare.ts";
import { run } from "../process/problem.ts";
import { withRights } from "../process/rights.ts";

await run(async () => {
  await generateClient();
  await withDatabase(async (url) => {
    const { seed } = await import("../frameworks/seed.ts");
    const counts = await withRights(url, () => seed(url));
    console.log(`${counts.frameworks} frameworks, ${counts.claims} claims`);
  });
});
