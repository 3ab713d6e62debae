import { execFileSync } from "node:child_process";
import { openDatabase } from "../process/database.ts";
import { run } from "../process/problem.ts";

/**
 * `npm run db:diff`: the SQL that a next migration needs, from the committed schema to the one in the work tree, on
 * standard output. `-- --empty` gives the whole schema.
 */
await run(async () => {
  const committed = () => execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { encoding: "utf8" });
  const from = process.argv.includes("--empty") ? null : committed();
  const database = await openDatabase();
  try {
    const { diffSchema } = await import("../db/migrate.ts");
    console.log(await diffSchema(database.url, from));
  } finally {
    await database.stop();
  }
});
