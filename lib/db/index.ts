import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { log, told } from "../log/log.mjs";
import { databaseAddresses } from "./addresses.ts";
import { replicaInUse } from "./elsewhere.ts";
import { PrismaClient } from "./generated/client.ts";
import { openPool, transactionOptions } from "./pool.ts";
import { applicationConfig } from "./pooler.ts";

interface Connections {
  pool: pg.Pool;
  prisma: PrismaClient;
}

const kept = globalThis as { framewiseDb?: Connections };

/** Made on first use, because the app is built without a database. */
function connections(): Connections {
  const { url, pooled } = databaseAddresses();
  // The driver would silently try a default address.
  if (!url) throw new Error("DATABASE_URL is not set");
  if (!kept.framewiseDb) {
    const pool = openPool(applicationConfig(url, pooled));
    // An idle connection that breaks is replaced; without a listener it would end the process.
    pool.on("error", broke);
    kept.framewiseDb = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions }) };
  }
  return kept.framewiseDb;
}

let lastBroke = 0;

/** Mostly they break together, and where is the driver's: that is a line in a second. */
function broke(error: Error): void {
  if (Date.now() - lastBroke < 1_000) return;
  lastBroke = Date.now();
  const { stack: _, ...reason } = told(error);
  log.warn({ reason }, "A database connection broke");
}

/** The application's one client; the replica's within `readElsewhere`. Throws when `DATABASE_URL` is not set. */
export function db(): PrismaClient {
  return replicaInUse() ?? connections().prisma;
}

/** The pool under it, for libraries that bring statements of their own. */
export function dbPool(): pg.Pool {
  return connections().pool;
}

/** What runs inside of a transaction. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];
