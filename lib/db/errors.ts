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

/** What an error says of its reason. `codes` are of Prisma or PostgreSQL (SQLSTATE). */
interface Signs {
  codes: RegExp[];
  /** What the driver's adapter makes of some of these, without a code. */
  kinds?: RegExp;
  /** The driver has no codes for what happens to its own connections. */
  words: RegExp;
}

const ofSystem =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOST(UNREACH|DOWN)|ENET(UNREACH|DOWN))$/;

/**
 * Prisma's: unreachable, closed, no connection free, too many; PostgreSQL's: no connection (08), too many of them, shutting
 * down, crashed, starting or recovering.
 */
const cutOff: Signs = {
  codes: [ofSystem, /^(P1001|P1011|P1017|P2024|P2037|08...|53300|57P0[1-35])$/],
  kinds: /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TlsConnectionError|TooManyConnections)$/,
  words:
    /can't reach database|connection terminated|timeout exceeded when trying to connect|is not queryable|ENOENT.*\.s\.PGSQL/i,
};

/**
 * Prisma's: timed out, a transaction that could not go on; PostgreSQL's: out of disk or memory (53), reading only, as a
 * standby does, a lock or a statement that took too long, and a disk that fails.
 */
const unable: Signs = {
  codes: [/^(P1002|P1008|P2028|53...|25006|55P03|57014|58030)$/],
  words: /timeout expired|query read timeout/i,
};

/** Whether no connection to the database was to be had, as far as the error says: whatever was asked, it would have failed. */
export const isCutOff = (error: unknown): boolean => hasSigns(error, cutOff);

/** Whether the database could not be reached, went away, or can't serve for now, as far as the error says. */
export const isAway = (error: unknown): boolean => isCutOff(error) || hasSigns(error, unable);

function hasSigns(error: unknown, { codes, kinds, words }: Signs): boolean {
  return layersOf(error).some(
    ({ code, originalCode, kind, message }) =>
      [code, originalCode].some((one) => typeof one === "string" && codes.some((known) => known.test(one))) ||
      (typeof kind === "string" && kinds?.test(kind) === true) ||
      (typeof message === "string" && words.test(message)),
  );
}

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
