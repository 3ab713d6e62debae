import path from "node:path";
import { ending, spawnTool } from "../process/ending.ts";
import { generateClient } from "../process/prepare.ts";

interface Outcome {
  name: string;
  ok: boolean;
  output: string;
}

function command(name: string, bin: string, args: string[]): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawnTool(path.join("node_modules", ".bin", bin), args, { stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout?.on("data", (chunk) => (output += chunk));
    child.stderr?.on("data", (chunk) => (output += chunk));
    child.on("error", (error) => resolve({ name, ok: false, output: error.message }));
    child.on("exit", (code) => resolve({ name, ok: code === 0, output }));
  });
}

/** Runs the static checks, two at a time, and prints what fails. True when all pass. */
export async function checks({ unit }: { unit: boolean }): Promise<boolean> {
  await generateClient();
  const queue: [string, string, string[]][] = [
    ["route types", "next", ["typegen"]],
    ["format", "biome", ["check", "--error-on-warnings", "."]],
    ["lint", "oxlint", ["--type-aware"]],
    ["types", "tsc", ["--noEmit"]],
    ["dead code", "knip", []],
  ];
  if (unit) queue.push(["unit tests", "vitest", ["run", "--config", "lib/vitest.config.ts", "--project", "unit"]]);
  // Types need the route types first; the rest runs in pairs.
  const first = queue.shift();
  const outcomes: Outcome[] = [];
  if (first) outcomes.push(await command(...first));
  const work = async () => {
    for (let next = queue.shift(); next && !ending.aborted; next = queue.shift()) outcomes.push(await command(...next));
  };
  await Promise.all([work(), work()]);
  for (const { name, ok, output } of outcomes) {
    if (!ok) console.error(`${name}: failed\n${output}`);
  }
  console.log(outcomes.map(({ name, ok }) => `${ok ? "✓" : "✗"} ${name}`).join("  "));
  return outcomes.every(({ ok }) => ok);
}
