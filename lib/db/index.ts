import "server-only";
import { connect } from "./client.ts";
import type { PrismaClient } from "./generated/client.ts";

const kept = globalThis as { framewiseDb?: PrismaClient };

/**
 * The application's one client. Made on first use, because the app is built without a database.
 * Throws when `DATABASE_URL` is not set: the driver would silently try a default address.
 */
export function db(): PrismaClient {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  kept.framewiseDb ??= connect(url);
  return kept.framewiseDb;
}
