import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { log } from "../log/log.mjs";
import { withReplica } from "./elsewhere.ts";
import { isAway } from "./errors.ts";
import { PrismaClient } from "./generated/client.ts";
import { dbPool } from "./index.ts";
import { lagMeter } from "./lag.ts";
import { openPool } from "./pool.ts";
import { applicationConfig } from "./pooler.ts";

/** Milliseconds that it may be behind, and after which that is looked up again. */
const mostLag = 10_000;
const look = 5_000;
/** How often, and with what pause in milliseconds, one that is only just behind is looked at again. */
const looks = 4;
const pause = 100;

type State = "in use" | "away" | "behind" | "no standby";

interface Replica {
  pool: pg.Pool;
  prisma: PrismaClient;
  meter: ReturnType<typeof lagMeter>;
  state: State;
  lag: number;
  lookedAt: number;
  looking: Promise<void> | null;
  reads: { replica: number; primary: number };
}

const kept = globalThis as { framewiseReplica?: Replica };

/** Null where there is none. */
function replica(): Replica | null {
  const url = process.env.DATABASE_REPLICA_URL;
  if (!url) return null;
  if (!kept.framewiseReplica) {
    const config = applicationConfig(url, false);
    // A standby takes no writes anyway; what is named here by mistake mustn't either.
    const options = "-c default_transaction_read_only=on";
    const pool = openPool({ ...config, options, application_name: "framewise replica" });
    pool.on("error", (error) => log.warn({ err: error }, "A connection to the replica broke"));
    kept.framewiseReplica = {
      pool,
      prisma: new PrismaClient({ adapter: new PrismaPg(pool) }),
      meter: lagMeter(),
      state: "in use",
      lag: 0,
      lookedAt: 0,
      looking: null,
      reads: { replica: 0, primary: 0 },
    };
  }
  return kept.framewiseReplica;
}

/** Whether there is one, whether it is in use, how many seconds it is behind, and who answered how often. */
export function replicaFigures(): { inUse: boolean; lag: number; reads: Replica["reads"] } | null {
  const found = replica();
  return found && { inUse: found.state === "in use", lag: found.lag / 1_000, reads: { ...found.reads } };
}

/**
 * Does work that only reads on the replica, if there is one that answers and isn't far behind; else on the primary, as
 * also when the replica goes away meanwhile. Not for what a person just wrote, or what is kept for pages.
 */
export async function readElsewhere<T>(work: () => Promise<T>): Promise<T> {
  const found = replica();
  if (found === null) return work();
  if (Date.now() - found.lookedAt >= look)
    await (found.looking ??= lookAt(found).finally(() => (found.looking = null)));
  if (found.state === "in use") {
    try {
      const read = await withReplica(found.prisma, work);
      found.reads.replica += 1;
      return read;
    } catch (error) {
      // A standby also ends statements that hold up what it has to replay (40001). What would write is our mistake.
      const passes = isAway(error) || /40001|conflict with recovery/.test(String(error));
      if (!passes || /25006|read-only/.test(String(error))) throw error;
      become(found, "away");
    }
  }
  found.reads.primary += 1;
  return work();
}

function become(found: Replica, state: State): void {
  found.lookedAt = Date.now();
  if (state === found.state) return;
  found.state = state;
  if (state === "in use") log.warn("The replica is read from again");
  else log.warn({ reason: state, seconds: found.lag / 1_000 }, "The replica is not read from");
}

const positionOf = async (pool: pg.Pool, name: string): Promise<bigint | null> => {
  const { rows } = await pool.query<{ at: string | null }>(`SELECT pg_wal_lsn_diff(${name}(), '0/0')::text AS at`);
  const at = rows[0]?.at ?? null;
  return at === null ? null : BigInt(at);
};

/** Looks up how far it is behind. While the primary is away nothing is added to what it lacks. */
async function lookAt(found: Replica): Promise<void> {
  const primary = await positionOf(dbPool(), "pg_current_wal_lsn").catch(() => null);
  if (primary !== null) found.meter.primary(primary, Date.now());
  try {
    for (let time = 1; ; time += 1) {
      const replayed = await positionOf(found.pool, "pg_last_wal_replay_lsn");
      if (replayed === null) return become(found, "no standby");
      found.lag = found.meter.behind(replayed, Date.now());
      if (found.lag === 0 || time === looks) break;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    become(found, found.lag <= mostLag ? "in use" : "behind");
  } catch {
    become(found, "away");
  }
}
