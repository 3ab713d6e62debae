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

const awayCodes = [
  "P1001",
  "P1002",
  "P1008",
  "P1017",
  "P2024",
  "P2028",
  "ECONNREFUSED",
  "ECONNRESET",
  "57P01",
  "57P03",
];

/** Whether the database could not be reached or went away, as far as the error says. */
export function isAway(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (awayCodes.includes(String((at as { code?: unknown }).code))) return true;
    if (
      /can't reach database|connection terminated|timeout exceeded when trying to connect|connect ECONNREFUSED|ENOENT.*\.s\.PGSQL/i.test(
        at.message,
      )
    )
      return true;
  }
  return false;
}
