import { openDatabase } from "../process/database.ts";
import { generateClient } from "../process/prepare.ts";
import { run } from "../process/problem.ts";

await run(async () => {
  await generateClient();
  const database = await openDatabase();
  try {
    const { migrate } = await import("../db/migrate.ts");
    const names = await migrate(database.url);
    console.log(names.length ? `Applied: ${names.join(", ")}` : "Nothing to apply.");
  } finally {
    await database.stop();
  }
});
