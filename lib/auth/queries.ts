import "server-only";
import { db } from "../db/index.ts";
import { type SignInMethod, signInMethods } from "../session/methods.ts";
import { asRole, can, type Role } from "../session/permissions.ts";
import { sessionLife } from "../session/rules.ts";
import type { Viewer } from "../session/sessions.ts";
import { mailbox } from "./schema.ts";
import { getSecondStep, type SecondStep } from "./second-step-mutations.ts";

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
  /** How the second step of signing in is done; null where there is none. */
  secondStep: SecondStep | null;
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
    secondStep: await getSecondStep(viewer.personId),
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

export interface PersonLine {
  id: string;
  name: string;
  email: string;
  role: Role;
  createdAt: string;
  lastSeenAt: string | null;
  sessions: number;
  /** Names of the frameworks that they are a confirmed maintainer of. */
  maintains: string[];
}

export const peoplePerPage = 50;

/** People whose name or address contains the text, newest first. Empty for who may not see them. */
export async function getPeople(
  viewer: Viewer,
  { q, page }: { q: string; page: number },
): Promise<{ people: PersonLine[]; total: number }> {
  if (!can(viewer, "people.manage")) return { people: [], total: 0 };
  const where = q
    ? { OR: [{ email: { contains: mailbox(q) } }, { name: { contains: q, mode: "insensitive" as const } }] }
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
        maintains: { where: { revokedAt: null }, select: { framework: { select: { name: true } } } },
      },
    }),
    db().person.count({ where }),
  ]);
  return {
    total,
    people: rows.map(({ sessions, maintains, ...row }) => ({
      ...row,
      maintains: maintains.map(({ framework }) => framework.name),
      role: asRole(row.role),
      createdAt: row.createdAt.toISOString(),
      lastSeenAt: sessions[0]?.lastSeenAt.toISOString() ?? null,
      sessions: sessions.length,
    })),
  };
}
