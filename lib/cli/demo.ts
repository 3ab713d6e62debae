import { withDatabase } from "../process/database.ts";
import { generateClient } from "../process/prepare.ts";
import { Problem, run } from "../process/problem.ts";

/** `npm run demo`: adds invented people, votes and ratings, marked as such on every page; `-- remove` takes them out. */
await run(async () => {
  const wish = process.argv[3] ?? "add";
  if (wish !== "add" && wish !== "remove") throw new Problem("It is either: npm run demo, or: npm run demo -- remove");
  await generateClient();
  await withDatabase(async (url) => {
    const { addDemo, removeDemo } = await import("../community/demo.ts");
    if (wish === "add") {
      const people = await addDemo(url);
      console.log(`${people} invented people vote and rate now; every page says so. Out again: npm run demo -- remove`);
    } else console.log(`${await removeDemo(url)} invented people and all they said are gone.`);
  });
});
