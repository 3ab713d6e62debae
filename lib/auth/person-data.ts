import "server-only";
import { db } from "../db/index.ts";

// Each noun says in its own `person-data.ts` what it keeps of a person; lib/account puts it together.

/** Who somebody is here and how they sign in. Hashes of secrets are left out: they are no use to anyone. */
export async function accountData(id: string) {
  const { passwordHash, ...person } = await db().person.findUniqueOrThrow({
    where: { id },
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      standing: true,
      createdAt: true,
      passwordHash: true,
      secondStep: {
        select: {
          createdAt: true,
          appAt: true,
          passkeys: { select: { name: true, createdAt: true, lastUsedAt: true } },
          _count: { select: { codes: true } },
        },
      },
      identities: { select: { provider: true, subject: true, label: true, createdAt: true, lastUsedAt: true } },
      sessions: {
        select: { id: true, method: true, device: true, createdAt: true, lastSeenAt: true, expiresAt: true },
      },
      links: { select: { kind: true, email: true, next: true, save: true, createdAt: true, expiresAt: true } },
    },
  });
  return { ...person, hasPassword: passwordHash !== null };
}

/** What they did with power over others, and what others did so to them. */
export async function auditData(id: string) {
  const entries = await db().auditEntry.findMany({
    where: { OR: [{ actorId: id }, { subjectId: id }] },
    orderBy: { id: "asc" },
    select: { at: true, action: true, detail: true, actorId: true, subjectId: true },
  });
  return entries.map(({ actorId, subjectId, ...entry }) => ({
    ...entry,
    you: actorId === id ? "did this" : "had this done to you",
    other: actorId === id && subjectId !== id ? subjectId : null,
  }));
}
