import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "./generated/client.ts";
import { poolConfig } from "./pool.ts";

/** A client for one database. For scripts and tests; pages use `db()`. */
export function connect(connectionString: string): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(poolConfig(connectionString)) });
}
