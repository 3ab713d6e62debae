import { openDatabase } from "./database.ts";
import { generateClient } from "./prepare.ts";
import { run } from "./problem.ts";

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
