import "server-only";
import { touched } from "../cache/refresh.ts";
import { Prisma } from "../db/generated/client.ts";
import type { Transaction } from "../db/index.ts";
import { transact } from "../db/transact.ts";
import { spokenOf } from "./queries.ts";
import { lookedAtFor, type RingRule, ringRuleIds, ringRules } from "./rings.ts";

interface Found {
  key: string;
  id: string;
}

const seconds = (milliseconds: number) => Prisma.sql`make_interval(secs => ${milliseconds / 1000})`;

/** How many of one key registered within this time of an account, itself included. */
const around = (
  key: Prisma.Sql,
  milliseconds: number,
) => Prisma.sql`count(*) OVER (PARTITION BY ${key} ORDER BY created_at
  RANGE BETWEEN ${seconds(milliseconds)} PRECEDING AND ${seconds(milliseconds)} FOLLOWING)`;

/** Members that a rule may count: whom a moderator cleared of it is no more among them. */
const people = (rule: RingRule) => Prisma.sql`(
  SELECT id, email, created_at FROM person WHERE role = 'member' AND NOT EXISTS (
    SELECT FROM ring_member m JOIN ring r ON r.id = m.ring_id
    WHERE m.person_id = person.id AND r.rule = ${rule} AND m.state = 'cleared'))`;

/** What is looked at of one account: who says more than this before anybody looks says it to no one target. */
const mostLookedAt = 20;

/** The first things that accounts said which are looked at for it: votes on claims, and frameworks' overall ratings. */
const said = (rule: RingRule) => Prisma.sql`(
  SELECT p.id, p.created_at, said.at, said.what FROM ${people(rule)} AS p
  CROSS JOIN LATERAL (
    SELECT at, what FROM (
      SELECT v.at, 'claim ' || v.claim_id || ' ' || v.value AS what FROM vote v WHERE v.person_id = p.id AND v.value <> 0
      UNION ALL
      SELECT g.created_at, 'framework ' || s.framework_id || ' ' || s.value FROM rating_score s
      JOIN rating g USING (person_id, framework_id) WHERE s.person_id = p.id AND s.criterion = 'overall') AS whole
    ORDER BY at, what LIMIT ${mostLookedAt}) AS said
  WHERE p.created_at > now() - ${seconds(lookedAtFor)})`;

const { mailbox, network, order, target } = ringRules;

/** Each finds the accounts of its rule, with what joins them. */
const queries: Record<RingRule, Prisma.Sql> = {
  mailbox: Prisma.sql`
    SELECT key, id FROM (
      SELECT mailbox_of(email) AS key, id, count(*) OVER (PARTITION BY mailbox_of(email)) AS together
      FROM ${people("mailbox")} AS p) AS found
    WHERE together >= ${mailbox.least}`,
  network: Prisma.sql`
    SELECT key, id FROM (
      SELECT encode(n.network, 'hex') AS key, p.id, ${around(Prisma.sql`n.network`, network.within)} AS together
      FROM person_network n JOIN ${people("network")} AS p ON p.id = n.person_id WHERE n.expires_at > now()) AS found
    WHERE together >= ${network.least}`,
  order: Prisma.sql`
    SELECT key, id FROM (
      SELECT key, id, ${around(Prisma.sql`key`, order.within)} AS together FROM (
        SELECT id, created_at, string_agg(what, ', ' ORDER BY at, what) AS key FROM (
          SELECT *, row_number() OVER (PARTITION BY id ORDER BY at, what) AS nth FROM ${said("order")} AS s) AS numbered
        WHERE nth <= ${order.said} GROUP BY id, created_at HAVING count(*) = ${order.said}) AS firsts) AS found
    WHERE together >= ${order.least}`,
  target: Prisma.sql`
    SELECT what AS key, s.id FROM (
      SELECT id, what, ${around(Prisma.sql`what`, target.within)} AS together FROM ${said("target")} AS s) AS s
    JOIN (
      SELECT id, ${around(Prisma.sql`1`, target.within)} AS everybody
      FROM (SELECT DISTINCT id, created_at FROM ${said("target")} AS s) AS speakers) AS crowd USING (id)
    WHERE together >= ${target.least} AND together >= everybody * ${target.share}::float`,
};

/**
 * Looks for accounts that a rule takes for one hand, and holds back what they say until a moderator decides; also of those
 * that count already. Nobody whom a rule found before is found by it again. Returns how many were found.
 */
export async function lookForRings(): Promise<number> {
  let total = 0;
  for (const rule of ringRuleIds) {
    const groups = new Map<string, string[]>();
    for (const { key, id } of await find(rule)) groups.set(key, [...(groups.get(key) ?? []), id]);
    for (const [key, ids] of groups) {
      const added = await transact((tx) => addToRing(tx, rule, key, ids));
      total += added.length;
      for (const slug of await spokenOf(added)) touched(slug);
    }
  }
  return total;
}

/** It may take longer than a page may. */
async function find(rule: RingRule): Promise<Found[]> {
  return transact(async (tx) => {
    await tx.$executeRaw`SET LOCAL statement_timeout = '20s'`;
    return tx.$queryRaw<Found[]>(queries[rule]);
  }, 25_000);
}

/** Lets one transaction at a time add to rings, or decide on them. Taken before people. */
export async function holdRings(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('framewise rings'))`;
}

/** Puts accounts into the ring that one of them is in already, or a new one. Returns those that were in none of this rule. */
async function addToRing(tx: Transaction, rule: RingRule, key: string, ids: string[]): Promise<string[]> {
  const known = () =>
    tx.ringMember.findMany({
      where: { personId: { in: ids }, ring: { rule } },
      select: { ringId: true, personId: true, state: true },
      orderBy: { at: "asc" },
    });
  if (new Set((await known()).map(({ personId }) => personId)).size === ids.length) return [];
  await holdRings(tx);
  const members = await known();
  const there = new Set(members.map(({ personId }) => personId));
  const fresh = ids.filter((id) => !there.has(id));
  if (fresh.length === 0) return [];
  await tx.$executeRaw`SELECT hold_people(${fresh}::uuid[])`;
  const about = rule === "order" || rule === "target" ? key : null;
  const ringId =
    members.find(({ state }) => state !== "cleared")?.ringId ??
    (await tx.ring.create({ data: { rule, about }, select: { id: true } })).id;
  const added = await tx.$queryRaw<{ person_id: string }[]>`
    INSERT INTO ring_member (ring_id, person_id, was_counted)
    SELECT ${ringId}::uuid, id, standing = 'counted' OR EXISTS (
      SELECT FROM ring_member m WHERE m.person_id = person.id AND m.was_counted AND m.state <> 'cleared')
    FROM person WHERE id = ANY(${fresh}::uuid[]) AND role = 'member' RETURNING person_id`;
  await tx.$executeRaw`
    UPDATE person SET standing = 'held' WHERE id = ANY(${fresh}::uuid[]) AND role = 'member' AND standing IN ('new', 'counted')`;
  return added.map(({ person_id }) => person_id);
}
