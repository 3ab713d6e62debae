import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "@playwright/test";

/** What Chromium's tools call slow 4G, in bytes a second and milliseconds. */
const slow4g = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 };
const slowdown = 4;

/** Milliseconds until the largest paint on a phone, slow 4G and a processor slowed down four times: median of some runs. */
export async function largestPaint(url: string, executablePath: string, runs: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage({ viewport: { width: 412, height: 823 }, isMobile: true, hasTouch: true });
      const session = await page.context().newCDPSession(page);
      await session.send("Network.emulateNetworkConditions", slow4g);
      await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
      await page.goto(url, { waitUntil: "networkidle" });
      times.push(
        await page.evaluate(
          () =>
            new Promise<number>((resolve) => {
              new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
                type: "largest-contentful-paint",
                buffered: true,
              });
            }),
        ),
      );
    } finally {
      await browser.close();
    }
  }
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

/** Starts the empty application (first-load.ts) as Next does it. */
export async function withEmptyApp<T>(folder: string, port: number, work: (address: string) => Promise<T>): Promise<T> {
  const next = path.join("node_modules", "next", "dist", "bin", "next");
  const server = spawn(process.execPath, [next, "start", folder, "-p", String(port)], { stdio: "ignore" });
  const address = `http://localhost:${port}`;
  try {
    while (!(await fetch(address).catch(() => null))) await wait(100);
    return await work(address);
  } finally {
    server.kill();
    await once(server, "exit");
  }
}
