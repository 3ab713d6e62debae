import fs from "node:fs";
import type pg from "pg";

// Who uses the processors while something is measured: without it, a rate says as much of its client as of the app.

/** Seconds of processor time so far. */
interface Used {
  client: number;
  /** The thread that Next and the application run in. */
  application: number;
  /** The front, and those in which the engine compiles and collects garbage. */
  "other threads": number;
  database: number;
}

/** What the system says of a process or thread: its parent, and its processor time in hundredths of a second. */
function statOf(path: string): { parent: number; ticks: number } {
  try {
    const fields = fs.readFileSync(`/proc/${path}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
  } catch {
    // It ended meanwhile.
    return { parent: 0, ticks: 0 };
  }
}

function used(server: number, postmaster: number): Used {
  const threads = fs
    .readdirSync(`/proc/${server}/task`)
    .map((id) => [id, statOf(`${server}/task/${id}`).ticks] as const);
  const main = threads.find(([id]) => id === String(server))?.[1] ?? 0;
  const processes = fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const backends = processes.map(statOf).filter(({ parent }) => parent === postmaster);
  const sum = (ticks: number[]) => ticks.reduce((total, one) => total + one, 0) / 100;
  const { user, system } = process.cpuUsage();
  return {
    client: (user + system) / 1e6,
    application: main / 100,
    "other threads": sum(threads.map(([, ticks]) => ticks)) - main / 100,
    database: sum(backends.map(({ ticks }) => ticks)),
  };
}

/**
 * Does some work and says in a line how the processor time of it was shared, and how much one of it took in all.
 * @param server the id of the app's process
 * @returns null where the system doesn't tell (only Linux does)
 */
export async function whileShared(
  server: number | undefined,
  pool: pg.Pool,
  work: () => Promise<number>,
): Promise<{ count: number; line: string | null }> {
  if (!server || !fs.existsSync(`/proc/${server}/task`)) return { count: await work(), line: null };
  const { rows } = await pool.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
  const postmaster = statOf(String(rows[0]?.pid)).parent;
  const before = used(server, postmaster);
  const count = await work();
  const after = used(server, postmaster);
  const parts = (Object.keys(before) as (keyof Used)[]).map((part) => [part, after[part] - before[part]] as const);
  const all = parts.reduce((total, [, seconds]) => total + seconds, 0);
  const shares = parts.map(([part, seconds]) => `${part} ${Math.round((seconds / all) * 100)} %`);
  return { count, line: `${((all / count) * 1_000).toFixed(2)} ms of processor each: ${shares.join(", ")}` };
}
