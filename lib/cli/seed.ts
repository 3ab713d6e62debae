import { openDatabase } from "../process/database.ts";
import { generateClient } from "../process/prepare.ts";
import { run } from "../process/problem.ts";

await run(async () => {
  await generateClient();
  const database = await openDatabase();
  try {
    const { seed } = await import("../frameworks/seed.ts");
    const counts = await seed(database.url);
    console.log(`${counts.frameworks} frameworks, ${counts.claims} claims`);
  } finally {
    await database.stop();
  }
});
