import "server-only";
import type { Adapter } from "next-auth/adapters";
import { db } from "../../db/index.ts";
import type { ProviderId } from "../../providers/providers.mjs";
import { sessionLife } from "../../session/rules.ts";
import { createSession, endSession, findSession } from "../../session/sessions.ts";
import type { Browser } from "../../session/viewer.ts";

/**
 * Sessions as the rest of the app knows them. Accounts are made and linked in `signIn` (options.ts), in one transaction
 * each: by the time that next-auth looks they are there, so what it would do of that is not offered.
 */
export function adapterFor(browser: Browser): Adapter {
  const person = async (where: { id: string } | { email: string }) => {
    const found = await db().person.findUnique({ where: where as { id: string } });
    // A row exists only once its address is proven; next-auth wants to know since when.
    return found && { id: found.id, name: found.name, email: found.email, emailVerified: found.createdAt };
  };
  const never = () => {
    throw new Error("Accounts are not made or linked here.");
  };
  return {
    createUser: never,
    linkAccount: never,
    updateUser: never,
    getUser: (id) => person({ id }),
    getUserByEmail: (email) => person({ email }),
    getUserByAccount: async ({ provider, providerAccountId }) => {
      const identity = await db().identity.findUnique({
        where: { provider_subject: { provider, subject: providerAccountId } },
        select: { personId: true, label: true },
      });
      const found = identity && (await person({ id: identity.personId }));
      // Handed on to our `signIn` as it is, which keeps the label that the provider gave.
      return found ? { ...found, label: identity.label } : null;
    },
    createSession: async ({ userId, expires }) => {
      // next-auth doesn't say by which provider: it is the one whose use was noted last, a moment ago.
      const { provider } = await db().identity.findFirstOrThrow({
        where: { personId: userId },
        orderBy: { lastUsedAt: "desc" },
        select: { provider: true },
      });
      const sessionToken = await db().$transaction((tx) =>
        createSession(tx, { personId: userId, method: provider as ProviderId, ...browser }),
      );
      return { sessionToken, userId, expires };
    },
    getSessionAndUser: async (sessionToken) => {
      const viewer = await findSession(sessionToken);
      if (!viewer) return null;
      const expires = new Date(viewer.authenticatedAt.getTime() + sessionLife.absolute);
      return {
        session: { sessionToken, userId: viewer.personId, expires },
        user: { id: viewer.personId, name: viewer.name, email: viewer.email, emailVerified: null },
      };
    },
    // How long a session lasts is not next-auth's to change.
    updateSession: async () => null,
    deleteSession: (sessionToken) => endSession(db(), sessionToken),
  };
}
