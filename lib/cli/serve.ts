import fs from "node:fs";
import { databaseAddresses } from "../db/addresses.ts";
import { type Database, lockFile, openDatabase, runningLauncher, stateFolder } from "../process/database.ts";
import { build, generateClient } from "../process/prepare.ts";
import { Problem, run, step } from "../process/problem.ts";
import { checkPort, type Server, startServer, whenReady } from "../process/server.ts";
import { mailLine, readSettings } from "../process/settings.ts";

/** One launcher per embedded database: two would stop each other's. */
function takeLock(port: number): void {
  fs.mkdirSync(stateFolder, { recursive: true });
  const other = runningLauncher();
  if (other)
    throw new Problem(
      `Framewise already runs from this folder, at http://localhost:${other.port} (process ${other.pid}).`,
    );
  fs.writeFileSync(lockFile, JSON.stringify({ pid: process.pid, port }));
}

/** Everything from an empty folder to a running product; stops application and database, in this order, on Ctrl-C. */
export async function serve({ dev }: { dev: boolean }): Promise<void> {
  let database: Database | undefined;
  let server: Server | undefined;
  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= (async () => {
      await server?.stop();
      await database?.stop();
      if (databaseAddresses().url === undefined) fs.rmSync(lockFile, { force: true });
    })());
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (stopping) return;
      console.log("\nStopping …");
      void stop().then(
        () => process.exit(0),
        (error) => {
          console.error(error instanceof Problem ? error.message : error);
          process.exit(1);
        },
      );
    });
  }

  await run(async () => {
    const port = Number(process.env.PORT ?? 3000);
    await checkPort(port);
    const settings = readSettings(port);
    if (databaseAddresses().url === undefined) takeLock(port);
    try {
      await generateClient();
      database = await openDatabase();
      const { url, env } = database;
      const { migrate } = await import("../db/migrate.ts");
      await step(
        "Migrations",
        "applying",
        () => migrate(url),
        (names) => (names.length ? `${names.length} applied` : "up to date"),
      );
      const { seed } = await import("../frameworks/seed.ts");
      await step(
        "Catalogue",
        "loading",
        () => seed(url),
        (counts) => `${counts.frameworks} frameworks, ${counts.claims} claims`,
      );
      if (!dev) await build();
      if (stopping) return;
      const address = `http://localhost:${port}`;
      server = startServer({ port, dev, env: { ...env, ...settings } });
      await whenReady(server, address);
      console.log(`\nFramewise is ready: ${address}\n${mailLine(settings, address)}\nCtrl-C stops it.`);
      const code = await server.exited;
      if (!stopping) throw new Problem(`The server ended by itself (code ${code}).`);
    } catch (error) {
      if (!stopping) {
        await stop();
        throw error;
      }
    }
  });
}
