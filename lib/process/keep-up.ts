import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { UtcClient } from "../db/pool.ts";
import { type Cluster, startCluster } from "./postgres.ts";
import { Problem } from "./problem.ts";
import { runningIn } from "./running.mjs";

/**
 * Starts the server of a cluster again whenever it is gone, at the port that its clients know. A server that lives is left
 * alone: it recovers by itself from the death of one of its processes. Returns what ends the watch.
 */
export function keepUp(folder: string, cluster: Cluster): () => Promise<void> {
  const stopping = new AbortController();
  const watch = async () => {
    while (!stopping.signal.aborted) {
      await lost(cluster.url("postgres"), stopping.signal);
      if (stopping.signal.aborted) return;
      if (!runningIn(path.join(folder, "postgres"))) {
        try {
          await startCluster(folder, cluster.port);
          console.error("The database had ended; it runs again.");
        } catch (error) {
          console.error(error instanceof Problem ? error.message : error);
        }
      }
      await pause(200);
    }
  };
  const watching = watch();
  return async () => {
    stopping.abort();
    await watching;
  };
}

/** Waits until a connection ends, or can't be made, or the watch does. Costs the server one connection, and no statement. */
async function lost(url: string, stopping: AbortSignal): Promise<void> {
  const client = new UtcClient({ connectionString: url, connectionTimeoutMillis: 2_000 });
  const ended = new Promise<void>((resolve) => {
    client.once("end", resolve);
    stopping.addEventListener("abort", () => resolve());
  });
  // Its error says no more than its end.
  client.on("error", () => {});
  try {
    await client.connect();
  } catch {
    return;
  }
  await ended;
  await client.end();
}
