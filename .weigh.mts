// tsx serve.mts DIR NAME [paint] : build, serve, save html, print weights
const d = process.argv[2]!, name = process.argv[3]!;
process.chdir(d);
const { startTemporaryCluster } = await import(d + "/lib/process/temporary.ts");
const { createDatabase, freePort } = await import(d + "/lib/process/postgres.ts");
const { build, generateClient } = await import(d + "/lib/process/prepare.ts");
const { startServer, whenReady } = await import(d + "/lib/process/server.ts");
const { migrate } = await import(d + "/lib/db/migrate.ts");
const { seed } = await import(d + "/lib/frameworks/seed.ts");
const fs = await import("node:fs"), crypto = await import("node:crypto"), zlib = await import("node:zlib");
await generateClient();
await build();
const cluster = await startTemporaryCluster("weigh");
await migrate(await createDatabase(cluster, "w"));
await seed(cluster.url("w"));
const port = await freePort();
const address = `http://localhost:${port}`;
const server = startServer({ port, env: { DATABASE_URL: cluster.url("w"), DATABASE_DIRECT_URL: "", SITE_URL: address, NEXTAUTH_URL: address, NEXTAUTH_SECRET: crypto.randomBytes(32).toString("hex"), TRUST_PROXY: "1" } });
try {
  await whenReady(server, address);
  const pages = { django: "/frameworks/django", laravel: "/frameworks/laravel", three: "/compare/django-vs-laravel-vs-rails", two: "/compare/django-vs-laravel", catalogue: "/frameworks", home: "/", method: "/method", source: "/sources/article-2020", decide: "/decide" };
  fs.mkdirSync(`/tmp/w/${name}`, { recursive: true });
  for (const [n, p] of Object.entries(pages)) {
    const res = await fetch(address + p); const html = await res.text();
    fs.writeFileSync(`/tmp/w/${name}/${n}.html`, html);
    const flight = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((m) => m[1]!).filter((t) => t.includes("self.__next_f")).reduce((s, t) => s + Buffer.byteLength(t), 0);
    const br = zlib.brotliCompressSync(html, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
    const k = (b: number) => (b / 1024).toFixed(1).padStart(7);
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1]?.length ?? 0;
    console.log(n.padEnd(10), res.status, "total", k(Buffer.byteLength(html)), "html", k(Buffer.byteLength(html) - flight), "flight", k(flight), "style", k(style), "br", k(br));
  }
  if (process.argv.includes("paint")) {
    const f = "/work/wt/weight";
    const { largestPaint, withEmptyApp } = await import(f + "/lib/benchmarking/largest-paint.ts");
    const { buildEmptyApp } = await import(d + "/lib/benchmarking/first-load.ts");
    const runs = Number(process.env.RUNS ?? 3);
    const empty = await withEmptyApp(await buildEmptyApp(), await freePort(), (at: string) => largestPaint(at, "/usr/bin/chromium", runs));
    console.log("empty paint", Math.round(empty));
    for (const n of ["django", "three", "catalogue", "home"] as const) { const t = await largestPaint(address + pages[n], "/usr/bin/chromium", runs); console.log(n, Math.round(t), (t / empty).toFixed(2)); }
  }
  if (process.argv.includes("scripts")) {
    const { firstLoad, buildEmptyApp, emptyFirstLoad } = await import(d + "/lib/benchmarking/first-load.ts");
    const empty = emptyFirstLoad(await buildEmptyApp());
    for (const [n, p] of Object.entries(pages)) console.log(n, "+" + ((await firstLoad(address, p) - empty) / 1000).toFixed(1), "kB");
  }
  if (process.argv.includes("keep")) { fs.writeFileSync("/tmp/w/address", address); console.log(address); while (!fs.existsSync("/tmp/w/stop")) await new Promise((r) => setTimeout(r, 500)); fs.rmSync("/tmp/w/stop"); }
} finally { await server.stop(); await cluster.stop(); }
process.exit(0);
