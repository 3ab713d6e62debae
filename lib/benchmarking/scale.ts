import crypto from "node:crypto";
import type pg from "pg";
import { type Hall, nextSequence, openHall, pickValue } from "./community.ts";

/** Hash partitions of the divided table. */
const partitions = 32;
const seconds = 10;

const pick = <T>(list: readonly T[]): T => list[crypto.randomInt(list.length)] as T;

const keys = `
  ALTER TABLE vote ADD PRIMARY KEY (person_id, claim_id);
  CREATE INDEX vote_claim_id_idx ON vote (claim_id)`;

/** Not compared with a hundred million rows that were so before: what is written from now on is checked. */
const references = `
  ALTER TABLE vote ADD FOREIGN KEY (person_id) REFERENCES person (id) ON DELETE CASCADE NOT VALID;
  ALTER TABLE vote ADD FOREIGN KEY (claim_id) REFERENCES claim (id) ON DELETE CASCADE NOT VALID`;

const followed = `
  CREATE TRIGGER vote_before BEFORE INSERT OR UPDATE ON vote FOR EACH ROW EXECUTE FUNCTION vote_before();
  CREATE TRIGGER vote_after AFTER INSERT OR UPDATE OR DELETE ON vote FOR EACH ROW EXECUTE FUNCTION vote_after()`;

/**
 * So many generated votes in the table as it is, and in one that PostgreSQL divides by the claim: what they take on the
 * disk, and how fast the product's own statements are on them. The table's name, key, triggers and statements stay the same
 * in both. Yields a line for each measure.
 */
export async function* atScale(url: string, votes: number): AsyncGenerator<string> {
  const hall = await openHall(url, 400);
  const client = await hall.pool.connect();
  try {
    await client.query("SET statement_timeout = 0; SET maintenance_work_mem = '512MB'; SET synchronize_seqscans = off");
    yield* timed("written and indexed", () => generate(client, hall, votes));
    yield* measured(client, hall, "one table");
    yield* timed(`moved into ${partitions} tables by claim`, () => divide(client));
    yield* measured(client, hall, "divided");
  } finally {
    client.release();
    await hall.pool.end();
  }
}

async function* timed(what: string, work: () => Promise<unknown>): AsyncGenerator<string> {
  const started = performance.now();
  await work();
  yield `${what} in ${((performance.now() - started) / 1_000).toFixed(0)} s`;
}

/** Past the triggers and before the indexes, as a load of this size is done; then the tallies are brought in line. */
async function generate(client: pg.PoolClient, hall: Hall, votes: number): Promise<void> {
  const people = Math.ceil(votes / hall.claims.length);
  await client.query("SET session_replication_role = replica");
  await client.query("ALTER TABLE vote DROP CONSTRAINT vote_pkey; DROP INDEX vote_claim_id_idx");
  await client.query(
    `INSERT INTO person (email, name, standing, created_at)
     SELECT 'fill-' || n || '@example.org', 'Fill', 'counted', now() - interval '1 year' FROM generate_series(1, $1::int) AS n`,
    [people],
  );
  await client.query(
    `INSERT INTO vote (person_id, claim_id, value, sequence, counted)
     SELECT p.id, c.id, CASE WHEN random() < 0.7 THEN 1 ELSE -1 END, 1, true
     FROM (SELECT id FROM person WHERE email LIKE 'fill-%') AS p CROSS JOIN claim c WHERE c.retired_at IS NULL LIMIT $1`,
    [votes],
  );
  await client.query(keys);
  await client.query(
    `UPDATE claim_tally t SET yes = r.yes, no = r.no, all_yes = r.yes, all_no = r.no
     FROM (SELECT claim_id, count(*) FILTER (WHERE value = 1) AS yes, count(*) FILTER (WHERE value = -1) AS no FROM vote GROUP BY claim_id) r
     WHERE r.claim_id = t.claim_id`,
  );
  await client.query("SET session_replication_role = DEFAULT");
  await client.query("VACUUM (ANALYZE) vote");
}

/** The primary key holds the column that divides, so it, the upsert on it and the triggers stay what they are. */
async function divide(client: pg.PoolClient): Promise<void> {
  await client.query("ALTER TABLE vote RENAME TO vote_whole");
  await client.query("CREATE TABLE vote (LIKE vote_whole INCLUDING DEFAULTS) PARTITION BY HASH (claim_id)");
  for (let part = 0; part < partitions; part += 1)
    await client.query(
      `CREATE TABLE vote_${part} PARTITION OF vote FOR VALUES WITH (MODULUS ${partitions}, REMAINDER ${part})`,
    );
  await client.query("INSERT INTO vote SELECT * FROM vote_whole");
  await client.query("DROP TABLE vote_whole CASCADE");
  await client.query(keys);
  await client.query(references);
  await client.query(followed);
  await client.query("VACUUM (ANALYZE) vote");
}

async function* measured(client: pg.PoolClient, hall: Hall, name: string): AsyncGenerator<string> {
  const [size] = await rows<{ votes: string; heap: string; indexes: string }>(
    client,
    `WITH part AS (SELECT relid FROM pg_partition_tree('vote') UNION SELECT 'vote'::regclass)
     SELECT count(*) AS votes, (SELECT sum(pg_relation_size(relid)) FROM part) AS heap,
       (SELECT sum(pg_indexes_size(relid)) FROM part) AS indexes FROM vote`,
  );
  const count = Number(size?.votes);
  const gigabytes = (bytes: string | undefined) => `${(Number(bytes) / 1e9).toFixed(1)} GB`;
  const each = ((Number(size?.heap) + Number(size?.indexes)) / count).toFixed(0);
  yield `${name}: ${count.toLocaleString("en")} votes, ${gigabytes(size?.heap)} and ${gigabytes(size?.indexes)} of indexes, ${each} bytes each`;
  yield `${name}: ${await rate(hall)} votes/s by the statement alone, 16 connections, all claims alike`;
  yield `${name}: ${await rate(hall, hall.claims.slice(0, 1))} votes/s on a single claim`;
  const people = await rows<{ id: string }>(client, "SELECT id FROM person WHERE email LIKE 'fill-%' LIMIT 21");
  yield `${name}: a person's votes on a page in ${await time(people, ({ id }) =>
    client.query("SELECT claim_id, value FROM vote WHERE person_id = $1 AND claim_id = ANY($2)", [
      id,
      hall.claims.slice(0, 40),
    ]),
  )} ms`;
  yield `${name}: a person with ${Math.min(count, hall.claims.length).toLocaleString("en")} votes discounted in ${await time(
    people.slice(0, 3),
    ({ id }) => client.query("UPDATE person SET standing = 'discounted' WHERE id = $1", [id]),
  )} ms`;
  yield* timed(`${name}: every tally compared with a recount`, async () => {
    const wrong = await rows(
      client,
      `SELECT 1 FROM claim_tally t JOIN (
         SELECT claim_id, count(*) FILTER (WHERE value = 1 AND counted) AS yes, count(*) FILTER (WHERE value = -1 AND counted) AS no
         FROM vote GROUP BY claim_id) r ON r.claim_id = t.claim_id WHERE (t.yes, t.no) <> (r.yes, r.no)`,
    );
    if (wrong.length > 0) throw new Error(`${wrong.length} numbers are off.`);
  });
}

async function rows<Row extends pg.QueryResultRow>(client: pg.PoolClient, text: string): Promise<Row[]> {
  return (await client.query<Row>(text)).rows;
}

/** Milliseconds, the middle of them. */
async function time<T>(list: readonly T[], work: (one: T) => Promise<unknown>): Promise<string> {
  const times: number[] = [];
  for (const one of list) {
    const started = performance.now();
    await work(one);
    times.push(performance.now() - started);
  }
  return (times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0).toFixed(1);
}

async function rate(hall: Hall, claims = hall.claims): Promise<string> {
  const until = performance.now() + seconds * 1_000;
  let done = 0;
  await Promise.all(
    Array.from({ length: 16 }, async () => {
      for (; performance.now() < until; done += 1)
        await hall.pool.query({
          name: "vote at scale",
          text: `INSERT INTO vote (person_id, claim_id, value, sequence) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (person_id, claim_id) DO UPDATE SET value = EXCLUDED.value, sequence = EXCLUDED.sequence, at = now()
                 WHERE vote.sequence < EXCLUDED.sequence`,
          values: [pick(hall.voters).id, pick(claims), pickValue(), nextSequence().toString()],
        });
    }),
  );
  return Math.round(done / seconds).toLocaleString("en");
}
