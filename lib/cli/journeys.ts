import { findFirefox, findOrInstallBrowser } from "../process/browser.ts";
import { build, generateClient } from "../process/prepare.ts";
import { Problem, run } from "../process/problem.ts";
import { startTemporaryCluster } from "../process/temporary.ts";
import { runTool } from "../process/tool.ts";
import { missing, type Place, places } from "../testing/places.ts";
import { startStack } from "../testing/stack.ts";

/** Accounts, community and decisions: what a clock, a proxy, a pooler or another browser can break. */
const specs = ["auth", "account", "pre-hijack", "community", "shortlist", "decide", "team"];

const names = Object.keys(places) as (keyof typeof places)[];
const asked = process.argv.slice(3);
const options = asked.filter((word) => !(names as string[]).includes(word));
const wanted = names.filter((name) => asked.includes(name));

/** Makes the journeys at a place that is set up for them alone. Returns how that ended, in words. */
async function makeAt(place: Place): Promise<string> {
  const without = missing(place);
  if (without.length > 0) return `SKIPPED, not installed: ${without.join(", ")}`;
  const browser: Record<string, string> =
    place.browser === "firefox" ? { FIREFOX_PATH: findFirefox() ?? "" } : { CHROMIUM_PATH: findOrInstallBrowser() };
  const cluster = await startTemporaryCluster("journeys");
  try {
    const stack = await startStack(cluster, place);
    const files = specs.map((spec) => `e2e/${spec}.spec.ts`);
    const code = await runTool(
      "playwright",
      ["test", "--config", "e2e/playwright.config.ts", "--project", "most", "--reporter", "line", ...files, ...options],
      { ...stack.env, ...browser, ZONE: place.zone, TZ: place.zone },
    );
    await stack.stop();
    return code === 0 ? "passed" : "FAILED";
  } finally {
    await cluster.stop();
  }
}

/** `npm run journeys [-- place … Playwright's options]`: those journeys at other places than `npm test` makes them. */
await run(async () => {
  await generateClient();
  await build();
  const results: string[] = [];
  for (const name of wanted.length > 0 ? wanted : names) {
    const { zone, browser, through } = places[name];
    console.log(`\n${name}: ${zone}, ${browser}, through ${through.join(" and ")}`);
    results.push(`${name}: ${await makeAt(places[name])}`);
  }
  console.log(`\n${results.join("\n")}`);
  if (results.some((result) => result.endsWith("FAILED"))) throw new Problem("Some journeys failed.");
});
