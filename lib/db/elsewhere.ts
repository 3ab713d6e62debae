import { AsyncLocalStorage } from "node:async_hooks";
import type { PrismaClient } from "./generated/client.ts";

// Kept with the process: routes have modules of their own.
const kept = globalThis as { framewiseElsewhere?: AsyncLocalStorage<PrismaClient> };
const elsewhere = () => (kept.framewiseElsewhere ??= new AsyncLocalStorage());

/** The replica, within `readElsewhere` (replica.ts). What it says may be seconds old, so it is never kept for pages. */
export const replicaInUse = (): PrismaClient | undefined => elsewhere().getStore();

export const withReplica = <T>(client: PrismaClient, work: () => Promise<T>): Promise<T> =>
  elsewhere().run(client, work);
