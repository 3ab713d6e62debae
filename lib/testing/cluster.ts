import type { TestProject } from "vitest/node";
import { migrate } from "../db/migrate.ts";
import { createDatabase, query } from "../process/postgres.ts";
import { startTemporaryCluster } from "../process/temporary.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a migrated, empty template database. Clone it, never write to it. */
    templateUrl: string;
  }
}

/** One PostgreSQL for all database tests of a project. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await startTemporaryCluster("test");
  // As on a server that somebody set up for their own place: its sessions begin in that place's time.
  const zone = project.config.env.SERVER_ZONE;
  await query(cluster.url("postgres"), `ALTER ROLE CURRENT_USER SET timezone = '${zone}'`);
  const url = await createDatabase(cluster, "template");
  await migrate(url);
  project.provide("templateUrl", url);
  return () => cluster.stop();
}
