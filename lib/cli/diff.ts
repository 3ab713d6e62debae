import { execFileSync } from "node:child_process";
import { withDatabase } from "../process/database.ts";
import { run } from "../process/problem.ts";

/**
 * `npm run db:diff`: the SQL that a next migration needs, from the committed schema to the one in the work tree, on
 * standard output. `-- --empty` gives the whole schema.
 */
await run(async () => {
  const committed = () => execFileSync("git", ["show", "HEAD:prisma/schema.prisma"], { encoding: "utf8" });
  const from = process.argv.includes("--empty") ? null : committed();
  await withDatabase(async (url) => {
    const { diffSchema } = await import("../db/migrate.ts");
    console.log(await diffSchema(url, from));
  });
});
