import "server-only";
import { db } from "../db/index.ts";
import { type SignInMethod, signInMethods } from "./methods.ts";
import { asRole, can, type Role } from "./permissions.ts";
import { sessionLife } from "./rules.ts";
import type { Viewer } from "./sessions.ts";

export interface SessionLine {
  id: string;
  device: string;
  method: string;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
}

export interface Account {
  name: string;
  email: string;
  role: Role;
  createdAt: string;
  hasPassword: boolean;
  identities: { provider: string; label: string; createdAt: string }[];
  sessions: SessionLine[];
  /** An address that waits for its confirmation. */
  pendingEmail: string | null;
}

/** What the account page shows. */
export async function getAccount(viewer: Viewer): Promise<Account> {
  const now = new Date();
  const person = await db().person.findUniqueOrThrow({
    where: { id: viewer.personId },
    select: {
      name: true,
      email: true,
      role: true,
      createdAt: true,
      passwordHash: true,
      identities: { orderBy: { createdAt: "asc" }, select: { provider: true, label: true, createdAt: true } },
      links: {
        where: { kind: "change-email", expiresAt: { gt: now } },
        orderBy: { createdAt: "desc" },
        take: 1,
        select: { email: true },
      },
      sessions: {
        where: { expiresAt: { gt: now }, lastSeenAt: { gt: new Date(now.getTime() - sessionLife.idle) } },
        orderBy: { lastSeenAt: "desc" },
        select: { id: true, device: true, method: true, createdAt: true, lastSeenAt: true },
      },
    },
  });
  return {
    name: person.name,
    email: person.email,
    role: asRole(person.role),
    createdAt: person.createdAt.toISOString(),
    hasPassword: person.passwordHash !== null,
    identities: person.identities.map((one) => ({ ...one, createdAt: one.createdAt.toISOString() })),
    pendingEmail: person.links[0]?.email ?? null,
    sessions: person.sessions
      .map((session) => ({
        ...session,
        method: signInMethods[session.method as SignInMethod],
        createdAt: session.createdAt.toISOString(),
        lastSeenAt: session.lastSeenAt.toISOString(),
        current: session.id === viewer.sessionId,
      }))
      .sort((a, b) => Number(b.current) - Number(a.current)),
  };
}

/** Everything that is kept about a person, for them to take along. Hashes of secrets are left out: they are no use to anyone. */
export async function exportPerson(viewer: Viewer): Promise<Record<string, unknown>> {
  const person = await db().person.findUniqueOrThrow({
    where: { id: viewer.personId },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      standing: true,
      createdAt: true,
      passwordHash: true,
      identities: { select: { provider: true, subject: true, label: true, createdAt: true, lastUsedAt: true } },
      sessions: {
        select: { id: true, method: true, device: true, createdAt: true, lastSeenAt: true, expiresAt: true },
      },
      links: { select: { kind: true, email: true, next: true, save: true, createdAt: true, expiresAt: true } },
      decisions: {
        select: {
          id: true,
          title: true,
          search: true,
          revealedAt: true,
          createdAt: true,
          shortlist: { select: { name: true } },
        },
      },
      ballots: {
        select: {
          decision: { select: { id: true, title: true } },
          weights: true,
          scores: true,
          joinedAt: true,
          givenAt: true,
        },
      },
      shortlists: {
        select: {
          id: true,
          name: true,
          visibility: true,
          createdAt: true,
          entries: {
            orderBy: { position: "asc" },
            select: {
              status: true,
              note: true,
              reason: true,
              addedAt: true,
              framework: { select: { slug: true, name: true } },
            },
          },
        },
      },
    },
  });
  const [suggestions, votes, ratings, hiddenReviews] = await Promise.all([
    db().suggestion.findMany({
      where: { personId: viewer.personId },
      orderBy: { createdAt: "asc" },
      select: {
        id: true,
        kind: true,
        framework: { select: { slug: true } },
        body: true,
        status: true,
        reason: true,
        createdAt: true,
        decidedAt: true,
      },
    }),
    db().vote.findMany({
      where: { personId: viewer.personId },
      orderBy: { at: "asc" },
      select: {
        value: true,
        counted: true,
        at: true,
        claim: { select: { slug: true, text: true, framework: { select: { slug: true } } } },
      },
    }),
    db().rating.findMany({
      where: { personId: viewer.personId },
      orderBy: { createdAt: "asc" },
      select: {
        framework: { select: { slug: true } },
        experience: true,
        years: true,
        stillUsing: true,
        review: true,
        createdAt: true,
        updatedAt: true,
        scores: { select: { criterion: true, value: true } },
      },
    }),
    db().hiddenReview.findMany({
      where: { personId: viewer.personId },
      select: { framework: { select: { slug: true } }, because: true },
    }),
  ]);
  const audit = await db().auditEntry.findMany({
    where: { OR: [{ actorId: viewer.personId }, { subjectId: viewer.personId }] },
    orderBy: { id: "asc" },
    select: { at: true, action: true, detail: true, actorId: true, subjectId: true },
  });
  const { passwordHash, ...rest } = person;
  return {
    format: "framewise-person-1",
    exportedAt: new Date().toISOString(),
    person: { ...rest, hasPassword: passwordHash !== null },
    suggestions,
    votes,
    ratings,
    hiddenReviews,
    audit: audit.map(({ actorId, subjectId, ...entry }) => ({
      ...entry,
      you: actorId === viewer.personId ? "did this" : "had this done to you",
      other: actorId === viewer.personId && subjectId !== viewer.personId ? subjectId : null,
    })),
  };
}

export interface PersonLine {
  id: string;
  name: string;
  email: string;
  role: Role;
  createdAt: string;
  lastSeenAt: string | null;
  sessions: number;
}

export const peoplePerPage = 50;

/** People whose name or address contains the text, newest first. Empty for who may not see them. */
export async function getPeople(
  viewer: Viewer,
  { q, page }: { q: string; page: number },
): Promise<{ people: PersonLine[]; total: number }> {
  if (!can(viewer, "people.manage")) return { people: [], total: 0 };
  const where = q
    ? { OR: [{ email: { contains: q.toLowerCase() } }, { name: { contains: q, mode: "insensitive" as const } }] }
    : {};
  const [rows, total] = await Promise.all([
    db().person.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * peoplePerPage,
      take: peoplePerPage,
      select: {
        id: true,
        name: true,
        email: true,
        role: true,
        createdAt: true,
        sessions: { orderBy: { lastSeenAt: "desc" }, select: { lastSeenAt: true } },
      },
    }),
    db().person.count({ where }),
  ]);
  return {
    total,
    people: rows.map(({ sessions, ...row }) => ({
      ...row,
      role: asRole(row.role),
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null,
      sessions: sessions.length,
    })),
  };
}
