/** Runs once when a server starts: the site's clock, and listening for changes, in the background. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { startClock } = await import("./lib/jobs/clock.ts");
    const { timetable } = await import("./lib/jobs/timetable.ts");
    const { onPosted } = await import("./lib/mail/worker.ts");
    const { listenForChanges } = await import("./lib/cache/refresh.ts");
    onPosted(startClock(timetable));
    listenForChanges();
  }
}
