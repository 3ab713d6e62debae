import crypto from "node:crypto";
import http from "node:http";
import type pg from "pg";
import { openPool } from "../db/pool.ts";
import { type Answer, formsOf, multipart, send } from "../testing/raw.ts";
import type { WriteName } from "../writes/writes.ts";
import { load } from "./load.ts";
import { hasPgbench, pgbenchRate } from "./pgbench.ts";
import { whileShared } from "./shares.ts";

interface Voter {
  id: string;
  token: string;
  /** Where they are, by their own word: each has the limit of an address to themselves. */
  address: string;
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
  const tokens = Array.from({ length: people }, () => crypto.randomBytes(32).toString("base64url"));
  const made = await pool.query<Omit<Voter, "address">>(
    `WITH given AS (SELECT token, gen_random_uuid() AS id FROM unnest($1::text[]) AS token),
       p AS (INSERT INTO person (id, email, name, standing) SELECT id, 'bench-' || id || '@example.org', 'Bench', 'counted' FROM given),
       s AS (INSERT INTO session (token_hash, person_id, method, device, expires_at)
         SELECT sha256(token::bytea), id, 'link', 'Bench', now() + interval '1 day' FROM given)
     SELECT id, token FROM given`,
    [tokens],
  );
  const { rows } = await pool.query<{ id: number }>("SELECT id FROM claim WHERE retired_at IS NULL ORDER BY id");
  return {
    url,
    pool,
    voters: made.rows.map((row) => ({ ...row, address: anyAddress() })),
    claims: rows.map(({ id }) => id),
  };
}

/** The id of the action that a page's vote buttons call. */
async function voteActionOf(address: string): Promise<string> {
  const form = formsOf((await send(address, "/frameworks/koa")).body).find(({ fields }) =>
    fields.some(([name]) => name === "of"),
  );
  const reference = form?.fields.find(([name]) => /^\$ACTION_\d+:0$/.test(name))?.[1];
  if (!reference) throw new Error("No vote form was found.");
  return (JSON.parse(reference) as { id: string }).id;
}

const untouched = { status: "idle", message: null, errors: {}, way: null, values: {}, data: null, attempt: 0 };
const anyAddress = () => `10.${crypto.randomInt(250)}.${crypto.randomInt(250)}.${crypto.randomInt(1, 250)}`;

/** Browsers keep their connections. */
const agent = new http.Agent({ keepAlive: true });

/** A write by its address, as the scripts of a page send it. True when it was acknowledged. */
async function write(
  address: string,
  name: WriteName,
  { token, address: from }: Voter,
  fields: Record<string, string>,
) {
  const body = new URLSearchParams(fields).toString();
  const answer = await send(address, `/writes/${name}`, {
    body,
    agent,
    headers: {
      "content-type": "application/x-www-form-urlencoded",
      origin: address,
      referer: `${address}/frameworks/koa`,
      cookie: `framewise-session=${token}`,
      "x-forwarded-for": from,
    },
  });
  return answer.status === 200;
}

/** One click, as the page's own script sends it. True when it was acknowledged. */
export const castVote = (address: string, voter: Voter, claim: number, value: number, sequence: bigint) =>
  write(address, "vote", voter, { claim: String(claim), value: String(value), sequence: String(sequence) });

/** The same by the action, as scripts sent it before votes had an address, and as forms go on doing. */
async function castByAction(
  address: string,
  action: string,
  { token, address: from }: Voter,
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
    agent,
    headers: {
      "content-type": type,
      "next-action": action,
      accept: "text/x-component",
      origin: address,
      cookie: `framewise-session=${token}`,
      "x-forwarded-for": from,
    },
  });
  return answer.status === 200 && answer.body.includes('"status":"done"');
}

let clock = BigInt(Date.now()) * 1_000n - 60_000_000n;
export const nextSequence = () => (clock += 1n);

const slugs = ["django", "rails", "laravel", "koa", "express", "gin", "flask", "phoenix"];

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
  const started = performance.now();
  const over = new AbortController();
  let acknowledged = 0;
  const all = Promise.all(
    Array.from({ length: clients }, async () => {
      while (!over.signal.aborted)
        if (await castVote(address, pick(hall.voters), pick(hall.claims), pickValue(), nextSequence()))
          acknowledged += 1;
    }),
  );
  return async () => {
    over.abort();
    await all;
    return acknowledged / ((performance.now() - started) / 1_000);
  };
}

const anyRating = () => ({
  framework: pick(slugs),
  overall: String(crypto.randomInt(1, 6)),
  experience: pick(["tried", "side-project", "production"]),
  performance: String(crypto.randomInt(1, 6)),
});

/** Votes per second through the app and by the bare statement, and what a storm of votes does to reading. */
export async function communityRates(address: string, hall: Hall, server: number | undefined): Promise<string[]> {
  const seconds = 6;
  const action = await voteActionOf(address);
  const click = () => [pick(hall.voters), pick(hall.claims), pickValue(), nextSequence()] as const;
  const through = () => castVote(address, ...click());
  const ways: [string, () => Promise<boolean>][] = [
    ["votes by the action", () => castByAction(address, action, ...click())],
    ["votes by their address", through],
    ["saves by their address", () => write(address, "save", pick(hall.voters), { framework: pick(slugs) })],
    ["ratings by their address", () => write(address, "rate", pick(hall.voters), anyRating())],
  ];
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
  const lines: string[] = [];
  let app = 0;
  for (const [name, one] of ways) {
    await storm(32, 2, one);
    const { count, line } = await whileShared(server, hall.pool, () => storm(32, seconds, one));
    if (one === through) app = count / seconds;
    lines.push(`${name}: ${Math.round(count / seconds)}/s${line === null ? "" : `; ${line}`}`);
  }
  const statement = (await storm(32, seconds, bare)) / seconds;
  const share = (rate: number) => `${((app / rate) * 100).toFixed(1)} %`;
  const page = `${address}/frameworks/django`;
  await fetch(page);
  const quiet = await load(page, seconds);
  const [stormy, votes] = await Promise.all([load(page, seconds), storm(16, seconds, through)]);
  return [
    ...lines,
    `the vote's statement alone through the driver: ${Math.round(statement)}/s; votes by their address are ${share(statement)} of it`,
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
