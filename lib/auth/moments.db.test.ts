import crypto from "node:crypto";
import fs from "node:fs";
import { beforeEach, expect, it } from "vitest";
import { query } from "../process/postgres.ts";
import { freshDatabase } from "../testing/database.ts";
import { linkKinds, linkLife } from "./rules.ts";

const migration = fs.readFileSync("prisma/migrations/20261126100000_moments_in_utc/migration.sql", "utf8");

/** Later kinds began in UTC. */
const kindsOfThen = linkKinds.filter((kind) => kind !== "undo-email");

let url = "";
beforeEach(async () => {
  url = await freshDatabase();
});

/** Rows that were made `ago`, by an application whose moments come out `off` (an interval) from what they were. */
async function wrote(ago: string, off: string) {
  const id = crypto.randomUUID();
  const at = `now() - interval '${ago}' + interval '${off}'`;
  const links = kindsOfThen.map(
    (kind) => `INSERT INTO link (token_hash, kind, email, created_at, expires_at)
      VALUES (sha256('${id} ${kind}'), '${kind}', '${id}@example.org', ${at}, ${at} + interval '${linkLife[kind]} milliseconds')`,
  );
  await query(
    url,
    `INSERT INTO person (id, email, name, created_at, notices_seen_at) VALUES ('${id}', '${id}@example.org', 'A', ${at}, ${at});
     INSERT INTO session (token_hash, person_id, method, device, created_at, last_seen_at, expires_at)
       VALUES (sha256('${id}'), '${id}', 'link', 'Test', ${at}, ${at}, ${at} + interval '30 days');
     INSERT INTO mail (sealed, created_at, next_try_at) VALUES ('x', ${at}, ${at});
     ${links.join(";\n")}`,
  );
}

const everything = async () =>
  Promise.all(
    ["person", "session", "mail", "link"].map((table) => query(url, `SELECT row_to_json(t) AS row FROM ${table} t`)),
  );

it("changes nothing where sessions were in UTC all the time", async () => {
  for (const ago of ["0 seconds", "9 minutes", "20 hours", "29 days"]) await wrote(ago, "0");
  await query(url, "UPDATE mail SET attempts = 8, next_try_at = now() + interval '64 minutes'");
  const before = await everything();
  await query(url, migration);
  expect(await everything()).toEqual(before);
});

it("ends the links that would stay open for hours, and no session is fresh that was made hours ago", async () => {
  await wrote("30 minutes", "5 hours");
  await wrote("2 minutes", "10 hours");
  await query(url, migration);
  expect(await query(url, "SELECT kind FROM link")).toEqual([]);
  expect(await query(url, "SELECT 1 FROM session WHERE created_at > now() - interval '15 minutes'")).toEqual([]);
  expect(await query(url, "SELECT 1 FROM session WHERE expires_at > now() + interval '30 days'")).toEqual([]);
});

it("sends letters at once that would wait for hours, and leaves nothing ahead of the clock that has happened", async () => {
  await wrote("30 minutes", "5 hours");
  await query(url, "UPDATE person SET last_active_on = (now() AT TIME ZONE 'UTC')::date + 1");
  await query(url, migration);
  expect(await query(url, "SELECT 1 FROM mail WHERE next_try_at > now() OR created_at > now()")).toEqual([]);
  expect(
    await query(
      url,
      "SELECT 1 FROM person WHERE created_at > now() OR notices_seen_at > now() OR last_active_on > (now() AT TIME ZONE 'UTC')::date",
    ),
  ).toEqual([]);
});

it("leaves the links east of UTC as dead as they are, and signs nobody out", async () => {
  await wrote("30 minutes", "-2 hours");
  const before = await everything();
  await query(url, migration);
  expect(await everything()).toEqual(before);
});
