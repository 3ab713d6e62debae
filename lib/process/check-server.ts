import { serverLimits } from "../db/pool.ts";
import { query } from "./postgres.ts";
import { Problem } from "./problem.ts";

interface Found {
  version: string;
  /** What tells this database from any other. */
  identity: string;
  /** Whether something stands before it that doesn't pass on what a session asks for. */
  pooler: boolean;
}

/**
 * Refuses a server that is too old or that may lose what it acknowledged, and a database that can't hold every character.
 * The sentences name host and database, never the password.
 * @param setting the name of the setting that the address is from
 */
export async function checkServer(url: string, setting = "DATABASE_URL"): Promise<Found> {
  const name = nameOf(setting, url);
  let rows: { name: string; setting: string }[];
  let pooler = false;
  try {
    try {
      rows = await query(url, facts, serverLimits);
    } catch (error) {
      if (!/unsupported startup parameter/.test(String(error))) throw error;
      pooler = true;
      rows = await query(url, facts);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message || (error as { code?: string }).code : String(error);
    throw new Problem(`The PostgreSQL of ${setting} (${name}) can't be reached: ${reason}.`);
  }
  const value = (key: string) => rows.find((row) => row.name === key)?.setting ?? "";
  if (Number(value("server_version_num")) < 150_000)
    throw new Problem(`Framewise needs PostgreSQL 15 or newer; ${name} is ${value("server_version")}.`);
  if (value("server_encoding") !== "UTF8")
    throw new Problem(
      `The database ${name} is in ${value("server_encoding")}, which can't hold what people write. Make one in UTF8: createdb --encoding UTF8 --template template0`,
    );
  for (const key of ["fsync", "full_page_writes", "synchronous_commit"]) {
    if (value(key) === "off")
      throw new Problem(
        `The PostgreSQL at ${name} runs with ${key} off and could lose votes that it acknowledged. Turn it on.`,
      );
  }
  return {
    version: value("server_version"),
    identity: value("identity"),
    // It may also be set to ignore what it doesn't know.
    pooler: pooler || value("statement_timeout") !== String(serverLimits.statement_timeout),
  };
}

const facts = `
  SELECT name, setting FROM pg_settings WHERE name IN
    ('server_version', 'server_version_num', 'server_encoding', 'fsync', 'full_page_writes', 'synchronous_commit', 'statement_timeout')
  UNION ALL SELECT 'identity', oid || ' ' || pg_postmaster_start_time() FROM pg_database WHERE datname = current_database()`;

/** Checks both addresses of a database, the second where there is a pooler. Returns the version. */
export async function checkAddresses(url: string, direct: string, pooled: boolean): Promise<string> {
  const { version, identity, pooler } = await checkServer(url);
  if (!pooled) {
    if (pooler)
      throw new Problem(
        `DATABASE_URL (${nameOf("DATABASE_URL", url)}) leads to a connection pooler, such as PgBouncer. Set DATABASE_DIRECT_URL as well, to the address of PostgreSQL itself: migrations, and hearing what changed, don't go through a pooler.`,
      );
    return version;
  }
  const itself = await checkServer(direct, "DATABASE_DIRECT_URL");
  const name = nameOf("DATABASE_DIRECT_URL", direct);
  if (itself.pooler)
    throw new Problem(
      `DATABASE_DIRECT_URL (${name}) leads to a connection pooler too. It must lead to PostgreSQL itself.`,
    );
  if (itself.identity !== identity)
    throw new Problem(`DATABASE_URL and DATABASE_DIRECT_URL (${name}) lead to different databases.`);
  return version;
}

/** Host and database of an address. */
function nameOf(setting: string, url: string): string {
  let where: URL;
  try {
    where = new URL(url);
  } catch {
    throw new Problem(`${setting} is not an address. It looks like postgresql://user:password@host:5432/database.`);
  }
  if (!/^postgres(ql)?:$/.test(where.protocol))
    throw new Problem(`${setting} starts with ${where.protocol}// but must start with postgresql://.`);
  return `${where.host}${where.pathname}`;
}
