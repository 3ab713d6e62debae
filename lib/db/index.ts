import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { log } from "../log/log.mjs";
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
    pool.on("error", (error) => log.warn({ err: error }, "A database connection broke"));
    kept.framewiseDb = { pool, prisma: new PrismaClient({ adapter: new PrismaPg(pool), transactionOptions }) };
  }
  return kept.framewiseDb;
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
