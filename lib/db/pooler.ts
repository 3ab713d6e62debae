import net from "node:net";
import type pg from "pg";
import { type ConnectionConfig, poolConfig, serverLimits, UtcClient } from "./pool.ts";

// PgBouncer in transaction mode gives a connection to somebody else after each transaction. It refuses limits as
// parameters of the start, forgets named statements, and what SET leaves behind reaches strangers. So limits are set
// within each transaction, where they end with it; a statement alone is cancelled by us when it takes too long.

const local = Object.entries(serverLimits).map(([name, value]) => `SET LOCAL ${name} = ${value}`);
const begin = ["BEGIN", ...local].join("; ");

/** Milliseconds between asking the server to cancel and giving the connection up. */
const patience = 2_000;

/** A connection through a pooler. */
class PoolerClient extends UtcClient {
  constructor(config: ConnectionConfig = {}) {
    super(config);
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    this.query = ((statement: unknown, ...rest: unknown[]) =>
      query(forPooler(statement), ...rest)) as pg.Client["query"];
  }

  protected override fellSilent(socket: net.Socket): void {
    this.askToCancel();
    const last = setTimeout(() => super.fellSilent(socket), patience);
    for (const sign of ["data", "close"]) socket.once(sign, () => clearTimeout(last));
  }

  /** Over a connection of its own, as the protocol wants it: sixteen bytes, then the other side closes. */
  private askToCancel(): void {
    const { processID, secretKey } = this as unknown as { processID: number | null; secretKey: number | null };
    if (processID === null || secretKey === null) return;
    const packet = Buffer.alloc(16);
    for (const [index, word] of [16, 80_877_102, processID, secretKey].entries()) packet.writeInt32BE(word, 4 * index);
    const { host, port } = this;
    const socket = net.connect(host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port });
    socket.setTimeout(patience, () => socket.destroy());
    socket.on("error", () => {});
    socket.write(packet);
  }

  override getStartupConf(): Record<string, string> {
    const inherited = Object.entries(super.getStartupConf());
    return Object.fromEntries(inherited.filter(([name]) => !Object.hasOwn(serverLimits, name)));
  }
}

/** A statement as it may go through a pooler. Statements are texts or objects; anything else is the driver's. */
function forPooler(statement: unknown): unknown {
  if (typeof statement === "string") return statement === "BEGIN" ? begin : statement;
  if (typeof statement !== "object" || statement === null || "submit" in statement) return statement;
  const { name: _, ...unnamed } = statement as { name?: string; text?: string };
  return unnamed.text === "BEGIN" ? { ...unnamed, text: begin } : unnamed;
}

/** The application's pool: with limits that hold on our side as well, whatever becomes of the network. */
export function applicationConfig(connectionString: string, pooled: boolean): ConnectionConfig {
  // After the server's own limit, which comes first where it holds.
  const silence = serverLimits.statement_timeout + (pooled ? patience / 2 : patience);
  const Client = pooled ? PoolerClient : UtcClient;
  return { ...poolConfig(connectionString), Client, connectionTimeoutMillis: 2_000, silence };
}
