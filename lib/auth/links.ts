import "server-only";
import { db, type Transaction } from "../db/index.ts";
import { transact } from "../db/transact.ts";
import { isPosted, post } from "../mail/queue.ts";
import { wakeMail } from "../mail/worker.ts";
import { Refusal } from "../request/refusal.ts";
import { hashToken, isToken, newToken } from "../secrets/tokens.ts";
import { letters } from "./letters.ts";
import { type LinkKind, linkLife } from "./rules.ts";

export interface LinkRow {
  kind: LinkKind;
  email: string;
  personId: string | null;
  next: string | null;
  save: string | null;
}

/** Makes a link of a kind and returns its token. */
export async function createLink(
  tx: Transaction,
  link: {
    kind: LinkKind;
    email: string;
    personId: string | null;
    next?: string | null;
    save?: string | null;
    createdAt?: Date;
    expiresAt?: Date;
  },
): Promise<string> {
  const token = newToken();
  await tx.link.create({
    data: { expiresAt: new Date(Date.now() + linkLife[link.kind]), ...link, tokenHash: hashToken(token) },
  });
  return token;
}

/**
 * Mails what was asked for, or what to do instead: who already has an account gets a link into it, who has none gets
 * one to make it, and whose account was moved to another address these days gets one to take that back. The same wish
 * again (`once`) is answered already. Known or not, it is the same statements and one letter, so that neither answer nor
 * time tells which.
 */
export async function mailLink(
  wanted: "sign-up" | "sign-in" | "reset",
  email: string,
  after: { next: string | null; save: string | null },
  once: string,
): Promise<void> {
  await transact(async (tx) => {
    if (await isPosted(tx, once)) return;
    const person = await tx.person.findUnique({ where: { email }, select: { id: true } });
    const undo = await tx.link.findFirst({
      where: { kind: "undo-email", email, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: "asc" },
      select: { personId: true, createdAt: true, expiresAt: true },
    });
    const moved = person === null && wanted !== "sign-up" ? undo : null;
    const kind = moved ? "undo-email" : person === null ? "sign-up" : wanted === "reset" ? "reset" : "sign-in";
    const token = await createLink(tx, { kind, email, personId: person?.id ?? null, ...after, ...moved });
    const write = {
      "sign-up": person ? letters.signUpKnown : letters.signUp,
      "sign-in": person ? letters.signIn : letters.unknown,
      reset: person ? letters.reset : letters.unknown,
    }[wanted];
    await post(tx, (moved ? letters.moved : write)(email, token), once);
  });
  wakeMail();
}

/** What a link would do, without using it up. Null when it is unknown, used or too old. */
export async function peekLink(token: unknown, kind: LinkKind): Promise<LinkRow | null> {
  if (!isToken(token)) return null;
  const row = await db().link.findUnique({ where: { tokenHash: hashToken(token) } });
  if (!row || row.kind !== kind || row.expiresAt <= new Date()) return null;
  return { ...row, kind };
}

/**
 * Lets one transaction at a time decide on addresses, and on a person. Those that use up a link also end others, and
 * would wait for each other in a circle; so whoever takes links, sessions or a person takes these first, in this order.
 */
export async function holdAddresses(tx: Transaction, emails: string[], personId: string | null = null): Promise<void> {
  for (const email of [...new Set(emails)].sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address ${email}`}, 0))`;
  if (personId) await tx.$executeRaw`SELECT 1 FROM person WHERE id = ${personId}::uuid FOR UPDATE`;
}

/**
 * Ends links, whatever they would do; but not those that take a change of address back. Whoever has somebody's browser
 * could end them, by what they were made against.
 */
export async function endLinks(tx: Transaction, { personId, emails = [] }: { personId?: string; emails?: string[] }) {
  await tx.link.deleteMany({
    where: { kind: { not: "undo-email" }, OR: [...(personId ? [{ personId }] : []), { email: { in: emails } }] },
  });
}

/**
 * Uses a link up, in the transaction of what it does: of any number of tries at once, one gets it.
 * Throws a `Refusal` (410) when it is unknown, used or too old.
 * @param besides an address that is decided on as well
 */
export async function redeemLink(tx: Transaction, token: string, kind: LinkKind, besides?: string): Promise<LinkRow> {
  const found = await tx.link.findUnique({
    where: { tokenHash: hashToken(token) },
    select: { email: true, personId: true },
  });
  if (found) await holdAddresses(tx, [found.email, ...(besides ? [besides] : [])], found.personId);
  const [row] = await tx.$queryRaw<(Omit<LinkRow, "personId"> & { person_id: string | null })[]>`
    DELETE FROM link WHERE token_hash = ${hashToken(token)} AND kind = ${kind} AND expires_at > now()
    RETURNING email, person_id, next, save`;
  if (!row)
    throw new Refusal("This link has been used already, or its time is over.", {
      status: 410,
      way: {
        href: kind === "reset" ? "/reset" : kind === "sign-up" ? "/sign-up" : "/sign-in",
        text: "Ask for another",
      },
    });
  return { kind, email: row.email, personId: row.person_id, next: row.next, save: row.save };
}
