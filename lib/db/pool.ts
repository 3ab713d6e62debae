import type { PoolConfig } from "pg";

/** Limits for every connection: a slow or stuck statement must end as a clear error, never as a hanging page. Milliseconds. */
export function poolConfig(connectionString: string): PoolConfig {
  return {
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
