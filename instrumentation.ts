import type { Instrumentation } from "next";

/** Runs once when a server starts: the site's clock, and listening for changes, in the background. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startClock } = await import("./lib/jobs/clock.ts");
    const { claimJob } = await import("./lib/jobs/claim.ts");
    const { timetable } = await import("./lib/jobs/timetable.ts");
    const { onPosted } = await import("./lib/mail/worker.ts");
    const { listenForChanges } = await import("./lib/cache/listen.ts");
    if (process.env.METRICS_PORT) (await import("./lib/health/metrics.ts")).addMetrics();
    (await import("./lib/writes/serve.ts")).serveWrites();
    onPosted(startClock(timetable, claimJob));
    listenForChanges();
  }
}

/** Says to lib/server that a page or a file failed for want of the database, so that it answers 503 rather than 500. */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { isAway } = await import("./lib/db/errors.ts");
  const { outcomeOf } = await import("./lib/request/outcome.ts");
  if (isAway(error)) outcomeOf(headers["x-framewise-request"]).away = true;
};
