import "server-only";
import { db } from "../db/index.ts";
import type { EventKind } from "../events/kinds.ts";
import { can } from "../session/permissions.ts";
import type { Viewer } from "../session/sessions.ts";

export interface EventLine {
  id: string;
  kind: EventKind;
  what: string;
  /** The account that it is about; null for an address without one, and who isn't signed in. */
  email: string | null;
  /** Tells one network from another, and not which it is. */
  network: string | null;
  count: number;
  lastAt: string;
}

export interface ActLine {
  id: string;
  at: string;
  action: string;
  actor: string | null;
  subject: string | null;
  detail: string;
}

export const linesPerPage = 100;

/** What was tried and refused, the latest first; for administrators, empty for anybody else. */
export async function getEvents(viewer: Viewer, page: number): Promise<EventLine[]> {
  if (!can(viewer, "people.manage")) return [];
  const rows = await db().securityEvent.findMany({
    orderBy: [{ lastAt: "desc" }, { id: "desc" }],
    take: linesPerPage,
    skip: (page - 1) * linesPerPage,
    select: {
      id: true,
      kind: true,
      what: true,
      network: true,
      count: true,
      lastAt: true,
      person: { select: { email: true } },
    },
  });
  return rows.map(({ id, kind, person, network, lastAt, ...row }) => ({
    ...row,
    id: String(id),
    kind: kind as EventKind,
    email: person?.email ?? null,
    network: network && Buffer.from(network).toString("hex").slice(0, 8),
    lastAt: lastAt.toISOString(),
  }));
}

/** What somebody did with power over others, the latest first; for administrators, empty for anybody else. */
export async function getActs(viewer: Viewer, page: number): Promise<ActLine[]> {
  if (!can(viewer, "people.manage")) return [];
  const rows = await db().auditEntry.findMany({
    orderBy: { id: "desc" },
    take: linesPerPage,
    skip: (page - 1) * linesPerPage,
  });
  const ids = rows.flatMap(({ actorId, subjectId }) => [actorId, subjectId]).filter((id) => id !== null);
  const people = new Map(
    (await db().person.findMany({ where: { id: { in: ids } }, select: { id: true, email: true } })).map((one) => [
      one.id,
      one.email,
    ]),
  );
  return rows.map(({ id, at, action, actorId, subjectId, detail }) => ({
    id: String(id),
    at: at.toISOString(),
    action,
    actor: actorId && (people.get(actorId) ?? "somebody who left"),
    subject: subjectId && (people.get(subjectId) ?? null),
    detail: Object.entries((detail ?? {}) as Record<string, unknown>)
      .map(([name, value]) => `${name}: ${String(value)}`)
      .join(", "),
  }));
}
