import { openDatabase } from "./database.ts";
import { generateClient } from "./prepare.ts";
import { run } from "./problem.ts";

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
