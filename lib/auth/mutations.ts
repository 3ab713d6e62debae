import "server-only";
import { touched } from "../cache/refresh.ts";
import { isUniqueViolation } from "../db/errors.ts";
import { db, type Transaction } from "../db/index.ts";
import { transact } from "../db/transact.ts";
import { isPosted, post } from "../mail/queue.ts";
import { wakeMail } from "../mail/worker.ts";
import { spokenOf } from "../people/queries.ts";
import { Refusal } from "../request/refusal.ts";
import { hashToken } from "../secrets/tokens.ts";
import type { RemovableMethod } from "../session/methods.ts";
import { asRole, can, type Role } from "../session/permissions.ts";
import { createSession, type Viewer } from "../session/sessions.ts";
import type { Browser } from "../session/viewer.ts";
import { siteName } from "../site/identity.ts";
import { letters } from "./letters.ts";
import { createLink, endLinks, holdAddresses, redeemLink } from "./links.ts";
import { checkPassword, hashPassword, isOutdated, passwordProblem } from "./passwords.ts";
import { forgetSince } from "./second-step-mutations.ts";

/** A sign-in that succeeded: the token for the cookie, and what was to be done afterwards. */
export interface SignedIn {
  token: string;
  personId: string;
  next: string | null;
  save: string | null;
}

/** Signs in by password. Null when address or password is wrong: it takes the same time, whichever it is. */
export async function signInWithPassword(email: string, password: string, browser: Browser): Promise<SignedIn | null> {
  const person = await db().person.findUnique({ where: { email }, select: { id: true, passwordHash: true } });
  const right = await checkPassword(person?.passwordHash ?? null, password);
  if (!person?.passwordHash || !right) return null;
  const { id, passwordHash } = person;
  const stronger = isOutdated(passwordHash) ? await hashPassword(password) : null;
  const token = await transact(async (tx) => {
    // Only if the password is still the one that was checked: a reset meanwhile ends this sign-in as well.
    const { count } = await tx.person.updateMany({
      where: { id, passwordHash },
      data: { passwordHash: stronger ?? passwordHash },
    });
    return count === 1 ? createSession(tx, { personId: id, method: "password", ...browser }) : null;
  });
  return token === null ? null : { token, personId: id, next: null, save: null };
}

/** The id of the account with this address, or null. */
export async function accountOf(email: string): Promise<string | null> {
  return (await db().person.findUnique({ where: { email }, select: { id: true } }))?.id ?? null;
}

/** Signs in by a mailed link. Throws a `Refusal` when it is used or old, or the account has another address by now. */
export async function signInWithLink(token: string, browser: Browser): Promise<SignedIn> {
  return transact(async (tx) => {
    const link = await redeemLink(tx, token, "sign-in");
    const person = await tx.person.findFirst({
      where: { id: link.personId ?? "", email: link.email },
      select: { id: true },
    });
    if (!person) throw new Refusal("The account that this link was for has another address now.", { status: 410 });
    return {
      token: await createSession(tx, { personId: person.id, method: "link", ...browser }),
      personId: person.id,
      next: link.next,
      save: link.save,
    };
  });
}

/**
 * Makes the account that a mailed link allows. Name and password are chosen here, by who has proven the address, never
 * earlier by whoever typed it. Every other link to this address dies. Throws a `Refusal` (409) when there is an account
 * meanwhile: it is left as it is.
 */
export async function createAccount(
  token: string,
  chosen: { name: string; password: string | null },
  browser: Browser,
): Promise<SignedIn> {
  const passwordHash = chosen.password === null ? null : await hashPassword(chosen.password);
  const signedIn = await transact(async (tx) => {
    const link = await redeemLink(tx, token, "sign-up");
    const existing = await tx.person.findUnique({ where: { email: link.email }, select: { id: true } });
    if (existing) return null;
    const person = await addPerson(tx, { email: link.email, name: chosen.name, passwordHash });
    return {
      token: await createSession(tx, { personId: person, method: "sign-up", ...browser }),
      personId: person,
      next: link.next,
      save: link.save,
    };
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) return null;
    throw error;
  });
  if (!signedIn)
    throw new Refusal("There is an account with this address already.", {
      status: 409,
      way: { href: "/sign-in", text: "Sign in" },
    });
  return signedIn;
}

/** Adds a person whose address is proven, and ends all other links to that address. Fails on a known address. */
export async function addPerson(
  tx: Transaction,
  person: { email: string; name: string; passwordHash: string | null },
): Promise<string> {
  const { id } = await tx.person.create({ data: person, select: { id: true } });
  await endLinks(tx, { emails: [person.email] });
  return id;
}

/** Sets a new password by a mailed link, ends all sessions and links of the account, and signs in: one transaction. */
export async function resetPassword(token: string, password: string, browser: Browser): Promise<SignedIn> {
  const passwordHash = await hashPassword(password);
  const signedIn = await transact(async (tx) => {
    const link = await redeemLink(tx, token, "reset");
    const { count } = await tx.person.updateMany({
      where: { id: link.personId ?? "", email: link.email },
      data: { passwordHash },
    });
    if (count === 0 || !link.personId)
      throw new Refusal("The account that this link was for has another address now.", { status: 410 });
    await tx.session.deleteMany({ where: { personId: link.personId } });
    await endLinks(tx, { personId: link.personId, emails: [link.email] });
    await post(
      tx,
      letters.notice(
        link.email,
        `Your ${siteName} password was reset`,
        "Your password was reset by a link to this address. Everybody was signed out.",
      ),
    );
    return {
      token: await createSession(tx, { personId: link.personId, method: "reset", ...browser, replaces: null }),
      personId: link.personId,
      next: null,
      save: null,
    };
  });
  wakeMail();
  return signedIn;
}

/** The address of the account that a reset link is for, and what not to make a password from. */
export async function aboutPerson(personId: string | null): Promise<string[]> {
  if (!personId) return [];
  const person = await db().person.findUnique({ where: { id: personId }, select: { email: true, name: true } });
  return person ? [person.email, person.name] : [];
}

export async function rename(viewer: Viewer, name: string): Promise<void> {
  await db().person.update({ where: { id: viewer.personId }, data: { name } });
}

/** Sets or changes the password, and signs out every other browser. */
export async function setPassword(viewer: Viewer, password: string): Promise<void> {
  const problem = passwordProblem(password, [viewer.email, viewer.name]);
  if (problem) throw new Refusal(problem, { field: "password" });
  const passwordHash = await hashPassword(password);
  await transact(async (tx) => {
    await holdAddresses(tx, [viewer.email], viewer.personId);
    await tx.person.update({ where: { id: viewer.personId }, data: { passwordHash } });
    await tx.session.deleteMany({ where: { personId: viewer.personId, id: { not: viewer.sessionId } } });
    await tx.link.deleteMany({ where: { personId: viewer.personId, kind: { in: ["reset", "sign-in"] } } });
    await post(
      tx,
      letters.notice(
        viewer.email,
        `Your ${siteName} password was changed`,
        "Your password was changed. Every other browser was signed out.",
      ),
    );
  });
  wakeMail();
}

/**
 * Mails a link to the new address. The answer is the same whether or not it belongs to an account: one that does gets
 * the letter too, but its link is refused in the end.
 */
export async function askToChangeEmail(viewer: Viewer, email: string, once: string): Promise<void> {
  if (email === viewer.email) throw new Refusal("This is your address already.", { field: "email" });
  await transact(async (tx) => {
    if (await isPosted(tx, once)) return;
    await holdAddresses(tx, [email], viewer.personId);
    await tx.link.deleteMany({ where: { personId: viewer.personId, kind: "change-email" } });
    const token = await createLink(tx, { kind: "change-email", email, personId: viewer.personId });
    await post(tx, letters.changeEmail(email, token), once);
  });
  wakeMail();
}

/**
 * Changes the address by a mailed link, in a browser that is signed in to the account that asked: the owner of an
 * address can't be talked into giving it to somebody else's account. Other links to either address die; the letter to the
 * old one takes the change back, for some days.
 */
export async function changeEmail(viewer: Viewer, token: string): Promise<string> {
  const taken = new Refusal("This address can't be used: it belongs to an account.", { status: 409 });
  const changed = await transact(async (tx) => {
    const link = await redeemLink(tx, token, "change-email", viewer.email);
    if (link.personId !== viewer.personId)
      throw new Refusal("This link is for another account. Sign in to the one that asked for it.", { status: 403 });
    if (await tx.person.findUnique({ where: { email: link.email }, select: { id: true } })) return null;
    await tx.person.update({ where: { id: viewer.personId }, data: { email: link.email } });
    await endLinks(tx, { personId: viewer.personId, emails: [link.email, viewer.email] });
    const undo = await createLink(tx, { kind: "undo-email", email: viewer.email, personId: viewer.personId });
    await post(tx, letters.emailChanged(viewer.email, undo, link.email));
    return link.email;
  }).catch((error: unknown) => {
    if (isUniqueViolation(error)) return null;
    throw error;
  });
  wakeMail();
  if (!changed) throw taken;
  return changed;
}

/**
 * Gives an account the address back that it had, by the link in the letter to it. Whoever changed it may have set a
 * password, connected a provider or set up a second step, so all of these go, with every session: mail to the address is the way in. Of several
 * changes, taking back an earlier one ends what would take back the later ones.
 */
export async function undoEmailChange(token: string): Promise<void> {
  await transact(async (tx) => {
    const madeAt = (await tx.link.findUnique({ where: { tokenHash: hashToken(token) }, select: { createdAt: true } }))
      ?.createdAt;
    const { personId, email } = await redeemLink(tx, token, "undo-email");
    const [person, owner] = await Promise.all(
      [{ id: personId ?? "" }, { email }].map((where) =>
        tx.person.findFirst({ where, select: { id: true, email: true } }),
      ),
    );
    if (!person || !personId) throw new Refusal("There is no such account any more.", { status: 410 });
    if (owner && owner.id !== personId)
      throw new Refusal("Another account has this address by now. Delete that one, then open the link again.", {
        status: 409,
        way: { href: "/sign-in", text: "Sign in to it" },
      });
    await tx.person.update({ where: { id: personId }, data: { email, passwordHash: null } });
    await tx.identity.deleteMany({ where: { personId } });
    // One from before the change is the owner's: the mailbox alone doesn't take it off.
    if (madeAt) await forgetSince(tx, personId, madeAt);
    await tx.session.deleteMany({ where: { personId } });
    await endLinks(tx, { personId, emails: [email, person.email] });
    await tx.link.deleteMany({ where: { personId, kind: "undo-email", createdAt: { gte: madeAt } } });
    for (const to of new Set([email, person.email]))
      await post(
        tx,
        letters.notice(
          to,
          `A change of your ${siteName} address was taken back`,
          "An account uses its earlier address again. Everybody was signed out of it, and its other ways to sign in were removed.",
        ),
      );
  });
  wakeMail();
}

/** Ends one session of the viewer's own. Somebody else's is not found, and nothing happens. */
export async function revokeSession(viewer: Viewer, sessionId: string): Promise<boolean> {
  const { count } = await db().session.deleteMany({ where: { id: sessionId, personId: viewer.personId } });
  return count === 1;
}

/** Ends all sessions of the viewer but this one. Returns how many. */
export async function revokeOtherSessions(viewer: Viewer): Promise<number> {
  const { count } = await db().session.deleteMany({
    where: { personId: viewer.personId, id: { not: viewer.sessionId } },
  });
  return count;
}

/** Takes a sign-in method away. Throws a `Refusal` (409) when it is the last: then only mail would open the account. */
export async function removeMethod(viewer: Viewer, method: RemovableMethod): Promise<void> {
  await transact(async (tx) => {
    // Two removals at once must not both see the other's method.
    await holdAddresses(tx, [], viewer.personId);
    const person = await tx.person.findUniqueOrThrow({
      where: { id: viewer.personId },
      select: { passwordHash: true, identities: { select: { provider: true } } },
    });
    const methods = [...(person.passwordHash ? ["password"] : []), ...person.identities.map((one) => one.provider)];
    if (!methods.includes(method)) return;
    if (methods.length === 1)
      throw new Refusal("This is the last way to sign in besides mail, so it stays. Add another one first.", {
        status: 409,
      });
    if (method === "password") await tx.person.update({ where: { id: viewer.personId }, data: { passwordHash: null } });
    else await tx.identity.deleteMany({ where: { personId: viewer.personId, provider: method } });
    await post(
      tx,
      letters.notice(
        viewer.email,
        `A way to sign in to ${siteName} was removed`,
        `It is no longer possible to sign in by ${method}.`,
      ),
    );
  });
  wakeMail();
}

/** Deletes the account and all that hangs on it. Throws a `Refusal` (409) for the only administrator. */
export async function deleteAccount(viewer: Viewer): Promise<void> {
  const spoken = await spokenOf([viewer.personId]);
  await transact(async (tx) => {
    await holdAdmins(tx);
    await holdAddresses(tx, [viewer.email], viewer.personId);
    const { role } = await tx.person.findUniqueOrThrow({ where: { id: viewer.personId }, select: { role: true } });
    if (role === "admin" && (await tx.person.count({ where: { role: "admin" } })) === 1)
      throw new Refusal("You are the only administrator. Make somebody else one first.", {
        status: 409,
        way: { href: "/people", text: "People" },
      });
    await endLinks(tx, { emails: [viewer.email] });
    // What else they suggested rests on its sources; this says who they are, and goes with them.
    await tx.suggestion.deleteMany({ where: { personId: viewer.personId, kind: "maintainer" } });
    await tx.person.deleteMany({ where: { id: viewer.personId } });
    await post(
      tx,
      letters.notice(
        viewer.email,
        `Your ${siteName} account was deleted`,
        "Your account and everything in it was deleted.",
      ),
    );
  });
  wakeMail();
  for (const slug of spoken) touched(slug);
}

/** Changes of who is an administrator follow one another, so that the last one can't be lost to two at once. */
async function holdAdmins(tx: Transaction): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('framewise admins'))`;
}

/** Gives a role. The actor must be allowed to at this very moment; who isn't, or an unknown person, is a `Refusal` (404). */
export async function setRole(viewer: Viewer, personId: string, role: Role): Promise<void> {
  await transact(async (tx) => {
    await holdAdmins(tx);
    const [actor, person] = await Promise.all(
      [viewer.personId, personId].map((id) => tx.person.findUnique({ where: { id }, select: { role: true } })),
    );
    if (!actor || !can({ role: asRole(actor.role) }, "people.manage") || !person)
      throw new Refusal("There is no such person.", { status: 404 });
    if (person.role === role) return;
    if (person.role === "admin" && (await tx.person.count({ where: { role: "admin" } })) === 1)
      throw new Refusal("This is the only administrator. Make somebody else one first.", { status: 409 });
    await tx.person.update({ where: { id: personId }, data: { role } });
    await tx.auditEntry.create({
      data: { actorId: viewer.personId, action: "role", subjectId: personId, detail: { from: person.role, to: role } },
    });
  });
}

/** Signs somebody out everywhere, for an administrator. */
export async function signOutPerson(viewer: Viewer, personId: string): Promise<number> {
  if (!can(viewer, "people.manage")) throw new Refusal("There is no such person.", { status: 404 });
  return transact(async (tx) => {
    await holdAddresses(tx, [], personId);
    const { count } = await tx.session.deleteMany({ where: { personId } });
    await endLinks(tx, { personId });
    await tx.auditEntry.create({
      data: { actorId: viewer.personId, action: "sign-out", subjectId: personId, detail: { sessions: count } },
    });
    return count;
  });
}
