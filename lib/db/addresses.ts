export interface DatabaseAddresses {
  /** What requests use: PostgreSQL itself, or a pooler of connections before it. */
  url: string | undefined;
  /** PostgreSQL itself: for migrations, for loading the catalogue, and for hearing what changed. */
  direct: string | undefined;
  /** Whether `url` leads to a pooler, which gives a connection to somebody else after each transaction. */
  pooled: boolean;
}

/** Where the database is, by the environment. An address that is set to nothing isn't set. */
export function databaseAddresses(env: Record<string, string | undefined> = process.env): DatabaseAddresses {
  const [url, direct] = [env.DATABASE_URL || undefined, env.DATABASE_DIRECT_URL || undefined];
  return { url, direct: direct ?? url, pooled: direct !== undefined };
}
