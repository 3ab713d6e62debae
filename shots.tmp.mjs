import { chromium } from "playwright-core";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const scheme of ["dark", "light"]) {
  const c = await b.newContext({ viewport: { width: 1200, height: 1000 }, forcedColors: "active", colorScheme: scheme });
  const p = await c.newPage();
  for (const [n, u] of [["decide", "/decide?f=django,rails,laravel,gin,express&preset=small"], ["compare", "/compare/django-vs-laravel"], ["fw", "/frameworks/laravel"]]) {
    await p.goto("http://localhost:4711" + u); await p.waitForTimeout(800);
    if (scheme === "dark" || n === "decide") await p.screenshot({ path: `/tmp/small/fc-${n}-${scheme}.png`, fullPage: n !== "fw", clip: undefined });
  }
}
await b.close();
