import crypto from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { keepUp } from "../process/keep-up.ts";
import { type Cluster, startCluster } from "../process/postgres.ts";
import { keepServing, type Server } from "../process/server.ts";
import { castVote, type Hall, nextSequence, openHall, pickValue } from "./community.ts";
import { lostOf } from "./crash.ts";

export interface Kills {
  kills: Record<string, number>;
  acknowledged: number;
  lost: number;
  drift: number;
  /** Seconds from a kill to the next vote that was acknowledged, the longest and the median. */
  longest: number;
  median: number;
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * While so many people vote, the application, one of the database's processes or the whole database is killed with SIGKILL,
 * at random, so many times. What starts them again is what `npm start` uses. Every vote that was acknowledged must be there
 * afterwards, and every number be what a recount says.
 * @param control with `synchronous_commit = off`, which may lose what it acknowledged: shows that losses would be seen
 */
export async function killAtRandom(
  wish: { kills: number; seconds: number; people: number; control: boolean },
  prepare: (cluster: Cluster) => Promise<{ url: string; address: string; start: () => Server }>,
): Promise<Kills> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-kills-"));
  const cluster = await startCluster(folder);
  const endWatch = keepUp(folder, cluster);
  let server: Server | undefined;
  let stopping = false;
  try {
    const { url, address, start } = await prepare(cluster);
    const hall = await openHall(url, wish.people);
    if (wish.control) await hall.pool.query("ALTER ROLE CURRENT_USER SET synchronous_commit = off");
    server = start();
    const serving = keepServing(
      server,
      () => (server = start()),
      () => stopping,
    );
    const votes = voting(hall, address);
    const kills: Record<string, number> = { application: 0, "a process of the database": 0, database: 0 };
    const waits: number[] = [];
    for (let round = 0; round < wish.kills; round += 1) {
      await pause((1_000 * wish.seconds) / wish.kills);
      const kind = Object.keys(kills)[round % 3] ?? "";
      if (!(await kill(kind, { hall, server, folder }))) continue;
      kills[kind] = (kills[kind] ?? 0) + 1;
      waits.push(await votes.next());
    }
    const acknowledged = await votes.end();
    stopping = true;
    await server.stop();
    await serving;
    const { lost, drift } = await patiently(() => lostOf(hall, acknowledged.last));
    await hall.pool.end();
    waits.sort((a, b) => a - b);
    const median = waits[Math.floor(waits.length / 2)] ?? 0;
    return { kills, acknowledged: acknowledged.count, lost, drift, longest: waits.at(-1) ?? 0, median };
  } finally {
    stopping = true;
    await server?.stop();
    await endWatch();
    await cluster.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

async function kill(kind: string, at: { hall: Hall; server: Server | undefined; folder: string }): Promise<boolean> {
  if (kind === "application") return at.server?.process.kill("SIGKILL") ?? false;
  try {
    const [first = ""] = fs.readFileSync(path.join(at.folder, "postgres", "postmaster.pid"), "utf8").split("\n");
    if (kind === "database") return process.kill(Number(first), "SIGKILL");
    const { rows } = await at.hall.pool.query<{ pid: number }>(
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'framewise' ORDER BY random() LIMIT 1",
    );
    return rows[0] !== undefined && process.kill(rows[0].pid, "SIGKILL");
  } catch {
    // It is not up again yet from the kill before.
    return false;
  }
}

function voting(hall: Hall, address: string) {
  const last = new Map<string, { sequence: bigint; value: number }>();
  const over = new AbortController();
  let count = 0;
  const everybody = hall.voters.map(async (voter) => {
    while (!over.signal.aborted) {
      const claim = hall.claims[crypto.randomInt(hall.claims.length)] ?? 0;
      const [value, sequence] = [pickValue(), nextSequence()];
      if (!(await castVote(address, voter, claim, value, sequence).catch(() => false))) {
        await pause(50);
        continue;
      }
      count += 1;
      const key = `${voter.id} ${claim}`;
      if ((last.get(key)?.sequence ?? 0n) < sequence) last.set(key, { sequence, value });
      // Nobody may vote more often than the limit lets them.
      await pause(600);
    }
  });
  return {
    /** Seconds until the next vote is acknowledged that was given from now on. */
    next: async () => {
      const [began, before] = [Date.now(), count];
      await pause(100);
      // What was under way when the kill came may still be answered: several more are waited for.
      while (count < before + hall.voters.length && Date.now() - began < 120_000) await pause(50);
      return (Date.now() - began) / 1_000;
    },
    end: async () => {
      over.abort();
      await Promise.all(everybody);
      return { count, last };
    },
  };
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === 100) throw error;
      await pause(300);
    }
  }
}
