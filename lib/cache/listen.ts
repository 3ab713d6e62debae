import "server-only";
import { databaseAddresses } from "../db/addresses.ts";
import { UtcClient } from "../db/pool.ts";
import { channel, missed, refresh } from "./refresh.ts";

/** Milliseconds between a broken connection and the next. */
const pause = 2_000;

/** Milliseconds between two signs of life that are asked for, and how long one may take: mere silence says nothing. */
const heartbeat = 5_000;
const silence = 4_000;

const kept = globalThis as { framewiseListens?: boolean; framewiseHeard?: number };

/** When the listening connection gave its last sign of life, in milliseconds since 1970; 0 before the first. */
export const lastHeard = (): number => kept.framewiseHeard ?? 0;

/** Listens for changes from any instance, for as long as the process lives; reconnects when the database was away. */
export function listenForChanges(): void {
  if (kept.framewiseListens) return;
  kept.framewiseListens = true;
  connect();
}

/** Past any pooler: a connection that somebody else has after each transaction hears nothing. */
function connect(): void {
  const client = new UtcClient({
    connectionString: databaseAddresses().direct,
    application_name: "framewise listener",
    silence,
  });
  let beat: NodeJS.Timeout | undefined;
  let over = false;
  const again = () => {
    if (over) return;
    over = true;
    clearInterval(beat);
    client.end().catch(() => {});
    setTimeout(connect, pause).unref();
  };
  client.on("error", again);
  client.on("end", again);
  client.on("notification", ({ payload }) => {
    if (payload) refresh(payload);
  });
  client
    .connect()
    .then(() => client.query(`LISTEN ${channel}`))
    .then(() => {
      // Nobody keeps a notice for who was away, be it for a moment or before this process began.
      refresh(missed);
      const alive = () => (kept.framewiseHeard = Date.now());
      alive();
      beat = setInterval(() => void client.query("SELECT 1").then(alive, again), heartbeat).unref();
    })
    .catch(again);
}
