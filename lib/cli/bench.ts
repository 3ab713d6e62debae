import crypto from "node:crypto";
import { buildEmptyApp, emptyFirstLoad, firstLoad } from "../benchmarking/first-load.ts";
import { largeContent } from "../benchmarking/large.ts";
import { largestPaint, withEmptyApp } from "../benchmarking/largest-paint.ts";
import { paired, pairLine } from "../benchmarking/load.ts";
import { weigh } from "../benchmarking/weight.ts";
import { findOrInstallBrowser } from "../process/browser.ts";
import { type Cluster, createDatabase, freePort } from "../process/postgres.ts";
import { build, generateClient } from "../process/prepare.ts";
import { Problem, run, step } from "../process/problem.ts";
import { startServer, whenReady } from "../process/server.ts";
import { startTemporaryCluster } from "../process/temporary.ts";

/**
 * `npm run bench [-- pages|weight|scripts|paint|lighthouse|large|slider|community|crash|kills|scale …]`: prints what the pages cost. Ratios are of one run on one
 * machine, loopback only; the numbers of two runs are not to be compared.
 */
const parts = [
  "pages",
  "weight",
  "scripts",
  "paint",
  "lighthouse",
  "large",
  "slider",
  "community",
  "crash",
  "kills",
  "scale",
] as const;
const secret = crypto.randomBytes(32).toString("hex");
/** Votes in the table while a page is rendered. */
const sizes = [1_000, 1_000_000, 10_000_000];
const asked = process.argv.slice(3);
/** They take many minutes, so they are done when they are asked for by name. */
const longRuns: readonly string[] = ["kills", "scale"];
const wanted = (part: (typeof parts)[number]) => (asked.length === 0 ? !longRuns.includes(part) : asked.includes(part));

const pages = [
  ["home", "/"],
  ["catalogue", "/frameworks"],
  ["framework", "/frameworks/laravel"],
  ["comparison", "/compare/django-vs-laravel"],
  ["source", "/sources/article-2020"],
  ["method", "/method"],
  ["Django", "/frameworks/django"],
  ["of three", "/compare/django-vs-laravel-vs-rails"],
] as const;

async function withServer(
  cluster: Cluster,
  database: string,
  work: (address: string, pid: number | undefined) => Promise<void>,
) {
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = startServer({ port, env: settings(cluster, database, address) });
  try {
    await whenReady(server, address);
    await work(address, server.process.pid);
  } finally {
    await server.stop();
  }
}

/** Clients of the benchmark say what address they come from, so that limits don't end it. */
function settings(cluster: Cluster, database: string, address: string): Record<string, string> {
  return {
    DATABASE_URL: cluster.url(database),
    DATABASE_DIRECT_URL: "",
    SITE_URL: address,
    NEXTAUTH_URL: address,
    NEXTAUTH_SECRET: secret,
    TRUST_PROXY: "1",
  };
}

async function community(cluster: Cluster) {
  const { communityRates, fillVotes, openHall, renderTime } = await import("../benchmarking/community.ts");
  const hall = await openHall(cluster.url("community"), 4_000);
  console.log("\nVotes and reading, 32 clients");
  await withServer(cluster, "community", async (address, pid) => {
    for (const line of await communityRates(address, hall, pid)) console.log(`  ${line}`);
  });
  for (const rows of sizes) {
    await fillVotes(hall, rows);
    await withServer(cluster, "community", async (address) => {
      const times = [];
      for (const page of ["/frameworks?q=a", "/compare/django-vs-rails?diff=1"])
        times.push(`${page} ${(await renderTime(address + page)).toFixed(0)} ms`);
      const started = performance.now();
      await (await fetch(`${address}/frameworks/laravel`)).arrayBuffer();
      console.log(
        `  at ${rows.toLocaleString("en")} votes: first render of a framework ${Math.round(performance.now() - started)} ms; ${times.join("; ")}`,
      );
    });
  }
  await hall.pool.end();
}

async function crash(cluster: Cluster) {
  const { openHall } = await import("../benchmarking/community.ts");
  const { crashRound } = await import("../benchmarking/crash.ts");
  const hall = await openHall(cluster.url("crash"), 4_000);
  const rounds = Number(process.env.RUNS ?? 20);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const start = async () => {
    const server = startServer({ port, env: settings(cluster, "crash", address) });
    await whenReady(server, address);
    return server;
  };
  console.log(`\nSIGKILL to a database backend and to the app while 32 clients vote, ${rounds} rounds`);
  let total = 0;
  let wrong = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const { acknowledged, lost, drift, killed } = await crashRound(hall, address, start);
    total += acknowledged;
    wrong += lost + drift;
    console.log(`  ${round}: ${acknowledged} acknowledged, ${lost} lost, ${drift} numbers off (killed: ${killed})`);
  }
  await hall.pool.end();
  console.log(`  ${total} acknowledged, ${wrong === 0 ? "none lost, every number right" : `${wrong} WRONG`}`);
  if (wrong > 0) process.exitCode = 1;
}

/** `KILLS`, `SECONDS` and `PEOPLE` say how much of it; `CONTROL=1` runs it with a database that may lose what it acknowledged. */
async function kills() {
  const { killAtRandom } = await import("../benchmarking/kills.ts");
  const { migrate } = await import("../db/migrate.ts");
  const { seed } = await import("../frameworks/seed.ts");
  const [wish, control] = [
    {
      kills: Number(process.env.KILLS ?? 100),
      seconds: Number(process.env.SECONDS ?? 600),
      people: Number(process.env.PEOPLE ?? 200),
    },
    process.env.CONTROL === "1",
  ];
  console.log(`\n${wish.kills} SIGKILLs within ${wish.seconds} s while ${wish.people} people vote`);
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const done = await killAtRandom({ ...wish, control }, async (cluster) => {
    const url = await createDatabase(cluster, "kills");
    await migrate(url);
    await seed(url);
    return { url, address, start: () => startServer({ port, env: settings(cluster, "kills", address) }) };
  });
  const killed = Object.entries(done.kills).map(([kind, times]) => `${kind} ${times} times`);
  console.log(`  killed: ${killed.join(", ")}`);
  console.log(`  ${done.acknowledged} votes acknowledged, ${done.lost} lost, ${done.drift} numbers off`);
  console.log(
    `  from a kill until everybody's next vote: ${done.median.toFixed(1)} s in the middle, ${done.longest.toFixed(1)} s at most`,
  );
  if (done.lost + done.drift > 0) process.exitCode = 1;
}

/** `VOTES` says how many; a hundred million need 30 GB for a while. */
async function scale(cluster: Cluster) {
  const { atScale } = await import("../benchmarking/scale.ts");
  console.log("\nThe table of votes at the size that docs/scale.md plans for");
  for await (const line of atScale(cluster.url("scale"), Number(process.env.VOTES ?? 100_000_000)))
    console.log(`  ${line}`);
}

/** How long a decision of 60 frameworks and 12 criteria takes to follow a slider, on a processor four times as slow. */
async function slider(address: string) {
  const { sliderTimes } = await import("../benchmarking/slider.ts");
  const browser = findOrInstallBrowser();
  for (const throttling of [1, 4]) {
    const { answer, painted, frame, requests, ranked, sliders } = await sliderTimes(address, browser, {
      moves: 120,
      throttling,
    });
    const at = (times: number[], part: number) =>
      `${(times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) * part)] ?? 0).toFixed(1)} ms`;
    const within = (times: number[]) =>
      `${((times.filter((time) => time <= 1000 / 60).length / times.length) * 100).toFixed(0)} %`;
    console.log(
      `\nMoving a slider, ${ranked} frameworks and ${sliders} criteria, processor slowed ${throttling}×: computed, in the page and laid out in ${at(answer, 0.5)} (95 %: ${at(answer, 0.95)}, worst ${at(answer, 1)}), ${within(answer)} within one frame of 16.7 ms; painted too in ${at(painted, 0.5)} (95 %: ${at(painted, 0.95)}), ${within(painted)} within one; next frame after ${at(frame, 0.5)} (95 %: ${at(frame, 0.95)}); ${requests} requests`,
    );
  }
}

async function throughput(address: string, of: readonly (readonly [string, string])[]) {
  console.log(
    "\nRequests per second, brotli, 64 connections, in turn with a bare node:http server that sends the same bytes and headers",
  );
  for (const [name, page] of of) {
    // Whoever reads first has it made; of pairs, whoever reads again.
    for (let time = 0; time < 3; time += 1) await (await fetch(address + page)).arrayBuffer();
    console.log(`  ${pairLine(name, await paired(address + page))}`);
  }
}

/** The same while 32 people vote as fast as they are answered, on all claims. */
async function underVotes(cluster: Cluster, address: string, of: readonly (readonly [string, string])[]) {
  const { keepVoting, openHall } = await import("../benchmarking/community.ts");
  const hall = await openHall(cluster.url("bench"), 4_000);
  console.log("\nThe same while 32 people vote as fast as they can");
  for (const [name, page] of of) {
    const stop = await keepVoting(address, hall);
    const pair = await paired(address + page);
    console.log(`  ${pairLine(name, pair)}; ${Math.round(await stop())} votes/s`);
  }
  await hall.pool.end();
}

async function weight(address: string) {
  const kibibytes = (bytes: number) => `${(bytes / 1024).toFixed(0)} KiB`;
  console.log("\nHTML, of it what repeats the page for hydration, and brotli on the way");
  for (const [name, page] of pages) {
    const { html, repeated, sent } = await weigh(address + page);
    console.log(`  ${name.padEnd(12)} ${kibibytes(html)}, ${kibibytes(repeated)} repeated; ${kibibytes(sent)} sent`);
  }
}

async function scripts(address: string) {
  const empty = emptyFirstLoad(await buildEmptyApp());
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  console.log(`\nFirst-load JavaScript, brotli; an empty page of the same Next: ${kilobytes(empty)}`);
  for (const [name, page] of pages) {
    const bytes = await firstLoad(address, page);
    console.log(`  ${name.padEnd(12)} ${kilobytes(bytes)}  (+${kilobytes(bytes - empty)})`);
  }
}

async function paint(address: string) {
  const browser = findOrInstallBrowser();
  const runs = Number(process.env.RUNS ?? 5);
  const empty = await withEmptyApp(await buildEmptyApp(), await freePort(), (at) => largestPaint(at, browser, runs));
  console.log(
    `\nLargest paint on slow 4G, processor slowed 4×, median of ${runs}; an empty page of the same Next: ${Math.round(empty)} ms`,
  );
  for (const [name, page] of pages) {
    const time = await largestPaint(address + page, browser, runs);
    console.log(`  ${name.padEnd(12)} ${Math.round(time)} ms  (${(time / empty).toFixed(2)} ×)`);
  }
}

async function lighthouseScores(address: string) {
  const browser = findOrInstallBrowser();
  const { measure } = await import("../benchmarking/lighthouse.ts");
  const runs = Number(process.env.RUNS ?? 5);
  console.log(`\nLighthouse, mobile preset, median of ${runs}: performance / accessibility / best practices / SEO`);
  for (const [name, page] of [
    ...pages,
    ["picker", "/compare"],
    ["sources", "/sources"],
    ["licences", "/sources/licences"],
  ] as const) {
    const { scores, failed } = await measure(address + page, browser, runs);
    console.log(
      `  ${name.padEnd(12)} ${scores.performance} / ${scores.accessibility} / ${scores["best-practices"]} / ${scores.seo}${failed.length > 0 ? `  failed: ${failed.join(", ")}` : ""}`,
    );
  }
}

await run(async () => {
  for (const part of asked)
    if (!(parts as readonly string[]).includes(part))
      throw new Problem(`There is no part ${part}. There are: ${parts.join(", ")}.`);
  await generateClient();
  await build();
  const cluster = await startTemporaryCluster("bench");
  try {
    const { migrate } = await import("../db/migrate.ts");
    const { seed } = await import("../frameworks/seed.ts");
    const { loadContent } = await import("../frameworks/content.ts");
    await migrate(await createDatabase(cluster, "bench"));
    await seed(cluster.url("bench"));
    await withServer(cluster, "bench", async (address) => {
      if (wanted("pages")) {
        await throughput(address, pages);
        await underVotes(cluster, address, pages.slice(0, 4));
      }
      if (wanted("weight")) await weight(address);
      if (wanted("scripts")) await scripts(address);
      if (wanted("paint")) await paint(address);
      if (wanted("lighthouse")) await lighthouseScores(address);
    });
    if (wanted("slider")) {
      await migrate(await createDatabase(cluster, "slider"));
      await seed(cluster.url("slider"), largeContent(loadContent(), 60, 30));
      await withServer(cluster, "slider", slider);
    }
    for (const [part, work] of [
      ["community", community],
      ["crash", crash],
      ["scale", scale],
    ] as const) {
      if (!wanted(part)) continue;
      await migrate(await createDatabase(cluster, part));
      await seed(cluster.url(part));
      await work(cluster);
    }
    if (wanted("kills")) await kills();
    if (wanted("large")) {
      await migrate(await createDatabase(cluster, "large"));
      await step(
        "Large catalogue",
        "writing 1,000 frameworks and 30,000 claims",
        () => seed(cluster.url("large"), largeContent(loadContent(), 1_000, 30)),
        (counts) => `${counts.frameworks} frameworks, ${counts.claims} claims`,
      );
      await withServer(cluster, "large", async (address) => {
        for (const page of ["/frameworks", "/frameworks?language=PHP", "/frameworks?q=generated+7&sort=-stars"]) {
          const started = performance.now();
          const response = await fetch(address + page);
          const bytes = (await response.text()).length;
          console.log(
            `  first answer of ${page}: ${response.status}, ${Math.round(performance.now() - started)} ms, ${Math.round(bytes / 1000)} kB`,
          );
        }
        await throughput(address, [
          ["catalogue of 1,000", "/frameworks"],
          ["filtered, not cached", "/frameworks?language=PHP"],
          ["framework", "/frameworks/generated-7"],
          ["comparison", "/compare/generated-7-vs-generated-8"],
        ]);
      });
    }
  } finally {
    await cluster.stop();
  }
});
