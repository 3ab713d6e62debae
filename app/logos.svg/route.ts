import fs from "node:fs";
import path from "node:path";
import { loadContent } from "@/lib/frameworks/content";

export const dynamic = "force-static";

/** One sprite of all logos that the content names, drawn from simple-icons while building. `/logos.svg#laravel` */
export function GET() {
  const icons = new Set(loadContent().frameworks.flatMap((framework) => framework.icon ?? []));
  const symbols = [...icons].map((icon) => {
    const svg = fs.readFileSync(path.join("node_modules", "simple-icons", "icons", `${icon}.svg`), "utf8");
    const drawing = /<path d="([^"]+)"/.exec(svg)?.[1] ?? "";
    return `<symbol id="${icon}" viewBox="0 0 24 24"><path d="${drawing}"/></symbol>`;
  });
  return new Response(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`, {
    headers: { "Content-Type": "image/svg+xml; charset=utf-8", "Cache-Control": "public, max-age=86400" },
  });
}
