import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { findOrInstallBrowser } from "../process/browser.ts";
import { ending } from "../process/ending.ts";
import { build, generateClient } from "../process/prepare.ts";
import { Problem, run, step } from "../process/problem.ts";
import { startTemporaryCluster } from "../process/temporary.ts";
import { runTool } from "../process/tool.ts";
import { nothing, type Outcome, readPlaywright, readVitest } from "../testing/reports.ts";
import { checks } from "./checks.ts";

const total: Outcome = { ...nothing, faults: [] };
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-run-"));

/** Runs a test tool with its output shown. Its own exit code decides; its JSON report is only counted. */
async function tool(
  name: string,
  bin: string,
  args: string[],
  env: Record<string, string>,
  read: (report: string) => Outcome,
) {
  ending.throwIfAborted();
  console.log(`\n${name}`);
  const report = path.join(scratch, `${bin}.json`);
  const code = await runTool(bin, args, { ...env, REPORT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  const outcome = fs.existsSync(report) ? read(fs.readFileSync(report, "utf8")) : nothing;
  total.passed += outcome.passed;
  total.skipped += outcome.skipped;
  total.again += outcome.again;
  // A tool that failed without a failed test (a crash, a broken set-up) is a failure too.
  total.failed += code !== 0 && outcome.failed === 0 ? 1 : outcome.failed;
  total.faults.push(...outcome.faults);
}

/** `npm test`: static checks, unit and database tests, then journeys in a browser against the production build. */
await run(async () => {
  await generateClient();
  if (!(await checks({ unit: false }))) throw new Problem("The static checks failed.");
  const vitest = ["run", "--config", "lib/vitest.config.ts", "--reporter=default", "--reporter=json"];
  await tool(
    "Unit and database tests",
    "vitest",
    [...vitest, `--outputFile.json=${path.join(scratch, "vitest.json")}`],
    {},
    readVitest,
  );

  const browser = await step(
    "Browser",
    "looking for one",
    async () => findOrInstallBrowser(),
    (found) => found,
  );
  const cluster = await startTemporaryCluster("run");
  let stop = async () => {};
  try {
    await build();
    const { startStack } = await import("../testing/stack.ts");
    const stack = await startStack(cluster);
    stop = stack.stop;
    await tool(
      "Browser tests",
      "playwright",
      ["test", "--config", "e2e/playwright.config.ts", ...process.argv.slice(3)],
      { ...stack.env, CHROMIUM_PATH: browser },
      readPlaywright,
    );
  } finally {
    await stop();
    await cluster.stop();
  }
  fs.rmSync(scratch, { recursive: true, force: true });
  for (const fault of total.faults) console.log(`\n${fault}`);
  const told = [
    `${total.passed} passed`,
    `${total.failed} failed`,
    ...(total.skipped > 0 ? [`${total.skipped} skipped`] : []),
    ...(total.again > 0 ? [`${total.again} only at the second try`] : []),
  ];
  console.log(`\n${told.join(", ")}`);
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1;
});
