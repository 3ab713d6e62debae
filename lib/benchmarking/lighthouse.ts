import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

export interface LighthouseScores {
  accessibility: number;
  "best-practices": number;
  seo: number;
  performance: number;
}

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

/** Median of each category over some runs with Lighthouse's mobile preset, 0 to 100, and what failed in any run. */
export async function measure(
  url: string,
  chromePath: string,
  runs: number,
): Promise<{ scores: LighthouseScores; failed: string[] }> {
  const found: Record<string, number[]> = {};
  const failed = new Set<string>();
  for (let run = 0; run < runs; run += 1) {
    const chrome = await launch({
      chromePath,
      chromeFlags: [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    });
    try {
      const result = await lighthouse(url, { port: chrome.port, onlyCategories: [...categories], logLevel: "error" });
      if (!result) throw new Error(`Lighthouse said nothing of ${url}`);
      for (const id of categories) {
        const category = result.lhr.categories[id];
        found[id] = [...(found[id] ?? []), Math.round((category?.score ?? 0) * 100)];
        for (const { id: audit, weight } of category?.auditRefs ?? []) {
          const score = result.lhr.audits[audit]?.score;
          if (id !== "performance" && weight > 0 && score !== null && score !== undefined && score < 1)
            failed.add(audit);
        }
      }
    } finally {
      chrome.kill();
    }
  }
  const median = (id: (typeof categories)[number]) =>
    (found[id] ?? []).toSorted((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
  return {
    scores: {
      performance: median("performance"),
      accessibility: median("accessibility"),
      "best-practices": median("best-practices"),
      seo: median("seo"),
    },
    failed: [...failed],
  };
}
