import { spawnSync } from "node:child_process";
import { beforeAll, expect, it } from "vitest";
import { query } from "../process/postgres.ts";
import { freshDatabase } from "../testing/database.ts";

let url = "";
beforeAll(async () => {
  url = await freshDatabase();
  await query(
    url,
    `WITH p AS (INSERT INTO person (email, name) VALUES ('ada@example.org', 'Ada') RETURNING id),
       s AS (INSERT INTO second_step (person_id, sealed, used_step) SELECT id, 'x', 0 FROM p)
     INSERT INTO session (token_hash, person_id, method, device, expires_at)
     SELECT sha256('hash'), id, 'link', 'Firefox', now() + interval '1 day' FROM p`,
  );
});

const admin = (...args: string[]) =>
  spawnSync(process.execPath, ["--import", "tsx", "lib/cli/admin.ts", "admin", ...args], {
    env: { ...process.env, DATABASE_URL: url, DATABASE_DIRECT_URL: "" },
    encoding: "utf8",
  });

it("takes the second step off an account whose owner lost it, signs it out, writes it down, and nothing else", async () => {
  expect(admin("ada@example.org", "with-a-typo").stderr).toContain("It is either");
  expect(await query(url, "SELECT 1 FROM second_step")).toHaveLength(1);
  expect(admin("Ada@example.org", "without-second-step").stdout).toContain("Ada signs in in one step now");
  expect(await query(url, "SELECT 1 FROM second_step UNION ALL SELECT 1 FROM session")).toEqual([]);
  expect(await query(url, "SELECT role FROM person")).toEqual([{ role: "member" }]);
  expect(await query(url, "SELECT action, detail FROM audit_entry")).toEqual([
    { action: "second step", detail: { what: "removed", by: "command line" } },
  ]);
  expect(admin("ada@example.org", "without-second-step").stdout).toContain("in one step already");
});
