import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../db/migrate.ts";
import { createDatabase, query, startCluster } from "../process/postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a migrated, empty template database. Clone it, never write to it. */
    templateUrl: string;
  }
}

/** One PostgreSQL for all database tests of a run, in a temporary folder that is removed again. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-test-"));
  const cluster = await startCluster(folder);
  // As on a server that somebody set up for their own place: its sessions begin in that place's time.
  const zone = project.config.env.SERVER_ZONE;
  await query(cluster.url("postgres"), `ALTER ROLE CURRENT_USER SET timezone = '${zone}'`);
  const url = await createDatabase(cluster, "template");
  await migrate(url);
  project.provide("templateUrl", url);
  return async () => {
    await cluster.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
}
