import "server-only";
import { Gauge, register } from "prom-client";
import { lastHeard } from "../cache/listen.ts";
import { db, dbPool } from "../db/index.ts";
import { lastRuns } from "../jobs/clock.ts";

const gauge = (name: string, help: string, labelNames: string[], collect: (this: Gauge) => void | Promise<void>) =>
  new Gauge({ name: `framewise_${name}`, help, labelNames, collect });

/** Adds the application's own figures to the register that lib/server/metrics.mjs serves; each is looked up as it is asked for. */
export function addMetrics(): void {
  if (register.getSingleMetric("framewise_database_connections")) return;
  gauge("database_connections", "Connections of the pool, by state.", ["state"], function () {
    const { totalCount, idleCount, waitingCount } = dbPool();
    this.set({ state: "idle" }, idleCount);
    this.set({ state: "busy" }, totalCount - idleCount);
    this.set({ state: "waited_for" }, waitingCount);
  });
  gauge("listener_silence_seconds", "Since the listener for changes gave a sign of life.", [], function () {
    this.set((Date.now() - lastHeard()) / 1_000);
  });
  gauge("job_last_run_seconds", "When a job ran last on this instance, since 1970.", ["job", "failed"], function () {
    this.reset();
    for (const [job, { began, failed }] of lastRuns()) this.set({ job, failed: String(failed) }, began / 1_000);
  });
  gauge("letters_waiting", "Letters that are still to be sent.", [], async function () {
    // An hour's silence of the database must not take the other figures with it.
    const waiting = await db()
      .mail.count({ where: { sentAt: null, sealed: { not: null } } })
      .catch(() => Number.NaN);
    this.set(waiting);
  });
}
