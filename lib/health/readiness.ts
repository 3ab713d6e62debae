import "server-only";
import { lastHeard } from "../cache/listen.ts";
import { dbPool } from "../db/index.ts";
import { knownMigrations } from "../db/migrate.ts";

export interface Readiness {
  /** The database answers. */
  database: boolean;
  /** It has all migrations of this version; those of a newer one do no harm. */
  migrations: boolean;
  /** This instance hears what others change, so that its pages don't stay old. */
  listener: boolean;
}

/** Milliseconds for the database's answer, and without a sign of life from the listener's connection. */
const patience = 2_000;
const deaf = 15_000;

/** What this instance needs to take writes. Answers within two seconds, whatever has happened to the database. */
export async function readiness(now = Date.now()): Promise<Readiness> {
  const late = new Promise<null>((resolve) => setTimeout(resolve, patience, null).unref());
  const applied = await Promise.race([appliedMigrations().catch(() => null), late]);
  return {
    database: applied !== null,
    migrations: applied !== null && knownMigrations().every((name) => applied.has(name)),
    listener: now - lastHeard() < deaf,
  };
}

async function appliedMigrations(): Promise<Set<string>> {
  const { rows } = await dbPool().query<{ name: string }>(
    "SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  return new Set(rows.map(({ name }) => name));
}
