import "server-only";
import { cache } from "react";
import { cached } from "../cache/cached.ts";
import { communityTag, demoTag } from "../cache/tags.ts";
import { db } from "../db/index.ts";
import type { Standing } from "../people/standing.ts";
import { can } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";
import { demoDomain } from "./demo.ts";

const loggedActs = ["discount", "restore", "ring-discount", "ring-clear", "ring-reopen"] as const;
export type LoggedAct = (typeof loggedActs)[number];

interface Kept {
  all: number;
  counted: number;
  held: number;
  discounted: number;
}

export interface Integrity {
  votes: Kept;
  ratings: Kept;
  people: Record<Standing, number>;
  /** Of an account, or of a whole ring of accounts. */
  log: { at: string; action: LoggedAct; reason: string; accounts: number }[];
}

/** What counts and what doesn't, for everybody to see. Names nobody. */
export const getIntegrity = cached("integrity", loadIntegrity, [communityTag], 300);

async function loadIntegrity(): Promise<Integrity> {
  const [votes, ratings, people, log] = await Promise.all([
    db().$queryRaw<Integrity["votes"][]>`
      SELECT count(*)::int AS all, (count(*) FILTER (WHERE v.counted))::int AS counted,
        (count(*) FILTER (WHERE p.standing = 'held'))::int AS held,
        (count(*) FILTER (WHERE p.standing = 'discounted'))::int AS discounted
      FROM vote v JOIN person p ON p.id = v.person_id WHERE v.value <> 0`,
    db().$queryRaw<Integrity["ratings"][]>`
      SELECT count(*)::int AS all, (count(*) FILTER (WHERE p.standing = 'counted'))::int AS counted,
        (count(*) FILTER (WHERE p.standing = 'held'))::int AS held,
        (count(*) FILTER (WHERE p.standing = 'discounted'))::int AS discounted
      FROM rating r JOIN person p ON p.id = r.person_id`,
    db().person.groupBy({ by: ["standing"], _count: true }),
    db().auditEntry.findMany({
      where: { action: { in: [...loggedActs] } },
      orderBy: { id: "desc" },
      take: 100,
      select: { at: true, action: true, detail: true },
    }),
  ]);
  const none = { all: 0, counted: 0, held: 0, discounted: 0 };
  const ofStanding = (standing: Standing) => people.find((group) => group.standing === standing)?._count ?? 0;
  return {
    votes: votes[0] ?? none,
    ratings: ratings[0] ?? none,
    people: {
      new: ofStanding("new"),
      counted: ofStanding("counted"),
      held: ofStanding("held"),
      discounted: ofStanding("discounted"),
    },
    log: log.map(({ at, action, detail }) => {
      const { reason = "", accounts = 1 } = (detail ?? {}) as { reason?: string; accounts?: number };
      return { at: at.toISOString(), action: action as LoggedAct, reason, accounts };
    }),
  };
}

const findDemo = cached(
  "demo",
  async () =>
    (await db().person.findFirst({ where: { email: { endsWith: demoDomain } }, select: { id: true } })) !== null,
  [demoTag],
);

/** Whether invented people are in the database. No, when it can't be asked: the build has none. */
export const hasDemo = cache(async (): Promise<boolean> => {
  if (!process.env.DATABASE_URL) return false;
  try {
    return await findDemo();
  } catch {
    return false;
  }
});

/** Accounts that are discounted, for moderators; empty for anybody else. */
export async function getDiscounted(viewer: Viewer): Promise<{ email: string; name: string; votes: number }[]> {
  if (!can(viewer, "claims.moderate")) return [];
  const rows = await db().person.findMany({
    where: { standing: "discounted" },
    orderBy: { email: "asc" },
    take: 500,
    select: { email: true, name: true, _count: { select: { votes: true, ratings: true } } },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, votes: _count.votes + _count.ratings }));
}
