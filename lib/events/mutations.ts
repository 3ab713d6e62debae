import "server-only";
import { db } from "../db/index.ts";
import { logFailure } from "../db/outage.ts";
import { hashOfNetwork, networkOf } from "../people/networks.ts";
import { type EventKind, eventsKeptFor, partOf } from "./kinds.ts";

interface Tried {
  personId: string | null;
  /** The network address, of which a keyed hash of its prefix is kept. */
  address: string;
  /** The page that it was tried on. */
  path: string | null;
}

/** Notes what was tried and refused. Never throws: what is refused is refused whether or not it could be noted. */
export async function noteEvent(kind: EventKind, { personId, address, path }: Tried): Promise<void> {
  try {
    const network = networkOf(address);
    await db().$executeRaw`
      INSERT INTO security_event (kind, what, person_id, network, hour)
      VALUES (${kind}, ${partOf(path)}, ${personId}::uuid, ${network && hashOfNetwork(network)}::bytea, date_trunc('hour', now()))
      ON CONFLICT (kind, what, person_id, network, hour)
      DO UPDATE SET count = security_event.count + 1, last_at = now()`;
  } catch (error) {
    logFailure(error, "An event could not be noted");
  }
}

/** Forgets what is old. */
export async function removeOldEvents(): Promise<void> {
  await db().$executeRaw`DELETE FROM security_event WHERE last_at < now() - make_interval(days => ${eventsKeptFor})`;
}
