import { execFile } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { stateFolder } from "../process/database.ts";

/** Bytes, brotli, of all scripts that a page's HTML asks for. */
export async function firstLoad(address: string, page: string): Promise<number> {
  const html = await (await fetch(address + page)).text();
  const scripts = new Set([...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map((match) => match[1] ?? ""));
  let bytes = 0;
  for (const script of scripts) {
    // Browsers that know modules never load it.
    if (
      /noModule/i.test(
        new RegExp(`<script[^>]+${script.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}[^>]*>`).exec(html)?.[0] ?? "",
      )
    )
      continue;
    const body = Buffer.from(await (await fetch(new URL(script, address))).arrayBuffer());
    bytes += zlib.brotliCompressSync(body).length;
  }
  return bytes;
}

/** Builds an App Router application with one empty page, on the same Next, and gives its folder. */
export async function buildEmptyApp(): Promise<string> {
  const folder = path.join(stateFolder, "empty-app");
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(path.join(folder, "app"), { recursive: true });
  fs.writeFileSync(path.join(folder, "package.json"), '{"private":true,"type":"module"}');
  fs.writeFileSync(
    path.join(folder, "next.config.mjs"),
    `export default { turbopack: { root: ${JSON.stringify(process.cwd())} } };`,
  );
  fs.writeFileSync(
    path.join(folder, "app", "layout.jsx"),
    "export default function Layout({ children }) { return <html lang='en'><body>{children}</body></html>; }",
  );
  fs.writeFileSync(path.join(folder, "app", "page.jsx"), "export default function Page() { return <p>Empty</p>; }");
  await promisify(execFile)(
    process.execPath,
    [path.join("node_modules", "next", "dist", "bin", "next"), "build", folder],
    { env: { ...process.env, NODE_ENV: "production" } },
  );
  return folder;
}

/** The same sum for the empty application, read from its prerendered page. */
export function emptyFirstLoad(folder: string): number {
  const html = fs.readFileSync(path.join(folder, ".next", "server", "app", "index.html"), "utf8");
  const scripts = new Set(
    [...html.matchAll(/<script(?![^>]*noModule)[^>]+src="\/_next\/([^"?]+)/gi)].map((match) => match[1] ?? ""),
  );
  let bytes = 0;
  for (const script of scripts)
    bytes += zlib.brotliCompressSync(fs.readFileSync(path.join(folder, ".next", script))).length;
  return bytes;
}
