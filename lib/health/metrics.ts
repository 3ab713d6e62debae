import "server-only";
import { Counter, Gauge, register } from "prom-client";
import { lastHeard } from "../cache/listen.ts";
import { db, dbPool } from "../db/index.ts";
import { replicaFigures } from "../db/replica.ts";
import { waitingPurges } from "../edge/queue.ts";
import { purgesMade } from "../edge/worker.ts";
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
  if (process.env.PURGE_URL) addPurges();
  if (process.env.DATABASE_REPLICA_URL) addReplica();
}

function addPurges(): void {
  const purges = new Counter({
    name: "framewise_purges_total",
    help: "Requests to the cache in front, of this instance.",
    labelNames: ["outcome"],
    collect() {
      purges.reset();
      for (const [outcome, requests] of Object.entries(purgesMade())) purges.inc({ outcome }, requests);
    },
  });
  gauge(
    "purges_waiting",
    "Tags that are still to be purged, and tries of the one that was tried most.",
    ["of"],
    async function () {
      const { tags, tries } = await waitingPurges().catch(() => ({ tags: Number.NaN, tries: Number.NaN }));
      this.set({ of: "tags" }, tags);
      this.set({ of: "tries" }, tries);
    },
  );
}

function addReplica(): void {
  gauge("replica_lag_seconds", "How far the replica was behind when it was looked at last.", [], function () {
    this.set(replicaFigures()?.lag ?? Number.NaN);
  });
  gauge("replica_in_use", "1 while the API's long reads go to the replica.", [], function () {
    this.set(replicaFigures()?.inUse ? 1 : 0);
  });
  gauge("replica_reads", "Long reads of the API since this instance began, by who answered.", ["server"], function () {
    for (const [server, reads] of Object.entries(replicaFigures()?.reads ?? {})) this.set({ server }, reads);
  });
}
