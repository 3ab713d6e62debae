import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { UtcClient } from "../db/pool.ts";
import { type Cluster, startCluster } from "../process/postgres.ts";

/**
 * A streaming replica of a cluster on this machine. The packaged PostgreSQL has no pg_basebackup, so the copy is made as
 * its documentation says to do it by hand ("Making a Base Backup Using the Low Level API").
 */
export async function startStandby(primary: Cluster & { folder: string }): Promise<Cluster> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "framewise-standby-"));
  fs.chmodSync(folder, 0o755);
  const data = path.join(folder, "postgres");
  const client = new UtcClient({ connectionString: primary.url("postgres") });
  await client.connect();
  await client.query("SELECT pg_backup_start('standby', true)");
  for (const name of ["postgres", "postgres-password"])
    execFileSync("cp", ["-a", path.join(primary.folder, name), path.join(folder, name)]);
  const { rows } = await client.query<{ labelfile: string }>("SELECT labelfile FROM pg_backup_stop(false)");
  await client.end();
  for (const name of ["postmaster.pid", "postmaster.opts"]) fs.rmSync(path.join(data, name), { force: true });
  const { hostname, port, username, password } = new URL(primary.url("postgres"));
  const { uid, gid } = fs.statSync(data);
  const write = (name: string, text: string) => {
    fs.appendFileSync(path.join(data, name), text);
    fs.chownSync(path.join(data, name), uid, gid);
  };
  write("backup_label", rows[0]?.labelfile ?? "");
  write("standby.signal", "");
  write(
    "postgresql.auto.conf",
    `primary_conninfo = 'host=${hostname} port=${port} user=${username} password=${password}'\n`,
  );
  const standby = await startCluster(folder);
  const stop = async () => {
    await standby.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { ...standby, stop };
}
