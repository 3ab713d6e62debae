/** Whether a statement failed because a value that must be unique was there already. */
export function isUniqueViolation(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === "P2002";
}

/** Whether a transaction was ended so that others could go on: nothing of it happened, and it may begin again. */
export function isDeadlock(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (["P2034", "40P01", "40001"].includes(String((at as { code?: unknown }).code))) return true;
    if (/deadlock detected|\b40P01\b|could not serialize access/i.test(at.message)) return true;
  }
  return false;
}

/** Prisma's: unreachable, timed out, closed, no connection free, a transaction that could not go on, too many connections. */
const ofPrisma = ["P1001", "P1002", "P1008", "P1011", "P1017", "P2024", "P2028", "P2037"];

const ofSystem =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOST(UNREACH|DOWN)|ENET(UNREACH|DOWN))$/;

/**
 * PostgreSQL's (SQLSTATE): no connection (08), out of disk, memory or connections (53), reading only, as a standby does,
 * a lock or a statement that took too long, shutting down, crashed, starting or recovering, and a disk that fails.
 */
const ofPostgres = /^(08...|53...|25006|55P03|57014|57P0[1-35]|58030)$/;

/** What the driver's adapter makes of some of these, without a code. */
const ofAdapter = [
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TlsConnectionError",
  "TooManyConnections",
];

/** The driver has no codes for what happens to its own connections. */
const inWords =
  /can't reach database|connection terminated|timeout expired|timeout exceeded when trying to connect|query read timeout|is not queryable|ENOENT.*\.s\.PGSQL/i;

/** Whether the database could not be reached, went away, or can't serve for now, as far as the error says. */
export function isAway(error: unknown): boolean {
  return layersOf(error).some(
    ({ code, originalCode, kind, message }) =>
      [code, originalCode].some((one) => typeof one === "string" && isAwayCode(one)) ||
      (typeof kind === "string" && ofAdapter.includes(kind)) ||
      (typeof message === "string" && inWords.test(message)),
  );
}

const isAwayCode = (code: string) => ofPrisma.includes(code) || ofSystem.test(code) || ofPostgres.test(code);

type Layer = Record<string, unknown>;

/** An error and all that it was made of: Prisma keeps the driver's words in `meta`, and its causes aren't always errors. */
function layersOf(error: unknown): Layer[] {
  const found = new Set<Layer>();
  const add = (value: unknown) => {
    if (typeof value !== "object" || value === null || found.has(value as Layer)) return;
    const layer = value as Layer;
    found.add(layer);
    for (const inner of [layer.cause, layer.meta, layer.driverAdapterError, layer.errors].flat()) add(inner);
  };
  add(error);
  return [...found];
}
