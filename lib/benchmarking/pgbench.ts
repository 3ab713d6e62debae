import { execFile } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import type pg from "pg";

const run = promisify(execFile);

/** Whether pgbench is on this machine. It comes with PostgreSQL's packages, not with the embedded server. */
export async function hasPgbench(): Promise<boolean> {
  return run("pgbench", ["--version"]).then(
    () => true,
    () => false,
  );
}

/**
 * Votes per second by the bare statement, by so many connections of pgbench. They are older than those of the other
 * measurements, so that these still overwrite them.
 */
export async function pgbenchRate(url: string, pool: pg.Pool, clients: number, seconds: number): Promise<number> {
  await pool.query(`
    CREATE TABLE bench_voter AS SELECT row_number() OVER ()::int AS n, id FROM person WHERE email LIKE 'bench-%';
    CREATE TABLE bench_claim AS SELECT row_number() OVER ()::int AS n, id FROM claim WHERE retired_at IS NULL;
    ALTER TABLE bench_voter ADD PRIMARY KEY (n);
    ALTER TABLE bench_claim ADD PRIMARY KEY (n)`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-pgbench-"));
  try {
    const { rows } = await pool.query<{ voters: number; claims: number }>(
      "SELECT (SELECT count(*) FROM bench_voter)::int AS voters, (SELECT count(*) FROM bench_claim)::int AS claims",
    );
    const script = path.join(folder, "vote.sql");
    fs.writeFileSync(
      script,
      `\\set voter random(1, ${rows[0]?.voters})
\\set claim random(1, ${rows[0]?.claims})
\\set value random(-1, 1)
INSERT INTO vote (person_id, claim_id, value, sequence)
SELECT v.id, c.id, :value, ((extract(epoch FROM clock_timestamp()) - 600) * 1000000)::bigint
FROM bench_voter v, bench_claim c WHERE v.n = :voter AND c.n = :claim
ON CONFLICT (person_id, claim_id) DO UPDATE SET value = EXCLUDED.value, sequence = EXCLUDED.sequence, at = now()
WHERE vote.sequence < EXCLUDED.sequence;
`,
    );
    const how = ["--no-vacuum", "--protocol=prepared", `--client=${clients}`, "--jobs=2", `--time=${seconds}`];
    const { stdout } = await run("pgbench", [...how, `--file=${script}`, url]);
    const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
    if (tps === undefined) throw new Error(`pgbench said no rate:\n${stdout}`);
    return Number(tps);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
    await pool.query("DROP TABLE bench_voter, bench_claim");
  }
}
