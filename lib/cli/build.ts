import { runningLauncher } from "../process/database.ts";
import { onEnding } from "../process/ending.ts";
import { build, generateClient } from "../process/prepare.ts";
import { Problem, run } from "../process/problem.ts";

/** `npm run build`: builds without starting anything, and needs no database; `npm start` finds the build and takes it. */
await run(async () => {
  onEnding(async () => {});
  const running = runningLauncher();
  if (running)
    throw new Problem(
      `Framewise runs from this folder (process ${running.pid}) and serves the build that is here. Build in another checkout, or stop it first.`,
    );
  await generateClient();
  await build();
});
