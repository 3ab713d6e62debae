import pg from "pg";

/**
 * One connection of ours; nothing else in the project may make one. Its session is in UTC, because the driver's adapter
 * writes and reads moments without an offset: in any other zone they are hours away from what SQL's `now()` says.
 */
export class UtcClient extends pg.Client {
  /**
   * The parameters of the start-up packet. There they outrank the settings of server, database and role, `options` of
   * the address and PGOPTIONS; and PgBouncer follows just these two for each client, where it refuses `options`.
   */
  getStartupConf(): Record<string, string> {
    const inherited = pg.Client.prototype as unknown as { getStartupConf: () => Record<string, string> };
    return { ...inherited.getStartupConf.call(this), TimeZone: "UTC", DateStyle: "ISO" };
  }
}

/** A pool of such connections. */
export const openPool = (config: pg.PoolConfig) => new pg.Pool({ ...config, Client: UtcClient });

/** Limits for every connection: a slow or stuck statement must end as a clear error, never as a hanging page. Milliseconds. */
export function poolConfig(connectionString: string): pg.PoolConfig {
  return {
    Client: UtcClient,
    connectionString,
    max: Number(process.env.DATABASE_POOL ?? 10),
    connectionTimeoutMillis: 2_000,
    statement_timeout: 5_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: 10_000,
    application_name: "framewise",
  };
}

/** How long a transaction waits for a connection, and how long it may take. Milliseconds. */
export const transactionOptions = { maxWait: 5_000, timeout: 10_000 };
