import "server-only";
import { db } from "../db/index.ts";
import type { MemberState, RingRule } from "../people/rings.ts";
import type { Standing } from "../people/standing.ts";
import { can } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";

export interface RingLine {
  id: string;
  rule: RingRule;
  createdAt: string;
  held: number;
  discounted: number;
  cleared: number;
}

/** Rings, those with accounts that wait for a decision first; for moderators, empty for anybody else. */
export async function getRings(viewer: Viewer): Promise<RingLine[]> {
  if (!can(viewer, "claims.moderate")) return [];
  const rows = await db().$queryRaw<(Omit<RingLine, "createdAt"> & { created_at: Date })[]>`
    SELECT r.id, r.rule, r.created_at, (count(*) FILTER (WHERE m.state = 'held'))::int AS held,
      (count(*) FILTER (WHERE m.state = 'discounted'))::int AS discounted,
      (count(*) FILTER (WHERE m.state = 'cleared'))::int AS cleared
    FROM ring r JOIN ring_member m ON m.ring_id = r.id
    GROUP BY r.id ORDER BY bool_or(m.state = 'held') DESC, r.created_at DESC LIMIT 200`;
  return rows.map(({ created_at, ...row }) => ({ ...row, createdAt: created_at.toISOString() }));
}

/** How many rings wait for a decision; for moderators. */
export async function countWaiting(viewer: Viewer): Promise<number> {
  if (!can(viewer, "claims.moderate")) return 0;
  return db().ring.count({ where: { members: { some: { state: "held", person: { standing: "held" } } } } });
}

export interface RingMemberLine {
  email: string;
  name: string;
  registeredAt: string;
  state: MemberState;
  standing: Standing;
  /** The rules that found them, this one included. */
  rules: RingRule[];
  /** How many others of this ring were seen in a network that they were seen in. */
  neighbours: number;
  said: number;
}

/** What people of a ring said of one claim or framework. */
export interface RingTarget {
  framework: { slug: string; name: string };
  /** Null for a rating. */
  claim: string | null;
  answers: { email: string; value: number; at: string }[];
}

export interface RingView extends RingLine {
  /** What the accounts have in common, as the rule found it: votes and ratings in words. */
  about: string[];
  members: RingMemberLine[];
  targets: RingTarget[];
  decisions: { id: string; at: string; action: string; reason: string; accounts: number; undoable: boolean }[];
}

/** How many accounts and targets a page shows; the counts beside them are of all. */
export const mostShown = 300;

/** Who is in a ring, what they said, and what was decided; null for a ring that isn't there, or who may not see it. */
export async function getRing(viewer: Viewer, id: string): Promise<RingView | null> {
  if (!can(viewer, "claims.moderate")) return null;
  const ring = await db().ring.findUnique({ where: { id } });
  if (!ring) return null;
  const [members, answers, decisions] = await Promise.all([membersOf(id), answersOf(id), decisionsOf(id)]);
  if (members.length === 0) return null;
  const among = (state: MemberState) => members.filter((member) => member.state === state).length;
  return {
    id,
    rule: ring.rule as RingRule,
    createdAt: ring.createdAt.toISOString(),
    held: among("held"),
    discounted: among("discounted"),
    cleared: among("cleared"),
    about: await inWords(ring.about),
    members,
    targets: targetsOf(answers),
    decisions,
  };
}

async function membersOf(id: string): Promise<RingMemberLine[]> {
  const rows = await db().$queryRaw<(Omit<RingMemberLine, "registeredAt"> & { created_at: Date })[]>`
    SELECT p.email, p.name, p.created_at, p.standing, m.state,
      ARRAY(SELECT DISTINCT r.rule FROM ring_member o JOIN ring r ON r.id = o.ring_id WHERE o.person_id = p.id ORDER BY 1) AS rules,
      (SELECT count(DISTINCT o.person_id) FROM person_network n JOIN person_network o ON o.network = n.network
        JOIN ring_member q ON q.person_id = o.person_id AND q.ring_id = m.ring_id
        WHERE n.person_id = p.id AND o.person_id <> p.id)::int AS neighbours,
      ((SELECT count(*) FROM vote v WHERE v.person_id = p.id AND v.value <> 0)
        + (SELECT count(*) FROM rating g WHERE g.person_id = p.id))::int AS said
    FROM ring_member m JOIN person p ON p.id = m.person_id
    WHERE m.ring_id = ${id}::uuid ORDER BY p.created_at, p.id`;
  return rows.map(({ created_at, ...row }) => ({ ...row, registeredAt: created_at.toISOString() }));
}

interface Answer {
  slug: string;
  framework: string;
  claim: string | null;
  claim_id: number | null;
  email: string;
  value: number;
  at: Date;
}

/** What the most people of a ring spoke on comes first, and of each target what came first. */
async function answersOf(id: string): Promise<Answer[]> {
  return db().$queryRaw<Answer[]>`
    WITH said AS (
      SELECT v.person_id, c.framework_id, c.id AS claim_id, c.text AS claim, v.value::int AS value, v.at
      FROM ring_member m JOIN vote v ON v.person_id = m.person_id JOIN claim c ON c.id = v.claim_id
      WHERE m.ring_id = ${id}::uuid AND v.value <> 0
      UNION ALL
      SELECT s.person_id, s.framework_id, NULL, NULL, s.value::int, g.created_at
      FROM ring_member m JOIN rating_score s ON s.person_id = m.person_id
      JOIN rating g ON g.person_id = s.person_id AND g.framework_id = s.framework_id
      WHERE m.ring_id = ${id}::uuid AND s.criterion = 'overall')
    SELECT f.slug, f.name AS framework, said.claim, said.claim_id, p.email, said.value, said.at
    FROM said JOIN framework f ON f.id = said.framework_id JOIN person p ON p.id = said.person_id
    ORDER BY count(*) OVER (PARTITION BY said.framework_id, said.claim_id) DESC, f.slug, said.claim_id, said.at
    LIMIT 10000`;
}

function targetsOf(answers: Answer[]): RingTarget[] {
  const targets = new Map<string, RingTarget>();
  for (const { slug, framework, claim, claim_id, email, value, at } of answers) {
    const key = `${slug} ${claim_id}`;
    const target = targets.get(key) ?? { framework: { slug, name: framework }, claim, answers: [] };
    target.answers.push({ email, value, at: at.toISOString() });
    targets.set(key, target);
  }
  return [...targets.values()];
}

/** "claim 12 1, framework 3 5", as a rule keeps what it found. */
async function inWords(about: string | null): Promise<string[]> {
  const parts = (about ?? "").split(", ").flatMap((part) => {
    const [, kind, id, value] = /^(claim|framework) (\d+) (-?\d)$/.exec(part) ?? [];
    return kind ? [{ kind, id: Number(id), value: Number(value) }] : [];
  });
  const ids = (kind: string) => parts.filter((part) => part.kind === kind).map((part) => part.id);
  const [claims, frameworks] = await Promise.all([
    db().claim.findMany({
      where: { id: { in: ids("claim") } },
      select: { id: true, text: true, framework: { select: { name: true } } },
    }),
    db().framework.findMany({ where: { id: { in: ids("framework") } }, select: { id: true, name: true } }),
  ]);
  return parts.flatMap(({ kind, id, value }) => {
    const claim = kind === "claim" && claims.find((one) => one.id === id);
    if (claim) return [`${value > 0 ? "Yes" : "No"} to “${claim.text}” (${claim.framework.name})`];
    const framework = kind === "framework" && frameworks.find((one) => one.id === id);
    return framework ? [`${value} of 5 for ${framework.name}`] : [];
  });
}

/** Decisions on this ring, and those on another that its accounts are in as well. */
async function decisionsOf(ringId: string): Promise<RingView["decisions"]> {
  const standing = await db().ringMember.findMany({
    where: { ringId, decisionId: { not: null } },
    distinct: ["decisionId"],
    select: { decisionId: true },
  });
  const undoable = standing.flatMap(({ decisionId }) => decisionId ?? []);
  const rows = await db().auditEntry.findMany({
    where: { OR: [{ subjectId: ringId, action: { startsWith: "ring-" } }, { id: { in: undoable } }] },
    orderBy: { id: "desc" },
    select: { id: true, at: true, action: true, detail: true },
  });
  return rows.map(({ id, at, action, detail }) => {
    const { reason = "", accounts = 0 } = (detail ?? {}) as { reason?: string; accounts?: number };
    return { id: String(id), at: at.toISOString(), action, reason, accounts, undoable: undoable.includes(id) };
  });
}
