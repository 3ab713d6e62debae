import "server-only";
import { db } from "../db/index.ts";
import { sessionLife } from "../session/rules.ts";

/** Removes sessions and links that can't be used any more. They are refused without this; it only tidies up. */
export async function removeExpired(): Promise<void> {
  await db().$executeRaw`
    DELETE FROM session WHERE expires_at < now() OR last_seen_at < now() - make_interval(secs => ${sessionLife.idle / 1000})`;
  await db().$executeRaw`DELETE FROM link WHERE expires_at < now() - interval '1 day'`;
}
