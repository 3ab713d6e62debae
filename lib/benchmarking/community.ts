import crypto from "node:crypto";
import type pg from "pg";
import { openPool } from "../db/pool.ts";
import { type Answer, formsOf, multipart, send } from "../testing/raw.ts";
import { load } from "./load.ts";
import { hasPgbench, pgbenchRate } from "./pgbench.ts";

interface Voter {
  id: string;
  token: string;
}

export interface Hall {
  url: string;
  pool: pg.Pool;
  voters: Voter[];
  claims: number[];
}

/** A database with people who are signed in and count, and the claims that they vote on. */
export async function openHall(url: string, people: number): Promise<Hall> {
  const pool = openPool({ connectionString: url, max: 32 });
  // The crash test ends connections on purpose.
  pool.on("error", () => {});
  const voters: Voter[] = [];
  for (let index = 0; index < people; index += 1) {
    const token = crypto.randomBytes(32).toString("base64url");
    const { rows } = await pool.query<{ id: string }>(
      `WITH p AS (INSERT INTO person (email, name, standing) VALUES ($1, 'Bench', 'counted') RETURNING id)
       INSERT INTO session (token_hash, person_id, method, device, expires_at)
       SELECT sha256($2::bytea), id, 'link', 'Bench', now() + interval '1 day' FROM p RETURNING person_id AS id`,
      [`bench-${crypto.randomUUID()}@example.org`, Buffer.from(token)],
    );
    voters.push({ id: rows[0]?.id ?? "", token });
  }
  const { rows } = await pool.query<{ id: number }>("SELECT id FROM claim WHERE retired_at IS NULL ORDER BY id");
  return { url, pool, voters, claims: rows.map(({ id }) => id) };
}

/** The id of the action that a page's vote buttons call. */
export async function voteActionOf(address: string): Promise<string> {
  const form = formsOf((await send(address, "/frameworks/koa")).body).find(({ text }) =>
    text.startsWith("Still true?"),
  );
  const reference = form?.fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[1];
  if (!reference) throw new Error("No vote form was found.");
  return (JSON.parse(reference) as { id: string }).id;
}

const untouched = { status: "idle", message: null, errors: {}, way: null, values: {}, data: null, attempt: 0 };
const anyAddress = () => `10.${crypto.randomInt(250)}.${crypto.randomInt(250)}.${crypto.randomInt(1, 250)}`;

/** One click, as the page's own script sends it. True when it was acknowledged. */
export async function castVote(
  address: string,
  action: string,
  { token }: Voter,
  claim: number,
  value: number,
  sequence: bigint,
): Promise<boolean> {
  const { body, type } = multipart([
    ["_1_claim", String(claim)],
    ["_1_value", String(value)],
    ["_1_sequence", String(sequence)],
    ["0", JSON.stringify([untouched, "$K1"])],
  ]);
  const answer: Answer = await send(address, "/frameworks/koa", {
    body,
    headers: {
      "content-type": type,
      "next-action": action,
      accept: "text/x-component",
      origin: address,
      cookie: `framewise-session=${token}`,
      "x-forwarded-for": anyAddress(),
    },
  });
  return answer.status === 200 && answer.body.includes('"status":"done"');
}

let clock = BigInt(Date.now()) * 1_000n - 60_000_000n;
export const nextSequence = () => (clock += 1n);

const pick = <T>(list: readonly T[]): T => list[crypto.randomInt(list.length)] as T;
export const pickValue = () => pick([1, 0, -1]);

/** Votes by so many clients for so many seconds. Returns how many were acknowledged. */
async function storm(clients: number, seconds: number, one: () => Promise<boolean>): Promise<number> {
  const until = performance.now() + seconds * 1_000;
  let acknowledged = 0;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (performance.now() < until) if (await one()) acknowledged += 1;
    }),
  );
  return acknowledged;
}

/** People who vote as fast as they are answered, until they are stopped: then it says how many votes a second were acknowledged. */
export async function keepVoting(address: string, hall: Hall, clients = 32): Promise<() => Promise<number>> {
  const action = await voteActionOf(address);
  const started = performance.now();
  const over = new AbortController();
  let acknowledged = 0;
  const all = Promise.all(
    Array.from({ length: clients }, async () => {
      while (!over.signal.aborted)
        if (await castVote(address, action, pick(hall.voters), pick(hall.claims), pickValue(), nextSequence()))
          acknowledged += 1;
    }),
  );
  return async () => {
    over.abort();
    await all;
    return acknowledged / ((performance.now() - started) / 1_000);
  };
}

/** Votes per second through the app and by the bare statement, and what a storm of votes does to reading. */
export async function communityRates(address: string, hall: Hall): Promise<string[]> {
  const seconds = 6;
  const action = await voteActionOf(address);
  const through = () => castVote(address, action, pick(hall.voters), pick(hall.claims), pickValue(), nextSequence());
  const bare = async () => {
    await hall.pool.query({
      name: "vote",
      text: `INSERT INTO vote (person_id, claim_id, value, sequence) VALUES ($1, $2, $3, $4)
             ON CONFLICT (person_id, claim_id) DO UPDATE SET value = EXCLUDED.value, sequence = EXCLUDED.sequence, at = now()
             WHERE vote.sequence < EXCLUDED.sequence`,
      values: [pick(hall.voters).id, pick(hall.claims), pickValue(), nextSequence().toString()],
    });
    return true;
  };
  const bench = (await hasPgbench()) ? await pgbenchRate(hall.url, hall.pool, 32, seconds) : null;
  await storm(8, 1, through);
  const app = (await storm(32, seconds, through)) / seconds;
  const statement = (await storm(32, seconds, bare)) / seconds;
  const share = (rate: number) => `${((app / rate) * 100).toFixed(1)} %`;
  const page = `${address}/frameworks/django`;
  await fetch(page);
  const quiet = await load(page, seconds);
  const [stormy, votes] = await Promise.all([load(page, seconds), storm(16, seconds, through)]);
  return [
    `votes through the app: ${Math.round(app)}/s; by the same statement alone through the driver: ${Math.round(statement)}/s → ${share(statement)}`,
    bench === null
      ? "no pgbench on this machine: the same statement in it was not measured"
      : `the same statement in pgbench: ${Math.round(bench)}/s → ${share(bench)}`,
    `a framework's page, quiet: ${Math.round(quiet.perSecond)}/s (p99 ${quiet.p99} ms); while ${Math.round(votes / seconds)} votes/s come in: ${Math.round(stormy.perSecond)}/s (p99 ${stormy.p99} ms, ${stormy.failed} failed)`,
  ];
}

/** Fills the vote table to so many rows, past the triggers, and brings the tallies in line: what a year of votes leaves. */
export async function fillVotes(hall: Hall, rows: number): Promise<void> {
  const people = Math.ceil(rows / hall.claims.length);
  const client = await hall.pool.connect();
  try {
    await client.query("SET statement_timeout = 0; SET session_replication_role = replica");
    await client.query(
      `INSERT INTO person (email, name, standing, created_at) SELECT 'fill-' || n || '@example.org', 'Fill', 'counted', now() - interval '1 year' FROM generate_series(1, $1::int) AS n ON CONFLICT DO NOTHING`,
      [people],
    );
    await client.query(
      `INSERT INTO vote (person_id, claim_id, value, sequence, counted)
       SELECT p.id, c.id, CASE WHEN random() < 0.7 THEN 1 ELSE -1 END, 1, true
       FROM (SELECT id FROM person WHERE email LIKE 'fill-%' ORDER BY id LIMIT $1) AS p CROSS JOIN claim c
       WHERE c.retired_at IS NULL LIMIT $2 ON CONFLICT DO NOTHING`,
      [people, rows],
    );
    await client.query(
      `UPDATE claim_tally t SET yes = r.yes, no = r.no, all_yes = r.yes, all_no = r.no
       FROM (SELECT claim_id, count(*) FILTER (WHERE value = 1) AS yes, count(*) FILTER (WHERE value = -1) AS no FROM vote GROUP BY claim_id) r
       WHERE r.claim_id = t.claim_id`,
    );
    await client.query("SET session_replication_role = DEFAULT; ANALYZE vote; ANALYZE claim_tally");
  } finally {
    client.release();
  }
}

/** Milliseconds that a page takes that is rendered for the request, the middle of eleven. */
export async function renderTime(url: string): Promise<number> {
  const times: number[] = [];
  for (let count = 0; count < 11; count += 1) {
    const started = performance.now();
    await (await fetch(url)).arrayBuffer();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[5] ?? 0;
}
