import { AsyncResource } from "node:async_hooks";
import type net from "node:net";
import pg from "pg";
import { isTracing } from "../trace/traced.mjs";
import { oneAtATime } from "./one-at-a-time.ts";
import { tracedQuery } from "./traced-query.ts";

export interface ConnectionConfig extends pg.PoolConfig {
  /** Milliseconds that the server may owe an answer without a word; the connection is thrown away then. None: for ever. */
  silence?: number;
}

/** What the driver keeps of its state, beside its types. */
interface State {
  readyForQuery?: boolean;
  _ending?: boolean;
}

/**
 * One connection of ours; nothing else in the project may make one. Its session is in UTC, because the driver's adapter
 * writes and reads moments without an offset: in any other zone they are hours away from what SQL's `now()` says.
 */
export class UtcClient extends pg.Client {
  static {
    UtcClient.prototype.query = oneAtATime(pg.Client.prototype);
  }

  constructor(config: ConnectionConfig = {}) {
    super({ connectionTimeoutMillis: 5_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000, ...config });
    if (isTracing()) this.query = tracedQuery(this.query.bind(this) as (...args: unknown[]) => unknown);
    const { silence } = config;
    if (!silence) return;
    // On the socket, because the driver's own limit leaves the connection in use, and in a transaction in the pool.
    this.once("connect", () => {
      const socket = this.connection.stream as net.Socket;
      socket.setTimeout(silence);
      socket.on("timeout", () => {
        const { readyForQuery, _ending } = this as State;
        if (readyForQuery !== true || _ending) this.fellSilent(socket);
      });
    });
  }

  /** A network may swallow what goes over a connection that was open, and never say so: only a new one works. */
  protected fellSilent(socket: net.Socket): void {
    const error = new Error("The database fell silent");
    socket.destroy(Object.assign(error, { code: "ETIMEDOUT", syscall: "read", errno: -110 }));
  }

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
export function openPool(config: ConnectionConfig): pg.Pool {
  const pool = new pg.Pool({ Client: UtcClient, ...config });
  if (!isTracing()) return pool;
  // Who waits for a connection is called back by whoever gives it back, and would be taken for a part of that.
  const connect = pool.connect.bind(pool) as (callback?: (...args: unknown[]) => void) => unknown;
  pool.connect = ((callback?: (...args: unknown[]) => void) =>
    callback ? connect(AsyncResource.bind(callback)) : connect()) as pg.Pool["connect"];
  return pool;
}

/** What PostgreSQL itself ends: a slow or stuck statement is a clear error, never a hanging page. Milliseconds. */
export const serverLimits = {
  statement_timeout: 5_000,
  lock_timeout: 2_000,
  idle_in_transaction_session_timeout: 10_000,
};

/** A pool for scripts, which may wait for one another as long as it takes. */
export function poolConfig(connectionString: string): ConnectionConfig {
  return {
    Client: UtcClient,
    connectionString,
    max: Number(process.env.DATABASE_POOL ?? 10),
    connectionTimeoutMillis: 10_000,
    ...serverLimits,
    application_name: "framewise",
  };
}

/** How long a transaction waits for a connection, and how long it may take. Milliseconds. */
export const transactionOptions = { maxWait: 5_000, timeout: 10_000 };
