import "server-only";
import { isUniqueViolation } from "../db/errors.ts";
import { db } from "../db/index.ts";
import { transact } from "../db/transact.ts";
import { post } from "../mail/queue.ts";
import { wakeMail } from "../mail/worker.ts";
import type { ProviderId } from "../providers/providers.mjs";
import { Refusal } from "../request/refusal.ts";
import { siteName } from "../site/identity.ts";
import { oneLine } from "../text/written.ts";
import { letters } from "./letters.ts";
import { holdAddresses, redeemLink } from "./links.ts";
import { addPerson } from "./mutations.ts";
import * as schema from "./schema.ts";

/** What a provider says of who signed in there. */
export interface Profile {
  provider: ProviderId;
  subject: string;
  /** How the person is called there, for the account page. */
  label: string;
  name: string | null;
  /** Null unless the provider says that it is verified. */
  email: string | null;
}

export type Resolved = { personId: string } | { problem: "known" | "unverified" | "taken" | "expired" };

/**
 * Whose account a provider's is; makes one for an address that no account has. An address that has one is never linked
 * silently: its owner connects the provider from the account page. An address that the provider doesn't vouch for
 * proves nothing, so it makes no account.
 */
export async function resolveIdentity(profile: Profile): Promise<Resolved> {
  const { provider, subject } = profile;
  const label = oneLine(profile.label);
  const find = () =>
    db().identity.findUnique({ where: { provider_subject: { provider, subject } }, select: { personId: true } });
  const known = await find();
  if (known) {
    await db().identity.updateMany({ where: { provider, subject }, data: { lastUsedAt: new Date(), label } });
    return known;
  }
  const email = schema.email.safeParse(profile.email);
  if (!email.success) return { problem: "unverified" };
  try {
    return await transact(async (tx) => {
      await holdAddresses(tx, [email.data]);
      const owner = await tx.person.findUnique({ where: { email: email.data }, select: { id: true } });
      if (owner) return { problem: "known" as const };
      const personId = await addPerson(tx, {
        email: email.data,
        name: firstName([profile.name, label, email.data.split("@")[0]]),
        passwordHash: null,
      });
      await tx.identity.create({ data: { provider, subject, label, personId } });
      return { personId };
    });
  } catch (error) {
    // Two first sign-ins at once: the other one made the account.
    if (isUniqueViolation(error)) return (await find()) ?? { problem: "known" };
    throw error;
  }
}

/** The first of these that can be a name here: what comes from a provider was typed by somebody too. */
function firstName(wanted: readonly (string | null | undefined)[]): string {
  for (const one of wanted) {
    // "grace.hopper" is a name, but not as it stands.
    const name = schema.name.safeParse(one?.replaceAll(/(?<=\p{L})[._](?=\p{L})/gu, " "));
    if (name.success) return name.data;
  }
  return "Somebody";
}

/** Connects a provider to the account whose intent this is. The viewer must be that account's. */
export async function connectIdentity(profile: Profile, intent: string, viewerId: string): Promise<Resolved> {
  const { provider, subject } = profile;
  const label = oneLine(profile.label);
  const connected = await transact(async (tx) => {
    const link = await redeemLink(tx, intent, "connect");
    if (link.personId !== viewerId) return { problem: "expired" as const };
    const other = await tx.identity.findUnique({
      where: { provider_subject: { provider, subject } },
      select: { personId: true },
    });
    if (other) return other.personId === viewerId ? other : { problem: "taken" as const };
    await tx.identity.create({ data: { provider, subject, label, personId: viewerId } });
    await post(
      tx,
      letters.notice(
        link.email,
        `A way to sign in to ${siteName} was added`,
        `Your account can now be opened with ${label} at ${provider}.`,
      ),
    );
    return { personId: viewerId };
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) return { problem: "taken" as const };
    if (error instanceof Refusal) return { problem: "expired" as const };
    throw error;
  });
  wakeMail();
  return connected;
}
