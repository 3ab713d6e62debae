import pino from "pino";

/**
 * Of an error what it is and where, not what it was about: databases and their clients put rows, and so addresses, into details
 * and into all but the last line of their messages.
 * @param {unknown} error
 */
export function told(error) {
  if (!(error instanceof Error)) return { message: typeof error };
  const { code } = /** @type {{ code?: unknown }} */ (error);
  const message = error.message.trim().split("\n").at(-1)?.slice(0, 300);
  const stack = error.stack
    ?.split("\n")
    .filter((line) => line.startsWith("    at "))
    .join("\n");
  return { type: error.name, code, message, stack };
}

/**
 * What the application has to say while it runs: a line of JSON for each event on standard error, from `LOG_LEVEL` on. `info`
 * has each request; the default has what went wrong. Nothing that was typed, no address of a person, no secret goes in here.
 */
export const log = pino(
  {
    level: process.env.LOG_LEVEL || "warn",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: told },
    formatters: { level: (level) => ({ level }) },
  },
  pino.destination({ dest: 2, sync: true }),
);
