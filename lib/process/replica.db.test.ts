import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { cached } from "../cache/cached.ts";
import { db } from "../db/index.ts";
import { readElsewhere, replicaFigures } from "../db/replica.ts";
import { log } from "../log/log.mjs";
import { startStandby } from "../testing/standby.ts";
import { type Cluster, createDatabase, query } from "./postgres.ts";
import { startTemporaryCluster } from "./temporary.ts";

/** Keeps what was read, as Next's does. */
vi.mock("next/cache", () => {
  const kept = new Map<string, unknown>();
  const unstable_cache = (load: () => Promise<unknown>, key: string[]) => async () => {
    const name = key.join(" ");
    if (!kept.has(name)) kept.set(name, await load());
    return kept.get(name);
  };
  return { unstable_cache };
});

let primary: Cluster & { folder: string };
let standby: Cluster;
const logged = vi.spyOn(log, "warn").mockImplementation(() => {});

beforeAll(async () => {
  primary = await startTemporaryCluster("primary");
  process.env.DATABASE_URL = await createDatabase(primary, "site");
  await query(process.env.DATABASE_URL, "CREATE TABLE said (word TEXT)");
  standby = await startStandby(primary);
  process.env.DATABASE_REPLICA_URL = standby.url("site");
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date"] });
  logged.mockClear();
});
afterAll(async () => {
  vi.useRealTimers();
  await standby.stop();
  await primary.stop();
});

const later = (seconds: number) => void vi.setSystemTime(Date.now() + seconds * 1_000);
const whoAnswers = async () => {
  const [row] = await db().$queryRaw<{ standby: boolean }[]>`SELECT pg_is_in_recovery() AS standby`;
  return row?.standby ? "standby" : "primary";
};
const write = (word: string) => query(process.env.DATABASE_URL ?? "", `INSERT INTO said VALUES ('${word}')`);
const reasons = () => logged.mock.calls.map(([first]) => (first as { reason?: string }).reason ?? first);

it("long reads go to a real standby, in UTC and without writing; everything else to the primary", async () => {
  await write("before");
  expect(await whoAnswers()).toBe("primary");
  expect(await readElsewhere(whoAnswers)).toBe("standby");
  const shown = await readElsewhere(
    () => db().$queryRaw<{ zone: string; only: string }[]>`
    SELECT current_setting('TimeZone') AS zone, current_setting('default_transaction_read_only') AS only`,
  );
  expect(shown).toEqual([{ zone: "UTC", only: "on" }]);
  await expect(readElsewhere(() => db().$executeRaw`INSERT INTO said VALUES ('x')`)).rejects.toThrow(/read-only/);
  expect(await whoAnswers()).toBe("primary");
});

it("what it says is never kept for pages", async () => {
  const asked = vi.fn(async () => whoAnswers());
  const read = cached("who", asked, []);
  expect([await readElsewhere(() => read()), await read()]).toEqual(["standby", "primary"]);
});

it("one that is told nothing any more is left after ten seconds, and read from again once it has caught up", async () => {
  later(6);
  expect(await readElsewhere(whoAnswers)).toBe("standby");
  await query(standby.url("site"), "SELECT pg_wal_replay_pause()");
  await write("unseen");
  later(6);
  // Six seconds are put up with.
  expect(await readElsewhere(whoAnswers)).toBe("standby");
  later(6);
  expect(await readElsewhere(whoAnswers)).toBe("primary");
  expect(replicaFigures()).toMatchObject({ inUse: false });
  expect(replicaFigures()?.lag).toBeGreaterThan(10);
  expect(reasons()).toEqual(["behind"]);
  await query(standby.url("site"), "SELECT pg_wal_replay_resume()");
  later(6);
  expect(await readElsewhere(whoAnswers)).toBe("standby");
  expect(replicaFigures()).toMatchObject({ inUse: true, lag: 0 });
  expect(reasons().at(-1)).toBe("The replica is read from again");
});

it("an address that is no standby is not read from", async () => {
  const right = process.env.DATABASE_REPLICA_URL;
  Reflect.deleteProperty(globalThis, "framewiseReplica");
  process.env.DATABASE_REPLICA_URL = process.env.DATABASE_URL;
  expect(await readElsewhere(whoAnswers)).toBe("primary");
  expect(reasons()).toEqual(["no standby"]);
  Reflect.deleteProperty(globalThis, "framewiseReplica");
  process.env.DATABASE_REPLICA_URL = right;
});

it("one that goes away in the middle of a read costs nobody an answer", async () => {
  expect(await readElsewhere(whoAnswers)).toBe("standby");
  await standby.stop();
  expect(await readElsewhere(whoAnswers)).toBe("primary");
  expect(reasons()).toContain("away");
  const { reads } = replicaFigures() ?? {};
  expect(await readElsewhere(whoAnswers)).toBe("primary");
  expect(replicaFigures()?.reads.primary).toBe((reads?.primary ?? 0) + 1);
});
