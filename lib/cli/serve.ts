import { backupSettings } from "../backup/settings.ts";
import { databaseAddresses } from "../db/addresses.ts";
import { purgeSettings } from "../edge/settings.ts";
import { type Database, openDatabase, releaseLock, takeLock } from "../process/database.ts";
import { onEnding } from "../process/ending.ts";
import { build, generateClient } from "../process/prepare.ts";
import { run, step } from "../process/problem.ts";
import { withRights } from "../process/rights.ts";
import { checkPort, keepServing, type Server, startServer, whenReady } from "../process/server.ts";
import { mailLine, readSettings } from "../process/settings.ts";

/** Everything from an empty folder to a running product; stops application and database, in this order, on Ctrl-C. */
export async function serve({ dev }: { dev: boolean }): Promise<void> {
  let database: Promise<Database> | undefined;
  let server: Server | undefined;
  let locked = false;
  let stopping: Promise<void> | undefined;
  const stop = () =>
    (stopping ??= (async () => {
      await server?.stop();
      await database?.then(
        (opened) => opened.stop(),
        () => {},
      );
      if (locked) releaseLock();
    })());
  onEnding(async () => {
    console.log("\nStopping …");
    await stop();
  }, 0);

  await run(async () => {
    const port = Number(process.env.PORT ?? 3000);
    await checkPort(port);
    const settings = readSettings(port);
    backupSettings();
    purgeSettings();
    if (databaseAddresses().url === undefined) {
      takeLock(port);
      locked = true;
    }
    try {
      await generateClient();
      database = openDatabase({ kept: true });
      const { url, env } = await database;
      const { migrate } = await import("../db/migrate.ts");
      await step(
        "Migrations",
        "applying",
        () => withRights(url, () => migrate(url)),
        (names) => (names.length ? `${names.length} applied` : "up to date"),
      );
      const { seed } = await import("../frameworks/seed.ts");
      await step(
        "Catalogue",
        "loading",
        () => withRights(url, () => seed(url)),
        (counts) => `${counts.frameworks} frameworks, ${counts.claims} claims`,
      );
      if (!dev) await build();
      if (stopping) return;
      const address = `http://localhost:${port}`;
      const start = () => (server = startServer({ port, dev, env: { ...env, ...settings } }));
      const first = start();
      await whenReady(first, address);
      console.log(`\nFramewise is ready: ${address}\n${mailLine(settings, address)}\nCtrl-C stops it.`);
      await keepServing(first, dev ? null : start, () => stopping !== undefined);
    } catch (error) {
      if (!stopping) {
        await stop();
        throw error;
      }
    }
  });
}
