import { onEnding } from "../process/ending.ts";
import { Problem, run } from "../process/problem.ts";
import { checks } from "./checks.ts";

onEnding(async () => {});

/** `npm run check`: format, lint, types, dead code and unit tests, in seconds. */
await run(async () => {
  if (!(await checks({ unit: true }))) throw new Problem("The check failed; what is wrong stands above.");
});
