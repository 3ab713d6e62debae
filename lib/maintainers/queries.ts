import "server-only";
import { db } from "../db/index.ts";
import { can } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";
import { isoDay } from "../text/dates.ts";

/** Whether somebody speaks for a framework: nobody has asked yet, a moderator is to decide, or since when until when. */
export interface Maintenance {
  state: "none" | "waiting" | "confirmed" | "former";
  confirmed: string | null;
  revoked: string | null;
}

export async function getMaintenance({ personId }: Viewer, slug: string): Promise<Maintenance> {
  const about = { personId, framework: { slug } };
  const [row, waiting] = await Promise.all([
    db().maintainer.findFirst({ where: about, select: { confirmedAt: true, revokedAt: true } }),
    db().suggestion.count({ where: { ...about, kind: "maintainer", status: "open" } }),
  ]);
  const days = { confirmed: row && isoDay(row.confirmedAt), revoked: row?.revokedAt ? isoDay(row.revokedAt) : null };
  if (row && !row.revokedAt) return { state: "confirmed", ...days };
  return { state: waiting > 0 ? "waiting" : row ? "former" : "none", ...days };
}

/** The frameworks that somebody is a confirmed maintainer of, by name. */
export async function getMaintained(personId: string): Promise<{ slug: string; name: string }[]> {
  const rows = await db().maintainer.findMany({
    where: { personId, revokedAt: null, framework: { retiredAt: null } },
    orderBy: { framework: { name: "asc" } },
    select: { framework: { select: { slug: true, name: true } } },
  });
  return rows.map(({ framework }) => framework);
}

/** The claims on what somebody maintains, with the slug of their framework; empty for nearly everybody. */
export async function getRepliable(maintained: readonly { slug: string }[]): Promise<Record<number, string>> {
  const slugs = maintained.map(({ slug }) => slug);
  if (slugs.length === 0) return {};
  const rows = await db().claim.findMany({
    where: { retiredAt: null, framework: { slug: { in: slugs } } },
    select: { id: true, framework: { select: { slug: true } } },
  });
  return Object.fromEntries(rows.map(({ id, framework }) => [id, framework.slug]));
}

export interface OwnReply {
  id: number;
  slug: string;
  kind: string;
  text: string;
  /** What they say to it; null when they don't. */
  reply: { text: string; day: string; removed: boolean; hiddenBecause: string | null } | null;
}

/** The claims of a framework with what a maintainer, or former one, says to each. */
export async function getOwnReplies({ personId }: Viewer, slug: string): Promise<OwnReply[]> {
  const rows = await db().claim.findMany({
    where: { framework: { slug }, retiredAt: null },
    orderBy: { position: "asc" },
    select: {
      id: true,
      slug: true,
      kind: true,
      text: true,
      replies: {
        where: { maintainer: { personId } },
        select: { text: true, updatedAt: true, deletedAt: true, hiddenBecause: true },
      },
    },
  });
  return rows.map(({ replies: [reply], ...claim }) => ({
    ...claim,
    reply: reply
      ? {
          text: reply.text,
          day: isoDay(reply.updatedAt),
          removed: reply.deletedAt !== null,
          hiddenBecause: reply.hiddenBecause,
        }
      : null,
  }));
}

const mostShown = 200;

/** Everybody who is or was confirmed, with proof and replies, the latest first; for moderators, empty for anybody else. */
export async function getMaintainers(viewer: Viewer) {
  if (!can(viewer, "claims.moderate")) return [];
  const rows = await db().maintainer.findMany({
    orderBy: [{ confirmedAt: "desc" }, { id: "asc" }],
    take: mostShown,
    select: {
      id: true,
      confirmedAt: true,
      revokedAt: true,
      suggestionId: true,
      suggestion: { select: { body: true, reason: true } },
      person: { select: { name: true, email: true } },
      framework: { select: { slug: true, name: true } },
      replies: {
        where: { deletedAt: null },
        orderBy: { updatedAt: "desc" },
        select: { id: true, text: true, hiddenBecause: true, claim: { select: { slug: true, text: true } } },
      },
    },
  });
  return rows.map(({ confirmedAt, revokedAt, suggestion, ...row }) => {
    const { url, note } = suggestion.body as { url?: string; note?: string };
    return {
      ...row,
      confirmed: isoDay(confirmedAt),
      revoked: revokedAt && isoDay(revokedAt),
      proof: url ?? null,
      note: note ?? "",
      reason: suggestion.reason,
    };
  });
}

export type MaintainerLine = Awaited<ReturnType<typeof getMaintainers>>[number];
