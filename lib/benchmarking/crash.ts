import { execFileSync } from "node:child_process";
import crypto from "node:crypto";
import type { Server } from "../process/server.ts";
import { castVote, type Hall, nextSequence, pickValue } from "./community.ts";

export interface CrashRound {
  acknowledged: number;
  lost: number;
  drift: number;
  killed: string;
}

/**
 * 32 clients vote through the app while its process and a database backend are killed with SIGKILL. Afterwards every
 * vote that was acknowledged must be there, unless the same person clicked again later, and every number must be what a
 * recount says.
 */
export async function crashRound(hall: Hall, address: string, start: () => Promise<Server>): Promise<CrashRound> {
  let server = await start();
  const few = hall.claims.slice(0, 3);
  const acknowledged = new Map<string, { sequence: bigint; value: number }>();
  let count = 0;
  let over = false;
  const client = async (index: number) => {
    // oxlint-disable-next-line no-unmodified-loop-condition -- it is set below, while this waits
    while (!over) {
      const claims = index % 2 ? few : hall.claims;
      // Many people, so that nobody's limit ends it.
      const voter = hall.voters[crypto.randomInt(hall.voters.length)];
      if (!voter) return;
      const claim = claims[crypto.randomInt(claims.length)] ?? 0;
      const [value, sequence] = [pickValue(), nextSequence()];
      const done = await castVote(address, voter, claim, value, sequence).catch(() => false);
      if (!done) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        continue;
      }
      count += 1;
      const key = `${voter.id} ${claim}`;
      const before = acknowledged.get(key);
      if (!before || before.sequence < sequence) acknowledged.set(key, { sequence, value });
    }
  };
  const clients = Array.from({ length: 32 }, (_, index) => client(index));
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  await pause(700 + crypto.randomInt(500));
  const { rows } = await hall.pool.query<{ pid: number }>(
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend' AND application_name = 'framewise' ORDER BY random() LIMIT 1",
  );
  const pid = rows[0]?.pid;
  if (pid) execFileSync("kill", ["-9", String(pid)]);
  await pause(1_200 + crypto.randomInt(500));
  server.process.kill("SIGKILL");
  await server.exited;
  server = await start();
  await pause(1_000);
  over = true;
  await Promise.all(clients);
  await server.stop();
  const { lost, drift } = await lostOf(hall, acknowledged);
  return { acknowledged: count, lost, drift, killed: `backend ${pid ?? "none"}, app` };
}

/** How many acknowledged votes aren't there, unless the same person clicked again later; how many numbers are off. */
export async function lostOf(
  hall: Hall,
  acknowledged: ReadonlyMap<string, { sequence: bigint; value: number }>,
): Promise<{ lost: number; drift: number }> {
  let lost = 0;
  const stored = await hall.pool.query<{ person_id: string; claim_id: number; sequence: string; value: number }>(
    "SELECT person_id, claim_id, sequence, value FROM vote",
  );
  const byKey = new Map(stored.rows.map((row) => [`${row.person_id} ${row.claim_id}`, row]));
  for (const [key, ack] of acknowledged) {
    const row = byKey.get(key);
    if (!row || BigInt(row.sequence) < ack.sequence) lost += 1;
    else if (BigInt(row.sequence) === ack.sequence && row.value !== ack.value) lost += 1;
  }
  const drift = await hall.pool.query("SELECT 1 FROM community_drift");
  return { lost, drift: drift.rows.length };
}
